package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.MaterialView;
import org.virtualwindow.protocol.RoomMessage.PageView;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomMessage.SentPage;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToKiosk.PhoneOffered;
import org.virtualwindow.protocol.ToKiosk.PhoneOver;
import org.virtualwindow.protocol.ToKiosk.PhoneSeen;
import org.virtualwindow.protocol.ToKiosk.ResumeCodeMade;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.ResumeCode;
import org.virtualwindow.server.blob.Sheets;

/** A phone sends pages of one material, for some minutes, and each counts once the applicant has taken it at the kiosk. */
class PhoneIT {
    private static final String PAPERS = "INVESTOR_PAPERS";
    private static final byte[] PHOTO = Sheets.photo();

    @TempDir
    Path folder = Path.of("");

    private @Nullable Town opened;
    private int phones;

    @AfterEach
    void stop() {
        town().close();
    }

    private Town town() {
        if (opened == null) {
            opened = new Town(folder);
        }
        return opened;
    }

    private Handset phone() {
        return new Handset(town().origin(), ++phones);
    }

    @Test
    void aPageOfAPhoneIsTheApplicantsToTakeAndNobodyElseIsShownItBefore() {
        try (Console clerk = town().console("shen.jianhua");
                KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            clerk.line().achieves(op -> new RoomOperation.AskPhone(op, room, PAPERS));
            kiosk.line().await(RoomHappened.class, each -> each.event() instanceof RoomEvent.PhoneAsked);
            Handset phone = phone();
            String code = offers(kiosk, room);
            assertThat(phone.opens(code).statusCode()).isEqualTo(200);
            assertThat(kiosk.line().await(PhoneSeen.class).first()).isTrue();

            String upload = phone.begun(PHOTO);
            assertThat(phone.sends(upload, PHOTO, 0, 1000).statusCode()).isEqualTo(204);
            assertThat(phone.looks(upload).headers().firstValue("Upload-Offset"))
                    .contains("1000");
            Blob page = Sender.blob(phone.sends(upload, PHOTO, 1000, PHOTO.length));
            assertThat(Sender.blob(phone.looks(upload))).as("asked again").isEqualTo(page);
            awaitSent(kiosk.line());
            awaitSent(clerk.line());
            assertThat(gets(kiosk.cookie(), page)).isEqualTo(200);
            assertThat(gets(clerk.cookie(), page)).as("not taken yet").isEqualTo(404);
            assertThat(gets("none=none", page)).isEqualTo(404);
            assertThat(refusal(clerk.line()
                            .does(op -> new RoomOperation.AssignPages(op, room, PAPERS, List.of(page.blob())))))
                    .as("the clerk does not take it for them")
                    .isEqualTo(Refusal.UNKNOWN);

            kiosk.line().achieves(op -> new RoomOperation.TakeSentPage(op, room, page.blob()));
            clerk.line().await(RoomHappened.class, each -> each.event() instanceof RoomEvent.PagesAssigned);
            assertThat(gets(clerk.cookie(), page)).isEqualTo(200);
            PageView shown = newView(clerk).getFirst().pages().getFirst();
            assertThat(shown.page()).isEqualTo(page);
            assertThat(shown.phone()).contains(true);
            assertThat(kiosk.line().all(RoomHappened.class).stream()
                            .filter(each -> each.event() instanceof RoomEvent.PageSent))
                    .as("the same page came once")
                    .hasSize(1);
        }
    }

