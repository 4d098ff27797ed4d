package org.virtualwindow.kiosk.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a kiosk's YAML. Whatever is not known is refused with its line: a misspelt key must not be a default in silence. */
final class ConfigFile {
    private static final String DRIVER = "driver";

    private final Path file;
    private final Set<String> drivers;

    /** @param drivers that this program has */
    private ConfigFile(Path file, Set<String> drivers) {
        this.file = file;
        this.drivers = drivers;
    }

    /** @throws IOException with one sentence for whoever wrote it */
    static KioskConfig read(Path file, Set<String> drivers) throws IOException {
        ConfigFile reading = new ConfigFile(file, drivers);
        // without marks there would be no lines to name
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(Files.readString(file));
            return root.isEmpty() ? KioskConfig.NONE : reading.kiosk(root.get());
        } catch (MarkedYamlEngineException e) {
            throw new IOException("%s is not YAML: %s".formatted(reading.at(e.getProblemMark()), e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new IOException("%s is not YAML: %s".formatted(file, e.getMessage()), e);
        } catch (Refused refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    /** A sentence on its way out of the tree. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }
    }

    private KioskConfig kiosk(Node root) {
        var reading = new Object() {
            Optional<String> server = Optional.empty();
            Optional<Path> state = Optional.empty();
            List<KioskConfig.Driver> devices = List.of();
        };
        each(
                root,
                Map.of(
                        "server", value -> reading.server = word(value),
                        "state", value -> reading.state = word(value).map(this::beside),
                        "devices", value -> reading.devices = devices(value)));
        return new KioskConfig(reading.server, reading.state, reading.devices);
    }

    private List<KioskConfig.Driver> devices(Node node) {
        if (isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw refused(node, "devices wants a list");
        }
        return list.getValue().stream().map(this::device).toList();
    }

    private KioskConfig.Driver device(Node node) {
        Map<String, String> settings = new LinkedHashMap<>();
        entries(node).forEach(entry -> {
            String name = text(entry.getKeyNode());
            if (settings.putIfAbsent(name, word(entry.getValueNode()).orElse("")) != null) {
                throw refused(entry.getKeyNode(), name + " is there twice");
            }
        });
        String driver = settings.remove(DRIVER);
        if (driver == null) {
            throw refused(node, "which driver? One of " + known());
        }
        if (!drivers.contains(driver)) {
            throw refused(node, "there is no driver " + driver + ", only " + known());
        }
        settings.values().removeIf(String::isEmpty);
        return new KioskConfig.Driver(driver, settings, at(node.getStartMark()));
    }

    private String known() {
        return String.join(", ", drivers.stream().sorted().toList());
    }

    private void each(Node node, Map<String, Consumer<Node>> keys) {
        Set<String> given = new HashSet<>();
        for (NodeTuple entry : entries(node)) {
            String name = text(entry.getKeyNode());
            Consumer<Node> taker = keys.get(name);
            if (taker == null) {
                throw refused(
                        entry.getKeyNode(),
                        "there is no key " + name + ", only "
                                + String.join(
                                        ", ", keys.keySet().stream().sorted().toList()));
            }
            if (!given.add(name)) {
                throw refused(entry.getKeyNode(), name + " is there twice");
            }
            taker.accept(entry.getValueNode());
        }
    }

    private List<NodeTuple> entries(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw refused(node, "keys with values are wanted here");
    }

    /** Empty for a key without a value. */
    private Optional<String> word(Node node) {
        return isNothing(node) ? Optional.empty() : Optional.of(text(node));
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused(node, "a plain value is wanted here");
    }

    /** Files are looked for from where the file is. */
    private Path beside(String name) {
        return file.toAbsolutePath().resolveSibling(name);
    }

    private Refused refused(Node node, String why) {
        return new Refused(at(node.getStartMark()) + ": " + why);
    }

    private String at(Optional<Mark> mark) {
        return file.getFileName()
                + mark.map(found -> " line " + (found.getLine() + 1)).orElse("");
    }
}
