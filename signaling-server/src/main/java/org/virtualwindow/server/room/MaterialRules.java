package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.RoomMessage.PageView;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomOperation.RejectPage;
import org.virtualwindow.protocol.ServiceItem.Capture;
import org.virtualwindow.protocol.ServiceItem.Material;
import org.virtualwindow.protocol.ServiceItem.MaterialForm;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.PageRegion;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.form.MaterialNeed;
import org.virtualwindow.server.room.Checklist.Entry;

/** The item's materials: which pages are whose, and what the clerk says of them. Pure. */
final class MaterialRules {
    private MaterialRules() {}

    /** Judges what a clerk asks for who may see the form, and what the applicant does with what a phone sent, while nothing is filed. */
    static Decision decide(RoomState room, Author by, RoomOperation.OnMaterials operation) {
        return switch (operation) {
            case RoomOperation.AssignPages assign -> assign(room, assign);
            case RejectPage reject -> reject(room, reject);
            case RoomOperation.JudgeMaterial judge -> judge(room, judge);
            case RoomOperation.AskPhone ask -> ask(room, ask.material());
            case RoomOperation.TakeSentPage take -> PhoneRules.take(room, by, take.page());
            case RoomOperation.DropSentPage drop -> PhoneRules.drop(room, by, drop.page());
        };
    }

    /** A material of the item that this matter wants, or may want. */
    static Optional<Material> wanted(RoomState room, String code) {
        return room.form().item().materials().stream()
                .filter(material -> material.code().equals(code))
                .filter(material -> MaterialNeed.of(room.form(), material) != MaterialNeed.EXEMPT)
                .findFirst();
    }

    /** Why a use of a device cannot be asked for with this material. */
    static Optional<Refusal> refusal(RoomState room, DeviceTask task, String material) {
        boolean givesPages = task instanceof DeviceTask.ScanPages || task instanceof DeviceTask.CapturePage;
        if (!givesPages) {
            return Optional.of(Refusal.INVALID);
        }
        if (room.filed().isPresent()) {
            return Optional.of(Refusal.SUBMITTED);
        }
        return wanted(room, material).isPresent() ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
    }

    private static Decision ask(RoomState room, String material) {
        return wanted(room, material).isPresent()
                ? happens(new RoomEvent.PhoneAsked(material))
                : refuse(Refusal.UNKNOWN);
    }

    /**
     * Codes of what is surely wanted and neither passed nor promised nor on its way nor {@linkplain #wasRead read}. What comes of the form
     * itself never is.
     */
    static List<String> open(RoomState room) {
        List<Material> needed = room.form().item().materials().stream()
                .filter(material -> material.form() != MaterialForm.GENERATED)
                .filter(material -> MaterialNeed.of(room.form(), material) == MaterialNeed.NEEDED)
                .toList();
        return needed.stream()
                .filter(material -> room.checklist().of(material.code()).word() == MaterialWord.OPEN)
                .filter(material -> !isThereAsLicence(room, material.code()))
                .filter(material -> !wasRead(room, material, needed))
                .map(Material::code)
                .toList();
    }

    /**
     * The reader has read the one card that is needed, it is in force, and the form is still about its holder. Of two needed cards nobody
     * knows which one it was, and of one that has expired whether it will do: the clerk says it.
     */
    private static boolean wasRead(RoomState room, Material material, List<Material> needed) {
        return PrefillRules.isOfCard(room)
                && room.person().flatMap(Person::expired).isEmpty()
                && material.capture() == Capture.ID_READER
                && needed.stream()
                                .filter(each -> each.capture() == Capture.ID_READER)
                                .count()
                        == 1;
    }

    /** An e-licence is there in the place of the paper, and no page of that was turned down. */
    static boolean isThereAsLicence(RoomState room, String material) {
        return LookupRules.fulfils(room, material)
                && !room.checklist().of(material).rejected();
    }

