package org.virtualwindow.server.items;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ToKiosk.CentreOffering;
import org.virtualwindow.protocol.ToKiosk.LifeEvent;
import org.virtualwindow.protocol.ToKiosk.OfferedItem;
import org.virtualwindow.protocol.ToKiosk.Offering;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.form.Catalog;

/** What the catalogue in force offers, made once for each catalogue. Two that make it at once make the same. */
public final class CurrentOffering implements Supplier<Offering> {
    private static final int SHORT = 16;

    private final Supplier<Catalog> catalog;
    private volatile @Nullable Made made;

    private record Made(Catalog of, Offering offering) {}

    /** @param catalog the one in force */
    public CurrentOffering(Supplier<Catalog> catalog) {
        this.catalog = catalog;
    }

    @Override
    public Offering get() {
        Catalog now = catalog.get();
        Made last = made;
        if (last == null || last.of() != now) {
            last = new Made(now, of(now));
            made = last;
        }
        return last.offering();
    }

    private static Offering of(Catalog catalog) {
        List<CentreOffering> centres = catalog.byCentre().entrySet().stream()
                .map(centre -> new CentreOffering(
                        centre.getKey(),
                        centre.getValue().stream().map(CurrentOffering::offered).toList()))
                .toList();
        List<LifeEvent> events = catalog.events().entrySet().stream()
                .map(event -> new LifeEvent(event.getKey(), event.getValue()))
                .toList();
        return new Offering(hash(WireCodec.bytes(new Offering("", centres, events))), centres, events);
    }

    private static OfferedItem offered(ServiceItem item) {
        return new OfferedItem(
                item.item(), item.title(), item.summary(), item.find().events());
    }

    private static String hash(byte[] offering) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(offering))
                    .substring(0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
