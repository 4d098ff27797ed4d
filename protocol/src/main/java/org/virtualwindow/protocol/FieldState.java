package org.virtualwindow.protocol;

import java.time.Instant;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Source;

/**
 * One field as the receiver may see it.
 *
 * @param rev counts the changes of this field; an operation names the one it was based on
 * @param confirmed false while the applicant has not yet said that what the clerk wrote is right
 * @param masked the receiver sees part of the value only
 */
public record FieldState(
        FieldValue value, Long rev, Author by, Source source, Instant at, Boolean confirmed, Boolean masked) {}
