package org.virtualwindow.server.media.kurento;

import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.virtualwindow.server.media.kurento.FakeKurento.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC 2.0 as a media server speaks it on its connections: requests, transactions of several, answers, events. */
final class FakeRpc {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PING = "ping";
    private static final int INVALID_SESSION = 40007;

    private final FakeFaults faults;
    private final Map<Session, String> sessionOf = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Supplier<FakeObjects> objects;

    /** @param objects those that a request is about when it is served */
    FakeRpc(FakeFaults faults, Supplier<FakeObjects> objects) {
        this.faults = faults;
        this.objects = objects;
    }

    /** Of the connections that are open at present. */
    List<String> sessions() {
        return List.copyOf(sessionOf.values());
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    void closed(Session line) {
        sessionOf.remove(line);
    }

    void take(Session line, String text) {
        JsonNode request = JSON.readTree(text);
        Thread.ofVirtual()
                .start(() -> process(line, request)
                        .filter(answer -> !faults.isMute())
                        .ifPresent(answer -> send(line, answer)));
    }

    /** An event for a session. */
    void tell(String session, JsonNode event) {
        ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", "onEvent");
        message.putObject("params").set("value", event);
        sessionOf.forEach((line, of) -> {
            if (of.equals(session) && !faults.isMute()) {
                send(line, message);
            }
        });
    }

    /** Empty where there is no answer. */
    private Optional<ObjectNode> process(Session line, JsonNode request) {
        String name = name(request);
        if (!name.equals(PING)) {
            requests.add(name);
        }
        boolean lost = false;
        ObjectNode answer = JSON.createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", request.path("id").asInt());
        try {
            lost = faults.losesAnswer(name);
            faults.befall(name);
            answer.set("result", result(objects.get(), line, request, name));
        } catch (Refused refused) {
            answer.putObject("error").put("code", refused.code).put("message", String.valueOf(refused.getMessage()));
        } catch (InterruptedException e) {
            lost = true;
        }
        return lost ? Optional.empty() : Optional.of(answer);
    }

    private JsonNode result(FakeObjects now, Session line, JsonNode request, String name) {
        JsonNode params = request.path("params");
        String method = request.path("method").asString();
        String session =
                params.path("sessionId").asString(sessionOf.computeIfAbsent(line, any -> FakeObjects.id("session")));
        if (method.equals("connect") && params.has("sessionId") && !now.knows(session)) {
            throw new Refused(INVALID_SESSION, "Invalid session");
        }
        sessionOf.put(line, session);
        if (!line.isOpen()) {
            sessionOf.remove(line); // closed while this was on its way
        }
        ObjectNode result = JSON.createObjectNode().put("sessionId", session);
        JsonNode value = switch (method) {
            case PING -> JSON.getNodeFactory().stringNode("pong");
            case "connect" -> {
                result.put("serverId", now.server());
                yield null;
            }
            case "closeSession" -> {
                now.end(session);
                yield null;
            }
            case "transaction" -> transaction(line, session, params);
            default -> new FakeMethods(now).serve(session, method, name, params);
        };
        if (value != null) {
            result.set("value", value);
        }
        return result;
    }

    /** As the real one: it stops at the first that is refused, and what was done before stays done. */
    private JsonNode transaction(Session line, String session, JsonNode params) {
        ArrayNode answers = JSON.createArrayNode();
        for (JsonNode operation : params.path("operations")) {
            String text = operation.toString();
            for (int i = 0; i < answers.size(); i++) {
                text = text.replace(
                        "\"newref:" + i + "\"",
                        answers.get(i).path("result").path("value").toString());
            }
            ObjectNode request = (ObjectNode) JSON.readTree(text);
            request.withObject("params").put("sessionId", session);
            Optional<ObjectNode> answer = process(line, request);
            answer.ifPresent(answers::add);
            if (answer.isEmpty() || answer.get().has("error")) {
                break;
            }
        }
        return answers;
    }

    private static String name(JsonNode request) {
        JsonNode params = request.path("params");
        String method = request.path("method").asString();
        return switch (method) {
            case "create" -> "create " + params.path("type").asString();
            case "invoke" -> params.path("operation").asString();
            default -> method;
        };
    }

    private static void send(Session line, ObjectNode message) {
        synchronized (line) {
            try {
                line.getBasicRemote().sendText(message.toString());
            } catch (IOException | RuntimeException gone) {
                // nobody is there to be told
            }
        }
    }
}
