package org.virtualwindow.server.licence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.DemoCards;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.values.LookupTrouble;

/**
 * Registers to try everything with. They know the people of the {@linkplain DemoCards demo cards} and nobody else: of the first all papers are
 * in order but for a marriage that never was, of the second a good deal goes wrong ({@link #SCRIPTS}).
 */
public final class SimulatedRegisters implements Registers {
    private enum Script {
        FOUND,
        NOT_FOUND,
        DIFFERS,
        EXPIRED,
        SLOW,
        UNREACHABLE
    }

    /** By card and register; whatever is not here is found. */
    private static final Map<String, Map<String, Script>> SCRIPTS = Map.of(
            "C1", Map.of("MARRIAGE_CERTIFICATE", Script.NOT_FOUND),
            "C2",
                    Map.of(
                            "MOBILE_REAL_NAME", Script.DIFFERS,
                            "DRIVING_LICENCE", Script.EXPIRED,
                            "RESIDENCE_PERMIT", Script.EXPIRED,
                            "DIPLOMA", Script.NOT_FOUND,
                            "PROPERTY_CERTIFICATE", Script.UNREACHABLE,
                            "HOUSE_ORIGIN", Script.SLOW));

    private static final Map<String, String> ISSUERS = Map.of(
            "MARRIAGE_CERTIFICATE", "婚姻登记处（演示）",
            "PROPERTY_CERTIFICATE", "不动产登记中心（演示）",
            "HOUSE_ORIGIN", "不动产登记中心（演示）",
            "DRIVING_LICENCE", "公安局交通警察支队（演示）",
            "VEHICLE_LICENCE", "公安局交通警察支队（演示）",
            "RESIDENCE_PERMIT", "公安局（演示）",
            "TAX_RECEIPT", "税务局（演示）",
            "DIPLOMA", "学校（演示）");

    private final Duration slow;

    /** @param slow how long a register takes that takes its time */
    public SimulatedRegisters(Duration slow) {
        this.slow = slow;
    }

    @Override
    public RegisterAnswer ask(RegisterQuery query) {
        String number = query.holder().getOrDefault("idNo", "");
        return DemoCards.all().entrySet().stream()
                .filter(known -> known.getValue().number().equals(number))
                .findFirst()
                .map(known -> answer(known.getKey(), known.getValue(), query))
                .orElse(new RegisterAnswer.NotFound());
    }

    private RegisterAnswer answer(String card, IdentityDocument person, RegisterQuery query) {
        if (!query.holder().getOrDefault("name", person.name()).equals(person.name())) {
            return new RegisterAnswer.Differs(List.of("name"));
        }
        return switch (SCRIPTS.getOrDefault(card, Map.of()).getOrDefault(query.register(), Script.FOUND)) {
            case FOUND -> found(query, person, "2018-06-20", Optional.empty());
            case NOT_FOUND -> new RegisterAnswer.NotFound();
            case DIFFERS ->
                new RegisterAnswer.Differs(
                        query.compares().keySet().stream().sorted().toList());
            case EXPIRED -> found(query, person, "2014-06-20", Optional.of("2024-06-20"));
            case SLOW -> slowly(query, person);
            case UNREACHABLE -> new RegisterAnswer.Unavailable(LookupTrouble.NOT_REACHED);
        };
    }

    private RegisterAnswer slowly(RegisterQuery query, IdentityDocument person) {
        try {
            Thread.sleep(slow);
            return found(query, person, "2018-06-20", Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RegisterAnswer.Unavailable(LookupTrouble.INTERRUPTED);
        }
    }

    private static RegisterAnswer found(
            RegisterQuery query, IdentityDocument person, String from, Optional<String> until) {
        Licence licence = query.register().equals("RESIDENT_ID_CARD")
                ? new Licence(
                        person.issuer(),
                        Optional.of(person.number()),
                        Optional.of(person.validFrom()),
                        person.validUntil())
                : new Licence(
                        ISSUERS.getOrDefault(query.register(), "登记机关（演示）"),
                        Optional.of("DEMO-" + person.number().substring(10)),
                        Optional.of(from),
                        until);
        return new RegisterAnswer.Found(Optional.of(licence), query.holder());
    }
}
