package org.virtualwindow.protocol.values;

import java.util.Map;

/**
 * Something in the form that must be put right before it can be filed.
 *
 * @param path the field, row or table it stands at
 * @param code names the sentence in the language files, for example {@code mobile.short}
 * @param args numbers and words for that sentence, never a value of the form
 */
public record Issue(FieldPath path, String code, Map<String, String> args) {}
