package org.virtualwindow.server.form;

import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;

/** 只咨询: the item of a call that has none. It asks for nothing but to be seen and heard. */
final class Question {
    private static final LocalText NOTHING = new LocalText("", "");

    private static final ServiceItem ITEM = new ServiceItem(
            ServiceItemId.QUESTION,
            1L,
            new LocalText("只咨询", "Only a question"),
            new LocalText("先问清楚，不填表，不登记身份", "Ask first: no form, no identity"),
            NOTHING,
            NOTHING,
            ServiceItem.Mode.FULL_ONLINE,
            ServiceItem.Identity.L1,
            NOTHING,
            new ServiceItem.Promise(0, ServiceItem.Clock.AT_ONCE),
            NOTHING,
            NOTHING,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    new ServiceItem.Statement(
                            "WHO_SEES",
                            new LocalText(
                                    "接通后，工作人员能看到您、听到您。不问您的姓名，也不看证件",
                                    "Once connected, the clerk sees and hears you. Nobody asks for your name or"
                                            + " papers")),
                    new ServiceItem.Statement(
                            "NOT_RECORDED", new LocalText("通话不录音、不录像", "Neither sound nor picture is recorded"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new ServiceItem.Find(List.of(), List.of(), List.of()),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    private static final String HASH = ItemPackage.of(new CentreId("any"), ITEM).hash();

    private Question() {}

    static ItemPackage at(CentreId centre) {
        return new ItemPackage(centre, ITEM, HASH);
    }
}
