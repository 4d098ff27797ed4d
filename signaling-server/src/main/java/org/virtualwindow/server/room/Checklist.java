package org.virtualwindow.server.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.MaterialView;
import org.virtualwindow.protocol.RoomMessage.PageView;
import org.virtualwindow.protocol.RoomMessage.RejectedPage;
import org.virtualwindow.protocol.RoomMessage.RejectionView;
import org.virtualwindow.protocol.RoomMessage.SentPage;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.values.MaterialWord;

/**
 * What is there of the item's materials, as the room's events made it. Immutable.
 *
 * @param all by the material's code; none of which nothing was ever said
 * @param sent by a phone, and not taken yet
 * @param thrownAway by a phone, and not wanted: what was stored of them is to be deleted
 */
record Checklist(SequencedMap<String, Entry> all, List<SentPage> sent, Set<BlobId> thrownAway) {
    static final Checklist EMPTY = new Checklist(new LinkedHashMap<>(), List.of(), Set.of());

    /** @param pages in order; one in whose place another came stands with that */
    record Entry(MaterialWord word, List<PageView> pages) {
        static final Entry NOTHING = new Entry(MaterialWord.OPEN, List.of());

        List<BlobId> ids() {
            return pages.stream().map(each -> each.page().blob()).toList();
        }

        boolean has(BlobId page) {
            return ids().contains(page);
        }

        boolean rejected() {
            return pages.stream().anyMatch(each -> each.rejected().isPresent());
        }

        /** New pages come in the place of rejected ones, one for one; the others follow. */
        private Entry with(List<PageView> more) {
            List<PageView> left = new ArrayList<>(more);
            List<PageView> after = new ArrayList<>();
            for (PageView page : pages) {
                boolean replaced = page.rejected().isPresent() && !left.isEmpty();
                after.add(replaced ? inPlaceOf(page, left.removeFirst()) : page);
            }
            after.addAll(left);
            return new Entry(MaterialWord.OPEN, after);
        }

        private static PageView inPlaceOf(PageView old, PageView page) {
            List<RejectedPage> before = new ArrayList<>(page.before().orElse(List.of()));
            before.addAll(old.before().orElse(List.of()));
            before.add(new RejectedPage(old.page(), old.rejected().orElseThrow()));
            return new PageView(page.page(), Optional.empty(), page.phone(), Optional.of(List.copyOf(before)));
        }

        private Entry without(List<Blob> others) {
            List<PageView> left =
                    pages.stream().filter(each -> !others.contains(each.page())).toList();
            return left.size() == pages.size() ? this : new Entry(MaterialWord.OPEN, left);
        }
    }

    Entry of(String material) {
        return all.getOrDefault(material, Entry.NOTHING);
    }

    Checklist assigned(RoomEvent.PagesAssigned assigned) {
        SequencedMap<String, Entry> changed = new LinkedHashMap<>();
        all.forEach((material, entry) ->
                changed.put(material, material.equals(assigned.material()) ? entry : entry.without(assigned.pages())));
        changed.put(
                assigned.material(),
                of(assigned.material())
                        .with(assigned.pages().stream().map(this::arriving).toList()));
        return new Checklist(
                changed,
                sent.stream()
                        .filter(each -> !assigned.pages().contains(each.page()))
                        .toList(),
                thrownAway);
    }

    /** From another material it brings along that it came from a phone, and in whose place it stood; a rejection was for there. */
    private PageView arriving(Blob page) {
        Optional<Boolean> waited = sent(page.blob()).map(_ -> true);
        return all.values().stream()
                .flatMap(entry -> entry.pages().stream())
                .filter(each -> each.page().equals(page))
                .findFirst()
                .map(each -> new PageView(page, Optional.empty(), each.phone().or(() -> waited), each.before()))
                .orElseGet(() -> new PageView(page, Optional.empty(), waited, Optional.empty()));
    }

    Checklist sent(RoomEvent.PageSent came) {
        List<SentPage> longer = new ArrayList<>(sent);
        longer.add(new SentPage(came.material(), came.page()));
        return new Checklist(all, List.copyOf(longer), thrownAway);
    }

    Checklist dropped(RoomEvent.SentPageDropped dropped) {
        return without(each -> each.page().blob().equals(dropped.page()));
    }

    /** It is filed: what was not taken until now is nobody's. */
    Checklist closed() {
        return without(_ -> true);
    }

    private Checklist without(Predicate<SentPage> which) {
        Set<BlobId> gone = new LinkedHashSet<>(thrownAway);
        sent.stream().filter(which).forEach(each -> gone.add(each.page().blob()));
        return new Checklist(all, sent.stream().filter(which.negate()).toList(), gone);
    }

    Optional<SentPage> sent(BlobId page) {
        return sent.stream().filter(each -> each.page().blob().equals(page)).findFirst();
    }

    /** Whether a phone's page came here before, whatever became of it. */
    boolean knows(BlobId page) {
        return isUntaken(page)
                || all.values().stream()
                        .flatMap(entry -> entry.pages().stream())
                        .anyMatch(each -> each.page().blob().equals(page)
                                || each.before().orElse(List.of()).stream()
                                        .anyMatch(before -> before.page().blob().equals(page)));
    }

    /** Whether the applicant has not taken it: nobody else is shown it. */
    boolean isUntaken(BlobId page) {
        return sent(page).isPresent() || thrownAway.contains(page);
    }

    Checklist rejected(RoomEvent.PageRejected no) {
        RejectionView rejection = new RejectionView(no.regions(), no.flaw(), no.text());
        return changed(
                no.material(),
                entry -> new Entry(
                        MaterialWord.OPEN,
                        entry.pages().stream()
                                .map(each -> each.page().blob().equals(no.page())
                                        ? new PageView(each.page(), Optional.of(rejection), each.phone(), each.before())
                                        : each)
                                .toList()));
    }

    Checklist judged(RoomEvent.MaterialJudged judged) {
        return changed(judged.material(), entry -> new Entry(judged.word(), entry.pages()));
    }

    /** Empty where there is nothing to say. */
    Optional<List<MaterialView>> view() {
        List<MaterialView> views = new ArrayList<>();
        all.forEach((material, entry) -> views.add(new MaterialView(material, entry.word(), entry.pages())));
        return views.isEmpty() ? Optional.empty() : Optional.of(views);
    }

    private Checklist changed(String material, UnaryOperator<Entry> change) {
        SequencedMap<String, Entry> changed = new LinkedHashMap<>(all);
        changed.put(material, change.apply(of(material)));
        return new Checklist(changed, sent, thrownAway);
    }
}
