package org.virtualwindow.server.form;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.server.form.ItemFiles.ItemFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of an item package, as people write it: YAML in which everything has a name, so that a variant can replace or remove it.
 * {@link #expanded} makes of it what a {@code ServiceItem} is read from.
 */
final class PackageFile {
    /** In bytes; a person cannot survey more. */
    static final int LARGEST = 512 * 1024;

    private static final int DEEPEST = 60;
    private static final JsonMapper TREES = new JsonMapper();
    private static final LoadSettings STRICT = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(100)
            .setCodePointLimit(LARGEST)
            .build();

    /** Sections whose things have names, and what the name becomes. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            entry("results", "code"),
            entry("materials", "code"),
            entry("agreements", "code"),
            entry("declarations", "code"),
            entry("pages", "id"),
            entry("fields", "path"),
            entry("tables", "path"),
            entry("rules", "id"),
            entry("prefill", "path"),
            entry("script", "id"),
            entry("cards", "path"),
            entry("lookups", "code"));

    /** What a rule has that no other kind of rule has. */
    private static final Map<String, String> KINDS_OF_RULE =
            Map.of("show", "Shows", "require", "Requires", "set", "Computes", "only", "Offers", "must", "Demands");

    private PackageFile() {}

    /** @throws PackageFault with line and reason */
    static ObjectNode read(ItemFile file) {
        if (file.bytes().length > LARGEST) {
            throw new PackageFault(
                    file.path(),
                    Fault.ofFile("超过了 " + LARGEST / 1024 + " kB", "is larger than " + LARGEST / 1024 + " kB"));
        }
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        if (nesting(text) > DEEPEST) {
            throw new PackageFault(
                    file.path(), Fault.ofFile("括号嵌套超过了 " + DEEPEST + " 层", "is nested more than " + DEEPEST + " deep"));
        }
        try {
            Object tree = new Load(STRICT).loadFromString(text);
            if (TREES.valueToTree(tree) instanceof ObjectNode object) {
                return object;
            }
            throw new PackageFault(file.path(), Fault.ofFile("里面要写“名称: 值”", "must hold keys and values"));
        } catch (YamlEngineException e) {
            throw new PackageFault(file.path(), unreadable(e));
        }
    }

    /** Where and in the library's own words. */
    private static Fault unreadable(YamlEngineException e) {
        if (!(e instanceof MarkedYamlEngineException marked)) {
            return Fault.ofFile("读不出来，不是规范的 YAML：" + e.getMessage(), String.valueOf(e.getMessage()));
        }
        String problem = marked.getProblem();
        return marked.getProblemMark()
                .map(mark -> Fault.ofFile(
                        "读到第 " + (mark.getLine() + 1) + " 行第 " + (mark.getColumn() + 1) + " 列读不下去，不是规范的 YAML："
                                + problem,
                        "line " + (mark.getLine() + 1) + ": " + problem))
                .orElseGet(() -> Fault.ofFile("读不出来，不是规范的 YAML：" + problem, problem));
    }

    /** The parser calls itself for each bracket; brackets inside quotes count too, which does no harm. */
    private static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    /** Names become members, and what goes without saying is said. */
    static ObjectNode expanded(ObjectNode written) {
        ObjectNode item = written.deepCopy();
        NAMED.forEach((section, member) -> {
            if (item.get(section) instanceof ObjectNode things) {
                item.set(section, listed(things, member));
            }
        });
        each(item, "agreements", PackageFile::statement);
        each(item, "declarations", PackageFile::statement);
        each(item, "fields", PackageFile::field);
        each(item, "rules", PackageFile::rule);
        each(item, "materials", material -> unlessSaid(material, Map.of("count", 1, "later", false)));
        each(
                item,
                "prefill",
                prefilled -> Optional.ofNullable(prefilled.remove("is"))
                        .ifPresent(what -> prefilled.put("what", constant(what.asString("")))));
        return item;
    }

    private static ArrayNode listed(ObjectNode things, String member) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        things.properties().forEach(thing -> {
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.put(member, thing.getKey());
            if (thing.getValue() instanceof ObjectNode parts) {
                one.setAll(parts);
            } else {
                one.set("is", thing.getValue()); // which no record knows: decoding names the place
            }
            list.add(one);
        });
        return list;
    }

    private interface Step {
        void on(ObjectNode thing);
    }

    private static void each(ObjectNode item, String section, Step step) {
        if (item.get(section) instanceof ArrayNode things) {
            things.forEach(thing -> {
                if (thing instanceof ObjectNode one) {
                    step.on(one);
                }
            });
        }
    }

    /** {@code CODE: {zh: …, en: …}}. */
    private static void statement(ObjectNode statement) {
        wrap(statement, "text");
    }

    private static void wrap(ObjectNode thing, String member) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        for (String language : new String[] {"zh", "en"}) {
            Optional.ofNullable(thing.remove(language)).ifPresent(text -> words.set(language, text));
        }
        if (!words.isEmpty()) {
            thing.set(member, words);
        }
    }

    private static void field(ObjectNode field) {
        if (field.get("choices") instanceof ObjectNode choices) {
            ArrayNode list = listed(choices, "code");
            list.forEach(choice -> wrap((ObjectNode) choice, "label"));
            field.set("choices", list);
        }
        unlessSaid(field, usual(field.path("kind").asString("")));
    }

    private static void unlessSaid(ObjectNode thing, Map<String, ?> usual) {
        usual.forEach((member, value) -> {
            if (!thing.has(member)) {
                thing.set(member, TREES.valueToTree(value));
            }
        });
    }

    /** {@code bankCard} as the enum writes it: {@code BANK_CARD}. */
    private static String constant(String name) {
        StringBuilder constant = new StringBuilder();
        for (char c : name.toCharArray()) {
            constant.append(Character.isUpperCase(c) ? "_" : "").append(Character.toUpperCase(c));
        }
        return constant.toString();
    }

    /** What a field of this kind is unless the package says otherwise. */
    private static Map<String, Object> usual(String kind) {
        Map<String, Object> usual = new LinkedHashMap<>();
        usual.put("required", false);
        usual.put("choices", List.of());
        Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .ifPresent(found -> {
                    usual.put("maxLength", longest(found));
                    usual.put("checks", checks(found));
                    usual.put("sensitivity", found == Kind.ID_NUMBER || found == Kind.MOBILE ? "MASK" : "OPEN");
                });
        return usual;
    }

    private static int longest(Kind kind) {
        return switch (kind) {
            case TEXT -> 60;
            case LONG_TEXT -> 1_000;
            case CHOICE -> 40;
            case YES_NO -> 5;
            case AMOUNT -> 13;
            case PERCENT, WHOLE -> 6;
            case DIGITS -> 40;
            case DATE -> 10;
            case ID_NUMBER, CREDIT_CODE, MOBILE -> 20;
            case SIGNATURE -> Strokes.LONGEST;
        };
    }

    private static List<String> checks(Kind kind) {
        return switch (kind) {
            case ID_NUMBER -> List.of("idNo");
            case CREDIT_CODE -> List.of("uscc");
            case MOBILE -> List.of("mobile");
            case TEXT, LONG_TEXT, CHOICE, YES_NO, AMOUNT, PERCENT, WHOLE, DIGITS, DATE, SIGNATURE -> List.of();
        };
    }

    private static void rule(ObjectNode rule) {
        KINDS_OF_RULE.forEach((member, kind) -> {
            if (rule.has(member)) {
                rule.put("type", kind);
            }
        });
        if (rule.has("must") && !rule.has("with")) {
            rule.set("with", JsonNodeFactory.instance.objectNode());
        }
    }

    /** The name that a thing of a list had in the file. */
    static Optional<String> nameOf(JsonNode thing) {
        for (String member : new String[] {"path", "code", "id"}) {
            if (thing.path(member).isString()) {
                return Optional.of(thing.path(member).asString());
            }
        }
        return Optional.empty();
    }
}