    /** The names of those that were filed with this said of them; for {@link MaterialWord#OPEN}, of those that were missed then. */
    static List<LocalText> filedWith(RoomState room, MaterialWord word) {
        List<String> missed = room.filed().flatMap(FiledCase::open).orElse(List.of());
        return room.form().item().materials().stream()
                .filter(material -> word == MaterialWord.OPEN
                        ? missed.contains(material.code())
                        : room.checklist().of(material.code()).word() == word
                                && MaterialNeed.of(room.form(), material) != MaterialNeed.EXEMPT)
                .map(Material::name)
                .toList();
    }

    private static Decision assign(RoomState room, RoomOperation.AssignPages assign) {
        if (wanted(room, assign.material()).isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        Map<BlobId, Blob> pages = Stream.concat(
                        room.uses().all().values().stream().flatMap(use -> use.pages().stream()),
                        room.checklist().all().values().stream()
                                .flatMap(entry -> entry.pages().stream())
                                .map(PageView::page))
                .collect(Collectors.toMap(Blob::blob, Function.identity(), (one, _) -> one));
        if (assign.pages().isEmpty() || !pages.keySet().containsAll(assign.pages())) {
            return refuse(Refusal.UNKNOWN);
        }
        Entry entry = room.checklist().of(assign.material());
        List<Blob> coming = assign.pages().stream()
                .distinct()
                .filter(page -> !entry.has(page))
                .map(pages::get)
                .toList();
        return coming.isEmpty() ? happens() : happens(new RoomEvent.PagesAssigned(assign.material(), coming));
    }

    private static Decision reject(RoomState room, RejectPage reject) {
        boolean known = wanted(room, reject.material()).isPresent()
                && room.checklist().of(reject.material()).has(reject.page());
        if (!known) {
            return refuse(Refusal.UNKNOWN);
        }
        boolean drawn = reject.regions().size() <= RejectPage.MOST_REGIONS
                && reject.regions().stream().allMatch(PageRegion::fitsPage);
        boolean said = reject.text()
                .map(text -> text.text().length() <= RejectPage.LONGEST_REASON)
                .orElse(reject.flaw() != PageFlaw.OTHER);
        return drawn && said
                ? happens(new RoomEvent.PageRejected(
                        reject.material(), reject.page(), reject.regions(), reject.flaw(), reject.text()))
                : refuse(Refusal.INVALID);
    }

    private static Decision judge(RoomState room, RoomOperation.JudgeMaterial judge) {
        Optional<Material> material = wanted(room, judge.material());
        if (material.isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        Entry entry = room.checklist().of(judge.material());
        if (!new HashSet<>(entry.ids()).equals(new HashSet<>(judge.pages()))) {
            return refuse(Refusal.STALE);
        }
        if (entry.word() == judge.word()) {
            return happens();
        }
        return refusalOf(room, judge.word(), material.get(), entry)
                .map(Decision::refuse)
                .orElseGet(() -> happens(new RoomEvent.MaterialJudged(judge.material(), judge.word())));
    }

    private static Optional<Refusal> refusalOf(RoomState room, MaterialWord word, Material material, Entry entry) {
        return switch (word) {
            case PASSED ->
                entry.rejected()
                                || entry.pages().isEmpty()
                                        && isOfPages(material)
                                        && !LookupRules.fulfils(room, material.code())
                        ? Optional.of(Refusal.INCOMPLETE)
                        : Optional.empty();
            case PROMISED -> material.later() ? Optional.empty() : Optional.of(Refusal.DENIED);
            case POSTED ->
                material.form() == MaterialForm.ORIGINAL_POSTED ? Optional.empty() : Optional.of(Refusal.DENIED);
            case OPEN -> Optional.empty();
        };
    }

    /** An original may be seen in the call, a licence looked up; a copy is there once there is a page of it. */
    private static boolean isOfPages(Material material) {
        return material.form() == MaterialForm.COPY || material.form() == MaterialForm.ORIGINAL_POSTED;
    }
}
