package org.virtualwindow.campaigns.history;

import static org.virtualwindow.campaigns.history.Story.APPLICANT;
import static org.virtualwindow.campaigns.history.Story.CLERK;
import static org.virtualwindow.campaigns.history.Story.ROOM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.campaigns.history.Fact.Wish;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.SuggestionEnd;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Source;

/** A history of a form that is filled in by two: rows, proposals, the leave to write, undoing, confirming, declaring. */
final class Together {
    static final FieldPath TABLE = new FieldPath("/investors");
    static final FieldPath ROW = new FieldPath("/investors/r2");
    static final FieldPath NAME_IN_ROW = new FieldPath("/investors/r2/name");
    /** The last place in the room. */
    static final long LAST = 18;

    static final List<String> ACCEPTED =
            List.of("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11", "t12", "t13", "t14", "t15");

    private static final String ROOMS = "SYSTEM:room";

    private final Story story = new Story();
    private Form form = Form.EMPTY.withRows(Map.of(TABLE.value(), List.of("r1")));
    private long seq;

    private Together() {
        begin();
        fillIn();
        form = form.told(form.rev(), Set.of("/industryWord"));
    }

    static Story good() {
        Together it = new Together();
        it.holds();
        return it.story;
    }

    /** What both hold in the end. */
    static Form form() {
        return new Together().form;
    }

    /** In the end the applicant withdraws that the clerk sees the form, and goes on. */
    static Story covered() {
        Together it = new Together();
        RoomEvent over = new RoomEvent.SuggestionEnded(new SuggestionId("s4"), SuggestionEnd.WITHDRAWN);
        it.keeps(APPLICANT, "", over);
        it.tells(CLERK, APPLICANT, over);
        it.asks(
                APPLICANT,
                "t16",
                grant("EndGrant", GrantScope.SEE_FORM),
                new RoomEvent.GrantEnded(GrantScope.SEE_FORM));
        it.story.add(new Fact.Entered(it.seq * 20, CLERK, 1L, ROOM, it.seq, it.form.seenBy(CLERK)));
        FieldPath region = new FieldPath("/regionWord");
        it.asks(APPLICANT, "t17", set(region, "南浔", 0), wrote(region, "南浔", 1));
        it.asks(CLERK, "t18", new Wish("Say", ROOM, "", "您好"), Story.said("您好"));
        it.tells(CLERK, CLERK, Story.said("您好"));
        it.holds();
        return it.story;
    }

    private void begin() {
        keeps(APPLICANT, "t0", Story.opened("K1"));
        story.add(new Fact.Entered(seq * 20, APPLICANT, 1L, ROOM, seq, form));
        keeps(ROOMS, "", Story.seated("C1", 1));
        story.add(new Fact.Entered(seq * 20, CLERK, 1L, ROOM, seq, form));
    }

