package org.virtualwindow.server.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.virtualwindow.server.card.CardReader;
import org.virtualwindow.server.card.IdentityCard;
import org.virtualwindow.server.card.IdentityCard.Sex;
import org.virtualwindow.server.card.SimulatedReader;

/** The identity cards that can be laid on the demo's simulated reader. Their numbers are well formed and nobody's. */
public final class DemoCards {
    public static final CardReader READER = new SimulatedReader(cards());

    private DemoCards() {}

    private static SequencedMap<String, IdentityCard> cards() {
        SequencedMap<String, IdentityCard> cards = new LinkedHashMap<>();
        cards.put(
                "C1",
                new IdentityCard(
                        "㐱小宁", "310117198805120010", Sex.MALE, LocalDate.of(1988, 5, 12), "汉", "上海市松江区方松街道思贤路1号"));
        cards.put(
                "C2",
                new IdentityCard(
                        "阿依古丽·买买提",
                        "330503198803150029",
                        Sex.FEMALE,
                        LocalDate.of(1988, 3, 15),
                        "维吾尔",
                        "浙江省湖州市南浔区练市镇南大街2号"));
        return cards;
    }
}
