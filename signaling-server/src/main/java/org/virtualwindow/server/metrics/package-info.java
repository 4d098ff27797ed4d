/** Figures for operators. No names, no values of forms, no identifiers: only counts and times. */
@NullMarked
package org.virtualwindow.server.metrics;

import org.jspecify.annotations.NullMarked;
