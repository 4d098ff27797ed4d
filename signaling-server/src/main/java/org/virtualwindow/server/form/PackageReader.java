package org.virtualwindow.server.form;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.form.ItemFiles.ItemFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes service items of the text of their files. Whatever is wrong is a {@link PackageFault}. */
final class PackageReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultNullHandling(current -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Map<String, LocalText> events;

    /** @param events the life events there are */
    PackageReader(Map<String, LocalText> events) {
        this.events = events;
    }

    /** An item's base, to be laid under variants. */
    record Base(ObjectNode written, ServiceItem item) {}

    /** @param code what the item must be called */
    Base base(ItemFile file, String code) {
        ObjectNode written = PackageFile.read(file);
        ServiceItem item = decoded(file.path(), written);
        refuse(file.path(), faults(item, code));
        return new Base(written, item);
    }

    ServiceItem variant(Base base, ItemFile file) {
        ServiceItem variant =
                decoded(file.path(), (ObjectNode) MergePatch.apply(base.written(), PackageFile.read(file)));
        List<Fault> faults = faults(variant, base.item().item().value());
        faults.addAll(ItemFaults.ofVariant(base.item(), variant));
        refuse(file.path(), faults);
        return variant;
    }

    /** Life events by their codes, in the order of the file. */
    static Map<String, LocalText> events(String file, ObjectNode written) {
        Map<String, LocalText> events = new LinkedHashMap<>();
        written.properties().forEach(event -> {
            try {
                events.put(event.getKey(), MAPPER.treeToValue(event.getValue(), LocalText.class));
            } catch (JacksonException e) {
                Fault found = DecodingFaults.of(event.getValue(), e);
                throw new PackageFault(file, new Fault("/" + event.getKey() + found.place(), found.reason()));
            }
        });
        return events;
    }

    private List<Fault> faults(ServiceItem item, String code) {
        List<Fault> faults = new ArrayList<>();
        if (!item.item().value().equals(code)) {
            faults.add(Fault.at("/item", "要写 " + code + "，和这件事的代码一样", "must be " + code + ", as the directory"));
        }
        if (item.item().equals(ServiceItemId.QUESTION)) {
            faults.add(Fault.at("/item", "这个名称留给了没有事项的咨询", "is the name of a call without an item"));
        }
        if (item.version() < 1) {
            faults.add(Fault.at("/version", "至少是 1", "must be 1 or more"));
        }
        faults.addAll(ItemFaults.of(item, events.keySet()));
        return faults;
    }

    private static void refuse(String file, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new PackageFault(file, faults);
        }
    }

    private static ServiceItem decoded(String file, ObjectNode written) {
        ObjectNode item = PackageFile.expanded(written);
        try {
            return MAPPER.treeToValue(item, ServiceItem.class);
        } catch (JacksonException e) {
            throw new PackageFault(file, DecodingFaults.of(item, e));
        }
    }
}
