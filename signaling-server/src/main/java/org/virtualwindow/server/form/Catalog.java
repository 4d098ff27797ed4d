package org.virtualwindow.server.form;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.form.ItemFiles.ItemFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every service item of every centre. Immutable. {@code index.yaml} says which centre offers which item; {@code ITEM/item.yaml} is
 * the base, and {@code ITEM/variants/CENTRE.yaml} what that centre does differently.
 */
public final class Catalog {
    private static final String INDEX = "index.yaml";
    private static final String EVENTS = "events.yaml";

    /** Once it was read: what comes with the program does not change while it runs. */
    private static volatile @Nullable Catalog ofProgram;

    private final Map<CentreId, Map<ServiceItemId, ItemPackage>> items;
    private final Map<ServiceItemId, PackageReader.Base> bases;
    private final Map<String, LocalText> events;

    private Catalog(
            Map<CentreId, Map<ServiceItemId, ItemPackage>> items,
            Map<ServiceItemId, PackageReader.Base> bases,
            Map<String, LocalText> events) {
        this.items = items;
        this.bases = bases;
        this.events = events;
    }

    /** What comes with the program. An error names the file, the place in it and the reason. */
    public static Catalog load() {
        return load(Optional.empty());
    }

    /**
     * @param folder laid out like {@code items/}: a file there stands in the place of the program's file of that name; {@code
     *     index.yaml} and {@code events.yaml} are merge patches on the program's
     * @throws PackageFault where a package is unusable; none is left out in silence
     */
    public static Catalog load(Optional<Path> folder) {
        WordLists.places();
        return folder.map(own -> load(ItemFiles.ofProgram().under(own))).orElseGet(Catalog::ofProgram);
    }

    private static Catalog ofProgram() {
        Catalog read = ofProgram;
        if (read == null) {
            read = load(ItemFiles.ofProgram());
            ofProgram = read;
        }
        return read;
    }

    static Catalog load(ItemFiles files) {
        Map<CentreId, Map<ServiceItemId, ItemPackage>> items = new LinkedHashMap<>();
        Map<ServiceItemId, PackageReader.Base> bases = new LinkedHashMap<>();
        Set<String> used = new HashSet<>(List.of(INDEX, EVENTS));
        Map<String, LocalText> events = PackageReader.events(last(files, EVENTS), merged(files, EVENTS));
        PackageReader reader = new PackageReader(events);
        // Reading them is most of a start; the order of the index stays.
        List<Offer> offers = List.copyOf(merged(files, INDEX).properties()).parallelStream()
                .map(offer -> offer(files, reader, offer.getKey(), offer.getValue()))
                .toList();
        for (Offer offer : offers) {
            ServiceItemId item = offer.base().item().item();
            bases.put(item, offer.base());
            offer.variants()
                    .forEach(each -> items.computeIfAbsent(each.owner(), _ -> new LinkedHashMap<>())
                            .put(item, each));
            used.addAll(offer.files());
        }
        files.own().stream().filter(name -> !used.contains(name)).findFirst().ifPresent(name -> {
            throw new PackageFault(
                    files.find().apply(name).getLast().path(),
                    Fault.ofFile(
                            "没有用上：" + INDEX + " 里没有写这个中心办这件事",
                            "is used by nothing: " + INDEX + " does not name this item with this centre"));
        });
        return new Catalog(items, bases, Collections.unmodifiableMap(events));
    }

    /** @param files the names of those it was made of */
    private record Offer(PackageReader.Base base, List<ItemPackage> variants, List<String> files) {}

    private static Offer offer(ItemFiles files, PackageReader reader, String item, JsonNode centres) {
        List<String> used = new ArrayList<>(List.of(item + "/item.yaml"));
        PackageReader.Base base = reader.base(top(files, used.getLast()), item);
        List<ItemPackage> variants = new ArrayList<>();
        for (JsonNode each : centres) {
            CentreId owner = centre(last(files, INDEX), item, each);
            used.add(item + "/variants/" + owner.value() + ".yaml");
            variants.add(ItemPackage.of(owner, reader.variant(base, top(files, used.getLast()))));
        }
        return new Offer(base, variants, used);
    }

    /** The item as this centre handles it; empty when it does not. Every centre that handles something can be asked a question. */
    public Optional<ServiceItem> find(ServiceItemId item, CentreId owner) {
        return packageOf(item, owner).map(ItemPackage::item);
    }

    public Optional<ItemPackage> packageOf(ServiceItemId item, CentreId owner) {
        if (item.equals(ServiceItemId.QUESTION)) {
            return items.containsKey(owner) ? Optional.of(Question.at(owner)) : Optional.empty();
        }
        return Optional.ofNullable(items.getOrDefault(owner, Map.of()).get(item));
    }

    /** What every centre's variant lies over. */
    public Optional<ServiceItem> base(ServiceItemId item) {
        return Optional.ofNullable(bases.get(item)).map(PackageReader.Base::item);
    }

    /** Everything. */
    public List<ItemPackage> all() {
        return items.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /** With this package in the place of the centre's former one, or beside the others. */
    public Catalog with(ItemPackage newer) {
        Map<CentreId, Map<ServiceItemId, ItemPackage>> changed = new LinkedHashMap<>(items);
        Map<ServiceItemId, ItemPackage> there = new LinkedHashMap<>(items.getOrDefault(newer.owner(), Map.of()));
        there.put(newer.item().item(), newer);
        changed.put(newer.owner(), there);
        return new Catalog(changed, bases, events);
    }

    /**
     * What a package would be that somebody hands in.
     *
     * @param base the text of an {@code item.yaml}; without it, the one of the files
     * @param variant the text of what this centre does differently; without it, nothing
     * @throws PackageFault where it is unusable
     */
    public ItemPackage read(CentreId owner, ServiceItemId item, Optional<byte[]> base, Optional<byte[]> variant) {
        PackageReader reader = new PackageReader(events);
        PackageReader.Base common = base.map(text -> reader.base(new ItemFile("item.yaml", text), item.value()))
                .or(() -> Optional.ofNullable(bases.get(item)))
                .orElseThrow(() -> new PackageFault(
                        "item.yaml", Fault.ofFile("没有交：程序里没有这件事", "is missing: no such item comes with the program")));
        ItemFile patch = new ItemFile(owner.value() + ".yaml", variant.orElse("{}".getBytes(StandardCharsets.UTF_8)));
        return ItemPackage.of(owner, reader.variant(common, patch));
    }

    /** What this centre handles. */
    public List<ServiceItem> of(CentreId owner) {
        return items.getOrDefault(owner, Map.of()).values().stream()
                .map(ItemPackage::item)
                .toList();
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

    private static CentreId centre(String index, String item, JsonNode centre) {
        try {
            return new CentreId(centre.asString());
        } catch (RuntimeException noCode) {
            throw new PackageFault(index, Fault.at("/" + item, "要写中心代码的列表", "wants a list of centres' codes"));
        }
    }

    /** The file that counts. */
    private static ItemFile top(ItemFiles files, String name) {
        List<ItemFile> found = files.find().apply(name);
        if (found.isEmpty()) {
            throw new PackageFault("items/" + name, Fault.ofFile("没有这个文件", "is not there"));
        }
        return found.getLast();
    }

    /** All of that name, each a merge patch on those before it. */
    private static ObjectNode merged(ItemFiles files, String name) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        for (ItemFile each : files.find().apply(name)) {
            whole = (ObjectNode) MergePatch.apply(whole, PackageFile.read(each));
        }
        return whole;
    }

    private static String last(ItemFiles files, String name) {
        return files.find().apply(name).getLast().path();
    }
}
