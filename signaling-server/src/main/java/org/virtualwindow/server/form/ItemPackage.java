package org.virtualwindow.server.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.json.WireCodec;

/**
 * An item as one centre handles it, its variant laid over the base.
 *
 * @param hash SHA-256 in hex over the item as canonical JSON (RFC 8785), whose absent components do not count: two packages of one
 *     hash ask for the same in the same order
 */
public record ItemPackage(CentreId owner, ServiceItem item, String hash) {
    public static ItemPackage of(CentreId owner, ServiceItem item) {
        return new ItemPackage(owner, item, CanonicalJson.sha256(tree(item)));
    }

    /** The same under another version. */
    public ItemPackage as(long version) {
        Map<String, Object> tree = new LinkedHashMap<>(tree(item));
        tree.put("version", version);
        return of(owner, WireCodec.read(WireCodec.bytes(tree), ServiceItem.class));
    }

    @SuppressWarnings("unchecked") // an object's keys are texts
    private static Map<String, Object> tree(ServiceItem item) {
        return WireCodec.read(WireCodec.bytes(item), Map.class);
    }
}