    @Test
    void whatTheApplicantDoesNotWantAndWhatThePhoneTakesBackIsDeleted() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            Handset phone = phone();
            phone.opens(offers(kiosk, room));
            Blob strange = phone.sends(PHOTO);
            kiosk.line().achieves(op -> new RoomOperation.DropSentPage(op, room, strange.blob()));
            String upload = phone.begun(PHOTO);
            Blob blurred = Sender.blob(phone.sends(upload, PHOTO, 0, PHOTO.length));
            assertThat(phone.drops(upload).statusCode()).isEqualTo(204);
            kiosk.line().await(RoomHappened.class, dropped(blurred));
            Blob forgotten = phone.sends(PHOTO);
            kiosk.fillsIn(room);
            kiosk.files(room);
            awaitGone(kiosk.cookie(), strange, blurred, forgotten);
            awaitFiles(0);
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.TakeSentPage(op, room, forgotten.blob()))))
                    .isEqualTo(Refusal.SUBMITTED);
            assertThat(Handset.refusal(last(phone))).isEqualTo("visit-over");
        }
    }

    @Test
    void aCodeIsForThePhoneThatOpensItFirstAndTheKioskIsToldOfAnother() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            String code = offers(kiosk, room);
            Handset phone = phone();
            Handset stranger = phone();
            assertThat(phone.opens(code).statusCode()).isEqualTo(200);
            assertThat(stranger.opens(code).statusCode()).isEqualTo(409);
            kiosk.line().await(PhoneSeen.class, seen -> !seen.first());
            assertThat(Handset.refusal(stranger.begins("image/jpeg", 10))).isEqualTo("code-over");
            assertThat(phone.opens(code).statusCode())
                    .as("the same phone again")
                    .isEqualTo(200);
            assertThat(new Handset(town().origin(), "short").opens(code).statusCode())
                    .isEqualTo(404);

            kiosk.line().achieves(op -> new FromKiosk.EndPhone(op, room));
            assertThat(Handset.refusal(last(phone))).isEqualTo("code-over");
            assertThat(phone.opens(code).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theKioskIsToldOnceOfThePhoneAndOnceOfAnotherAlsoOnALineOfLater() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            String code = offers(kiosk, room);
            Handset phone = phone();
            Handset stranger = phone();
            try (KioskPage later = town().kiosk(kiosk.cookie(), kiosk.page())) {
                later.line().await(RoomSnapshot.class);
                assertThat(later.line().all(PhoneOver.class)).isEmpty();
                phone.opens(code);
                phone.opens(code);
                stranger.opens(code);
                stranger.opens(code);
                later.line().await(PhoneSeen.class, seen -> !seen.first());
                later.line().achieves(op -> new FromKiosk.EndPhone(op, room));
                assertThat(later.line().all(PhoneSeen.class))
                        .extracting(PhoneSeen::first)
                        .containsExactly(true, false);
            }
        }
    }

    @Test
    void aHelpersPhoneThatServesAnotherKioskSendsToTheFirstNoMore() {
        try (KioskPage first = town().kiosk(Town.ENTRANCE);
                KioskPage second = town().kiosk(Town.AREA)) {
            Handset phone = phone();
            phone.opens(offers(first, first.opensTheForm()));
            RoomId room = second.opensTheForm();
            phone.opens(offers(second, room));
            first.line().await(PhoneOver.class);
            phone.sends(PHOTO);
            awaitSent(second.line());
            second.line().achieves(op -> new FromKiosk.EndPhone(op, room));
            assertThat(Handset.refusal(last(phone))).isEqualTo("code-over");
        }
    }

    @Test
    void aPhoneOfBeforeSendsNothingIntoAMatterThatIsTakenUpAgain() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            Handset phone = phone();
            String code = offers(kiosk, room);
            phone.opens(code);
            String upload = phone.begun(PHOTO);
            phone.sends(upload, PHOTO, 0, 1000);
            kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, Optional.of("C1")));
            kiosk.line().achieves(op -> new FromKiosk.MakeResumeCode(op, room));
            ResumeCode again = kiosk.line().await(ResumeCodeMade.class).code();
            kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
            awaitFiles(0);
            kiosk.line()
                    .achieves(op -> new FromKiosk.Resume(
                            op,
                            again,
                            Optional.of(new FromKiosk.CardShown(Optional.of("C1"))),
                            Optional.empty(),
                            false));
            assertThat(Handset.refusal(last(phone))).isEqualTo("visit-over");
            assertThat(Handset.refusal(phone.sends(upload, PHOTO, 1000, PHOTO.length)))
                    .isEqualTo("visit-over");
            assertThat(phone.opens(code).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void whatAPhoneLeavesUnfinishedIsInNobodysWayAndGoesWithItsCode() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            Handset phone = phone();
            phone.opens(offers(kiosk, room));
            for (int page = 0; page < 8; page++) {
                phone.sends(phone.begun(PHOTO), PHOTO, 0, 1000);
            }
            assertThat(Handset.refusal(last(phone))).isEqualTo("too-many-uploads");
            new Sender(town().origin(), kiosk.cookie()).stores(room, "image/jpeg", PHOTO);
            kiosk.line().achieves(op -> new FromKiosk.EndPhone(op, room));
            awaitFiles(1);
        }
    }

    @Test
    void whatIsRefusedAtOnceIsNotCounted() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            Handset phone = phone();
            phone.opens(offers(kiosk, room));
            for (int page = 0; page < 25; page++) {
                assertThat(Handset.refusal(phone.begins("image/jpeg", 21 * 1024 * 1024)))
                        .isEqualTo("too-large");
            }
            phone.sends(PHOTO);
        }
    }

    @Test
    void aCodeEndsWithItsTimeWithAnotherCodeAndWithTheVisit() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            Handset phone = phone();
            phone.opens(offers(kiosk, room));
            town().timePasses(Duration.ofMinutes(10));
            assertThat(Handset.refusal(last(phone))).isEqualTo("code-over");

            Handset second = phone();
            second.opens(offers(kiosk, room));
            kiosk.line().forget();
            String code = offers(kiosk, room);
            assertThat(Handset.refusal(last(second))).isEqualTo("code-over");

            Handset third = phone();
            third.opens(code);
            String upload = third.begun(PHOTO);
            kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, room));
            assertThat(Handset.refusal(third.sends(upload, PHOTO, 0, PHOTO.length)))
                    .isEqualTo("visit-over");
            assertThat(third.opens(code).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void aCodeLetsAPhoneSendSoMuchAndNoMore() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            Handset phone = phone();
            phone.opens(offers(kiosk, room));
            for (int page = 0; page < 10; page++) {
                phone.sends(PHOTO);
            }
            String upload = phone.begun(PHOTO);
            assertThat(Handset.refusal(phone.sends(upload, PHOTO, 0, PHOTO.length)))
                    .isEqualTo("too-many-wait");
            awaitFiles(10);
            for (int page = 11; page < 20; page++) {
                phone.drops(phone.begun(PHOTO));
            }
            assertThat(Handset.refusal(last(phone))).isEqualTo("code-used-up");
            assertThat(Handset.refusal(phone.begins("application/pdf", 10))).isEqualTo("code-used-up");
        }
    }

    @Test
    void onlyPicturesAreTakenAndOnlyOfWhatTheMatterWants() {
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.OfferPhone(op, room, "NO_SUCH"))))
                    .isEqualTo(Refusal.UNKNOWN);
            Handset phone = phone();
            phone.opens(offers(kiosk, room));
            assertThat(Handset.refusal(phone.begins("application/pdf", 10))).isEqualTo("wrong-type");
            assertThat(Handset.refusal(phone.begins("image/jpeg", 21 * 1024 * 1024)))
                    .isEqualTo("too-large");
            byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
            assertThat(Handset.refusal(phone.sends(phone.begun(text), text, 0, text.length)))
                    .isEqualTo("wrong-type");
            awaitFiles(0);
        }
    }

    @Test
    void whatWaitsOutlivesARestartAndTheCodeDoesNot() {
        RoomId room;
        Blob page;
        Handset phone = phone();
        KioskPage before;
        try (KioskPage kiosk = town().kiosk(Town.ENTRANCE)) {
            before = kiosk;
            room = kiosk.opensTheForm();
            phone.opens(offers(kiosk, room));
            page = phone.sends(PHOTO);
        }
        town().restart();
        try (KioskPage kiosk = town().kiosk(before.cookie(), before.page())) {
            RoomSnapshot snapshot = kiosk.line().await(RoomSnapshot.class);
            assertThat(snapshot.sent()).contains(List.of(new SentPage(PAPERS, page)));
            assertThat(kiosk.line().await(PhoneOver.class).room())
                    .as("the code that is still shown")
                    .isEqualTo(room);
            assertThat(Handset.refusal(last(new Handset(town().origin(), phone.pass()))))
                    .isEqualTo("code-over");
            kiosk.line().achieves(op -> new RoomOperation.TakeSentPage(op, room, page.blob()));
            assertThat(gets(kiosk.cookie(), page)).isEqualTo(200);
        }
    }

    private String offers(KioskPage kiosk, RoomId room) {
        kiosk.line().achieves(op -> new FromKiosk.OfferPhone(op, room, PAPERS));
        return kiosk.line().awaitLatest(PhoneOffered.class, _ -> true).code();
    }

    private static HttpResponse<byte[]> last(Handset phone) {
        return phone.begins("image/jpeg", PHOTO.length);
    }

    private static void awaitSent(Line<?> line) {
        line.await(RoomHappened.class, each -> each.event() instanceof RoomEvent.PageSent);
    }

    private static Predicate<RoomHappened> dropped(Blob page) {
        return each -> each.event() instanceof RoomEvent.SentPageDropped(var dropped) && dropped.equals(page.blob());
    }

    /** As whoever comes anew is shown it. */
    private List<MaterialView> newView(Console clerk) {
        try (Console anew = town().console(clerk.cookie(), Town.newPage())) {
            return anew.line().await(RoomSnapshot.class).materials().orElseThrow();
        }
    }

    private int gets(String cookie, Blob page) {
        return new Sender(town().origin(), cookie)
                .gets("/api/blob/" + page.blob().value())
                .statusCode();
    }

    private void awaitGone(String cookie, Blob... pages) {
        for (Blob page : pages) {
            await(() -> gets(cookie, page) == 404);
        }
    }

    /** Stored pages of any room, and chunks on their way. */
    private void awaitFiles(int count) {
        await(() -> files("blobs") == count && files("uploads") == 0);
    }

    private long files(String store) {
        try (Stream<Path> all = Files.walk(folder.resolve(store))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier there) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
