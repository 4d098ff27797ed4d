package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the browser's types from the records: {@code java … TypeScriptWriter web-kit/src/main/web/protocol.ts}. A record is a
 * type of its name, a sealed interface the union of what it permits, an identifier a string, a time a number of milliseconds.
 */
public final class TypeScriptWriter {
    /** The roots; everything they mention is written too. */
    public static final List<Class<?>> ROOTS = List.of(
            FromKiosk.class,
            FromClerk.class,
            FromHall.class,
            ToKiosk.class,
            ToClerk.class,
            ToHall.class,
            ServiceItem.class,
            ToKiosk.Offering.class);

    private final Map<String, String> written = new LinkedHashMap<>();

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), new TypeScriptWriter().write());
    }

    /** The whole file. */
    public String write() {
        ROOTS.forEach(this::reference);
        return "// Written by TypeScriptWriter from the Java records of the protocol module. Change those instead.\n\n"
                + String.join("\n", written.values())
                + "\n"
                + closeCodes();
    }

    private static String closeCodes() {
        return Arrays.stream(CloseCode.values())
                .map(code -> "  " + code.name() + ": " + code.code() + ",\n")
                .collect(Collectors.joining(
                        "",
                        "/** WebSocket close codes; their meaning is in docs/protocol.md. */\n"
                                + "export const CloseCode = {\n",
                        "} as const;\n"));
    }

    private String reference(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return "readonly " + inArray(reference(arguments[0])) + "[]";
            }
            if (generic.getRawType() == Map.class) {
                return "Readonly<Record<string, " + reference(arguments[1]) + ">>";
            }
            throw new IllegalArgumentException("No TypeScript for " + type);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return "string";
        }
        if (plain == Boolean.class) {
            return "boolean";
        }
        if (Number.class.isAssignableFrom(plain) || plain == Instant.class) {
            return "number";
        }
        declare(plain);
        return nameOf(plain);
    }

    /** Several roots have parts called {@code ByApplicant} and {@code ByClerk}; those carry the outer name too. */
    private static String nameOf(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer != null && type.getSimpleName().startsWith("By")
                ? outer.getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
    }

    private static String inArray(String element) {
        return element.contains(" ") ? "(" + element + ")" : element;
    }

    private void declare(Class<?> type) {
        String name = nameOf(type);
        if (written.containsKey(name)) {
            return;
        }
        written.put(name, ""); // its place, so that a type may mention itself
        written.put(name, "export type " + name + " = " + definition(type) + ";");
    }

    private String definition(Class<?> type) {
        if (type == Expression.class) {
            return "string | readonly [string, ...Expression[]]";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "'" + ((Enum<?>) constant).name() + "'")
                    .collect(Collectors.joining(" | "));
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .map(this::reference)
                    .collect(Collectors.joining(" | "));
        }
        if (type.isRecord()) {
            return isText(type) ? "string" : object(type);
        }
        throw new IllegalArgumentException("No TypeScript for " + type);
    }

    private static boolean isText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private String object(Class<?> type) {
        List<String> members = new ArrayList<>();
        if (hasTypeOnWire(type)) {
            members.add("type: '" + type.getSimpleName() + "'");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            members.add(member(component));
        }
        return members.isEmpty() ? "Record<string, never>" : "{ " + String.join("; ", members) + " }";
    }

    private String member(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return component.getName() + "?: " + reference(generic.getActualTypeArguments()[0]) + " | null";
        }
        return component.getName() + ": " + reference(component.getGenericType());
    }

    /** Whether a type, or one it stands under, says that its name is written. */
    static boolean hasTypeOnWire(Class<?> type) {
        return type.isAnnotationPresent(JsonTypeInfo.class)
                || Arrays.stream(type.getInterfaces()).anyMatch(TypeScriptWriter::hasTypeOnWire);
    }
}
