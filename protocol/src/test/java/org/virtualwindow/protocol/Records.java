package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.virtualwindow.protocol.values.FieldPath;

/** Finds every message there is, and makes one up where a golden sample is still missing. */
final class Records {
    private static final List<Class<?>> ROOTS = Stream.concat(
                    TypeScriptWriter.ROOTS.stream(), Stream.of(FromDevice.class, ToDevice.class, RoomEvent.class))
            .toList();

    private Records() {}

    /** Record by name: every permitted record of every root, and {@link ServiceItem}. */
    static Map<String, Class<?>> messages() {
        Map<String, Class<?>> found = new TreeMap<>();
        ROOTS.forEach(root -> collect(root, found));
        return found;
    }

    private static void collect(Class<?> type, Map<String, Class<?>> found) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> collect(permitted, found));
        } else {
            Class<?> same = found.put(type.getSimpleName(), type);
            if (same != null && same != type) {
                throw new IllegalStateException("Two messages are called " + type.getSimpleName());
            }
        }
    }

    /** The root under which a record is read. */
    static Class<?> rootOf(Class<?> record) {
        return ROOTS.stream()
                .filter(root -> root.isAssignableFrom(record))
                .findFirst()
                .orElseThrow();
    }

    static Object example(Class<?> record) {
        return make(record, "x");
    }

    private static Object make(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type first = generic.getActualTypeArguments()[0];
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> Optional.of(make(first, name));
                case "List" -> List.of(make(first, name));
                case "Map" -> Map.of("/tradeName", make(generic.getActualTypeArguments()[1], name));
                default -> throw new IllegalArgumentException(type.toString());
            };
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return switch (name) {
                case "sha256" -> "0".repeat(64);
                case "birth", "validFrom", "validUntil" -> "1962-03-08";
                default -> name;
            };
        }
        if (plain == Boolean.class) {
            return true;
        }
        if (plain == Long.class) {
            return 7L;
        }
        if (plain == Integer.class) {
            return 3;
        }
        if (plain == Double.class) {
            return 0.25;
        }
        if (plain == Instant.class) {
            return Instant.ofEpochMilli(1_767_225_600_000L);
        }
        if (plain == FieldPath.class) {
            return new FieldPath("/investors/r1/name");
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isSealed()) {
            Class<?> inside = plain;
            while (inside.isSealed()) {
                inside = inside.getPermittedSubclasses()[0];
            }
            return make(inside, name);
        }
        return construct(plain, name);
    }

    private static Object construct(Class<?> record, String name) {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        boolean text = record.getRecordComponents().length == 1
                && record.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
        for (RecordComponent component : record.getRecordComponents()) {
            types.add(component.getType());
            values.add(make(component.getGenericType(), text ? name : component.getName()));
        }
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getName(), e);
        }
    }

    static Set<Class<?>> roots() {
        return Set.copyOf(ROOTS);
    }
}
