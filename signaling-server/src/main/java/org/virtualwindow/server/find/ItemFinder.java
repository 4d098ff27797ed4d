package org.virtualwindow.server.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;

/**
 * Finds items by what people call them. Made once for a catalogue, and never changed.
 *
 * <p>An item's place is the sum of two numbers from 0 to 1. <b>Said</b>: how much of the question one of the item's names is, or
 * of a name the question, in characters, by sound, or as typed in pinyin or initials. <b>Touched</b>: which share of the
 * question's pieces stands anywhere in the item, rare pieces counting more, its names more than its description.
 */
public final class ItemFinder {
    /** A question may have this many characters. */
    public static final int LONGEST = 60;

    private static final double FIT_TO_SHOW = 0.2;
    /** What nothing in the catalogue touches is mostly said around it. */
    private static final double UNHEARD_OF = 0.3;

    private static final double OF_THE_BEST = 0.35;
    private static final int JUDGED_CLOSELY = 200;

    /**
     * @param title as the first of {@code owners} has it
     * @param owners the centres that handle it, those named in the question or by whoever asks first
     */
    public record Found(ServiceItemId item, LocalText title, LocalText summary, List<CentreId> owners) {}

    private record Entry(ServiceItemId item, Map<CentreId, ServiceItem> at, List<Phrase> names) {}

    private record Touching(int entry, double weight) {}

    private record Judged(Entry entry, double worth) {}

    private final List<Entry> entries;
    private final Map<String, List<Touching>> touching;
    private final Places places;

    private ItemFinder(List<Entry> entries, Map<String, List<Touching>> touching, Places places) {
        this.entries = entries;
        this.touching = touching;
        this.places = places;
    }

    /**
     * @param offered what each centre handles
     * @param events life events by their codes
     * @param regions where each centre is, in Chinese, like 浙江省湖州市南浔区
     */
    public static ItemFinder of(
            Map<CentreId, List<ServiceItem>> offered, Map<String, LocalText> events, Map<CentreId, String> regions) {
        Map<ServiceItemId, Map<CentreId, ServiceItem>> items = new LinkedHashMap<>();
        offered.forEach((centre, all) -> all.forEach(item ->
                items.computeIfAbsent(item.item(), _ -> new LinkedHashMap<>()).put(centre, item)));
        List<Entry> entries = new ArrayList<>();
        Map<String, List<Touching>> touching = new HashMap<>();
        items.forEach((id, at) -> {
            List<Phrase> phrases = at.values().stream()
                    .flatMap(item -> said(item, events))
                    .distinct()
                    .map(each -> Phrase.of(each.kind(), each.text()))
                    .toList();
            int entry = entries.size();
            weights(phrases)
                    .forEach((gram, weight) -> touching.computeIfAbsent(gram, _ -> new ArrayList<>())
                            .add(new Touching(entry, weight)));
            entries.add(new Entry(
                    id, at, phrases.stream().filter(each -> each.kind().names()).toList()));
        });
        return new ItemFinder(entries, touching, Places.of(regions));
    }

    /**
     * @param question up to {@link #LONGEST} characters; what is beyond is not read
     * @param near the centre that was chosen before, whose items come first; a place in the question counts more
     * @param most this many, the best first
     */
    public List<Found> find(String question, Optional<CentreId> near, int most) {
        Words whole = Words.of(question.substring(
                0, question.offsetByCodePoints(0, Math.min(LONGEST, question.codePointCount(0, question.length())))));
        Places.Named named = places.in(whole);
        Set<CentreId> wanted = named.centres().isEmpty() ? near.map(Set::of).orElse(Set.of()) : named.centres();
        Words asked = named.left().withoutFillers();
        List<Entry> fitting = asked.isEmpty() ? offeredAt(named.centres()) : judged(asked);
        Comparator<Entry> nearFirst = Comparator.comparing(
                each -> wanted.isEmpty() || each.at().keySet().stream().anyMatch(wanted::contains) ? 0 : 1);
        return fitting.stream()
                .sorted(nearFirst)
                .limit(most)
                .map(each -> shown(each, wanted))
                .toList();
    }

