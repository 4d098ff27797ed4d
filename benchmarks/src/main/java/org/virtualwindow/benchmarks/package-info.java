/** What the system takes and how long it takes it, measured. */
@NullMarked
package org.virtualwindow.benchmarks;

import org.jspecify.annotations.NullMarked;
