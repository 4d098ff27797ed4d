package org.virtualwindow.server.media.kurento;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.server.media.kurento.FakeKurento.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each method of Kurento's protocol does to the objects of {@link FakeKurento}, and the value of its answer. */
record FakeMethods(FakeObjects objects) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MANAGER = "manager_ServerManager";
    private static final int NO_SUCH_METHOD = -32601;

    /** @param operation what is invoked, where the method is {@code invoke} */
    @Nullable
    JsonNode serve(String session, String method, String operation, JsonNode params) {
        String object = params.path("object").asString("");
        return switch (method) {
            case "create" ->
                text(objects.create(
                        session,
                        params.path("type").asString(),
                        params.path("constructorParams").path("mediaPipeline").asString(null)));
            case "subscribe" ->
                text(objects.subscribe(session, object, params.path("type").asString()));
            case "unsubscribe" -> null;
            case "describe", "ref" -> {
                objects.touch(session, object);
                yield text(object);
            }
            case "unref" -> {
                objects.unref(session, object);
                yield null;
            }
            case "release" -> {
                objects.release(object);
                yield null;
            }
            case "invoke" ->
                object.equals(MANAGER)
                        ? manager(session, operation)
                        : invoke(session, object, operation, params.path("operationParams"));
            default -> throw new Refused(NO_SUCH_METHOD, "Method not found: " + method);
        };
    }

    private JsonNode manager(String session, String operation) {
        return switch (operation) {
            case "getInfo" -> {
                ObjectNode info =
                        JSON.createObjectNode().put("version", "7.3.0").put("type", "KMS");
                info.putArray("modules");
                info.putArray("capabilities").add("transactions");
                yield info.put("__module__", "kurento").put("__type__", "ServerInfo");
            }
            case "getPipelines" -> list(objects.pipelines(session));
            default -> throw unknown(operation);
        };
    }

    private @Nullable JsonNode invoke(String session, String object, String operation, JsonNode params) {
        return switch (operation) {
            case "processOffer" ->
                text(objects.negotiate(session, object, params.path("offer").asString("")));
            case "connect" -> {
                Optional<String> mediaType =
                        Optional.ofNullable(params.path("mediaType").asString(null));
                objects.connect(session, object, params.path("sink").asString(), mediaType);
                yield null;
            }
            case "gatherCandidates" -> {
                objects.gather(session, object);
                yield null;
            }
            case "addIceCandidate" -> {
                JsonNode candidate = params.path("candidate");
                objects.candidate(
                        session,
                        object,
                        candidate.path("candidate").asString(""),
                        candidate.path("sdpMid").asString(""),
                        candidate.path("sdpMLineIndex").asInt(0));
                yield null;
            }
            case "addTag" -> {
                objects.tag(
                        session,
                        object,
                        params.path("key").asString(),
                        params.path("value").asString());
                yield null;
            }
            case "getTag" ->
                text(objects.tag(session, object, params.path("key").asString()));
            case "getChildren" -> list(objects.children(session, object));
            case "getName" -> {
                objects.touch(session, object);
                yield text(object);
            }
            default -> {
                if (!operation.startsWith("set")) {
                    throw unknown(operation);
                }
                Optional<String> value = params.propertyStream()
                        .findFirst()
                        .map(any -> any.getValue().asString());
                objects.set(session, object, operation, value.orElse(""));
                yield null;
            }
        };
    }

    private static Refused unknown(String operation) {
        return new Refused(NO_SUCH_METHOD, "Unknown operation " + operation);
    }

    private static JsonNode list(List<String> values) {
        ArrayNode list = JSON.createArrayNode();
        values.forEach(list::add);
        return list;
    }

    private static JsonNode text(String value) {
        return JSON.getNodeFactory().stringNode(value);
    }
}
