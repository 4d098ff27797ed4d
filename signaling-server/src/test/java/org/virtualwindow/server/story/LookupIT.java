package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.LookupAnswer;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.LookupView;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.LookupTrouble;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.server.Await;
import org.virtualwindow.server.config.LicenceSettings;
import org.virtualwindow.server.licence.Authority;

/** An authority is asked once the applicant has agreed to it, once for each time, and of nobody but themselves. */
class LookupIT {
    private static final String CARD = "CONTACT_ID";
    private static final String MOBILE = "MOBILE";
    private static final String FOUND = """
        {"answer":"FOUND","licence":{"issuer":"松江分局","number":"310117198805120010","validFrom":"2016-03-01",
         "validUntil":"%s"},"holder":{"name":"㐱小宁","idNo":"310117198805120010"}}
        """;
    private static final String IN_FORCE = FOUND.formatted("2036-03-01");

    @TempDir
    static Path folder = Path.of("");

    private final Authority authority = new Authority();
    private final Town town = new Town(
            folder,
            new LicenceSettings(Optional.of(authority.address()), Optional.of("open sesame"), Duration.ofSeconds(20)));
    private int lookups;

    @AfterEach
    void stop() {
        authority.close();
        town.close();
    }

    @Test
    void whatIsFoundStandsForThePaperAndTheClerkSeesPartOfItsNumber() {
        authority.answers(IN_FORCE);
        talking((clerk, kiosk, room) -> {
            LookupId lookup = asks(clerk.line(), room, CARD);
            kiosk.line().await(RoomHappened.class, each -> each.event() instanceof RoomEvent.LookupAsked);
            assertThat(authority.requests()).as("nobody has agreed").isEmpty();

            RoomOperation.AllowLookup yes = new RoomOperation.AllowLookup(Line.op(), room, lookup);
            assertThat(kiosk.line().ask(yes, yes.opId().value())).isInstanceOf(Answer.Accepted.class);
            Licence whole =
                    answer(kiosk.line(), lookup, LookupEnd.FOUND).licence().orElseThrow();
            assertThat(whole.number()).contains("310117198805120010");
            Licence part =
                    answer(clerk.line(), lookup, LookupEnd.FOUND).licence().orElseThrow();
            assertThat(part.issuer()).isEqualTo("松江分局");
            assertThat(part.number()).contains("**************0010");

            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowLookup(op, room, lookup))))
                    .as("it is over, and is not asked for again by the same word")
                    .isEqualTo(Refusal.UNKNOWN);
            assertThat(refusal(clerk.line().does(op -> asking(op, room, CARD)))).isEqualTo(Refusal.ALREADY);
            assertThat(authority.requests()).hasSize(1);
            assertThat(authority.requests().getFirst().target()).isEqualTo("/lookups");
            assertThat(authority.requests().getFirst().body()).contains("㐱小宁", "RESIDENT_ID_CARD");