    private void fillIn() {
        FieldPath industry = new FieldPath("/industryWord");
        FieldPath trade = new FieldPath("/tradeName");
        both(
                APPLICANT,
                "t1",
                new Wish("AddRow", ROOM, TABLE.value(), "", "r2", Optional.empty()),
                new RoomEvent.RowAdded(TABLE, new RowId("r2")));
        both(APPLICANT, "t2", set(NAME_IN_ROW, "甲", 0), wrote(NAME_IN_ROW, "甲", 1));
        both(CLERK, "t3", suggest("s1", NAME_IN_ROW, "甲方", 1), made("s1", NAME_IN_ROW, "甲方", 1));
        both(
                APPLICANT,
                "t4",
                new Wish("TakeSuggestion", ROOM, "", "", "s1", Optional.empty()),
                took("s1", NAME_IN_ROW, "甲方", 2));
        both(CLERK, "t5", grant("AskGrant", GrantScope.EDIT_FORM), new RoomEvent.GrantAsked(GrantScope.EDIT_FORM));
        both(APPLICANT, "t6", grant("GiveGrant", GrantScope.EDIT_FORM), new RoomEvent.GrantGiven(GrantScope.EDIT_FORM));
        both(CLERK, "t7", set(NAME_IN_ROW, "乙", 2), wrote(NAME_IN_ROW, "乙", 3));
        both(
                APPLICANT,
                "t8",
                new Wish("Confirm", ROOM, NAME_IN_ROW.value(), "", "", Optional.of(3L)),
                new RoomEvent.FieldConfirmed(NAME_IN_ROW, 3L));
        both(
                APPLICANT,
                "t9",
                new Wish("Undo", ROOM, NAME_IN_ROW.value(), "", "", Optional.of(3L)),
                wrote(NAME_IN_ROW, "甲方", 4));
        both(CLERK, "t10", set(industry, "网络", 0), wrote(industry, "网络", 1));
        both(
                APPLICANT,
                "t11",
                new Wish("Declare", ROOM, "", "true", "NAME_RISK", Optional.empty()),
                new RoomEvent.Declared("NAME_RISK", true));
        both(CLERK, "t12", suggest("s3", NAME_IN_ROW, "丁", 4), made("s3", NAME_IN_ROW, "丁", 4));
        RoomEvent removed = new RoomEvent.RowRemoved(ROW);
        keeps(APPLICANT, "", removed);
        tells(CLERK, APPLICANT, removed);
        both(
                APPLICANT,
                "t13",
                new Wish("RemoveRow", ROOM, ROW.value(), ""),
                new RoomEvent.SuggestionEnded(new SuggestionId("s3"), SuggestionEnd.STALE));
        both(CLERK, "t15", suggest("s4", trade, "禾", 0), made("s4", trade, "禾", 0));
        both(APPLICANT, "t14", grant("EndGrant", GrantScope.EDIT_FORM), new RoomEvent.GrantEnded(GrantScope.EDIT_FORM));
    }

    private void both(String who, String op, Wish wish, RoomEvent event) {
        asks(who, op, wish, event);
        tells(CLERK, who, event);
    }

    private void asks(String who, String op, Wish wish, RoomEvent event) {
        keeps(who, op, event);
        story.asks(seq * 20, who, op, wish, seq);
    }

    /** The kiosk is told of everything. */
    private void keeps(String by, String op, RoomEvent event) {
        seq++;
        form = form.after(seq, by, event);
        story.add(Story.kept(seq, by, op, event));
        if (seq > 1) {
            tells(APPLICANT, by, event);
        }
    }

    private void tells(String who, String by, RoomEvent event) {
        story.tells(seq * 20 + 5, who, seq, by, event);
    }

    private void holds() {
        for (String who : List.of(APPLICANT, CLERK)) {
            story.add(new Fact.Holds(900L, who, ROOM, seq, form.seenBy(who)));
        }
    }

    static RoomEvent wrote(FieldPath path, String value, long rev) {
        return new RoomEvent.FieldSet(path, new FieldValue(value), rev, Source.TYPED, Optional.empty());
    }

    static RoomEvent took(String suggestion, FieldPath path, String value, long rev) {
        return new RoomEvent.FieldSet(
                path, new FieldValue(value), rev, Source.SUGGESTION, Optional.of(new SuggestionId(suggestion)));
    }

    static RoomEvent made(String suggestion, FieldPath path, String value, long baseRev) {
        return new RoomEvent.SuggestionMade(
                new SuggestionId(suggestion),
                path,
                new FieldValue(value),
                baseRev,
                Optional.of(new ChatText("照执照上写")),
                Optional.empty());
    }

    private static Wish set(FieldPath path, String value, long baseRev) {
        return new Wish("SetField", ROOM, path.value(), value, "", Optional.of(baseRev));
    }

    private static Wish suggest(String suggestion, FieldPath path, String value, long baseRev) {
        return new Wish("Suggest", ROOM, path.value(), value, suggestion, Optional.of(baseRev));
    }

    private static Wish grant(String kind, GrantScope scope) {
        return new Wish(kind, ROOM, "", "", scope.name(), Optional.empty());
    }
}
