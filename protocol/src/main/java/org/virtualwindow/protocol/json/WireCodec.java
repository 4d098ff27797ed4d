package org.virtualwindow.protocol.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.ids.OpId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Messages to text and back, strictly: a duplicate key, a missing or wrongly typed component, text behind the end are errors.
 * Unknown properties are ignored, so that an old and a new program can talk. Times are whole milliseconds since 1970.
 */
public final class WireCodec {
    /** The largest message a peer may send, in bytes of UTF-8; what the server tells of a whole room may be larger. */
    public static final int LARGEST = 64 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(1024 * 1024) // a message is bounded as a whole, when it is decoded
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(current -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantAsMillis())
                    .addDeserializer(Instant.class, new MillisAsInstant()))
            .build();

    private WireCodec() {}

    /** What text turned out to be. */
    public sealed interface Decoded<T> {
        /** A message of this root. */
        record Message<T>(T message) implements Decoded<T> {}

        /** JSON, but no message of this root; the reason is safe to send back. {@code opId} where one could be read. */
        record NotOurs<T>(String reason, Optional<OpId> opId) implements Decoded<T> {}

        /** Not JSON, or too large: the connection is to be closed. */
        record Unreadable<T>() implements Decoded<T> {}
    }

    /** Reads one message of a root, for example {@code FromKiosk.class}. */
    public static <T> Decoded<T> decode(String text, Class<T> root) {
        return decode(text, root, LARGEST);
    }

    /** As above, with another bound on the text's length. */
    public static <T> Decoded<T> decode(String text, Class<T> root, int largest) {
        if (text.length() > largest || text.isBlank()) {
            return new Decoded.Unreadable<>();
        }
        try {
            T message = MAPPER.readValue(text, root);
            return message == null
                    ? new Decoded.NotOurs<>("no message", Optional.empty())
                    : new Decoded.Message<>(message);
        } catch (InvalidTypeIdException e) {
            return new Decoded.NotOurs<>("unknown type", opId(text)); // its own text lists every type we know
        } catch (StreamReadException | StreamConstraintsException e) {
            return new Decoded.Unreadable<>();
        } catch (JacksonException e) {
            return new Decoded.NotOurs<>("malformed " + where(e), opId(text));
        }
    }

    /** Reads what this program wrote itself; anything else is a bug or a broken disk. */
    public static <T> T read(byte[] bytes, Class<T> type) {
        return MAPPER.readValue(bytes, type);
    }

    public static String encode(Object message) {
        return MAPPER.writeValueAsString(message);
    }

    public static byte[] bytes(Object message) {
        return encode(message).getBytes(StandardCharsets.UTF_8);
    }

    /** Whoever waits for an answer to what cannot be read is to stop waiting. */
    private static Optional<OpId> opId(String text) {
        try {
            return MAPPER.readTree(text).path("opId").stringValueOpt().map(OpId::new);
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The component's place without its value, which may be personal. */
    private static String where(JacksonException e) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            place.append('.').append(name == null ? Integer.toString(step.getIndex()) : name);
        }
        return place.isEmpty() ? "message" : "component " + place.substring(1);
    }

    private static final class InstantAsMillis extends StdSerializer<Instant> {
        InstantAsMillis() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.toEpochMilli());
        }
    }

    private static final class MillisAsInstant extends StdDeserializer<Instant> {
        MillisAsInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            return Instant.ofEpochMilli(in.getLongValue());
        }
    }
}
