package org.virtualwindow.server.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** RFC 8785 for trees of objects, lists, texts, whole numbers and truth; what is null is absent: one tree, one text, so that a hash over it means something. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String sha256(Map<String, ?> tree) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(tree).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String text(Object tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    private static void write(Object tree, StringBuilder out) {
        switch (tree) {
            case Map<?, ?> object -> {
                // A String compares by UTF-16 units, which is the order the RFC asks for.
                TreeMap<String, Object> sorted = new TreeMap<>();
                object.forEach((key, value) -> {
                    if (value != null) {
                        sorted.put((String) key, value);
                    }
                });
                String between = "{";
                for (Map.Entry<String, Object> entry : sorted.entrySet()) {
                    out.append(between);
                    write(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    between = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String between = "[";
                for (Object element : list) {
                    out.append(between);
                    write(element, out);
                    between = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case String text -> quote(text, out);
            case Integer number -> out.append(number.intValue());
            case Boolean truth -> out.append(truth.booleanValue());
            default -> throw new IllegalArgumentException("Only objects, lists, texts, whole numbers and truth");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(unit < ' ' ? String.format("\\u%04x", (int) unit) : String.valueOf(unit));
            }
        }
        out.append('"');
    }
}
