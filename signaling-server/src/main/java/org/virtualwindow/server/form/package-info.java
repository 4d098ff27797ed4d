/**
 * Service items and the forms filled in for them: what may stand in a field, what is still wrong, what the clerk may see. Pure:
 * no I/O, no clock, no concurrency. Only {@link org.virtualwindow.server.form.Catalog} reads files, once, at start.
 */
@NullMarked
package org.virtualwindow.server.form;

import org.jspecify.annotations.NullMarked;
