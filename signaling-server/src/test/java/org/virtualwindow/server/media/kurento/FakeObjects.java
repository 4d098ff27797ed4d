package org.virtualwindow.server.media.kurento;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.server.media.kurento.FakeKurento.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one run of {@link FakeKurento} holds: pipelines, their endpoints, and which session keeps what alive. */
final class FakeObjects {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOT_FOUND = 40101;
    private static final int SDP_PARSE_ERROR = 40201;
    private static final int ALREADY_NEGOTIATED = 40208;
    private static final int NO_SUCH_METHOD = -32601;

    private final String server = id("server");
    private final MediaEngine engine;
    private final BiConsumer<String, JsonNode> tell;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Set<String> flows = new HashSet<>();

    private static final class Thing {
        final String id;
        final @Nullable String parent;
        final Set<String> holders = new HashSet<>();
        final Map<String, String> tags = new LinkedHashMap<>();
        final Map<String, String> settings = new LinkedHashMap<>();
        final Map<String, Set<String>> subscribers = new LinkedHashMap<>();
        final List<ObjectNode> found = new ArrayList<>();
        boolean negotiated;
        boolean gathering;

        Thing(String id, @Nullable String parent) {
            this.id = id;
            this.parent = parent;
        }
    }

    /** @param tell takes an event for a session */
    FakeObjects(MediaEngine engine, BiConsumer<String, JsonNode> tell) {
        this.engine = engine;
        this.tell = tell;
    }

    static String id(String type) {
        return UUID.randomUUID() + "_" + type;
    }

    String server() {
        return server;
    }

    synchronized boolean knows(String session) {
        return things.values().stream().anyMatch(thing -> thing.holders.contains(session));
    }

    synchronized List<String> ids() {
        return List.copyOf(things.keySet());
    }

    synchronized Map<String, String> tags(String object) {
        Thing thing = things.get(object);
        return thing == null ? Map.of() : Map.copyOf(thing.tags);
    }

    synchronized Map<String, String> settings(String object) {
        Thing thing = things.get(object);
        return thing == null ? Map.of() : Map.copyOf(thing.settings);
    }

    synchronized boolean connected(String source, String sink) {
        return flows.contains(source + " > " + sink);
    }

    void clear() {
        ids().forEach(this::release);
    }

    /** What only this session held goes with it. */
    void end(String session) {
        forget(holders -> holders.remove(session));
    }

    void keepOnly(Collection<String> sessions) {
        forget(holders -> holders.retainAll(sessions));
    }

    private void forget(java.util.function.Consumer<Set<String>> change) {
        List<String> unheld;
        synchronized (this) {
            things.values().forEach(thing -> change.accept(thing.holders));
            unheld = things.values().stream()
                    .filter(thing -> thing.holders.isEmpty())
                    .map(thing -> thing.id)
                    .toList();
        }
        unheld.forEach(this::release);
    }

    /** Does what a request asks and gives the value of its answer. */
    @Nullable
    JsonNode serve(String session, String name, String method, JsonNode params) {
        String object = params.path("object").asString("");
        return switch (method) {
            case "create" -> text(create(session, params));
            case "subscribe" ->
                text(subscribe(session, object, params.path("type").asString()));
            case "unsubscribe" -> null;
            case "describe" -> text(held(session, object).id);
            case "ref" -> text(held(session, object).id);
            case "unref" -> {
                unref(session, object);
                yield null;
            }
            case "release" -> {
                release(object);
                yield null;
            }
            case "invoke" ->
                object.equals("manager_ServerManager")
                        ? manager(session, name)
                        : invoke(session, object, name, params.path("operationParams"));
            default -> throw new Refused(NO_SUCH_METHOD, "Method not found: " + method);
        };
    }

    private synchronized String create(String session, JsonNode params) {
        String type = params.path("type").asString();
        String parent = params.path("constructorParams").path("mediaPipeline").asString(null);
        if (parent != null) {
            held(session, parent);
        }
        String id = (parent == null ? "" : parent + "/") + id("kurento." + type);
        things.put(id, new Thing(id, parent));
        held(session, id);
        return id;
    }

    private synchronized String subscribe(String session, String object, String type) {
        held(session, object)
                .subscribers
                .computeIfAbsent(type, any -> new HashSet<>())
                .add(session);
        return id("subscription");
    }

    private @Nullable JsonNode manager(String session, String operation) {
        return switch (operation) {
            case "getInfo" -> {
                ObjectNode info =
                        JSON.createObjectNode().put("version", "7.3.0").put("type", "KMS");
                info.putArray("modules");
                info.putArray("capabilities").add("transactions");
                yield info.put("__module__", "kurento").put("__type__", "ServerInfo");
            }
            case "getPipelines" -> pipelines(session);
            default -> throw new Refused(NO_SUCH_METHOD, "Unknown operation " + operation);
        };
    }

    /** Whoever lists them holds them. */
    private synchronized JsonNode pipelines(String session) {
        var list = JSON.createArrayNode();
        things.values().stream()
                .filter(thing -> thing.parent == null)
                .map(thing -> thing.id)
                .forEach(list::add);
        list.forEach(id -> held(session, id.asString()));
        return list;
    }