    /** A place and nothing else was named: all that it handles. */
    private List<Entry> offeredAt(Set<CentreId> centres) {
        return entries.stream()
                .filter(each -> each.at().keySet().stream().anyMatch(centres::contains))
                .toList();
    }

    private List<Entry> judged(Words asked) {
        double[] touched = touched(asked);
        Words joined = asked.joined();
        List<Sounds> heard = joined.sounds();
        Stream<Integer> closely = asked.hasLetters()
                ? all()
                : all().filter(each -> touched[each] > 0)
                        .sorted(Comparator.comparingDouble(each -> -touched[each]))
                        .limit(JUDGED_CLOSELY);
        List<Judged> judged = closely.map(
                        each -> new Judged(entries.get(each), said(entries.get(each), joined, heard) + touched[each]))
                .filter(each -> each.worth() >= FIT_TO_SHOW)
                .sorted(Comparator.comparingDouble(Judged::worth).reversed())
                .toList();
        return judged.stream()
                .filter(each -> each.worth() >= judged.getFirst().worth() * OF_THE_BEST)
                .map(Judged::entry)
                .toList();
    }

    private Stream<Integer> all() {
        return IntStream.range(0, entries.size()).boxed();
    }

    private static double said(Entry entry, Words joined, List<Sounds> heard) {
        double best = 0;
        for (Phrase name : entry.names()) {
            best = Math.max(best, name.said(joined.units(), heard));
            best = Math.max(best, joined.hasLetters() ? Typing.fits(joined, name) : 0);
        }
        return best;
    }

    /** Of each entry, in their order. */
    private double[] touched(Words asked) {
        double[] touched = new double[entries.size()];
        double whole = 0;
        for (Map.Entry<String, Double> gram : Grams.of(asked.text()).entrySet()) {
            List<Touching> there = touching.getOrDefault(gram.getKey(), List.of());
            double tells = gram.getValue() * Math.log(1 + entries.size() / (double) Math.max(1, there.size()));
            there.forEach(each -> touched[each.entry()] += tells * each.weight());
            whole += there.isEmpty() ? UNHEARD_OF * tells : tells;
        }
        for (int at = 0; at < touched.length && whole > 0; at++) {
            touched[at] /= whole;
        }
        return touched;
    }

    private static Map<String, Double> weights(List<Phrase> phrases) {
        Map<String, Double> weights = new HashMap<>();
        for (Phrase phrase : phrases) {
            Map<String, Double> grams = new HashMap<>(Grams.of(phrase.text()));
            if (phrase.kind().names()) {
                Grams.typed(phrase, grams);
            }
            grams.keySet().forEach(gram -> weights.merge(gram, phrase.kind().weight, Math::max));
        }
        return weights;
    }

    private record Said(Phrase.Kind kind, String text) {}

    private static Stream<Said> said(ServiceItem item, Map<String, LocalText> events) {
        return Stream.of(
                        both(Phrase.Kind.TITLE, item.title()),
                        item.find().words().stream().map(each -> new Said(Phrase.Kind.WORD, each)),
                        item.find().english().stream().map(each -> new Said(Phrase.Kind.WORD, each)),
                        both(Phrase.Kind.SUMMARY, item.summary()),
                        item.find().events().stream()
                                .map(events::get)
                                .filter(Objects::nonNull)
                                .flatMap(each -> both(Phrase.Kind.EVENT, each)),
                        both(Phrase.Kind.BESIDE, item.department()),
                        both(Phrase.Kind.BESIDE, item.result()),
                        item.materials().stream().flatMap(each -> both(Phrase.Kind.BESIDE, each.name())))
                .flatMap(each -> each);
    }

    private static Stream<Said> both(Phrase.Kind kind, LocalText text) {
        return Stream.of(new Said(kind, text.zh()), new Said(kind, text.en()));
    }

    private static Found shown(Entry entry, Set<CentreId> wanted) {
        List<Map.Entry<CentreId, ServiceItem>> nearFirst = entry.at().entrySet().stream()
                .sorted(Comparator.comparing(each -> wanted.contains(each.getKey()) ? 0 : 1))
                .toList();
        ServiceItem first = nearFirst.getFirst().getValue();
        return new Found(
                entry.item(),
                first.title(),
                first.summary(),
                nearFirst.stream().map(Map.Entry::getKey).toList());
    }
}
