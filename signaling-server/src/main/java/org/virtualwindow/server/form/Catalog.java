package org.virtualwindow.server.form;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every service item of every centre, read once at start. {@code items/index.yaml} says which centre offers which item;
 * {@code items/ITEM/item.yaml} is the base, and {@code items/ITEM/variants/CENTRE.yaml} what that centre does differently.
 */
public final class Catalog {
    private static final String INDEX = "index.yaml";
    private static final String EVENTS = "events.yaml";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultNullHandling(current -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Map<CentreId, Map<ServiceItemId, ServiceItem>> items;
    private final Map<String, LocalText> events;

    private Catalog(Map<CentreId, Map<ServiceItemId, ServiceItem>> items, Map<String, LocalText> events) {
        this.items = items;
        this.events = events;
    }

    /** From the class path. An error names the file, the place in it and the reason. */
    public static Catalog load() {
        WordLists.places();
        return load(Catalog::classPath);
    }

    /** @param files gives the bytes of a name below {@code items/}, or nothing */
    static Catalog load(Function<String, Optional<byte[]>> files) {
        Map<CentreId, Map<ServiceItemId, ServiceItem>> items = new LinkedHashMap<>();
        Map<String, LocalText> events = events(files);
        for (Map.Entry<String, JsonNode> offer : read(files, INDEX).properties()) {
            String item = offer.getKey();
            String file = item + "/item.yaml";
            ObjectNode base = read(files, file);
            ServiceItem common = decoded(file, base);
            check(file, item, ItemFaults.of(common, events.keySet()), common);
            for (JsonNode centre : offer.getValue()) {
                String variantFile = item + "/variants/" + centre.asString() + ".yaml";
                ServiceItem variant =
                        decoded(variantFile, (ObjectNode) MergePatch.apply(base, read(files, variantFile)));
                List<String> faults = new ArrayList<>(ItemFaults.of(variant, events.keySet()));
                faults.addAll(ItemFaults.ofVariant(common, variant));
                check(variantFile, item, faults, variant);
                items.computeIfAbsent(new CentreId(centre.asString()), _ -> new LinkedHashMap<>())
                        .put(variant.item(), variant);
            }
        }
        return new Catalog(items, events);
    }

    /** The item as this centre handles it; empty when it does not. */
    public Optional<ServiceItem> find(ServiceItemId item, CentreId owner) {
        return Optional.ofNullable(items.getOrDefault(owner, Map.of()).get(item));
    }

    /** What this centre handles. */
    public List<ServiceItem> of(CentreId owner) {
        return List.copyOf(items.getOrDefault(owner, Map.of()).values());
    }

    /** Everything, by the centre that handles it. */
    public Map<CentreId, List<ServiceItem>> byCentre() {
        Map<CentreId, List<ServiceItem>> all = new LinkedHashMap<>();
        items.keySet().forEach(centre -> all.put(centre, of(centre)));
        return Collections.unmodifiableMap(all);
    }

    /** Life events by their codes, in the order in which people see them. */
    public Map<String, LocalText> events() {
        return events;
    }

    private static Map<String, LocalText> events(Function<String, Optional<byte[]>> files) {
        Map<String, LocalText> events = new LinkedHashMap<>();
        read(files, EVENTS).properties().forEach(event -> {
            try {
                events.put(event.getKey(), MAPPER.treeToValue(event.getValue(), LocalText.class));
            } catch (JacksonException e) {
                throw new IllegalStateException("items/" + EVENTS + " /" + event.getKey() + ": " + reason(e), e);
            }
        });
        return Collections.unmodifiableMap(events);
    }

    private static void check(String file, String directory, List<String> found, ServiceItem item) {
        List<String> faults = new ArrayList<>();
        if (!item.item().value().equals(directory)) {
            faults.add("/item: must be " + directory + ", as the directory");
        }
        faults.addAll(found);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("items/" + file + " " + String.join("; ", faults));
        }
    }

    private static ServiceItem decoded(String file, ObjectNode written) {
        ObjectNode item = PackageFile.expanded(written);
        try {
            return MAPPER.treeToValue(item, ServiceItem.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("items/" + file + " " + place(item, e) + ": " + reason(e), e);
        }
    }

    /** What a record of ours had against a value stands behind Jackson's words. */
    private static String reason(JacksonException e) {
        return e.getCause() instanceof IllegalArgumentException ours
                ? String.valueOf(ours.getMessage())
                : e.getOriginalMessage();
    }

    /** Where it is in the file: things of a section by their names. */
    private static String place(JsonNode item, JacksonException e) {
        StringBuilder path = new StringBuilder();
        JsonNode at = item;
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            at = name == null ? at.path(step.getIndex()) : at.path(name);
            path.append('/').append(name == null ? PackageFile.nameOf(at).orElse("" + step.getIndex()) : name);
        }
        return path.toString();
    }

    private static ObjectNode read(Function<String, Optional<byte[]>> files, String file) {
        byte[] bytes = files.apply(file)
                .orElseThrow(() -> new IllegalStateException("items/" + file + ": not on the class path"));
        try {
            return PackageFile.read(bytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("items/" + file + " " + e.getMessage(), e);
        }
    }

    /** The files that come with the program. */
    static Optional<byte[]> classPath(String name) {
        try (InputStream in = Catalog.class.getClassLoader().getResourceAsStream("items/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("items/" + name + " cannot be read", e);
        }
    }
}
