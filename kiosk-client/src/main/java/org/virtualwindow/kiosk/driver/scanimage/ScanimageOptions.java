package org.virtualwindow.kiosk.driver.scanimage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;

/** What a scanner can be told, as {@code scanimage -A} prints it, which is not the same for any two of them. */
record ScanimageOptions(String help) {
    private static final int A4_WIDTH = 210;
    private static final int A4_HEIGHT = 297;

    /** Empty where it has no such place for paper. */
    Optional<List<String>> words(ScanPages task) {
        List<String> words = new ArrayList<>();
        List<String> sources = choices("--source");
        if (sources.isEmpty()) {
            // it has one place only, and does not say which; what it can do without being told is scan one page
            if (task.source() == ScanSource.FEEDER) {
                return Optional.empty();
            }
        } else {
            Optional<String> source = sources.stream().filter(is(task.source())).findFirst();
            if (source.isEmpty()) {
                return Optional.empty();
            }
            words.add("--source=" + source.get());
        }
        mode(task.mode()).ifPresent(mode -> words.add("--mode=" + mode));
        resolution(task.dpi()).ifPresent(dpi -> words.add("--resolution=" + dpi));
        most("-x").ifPresent(most -> words.addAll(List.of("-x", Integer.toString(Math.min(most, A4_WIDTH)))));
        most("-y").ifPresent(most -> words.addAll(List.of("-y", Integer.toString(Math.min(most, A4_HEIGHT)))));
        return Optional.of(words);
    }

    private static Predicate<String> is(ScanSource source) {
        return name -> {
            String low = name.toLowerCase(Locale.ROOT);
            boolean feeds = low.contains("adf") || low.contains("feeder");
            return source == ScanSource.FEEDER ? feeds && !low.contains("duplex") : !feeds;
        };
    }

    private Optional<String> mode(ScanMode wanted) {
        List<String> modes = choices("--mode");
        String begins = wanted == ScanMode.COLOUR ? "colo" : "gr";
        Optional<String> it = modes.stream()
                .filter(mode -> mode.toLowerCase(Locale.ROOT).contains(begins))
                .findFirst();
        // what only knows grey scans grey; what only knows colour, colour
        return it.or(() -> modes.stream()
                .filter(mode -> mode.toLowerCase(Locale.ROOT).matches(".*(colo|gr[ae]y).*"))
                .findFirst());
    }

    /** The least that shows what was asked for, or the most there is. */
    private Optional<Integer> resolution(long asked) {
        Optional<String> line = line("--resolution");
        Matcher range =
                Pattern.compile("(\\d+)(?:\\.\\d+)?\\.\\.(\\d+)(?:\\.\\d+)?dpi").matcher(line.orElse(""));
        if (range.find()) {
            return Optional.of(Math.clamp(asked, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
        }
        List<Integer> steps = choices("--resolution").stream()
                .map(step -> step.replaceAll("\\D.*", ""))
                .filter(step -> !step.isEmpty())
                .map(Integer::valueOf)
                .sorted()
                .toList();
        return steps.stream()
                .filter(step -> step >= asked)
                .findFirst()
                .or(() -> steps.reversed().stream().findFirst());
    }

    private Optional<Integer> most(String side) {
        Matcher range =
                Pattern.compile("\\.\\.(\\d+)(?:\\.\\d+)?mm").matcher(line(side).orElse(""));
        return range.find() ? Optional.of(Integer.valueOf(range.group(1))) : Optional.empty();
    }

    private List<String> choices(String option) {
        return line(option)
                .map(line -> line.replaceFirst(" \\[.*", ""))
                .map(line -> Arrays.asList(line.split("\\|")))
                .orElse(List.of());
    }

    /** What follows the option's name, where it is there and in force. */
    private Optional<String> line(String option) {
        return help.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(option + " ") && !line.contains("[inactive]"))
                .map(line -> line.substring(option.length()).strip())
                .findFirst();
    }
}
