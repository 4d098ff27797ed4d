import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks ("check") or rewrites ("replace") every Java source of the modules with palantir-java-format. */
public class Format {
    public static void main(String[] args) throws Exception {
        boolean replace = args[0].endsWith("replace");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<Path> wrong = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            String formatted;
            try {
                formatted = formatter.formatSourceAndFixImports(text);
            } catch (Exception unreadable) {
                System.err.println(source + ": " + unreadable.getMessage());
                wrong.add(source);
                continue;
            }
            if (!text.equals(formatted)) {
                if (replace) {
                    Files.writeString(source, formatted);
                } else {
                    wrong.add(source);
                }
            }
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(source -> System.err.println("not formatted: " + source));
            System.err.println("mvn -q -N validate -Dformat.mode=replace rewrites them.");
            System.exit(1);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("."))) {
            for (Path folder : modules.map(m -> m.normalize().resolve("src")).filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(found::add);
                }
            }
        }
        return found;
    }
}