    private @Nullable JsonNode invoke(String session, String object, String operation, JsonNode params) {
        switch (operation) {
            case "processOffer" -> {
                return text(negotiate(session, object, params.path("offer").asString("")));
            }
            case "connect" -> {
                connect(session, object, params);
                return null;
            }
            case "gatherCandidates" -> gather(session, object);
            case "addIceCandidate" -> {
                held(session, object);
                JsonNode candidate = params.path("candidate");
                engine.candidate(
                        object,
                        candidate.path("candidate").asString(""),
                        candidate.path("sdpMid").asString(""),
                        candidate.path("sdpMLineIndex").asInt(0));
            }
            default -> {
                return simple(held(session, object), operation, params);
            }
        }
        return null;
    }

    private synchronized @Nullable JsonNode simple(Thing thing, String operation, JsonNode params) {
        switch (operation) {
            case "addTag" ->
                thing.tags.put(
                        params.path("key").asString(), params.path("value").asString());
            case "getTag" -> {
                String value = thing.tags.get(params.path("key").asString());
                if (value == null) {
                    throw new Refused(40110, "Tag not found");
                }
                return text(value);
            }
            case "getChildren" -> {
                var children = JSON.createArrayNode();
                things.values().stream()
                        .filter(child -> thing.id.equals(child.parent))
                        .forEach(child -> children.add(child.id));
                return children;
            }
            case "getName" -> {
                return text(thing.id);
            }
            default -> {
                if (!operation.startsWith("set")) {
                    throw new Refused(NO_SUCH_METHOD, "Unknown operation " + operation);
                }
                thing.settings.put(
                        operation,
                        params.propertyStream()
                                .findFirst()
                                .map(any -> any.getValue().asString())
                                .orElse(""));
            }
        }
        return null;
    }

    private String negotiate(String session, String object, String offer) {
        synchronized (this) {
            Thing thing = held(session, object);
            if (thing.negotiated) {
                throw new Refused(ALREADY_NEGOTIATED, "Endpoint already negotiated");
            }
            if (!offer.startsWith("v=0")) {
                throw new Refused(SDP_PARSE_ERROR, "Error parsing the offer");
            }
            thing.negotiated = true;
        }
        return engine.answer(object, offer);
    }

    private void connect(String session, String object, JsonNode params) {
        String sink = params.path("sink").asString();
        synchronized (this) {
            held(session, object);
            held(session, sink);
            flows.add(object + " > " + sink);
        }
        engine.connect(
                object, sink, Optional.ofNullable(params.path("mediaType").asString(null)));
    }

    private void gather(String session, String object) {
        List<ObjectNode> early;
        synchronized (this) {
            Thing thing = held(session, object);
            thing.gathering = true;
            early = List.copyOf(thing.found);
            thing.found.clear();
        }
        early.forEach(event -> publish(object, event));
    }

    void found(String endpoint, String candidate, String sdpMid, int sdpMLineIndex) {
        ObjectNode data = JSON.createObjectNode().put("type", "IceCandidateFound");
        data.putObject("candidate")
                .put("candidate", candidate)
                .put("sdpMid", sdpMid)
                .put("sdpMLineIndex", sdpMLineIndex)
                .put("__module__", "kurento")
                .put("__type__", "IceCandidate");
        happened(endpoint, data);
    }

    void foundAll(String endpoint) {
        happened(endpoint, JSON.createObjectNode().put("type", "IceGatheringDone"));
    }

    private void happened(String endpoint, ObjectNode data) {
        data.put("source", endpoint).put("timestamp", "0").put("timestampMillis", "0");
        data.putArray("tags");
        synchronized (this) {
            Thing thing = things.get(endpoint);
            if (thing == null) {
                return;
            }
            if (!thing.gathering) {
                thing.found.add(data);
                return;
            }
        }
        publish(endpoint, data);
    }

    private void publish(String endpoint, ObjectNode data) {
        String type = data.path("type").asString();
        Set<String> sessions;
        synchronized (this) {
            Thing thing = things.get(endpoint);
            sessions = thing == null ? Set.of() : Set.copyOf(thing.subscribers.getOrDefault(type, Set.of()));
        }
        ObjectNode event = JSON.createObjectNode().put("object", endpoint).put("type", type);
        event.set("data", data);
        sessions.forEach(session -> tell.accept(session, event));
    }

    private void unref(String session, String object) {
        List<String> unheld = new ArrayList<>();
        synchronized (this) {
            things.values().stream().filter(thing -> within(thing, object)).forEach(thing -> {
                thing.holders.remove(session);
                if (thing.holders.isEmpty()) {
                    unheld.add(thing.id);
                }
            });
        }
        unheld.forEach(this::release);
    }

    /** An object goes with all in it; one that is not there any more is gone already. */
    void release(String object) {
        List<Thing> gone;
        synchronized (this) {
            gone = things.values().stream()
                    .filter(thing -> within(thing, object))
                    .toList();
            gone.forEach(thing -> {
                things.remove(thing.id);
                flows.removeIf(flow -> flow.contains(thing.id));
            });
        }
        gone.stream().filter(thing -> thing.parent != null).forEach(thing -> engine.release(thing.id));
    }

    private static boolean within(Thing thing, String object) {
        return thing.id.equals(object) || object.equals(thing.parent);
    }

    private synchronized Thing held(String session, String object) {
        Thing thing = find(object);
        thing.holders.add(session);
        if (thing.parent != null) {
            find(thing.parent).holders.add(session);
        }
        return thing;
    }

    private Thing find(String object) {
        Thing thing = things.get(object);
        if (thing == null) {
            throw new Refused(NOT_FOUND, "Object '" + object + "' not found");
        }
        return thing;
    }

    private static JsonNode text(String value) {
        return JSON.getNodeFactory().stringNode(value);
    }
}
