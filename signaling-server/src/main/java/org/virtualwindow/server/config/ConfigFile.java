package org.virtualwindow.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Reads a YAML file of keys. Whatever it does not know it refuses, with its line: a misspelt key must not be a default in silence. */
final class ConfigFile {
    private final Path file;
    private final Map<Key, Given> given = new EnumMap<>(Key.class);

    private ConfigFile(Path file) {
        this.file = file;
    }

    static Map<Key, Given> read(Path file) {
        ConfigFile read = new ConfigFile(file);
        // without marks there would be no lines to name
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            new Compose(settings).composeString(Files.readString(file)).ifPresent(root -> read.take("", root));
        } catch (MarkedYamlEngineException e) {
            throw new Refusal("%s is not YAML: %s.".formatted(read.at(e.getProblemMark()), e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new Refusal("%s is not YAML: %s.".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new Refusal("The configuration file %s cannot be read.".formatted(file), e);
        }
        return read.given;
    }

    private void take(String name, Node node) {
        switch (node) {
            case MappingNode mapping
            when name.isEmpty() || !isKey(name) ->
                mapping.getValue().forEach(entry -> take(joined(name, entry), entry.getValueNode()));
            case SequenceNode list
            when isKey(name) -> {
                List<String> values = new ArrayList<>();
                list.getValue().forEach(value -> values.add(text(name, value)));
                put(name, node, values);
            }
            case ScalarNode nothing when nothing.getTag().equals(Tag.NULL) -> put(name, node, List.of());
            default -> put(name, node, List.of(text(name, node)));
        }
    }

    private static boolean isKey(String name) {
        return Key.of(name).isPresent();
    }

    private String joined(String above, NodeTuple entry) {
        String name = text(above, entry.getKeyNode());
        return above.isEmpty() ? name : above + "." + name;
    }

    private String text(String name, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new Refusal("%s: %s wants plain values.".formatted(at(node.getStartMark()), name));
    }

    /** A key that is there without a value stands for its default. */
    private void put(String name, Node node, List<String> values) {
        String where = at(node.getStartMark());
        Key key = Key.of(name)
                .orElseThrow(() -> new Refusal("%s: there is no key %s%s"
                        .formatted(
                                where,
                                name,
                                Key.like(name)
                                        .map(like -> "; did you mean " + like.written() + "?")
                                        .orElse("."))));
        if (given.containsKey(key)) {
            throw new Refusal("%s: %s is there twice.".formatted(where, name));
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        given.put(key, new Given(values, where, folder));
    }

    private String at(Optional<Mark> mark) {
        return file.getFileName()
                + mark.map(found -> " line " + (found.getLine() + 1)).orElse("");
    }
}