            kiosk.fillsIn(room, Map.of(), List.of("/contactName", "/contactIdType", "/contactIdNo"));
            kiosk.files(room);
            RoomHappened filed =
                    clerk.line().await(RoomHappened.class, each -> each.event() instanceof RoomEvent.Submitted);
            assertThat(((RoomEvent.Submitted) filed.event()).open()).contains(List.of("INVESTOR_PAPERS"));
            assertThat(refusal(clerk.line().does(op -> asking(op, room, MOBILE))))
                    .isEqualTo(Refusal.SUBMITTED);
        });
    }

    @Test
    void whatPassedByALicenceIsOpenAgainAndNobodySaidSo() {
        authority.answers(IN_FORCE);
        talking((clerk, kiosk, room) -> {
            LookupId lookup = asks(clerk.line(), room, CARD);
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, lookup));
            answer(clerk.line(), lookup, LookupEnd.FOUND);
            clerk.line()
                    .achieves(op -> new RoomOperation.JudgeMaterial(op, room, CARD, MaterialWord.PASSED, List.of()));

            kiosk.line()
                    .achieves(op -> new RoomOperation.SetField(
                            op,
                            room,
                            new FieldPath("/contactIdNo"),
                            new FieldValue("330503198803150029"),
                            1L,
                            Optional.of(new ChatText("替别人来办的"))));
            answer(clerk.line(), lookup, LookupEnd.STALE);
            RoomHappened open = clerk.line()
                    .await(
                            RoomHappened.class,
                            each -> each.event().equals(new RoomEvent.MaterialJudged(CARD, MaterialWord.OPEN)));
            assertThat(open.by().role()).isEqualTo(Role.SYSTEM);
        });
    }

    @Test
    void aNoIsFinalUntilSomebodyAsksAnew() {
        authority.answers(IN_FORCE);
        talking((clerk, kiosk, room) -> {
            LookupId no = asks(clerk.line(), room, CARD);
            kiosk.line().achieves(op -> new RoomOperation.RefuseLookup(op, room, no));
            answer(clerk.line(), no, LookupEnd.REFUSED);
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowLookup(op, room, no))))
                    .isEqualTo(Refusal.UNKNOWN);
            assertThat(refusal(clerk.line().does(op -> new RoomOperation.AskLookup(op, room, no, CARD))))
                    .isEqualTo(Refusal.ALREADY);
            assertThat(authority.requests()).isEmpty();

            LookupId yes = asks(clerk.line(), room, CARD);
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, yes));
            answer(clerk.line(), yes, LookupEnd.FOUND);
            assertThat(authority.requests()).hasSize(1);
        });
    }

    @Test
    void onlyTheApplicantAgreesAndOnlyToWhatIsAboutThemselves() {
        try (Console clerk = town.console("shen.jianhua");
                Console other = town.console("lu.xiaoyan");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage beside = town.kiosk(Town.AREA)) {
            RoomId room = kiosk.talksWith(clerk);
            assertThat(refusal(clerk.line().does(op -> asking(op, room, CARD))))
                    .as("no card was read")
                    .isEqualTo(Refusal.INCOMPLETE);
            reads(kiosk, room);
            assertThat(refusal(clerk.line().does(op -> asking(op, room, MOBILE))))
                    .as("nothing stands there yet")
                    .isEqualTo(Refusal.INCOMPLETE);
            assertThat(refusal(clerk.line().does(op -> asking(op, room, "COFFEE"))))
                    .isEqualTo(Refusal.UNKNOWN);
            assertThat(refusal(other.line().does(op -> asking(op, room, CARD)))).isEqualTo(Refusal.NO_ROOM);

            LookupId lookup = asks(clerk.line(), room, CARD);
            clerk.line().say(new RoomOperation.AllowLookup(Line.op(), room, lookup));
            clerk.line().await(NotUnderstood.class);
            RoomId theirs = beside.opensTheForm();
            assertThat(refusal(beside.line().does(op -> new RoomOperation.AllowLookup(op, room, lookup))))
                    .isEqualTo(Refusal.NO_ROOM);
            assertThat(refusal(beside.line().does(op -> new RoomOperation.AllowLookup(op, theirs, lookup))))
                    .isEqualTo(Refusal.UNKNOWN);

            kiosk.line().achieves(op -> new RoomOperation.StepAway(op, room));
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowLookup(op, room, lookup))))
                    .isEqualTo(Refusal.APPLICANT_AWAY);
            kiosk.line().achieves(op -> new RoomOperation.ComeBack(op, room));
            kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowLookup(op, room, lookup))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
            kiosk.line().achieves(op -> new FromKiosk.HelperSignOut(op, room));

            kiosk.line().achieves(op -> new RoomOperation.EndGrant(op, room, GrantScope.SEE_FORM));
            assertThat(refusal(clerk.line().does(op -> asking(op, room, MOBILE))))
                    .isEqualTo(Refusal.NEEDS_GRANT);
            kiosk.line().achieves(op -> new RoomOperation.GiveGrant(op, room, GrantScope.SEE_FORM));
            assertThat(authority.requests()).isEmpty();

            kiosk.line().achieves(op -> new RoomOperation.StopLookup(op, room, lookup));
            answer(clerk.line(), lookup, LookupEnd.CANCELLED);
            kiosk.writes(room, "/contactIdNo", "330503198803150029", 1);
            kiosk.line()
                    .achieves(op -> new RoomOperation.SetField(
                            op,
                            room,
                            new FieldPath("/contactIdNo"),
                            new FieldValue("330503198803150029"),
                            1L,
                            Optional.of(new ChatText("替别人来办的"))));
            assertThat(refusal(clerk.line().does(op -> asking(op, room, CARD))))
                    .as("somebody else's")
                    .isEqualTo(Refusal.DENIED);
        }
    }

    @Test
    void whatWasAgreedToIsOverOnceTheFormSaysSomethingElse() {
        authority.answers(authority.never());
        talking((clerk, kiosk, room) -> {
            kiosk.writes(room, "/contactMobile", "13800138000", 0);
            LookupId waiting = asks(clerk.line(), room, MOBILE);
            kiosk.writes(room, "/contactMobile", "13900139000", 1);
            answer(clerk.line(), waiting, LookupEnd.STALE);
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowLookup(op, room, waiting))))
                    .isEqualTo(Refusal.UNKNOWN);

            LookupId running = asks(kiosk.line(), room, MOBILE);
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, running));
            kiosk.writes(room, "/contactMobile", "13800138000", 2);
            answer(clerk.line(), running, LookupEnd.STALE);

            authority.answers("{\"answer\":\"FOUND\"}");
            LookupId found = asks(clerk.line(), room, MOBILE);
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, found));
            answer(clerk.line(), found, LookupEnd.FOUND);
            kiosk.writes(room, "/contactMobile", "13900139000", 3);
            answer(clerk.line(), found, LookupEnd.STALE);
            assertThat(clerk.line().all(RoomHappened.class).stream()
                            .filter(each -> each.event() instanceof RoomEvent.LookupEnded over
                                    && over.lookup().equals(running)))
                    .as("nothing that the authority says of it is kept")
                    .hasSize(1);
        });
    }

    @Test
    void aStopOfTheServerEndsWhatWasAskedAndNobodyIsAskedTwice() {
        authority.answers(authority.never());
        RoomId room;
        LookupId lookup;
        KioskPage before;
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            room = kiosk.opensTheForm();
            reads(kiosk, room);
            lookup = asks(kiosk.line(), room, CARD);
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, lookup));
            Await.await("the query", () -> authority.requests().size() == 1);
            before = kiosk;
        }
        town.restart();
        authority.answers(IN_FORCE);
        try (KioskPage kiosk = town.kiosk(before.cookie(), before.page())) {
            LookupView view = kiosk.line()
                    .await(RoomSnapshot.class)
                    .lookups()
                    .orElseThrow()
                    .getFirst();
            LookupAnswer answer = view.answer().orElseGet(() -> answer(kiosk.line(), lookup, LookupEnd.UNAVAILABLE));
            assertThat(answer.how()).isEqualTo(LookupEnd.UNAVAILABLE);
            assertThat(authority.requests()).hasSize(1);

            LookupId anew = asks(kiosk.line(), room, CARD);
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, anew));
            answer(kiosk.line(), anew, LookupEnd.FOUND);
            assertThat(authority.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        EXPIRED     |                | {"answer":"FOUND","licence":{"issuer":"松江分局","validUntil":"2020-03-01"},"holder":{"name":"㐱小宁","idNo":"310117198805120010"}}
        NOT_FOUND   |                | {"answer":"NOT_FOUND"}
        DIFFERS     |                | {"answer":"DIFFERS","differs":["name","else"]}
        UNAVAILABLE | NOT_UNDERSTOOD | {"answer":"FOUND","licence":{"issuer":"松江分局"},"holder":{"name":"阿依古丽·买买提","idNo":"330503198803150029"}}
        UNAVAILABLE | NOT_UNDERSTOOD | {"answer":"FOUND","holder":{"name":"㐱小宁","idNo":"310117198805120010"}}
        UNAVAILABLE | NOT_UNDERSTOOD | <html>
        """)
    void whatIsNoLicenceOfTheirsAsksForThePaperAndSaysWhy(LookupEnd how, LookupTrouble why, String body) {
        authority.answers(body);
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            reads(kiosk, room);
            LookupId lookup = asks(kiosk.line(), room, CARD);
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, lookup));
            LookupAnswer answer = answer(kiosk.line(), lookup, how);
            assertThat(answer.why()).isEqualTo(Optional.ofNullable(why));
            assertThat(answer.differs().orElse(List.of()))
                    .isEqualTo(how == LookupEnd.DIFFERS ? List.of(new FieldPath("/contactName")) : List.of());
            assertThat(answer.licence().isPresent()).isEqualTo(how == LookupEnd.EXPIRED);
            asks(kiosk.line(), room, CARD); // may be asked for anew
        }
    }

    private interface Talk {
        void goes(Console clerk, KioskPage kiosk, RoomId room);
    }

    /** In a call over a form into which the applicant has read their card. */
    private void talking(Talk talk) {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            reads(kiosk, room);
            talk.goes(clerk, kiosk, room);
        }
    }

    private static void reads(KioskPage kiosk, RoomId room) {
        kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, Optional.of("C1")));
    }

    private RoomOperation.AskLookup asking(OpId op, RoomId room, String code) {
        return new RoomOperation.AskLookup(op, room, new LookupId("lookup" + ++lookups), code);
    }

    private LookupId asks(Line<?> line, RoomId room, String code) {
        LookupId lookup = new LookupId("lookup" + ++lookups);
        line.achieves(op -> new RoomOperation.AskLookup(op, room, lookup, code));
        return lookup;
    }

    private static LookupAnswer answer(Line<?> line, LookupId lookup, LookupEnd how) {
        RoomHappened ended = line.await(
                RoomHappened.class,
                each -> each.event() instanceof RoomEvent.LookupEnded over
                        && over.lookup().equals(lookup)
                        && over.answer().how() == how);
        return ((RoomEvent.LookupEnded) ended.event()).answer();
    }
}
