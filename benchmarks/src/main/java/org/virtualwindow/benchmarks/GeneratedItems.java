package org.virtualwindow.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;

/** Items that nobody wrote: things and what is done with them, out of {@code find/objects.txt} and {@code find/acts.txt}. */
final class GeneratedItems {
    private static final List<String> FRAMES = List.of("%s%s", "怎么%s%s", "我要%s%s", "%s%s要什么");

    private GeneratedItems() {}

    /**
     * The real ones with generated ones beside them, at the same centres and at others until there are {@code centres}.
     *
     * @param events codes of life events
     */
    static Map<CentreId, List<ServiceItem>> beside(
            Map<CentreId, List<ServiceItem>> real, List<String> events, int items, int centres, long seed) {
        ServiceItem pattern =
                real.values().stream().flatMap(List::stream).findFirst().orElseThrow();
        List<ServiceItem> generated = generated(pattern, events, items, seed);
        Map<CentreId, List<ServiceItem>> all = new LinkedHashMap<>();
        real.forEach((centre, offered) -> all.put(centre, new ArrayList<>(offered)));
        for (int more = 1; all.size() < centres; more++) {
            all.put(new CentreId(String.format(Locale.ROOT, "99%04d", more)), new ArrayList<>());
        }
        all.values().forEach(offered -> offered.addAll(generated));
        return all;
    }

    private static List<ServiceItem> generated(ServiceItem pattern, List<String> events, int most, long seed) {
        Random chance = new Random(seed);
        List<String[]> objects = lines("objects.txt");
        List<String[]> acts = lines("acts.txt");
        List<ServiceItem> items = new ArrayList<>();
        for (String[] object : objects) {
            for (String[] act : acts) {
                int number = items.size();
                List<String> frames = new ArrayList<>(FRAMES);
                Collections.shuffle(frames, chance);
                items.add(named(
                        pattern,
                        String.format(Locale.ROOT, "GENERATED_%04d", number),
                        new LocalText(object[0] + act[0], act[2] + " of a " + object[2]),
                        new LocalText(object[1] + "要" + act[1] + "的，在这里申请", "Apply here"),
                        new ServiceItem.Find(
                                frames.stream()
                                        .map(frame -> frame.formatted(act[1], object[1]))
                                        .toList(),
                                List.of(object[2], object[2] + " " + act[2]),
                                List.of(events.get(chance.nextInt(events.size()))))));
            }
        }
        if (items.size() < most) {
            throw new IllegalStateException("The lists make no more than " + items.size() + " items");
        }
        return items.subList(0, most);
    }

    private static ServiceItem named(
            ServiceItem like, String item, LocalText title, LocalText summary, ServiceItem.Find find) {
        return new ServiceItem(
                new ServiceItemId(item),
                like.version(),
                title,
                summary,
                like.department(),
                like.variant(),
                like.mode(),
                like.identity(),
                like.timeLimit(),
                like.promise(),
                like.fee(),
                like.result(),
                like.results(),
                like.materials(),
                like.guide(),
                like.agreements(),
                like.pages(),
                like.fields(),
                like.tables(),
                like.rules(),
                like.declarations(),
                find,
                like.prefill(),
                like.script(),
                like.cards(),
                like.lookups());
    }

    private static List<String[]> lines(String name) {
        return Questions.lines(name).map(line -> line.split(" ", 3)).toList();
    }
}
