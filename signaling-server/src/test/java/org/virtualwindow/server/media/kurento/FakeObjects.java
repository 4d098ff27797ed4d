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
import java.util.function.Consumer;
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
    private static final int TAG_NOT_FOUND = 40110;

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

    private void forget(Consumer<Set<String>> change) {
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

    // What requests do

    /** @param parent the pipeline of an endpoint */
    synchronized String create(String session, String type, @Nullable String parent) {
        if (parent != null) {
            held(session, parent);
        }
        String id = (parent == null ? "" : parent + "/") + id("kurento." + type);
        things.put(id, new Thing(id, parent));
        held(session, id);
        return id;
    }

    synchronized String subscribe(String session, String object, String type) {
        held(session, object)
                .subscribers
                .computeIfAbsent(type, any -> new HashSet<>())
                .add(session);
        return id("subscription");
    }

    /** It exists; from now on this session holds it. */
    void touch(String session, String object) {
        held(session, object);
    }

    /** Whoever lists them holds them. */
    synchronized List<String> pipelines(String session) {
        List<String> all = things.values().stream()
                .filter(thing -> thing.parent == null)
                .map(thing -> thing.id)
                .toList();
        all.forEach(id -> held(session, id));
        return all;
    }

    synchronized List<String> children(String session, String object) {
        held(session, object);
        return things.values().stream()
                .filter(child -> object.equals(child.parent))
                .map(child -> child.id)
                .toList();
    }

    synchronized void tag(String session, String object, String key, String value) {
        held(session, object).tags.put(key, value);
    }

    synchronized String tag(String session, String object, String key) {
        String value = held(session, object).tags.get(key);
        if (value == null) {
            throw new Refused(TAG_NOT_FOUND, "Tag not found");
        }
        return value;
    }

    synchronized void set(String session, String object, String setting, String value) {
        held(session, object).settings.put(setting, value);
    }

    String negotiate(String session, String object, String offer) {
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

    void connect(String session, String source, String sink, Optional<String> mediaType) {
        synchronized (this) {
            held(session, source);
            held(session, sink);
            flows.add(source + " > " + sink);
        }
        engine.connect(source, sink, mediaType);
    }

    void candidate(String session, String object, String candidate, String sdpMid, int sdpMLineIndex) {
        held(session, object);
        engine.candidate(object, candidate, sdpMid, sdpMLineIndex);
    }

    /** From now on what was found and will be is told. */
    void gather(String session, String object) {
        List<ObjectNode> early;
        synchronized (this) {
            Thing thing = held(session, object);
            thing.gathering = true;
            early = List.copyOf(thing.found);
            thing.found.clear();
        }
        early.forEach(event -> publish(object, event));
    }

    /** What nobody else holds goes. */
    void unref(String session, String object) {
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

    // What the engine finds

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
}
