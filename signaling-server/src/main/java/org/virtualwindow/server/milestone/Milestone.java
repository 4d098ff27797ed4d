package org.virtualwindow.server.milestone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/**
 * Something an operator may want to have read. Ids only: no name, no value, no word of what people say.
 *
 * @param desk whose clerks answer, and for what
 */
public record Milestone(String what, Optional<CallId> call, RoomId room, String desk, KioskId kiosk) {
    private static final Logger log = LoggerFactory.getLogger("org.virtualwindow.milestone");

    public static String desk(CentreId owner, ServiceItemId item) {
        return owner + "/" + item;
    }

    /** The fields stand in the line, and beside it for whoever collects them (MDC). */
    public void write() {
        Map<String, String> fields = new LinkedHashMap<>();
        call.ifPresent(id -> fields.put("call", id.value()));
        fields.put("room", room.value());
        fields.put("desk", desk);
        fields.put("kiosk", kiosk.value());
        String text = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
        fields.forEach(MDC::put);
        try {
            log.info("{} {}", what, text);
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }
}
