package org.virtualwindow.server.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.ids.CentreId;

/** Places that somebody may name in what they ask. */
final class Places {
    private static final String ENDS = "省市区县";

    /** What is said of a place, like 湖州 or huzhou, and where that is. */
    private record Name(String said, Set<CentreId> centres) {}

    /** @param left what else was asked */
    record Named(Set<CentreId> centres, Words left) {}

    private final List<Name> names;

    private Places(List<Name> names) {
        this.names = names;
    }

    /** @param regions of each centre, in Chinese, like 浙江省湖州市南浔区 */
    static Places of(Map<CentreId, String> regions) {
        Map<String, Set<CentreId>> said = new HashMap<>();
        regions.forEach((centre, region) -> parts(region)
                .forEach(
                        part -> said.computeIfAbsent(part, _ -> new HashSet<>()).add(centre)));
        return new Places(said.entrySet().stream()
                .map(entry -> new Name(entry.getKey(), Set.copyOf(entry.getValue())))
                .sorted((one, other) -> other.said().length() - one.said().length())
                .toList());
    }

    /** The places that fit everything that was named. */
    Named in(Words asked) {
        Set<CentreId> centres = new HashSet<>();
        Words left = asked;
        for (Name name : names) {
            boolean there = name.said().charAt(0) < 0x80
                    ? left.runs().contains(name.said())
                    : left.text().contains(name.said());
            if (there) {
                centres = centres.isEmpty()
                        ? name.centres()
                        : name.centres().stream().filter(centres::contains).collect(Collectors.toSet());
                left = left.without(name.said());
            }
        }
        return new Named(centres, left);
    }

    private static List<String> parts(String region) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < region.length(); at++) {
            if (ENDS.indexOf(region.charAt(at)) >= 0 && at - from >= 2) {
                String bare = region.substring(from, at);
                parts.add(region.substring(from, at + 1));
                parts.add(bare);
                parts.add(bare.chars()
                        .mapToObj(each ->
                                Sounds.of(each).readings().stream().findFirst().orElse(""))
                        .collect(Collectors.joining()));
                from = at + 1;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
