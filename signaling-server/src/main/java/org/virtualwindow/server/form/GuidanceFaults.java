package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Expression;
import org.virtualwindow.protocol.Rule;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Clock;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Prefilled;
import org.virtualwindow.protocol.ServiceItem.RuleCard;
import org.virtualwindow.protocol.values.FieldPath;

/** What is wrong with what an item says around its form: materials, questions before it, what is known of a person, script and cards. */
final class GuidanceFaults {
    /** Whoever stands at a kiosk answers no more before they know what to bring. */
    private static final int MOST_QUESTIONS = 4;

    private static final Set<Kind> QUESTIONS = EnumSet.of(Kind.CHOICE, Kind.YES_NO);

    private final ServiceItem item;
    private final FormShape shape;
    private final List<Fault> faults = new ArrayList<>();

    private GuidanceFaults(ServiceItem item) {
        this.item = item;
        this.shape = new FormShape(item);
    }

    /** @param events codes of the life events there are */
    static List<Fault> of(ServiceItem item, Set<String> events) {
        GuidanceFaults found = new GuidanceFaults(item);
        found.promise();
        found.materials();
        found.guide();
        found.prefill();
        found.script();
        found.cards();
        found.faults.addAll(LookupFaults.of(item));
        item.find().events().stream()
                .filter(event -> !events.contains(event))
                .forEach(event -> found.faults.add(
                        Fault.at("/find/events", "没有“" + event + "”这种人生事件", "there is no life event " + event)));
        return found.faults;
    }

    private void promise() {
        boolean atOnce = item.promise().clock() == Clock.AT_ONCE;
        int days = item.promise().days();
        expect(
                atOnce ? days == 0 : days > 0 && days < 1_000,
                "/promise/days",
                atOnce ? "马上办好的要写 0" : "要在 1 到 999 之间",
                "must be " + (atOnce ? "0, as it is done at once" : "1 to 999"));
    }

    private void materials() {
        item.materials().forEach(material -> {
            String at = "/materials/" + material.code();
            expect(material.count() >= 1 && material.count() <= 20, at + "/count", "要在 1 到 20 之间", "must be 1 to 20");
            material.when().ifPresent(when -> expression(at + "/when", when));
        });
    }

    private void guide() {
        Set<FieldPath> computed = item.rules().stream()
                .flatMap(rule -> rule instanceof Rule.Computes computes ? Stream.of(computes.set()) : Stream.empty())
                .collect(Collectors.toSet());
        expect(
                item.guide().size() <= MOST_QUESTIONS,
                "/guide",
                "问了超过 " + MOST_QUESTIONS + " 个问题",
                "asks more than " + MOST_QUESTIONS + " questions");
        for (FieldPath path : item.guide()) {
            Optional<Field> field = shape.field(path);
            expect(
                    field.isPresent() && path.table().isEmpty(),
                    "/guide",
                    "表格以外没有 " + path + " 这个字段",
                    "there is no field " + path);
            expect(
                    field.map(asked -> QUESTIONS.contains(asked.kind())).orElse(true),
                    "/guide",
                    path + " 既不是选项，也不是是或否",
                    path + " is neither a choice nor yes or no");
            expect(
                    !computed.contains(path),
                    "/guide",
                    path + " 是算出来的，不能拿来问",
                    path + " is computed, so nobody can be asked");
        }
    }

    private void prefill() {
        for (Prefilled prefilled : item.prefill()) {
            FieldPath path = prefilled.path();
            String at = "/prefill (" + path + ")";
            expect(
                    shape.field(path).isPresent() && path.table().isEmpty(),
                    at,
                    "表格以外没有这个字段",
                    "there is no such field outside of tables");
            expect(
                    !shape.field(path).map(Field::secret).orElse(false),
                    at,
                    "保密的内容只有申请人知道，不能代填",
                    "a secret is known to nobody but the applicant");
            expect(
                    shape.field(path)
                            .map(Field::kind)
                            .filter(Kind.SIGNATURE::equals)
                            .isEmpty(),
                    at,
                    "谁也不能替申请人签名",
                    "nobody signs for the applicant");
        }
    }

    private void script() {
        item.script().forEach(step -> {
            String at = "/script/" + step.id();
            step.at().ifPresent(path -> place(at + "/at", path));
            step.when().ifPresent(when -> expression(at + "/when", when));
            step.done().ifPresent(done -> expression(at + "/done", done));
        });
    }

    private void cards() {
        Set<FieldPath> fields = item.fields().stream().map(Field::path).collect(Collectors.toSet());
        item.cards().stream()
                .map(RuleCard::path)
                .filter(path -> !fields.contains(path))
                .forEach(path -> place("/cards (" + path + ")", path));
    }

    private void place(String at, FieldPath path) {
        expect(
                shape.field(path).isPresent() || shape.table(path).isPresent(),
                at,
                "没有 " + path + " 这个字段或表格",
                "there is no field or table " + path);
    }

    private void expression(String at, Expression expression) {
        faults.addAll(RuleFaults.ofExpression(item, at, expression));
    }

    private void expect(boolean right, String place, String zh, String en) {
        if (!right) {
            faults.add(Fault.at(place, zh, en));
        }
    }
}
