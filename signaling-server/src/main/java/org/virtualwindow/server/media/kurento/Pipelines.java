package org.virtualwindow.server.media.kurento;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kurento.client.MediaPipeline;
import org.kurento.jsonrpc.message.Response;

/** Pipelines at the other end of a link: made with their tag, and found again by it. Waits for the server. */
final class Pipelines {
    private static final String VALUE = "value";

    private Pipelines() {}

    /** Makes one that never stands untagged, however early we or the server die. */
    static MediaPipeline create(Link link, Tag tag) {
        JsonArray operations = new JsonArray();
        operations.add(operation(0, "create", "type", "MediaPipeline", "constructorParams", new JsonObject()));
        JsonObject label = new JsonObject();
        label.addProperty("key", Tag.KEY);
        label.addProperty(VALUE, tag.toString());
        JsonObject tagging = operation(1, "invoke", "object", "newref:0", "operationParams", label);
        tagging.getAsJsonObject("params").addProperty("operation", "addTag");
        operations.add(tagging);
        JsonObject params = new JsonObject();
        params.add("operations", operations);

        JsonArray answers =
                value(link.ask("transaction", params), "transaction").getAsJsonArray();
        Optional<String> id = answers.isEmpty() ? Optional.empty() : made(answers.get(0));
        if (id.isEmpty() || answers.size() < operations.size() || failed(answers.get(1))) {
            id.ifPresent(untagged -> release(link, untagged));
            throw new Trouble.Refused("making a pipeline", 0);
        }
        return link.client().getById(id.get(), MediaPipeline.class);
    }

    private static JsonObject operation(
            int id, String method, String name, String value, String more, JsonObject what) {
        JsonObject params = new JsonObject();
        params.addProperty(name, value);
        params.add(more, what);
        JsonObject operation = new JsonObject();
        operation.addProperty("jsonrpc", "2.0");
        operation.addProperty("id", id);
        operation.addProperty("method", method);
        operation.add("params", params);
        return operation;
    }

    private static Optional<String> made(JsonElement answer) {
        return failed(answer)
                ? Optional.empty()
                : Optional.of(answer.getAsJsonObject()
                        .getAsJsonObject("result")
                        .get(VALUE)
                        .getAsString());
    }

    private static boolean failed(JsonElement answer) {
        return answer.getAsJsonObject().has("error");
    }

    static void release(Link link, String pipeline) {
        value(link.ask("release", of(link, pipeline)), "release");
    }

    /**
     * Releases every pipeline of this installation that nobody needs. Whoever lists them holds them from then on, also those of
     * others: they are let go again, untouched.
     *
     * @return how many were released
     */
    static int sweep(Link link, String installation, Predicate<Tag.Plan> needed) {
        int released = 0;
        List<MediaPipeline> all = link.call(
                "listing pipelines", () -> link.client().getServerManager().getPipelines());
        for (MediaPipeline pipeline : all) {
            String id = pipeline.getId();
            try {
                Optional<Tag> tag =
                        tag(link, pipeline).filter(found -> found.installation().equals(installation));
                if (tag.isEmpty()) {
                    link.ask("unref", of(link, id));
                } else if (!needed.test(tag.get().plan())) {
                    release(link, id);
                    released++;
                }
            } catch (Trouble.Refused gone) {
                // released by its owner meanwhile
            }
        }
        return released;
    }

    private static Optional<Tag> tag(Link link, MediaPipeline pipeline) {
        try {
            return Tag.read(link.call("reading a tag", () -> pipeline.getTag(Tag.KEY)));
        } catch (Trouble.Refused untagged) {
            return Optional.empty();
        }
    }

    private static JsonObject of(Link link, String object) {
        JsonObject params = new JsonObject();
        params.addProperty("object", object);
        params.addProperty("sessionId", link.client().getSessionId());
        return params;
    }

    private static JsonElement value(Response<JsonElement> response, String what) {
        if (response.isError()) {
            throw new Trouble.Refused(what, response.getError().getCode());
        }
        // the client may have unwrapped it already
        JsonElement result = response.getResult() == null ? new JsonObject() : response.getResult();
        return result instanceof JsonObject wrapped && wrapped.has(VALUE) ? wrapped.get(VALUE) : result;
    }
}
