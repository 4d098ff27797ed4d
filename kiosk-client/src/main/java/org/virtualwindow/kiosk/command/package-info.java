/**
 * What the server has devices do: {@link org.virtualwindow.kiosk.command.Commands} does each once however often it is sent, stops it
 * where somebody wants that, and keeps its result until the server has it.
 */
@NullMarked
package org.virtualwindow.kiosk.command;

import org.jspecify.annotations.NullMarked;
