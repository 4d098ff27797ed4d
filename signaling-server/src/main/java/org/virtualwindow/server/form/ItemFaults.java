package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Choice;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Sensitivity;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** What makes an item package unusable although it decodes: each fault names its place and its reason. */
final class ItemFaults {
    /** More things on one screen are too many for people. */
    private static final int MOST_ON_A_PAGE = 7;

    private static final Set<Kind> SECRETS = Set.of(Kind.TEXT, Kind.DIGITS);

    private final ServiceItem item;
    private final FormShape shape;
    private final List<Fault> faults = new ArrayList<>();

    private ItemFaults(ServiceItem item) {
        this.item = item;
        this.shape = new FormShape(item);
    }

    /** @param events codes of the life events there are */
    static List<Fault> of(ServiceItem item, Set<String> events) {
        ItemFaults faults = new ItemFaults(item);
        faults.fields();
        faults.tables();
        faults.pages();
        faults.faults.addAll(RuleFaults.of(item));
        faults.faults.addAll(GuidanceFaults.of(item, events));
        return faults.faults;
    }

    /**
     * What a centre may not change: what the base asks of everybody stays, and stays required. What only a rule requires it may do
     * without, together with that rule: whether a case occurs at all is for the centre to say.
     */
    static List<Fault> ofVariant(ServiceItem base, ServiceItem variant) {
        Map<FieldPath, Field> left =
                variant.fields().stream().collect(Collectors.toMap(Field::path, field -> field, (first, _) -> first));
        List<Fault> faults = new ArrayList<>();
        for (Field field : base.fields()) {
            if (!field.required()) {
                continue;
            }
            String at = "/fields (" + field.path() + ")";
            Field kept = left.get(field.path());
            if (kept == null) {
                faults.add(Fault.at(at, "通用要求规定必填，本中心不能去掉", "the base requires it, so a variant cannot remove it"));
            } else if (!kept.required()) {
                faults.add(Fault.at(
                        at + "/required",
                        "通用要求规定必填，本中心不能改成选填",
                        "the base requires it, so a variant cannot make it optional"));
            }
        }
        return faults;
    }

    private void fields() {
        Set<FieldPath> seen = new HashSet<>();
        for (Field field : item.fields()) {
            String at = "/fields (" + field.path() + ")";
            Optional<FieldPath> table = field.path().table();
            expect(seen.add(field.path()), at, "写了两次", "there are two of it");
            expect(
                    field.path().parts().length < 3,
                    at,
                    "路径要写成 /field 或 /table/column",
                    "a path is /field or /table/column");
            table.ifPresent(path ->
                    expect(shape.table(path).isPresent(), at, "没有 " + path + " 这个表格", "there is no table " + path));
            expect(
                    field.maxLength() > 0 && field.maxLength() <= FieldValue.LONGEST,
                    at + "/maxLength",
                    "要在 1 到 " + FieldValue.LONGEST + " 之间",
                    "must be 1 to " + FieldValue.LONGEST);
            expect(
                    (field.kind() == Kind.CHOICE) != field.choices().isEmpty(),
                    at + "/choices",
                    "只有 CHOICE 类的字段有选项，也必须有",
                    "belong to the kind CHOICE and to no other");
            expect(
                    field.choices().stream().map(Choice::code).distinct().count()
                            == field.choices().size(),
                    at + "/choices",
                    "有一个代码写了两次",
                    "a code stands twice");
            expect(
                    !field.secret() || SECRETS.contains(field.kind()),
                    at + "/sensitivity",
                    "只有打字填的 TEXT 和 DIGITS 才能是 SECRET",
                    "only what is typed, TEXT or DIGITS, can be SECRET");
            if (field.kind() == Kind.SIGNATURE) {
                signature(field, at);
            }
            for (String check : field.checks()) {
                expect(
                        Validators.find(check).isPresent(),
                        at + "/checks",
                        "没有“" + check + "”这种检查",
                        "there is no check '" + check + "'");
            }
        }
    }

    private void signature(Field field, String at) {
        expect(
                field.path().table().isEmpty(),
                at,
                "签名是申请人本人的，不能放在表格里",
                "a signature is the applicant’s, so it stands in no table");
        expect(field.checks().isEmpty(), at + "/checks", "签名没有什么可检查", "there is nothing to check in a SIGNATURE");
        expect(
                field.sensitivity() == Sensitivity.OPEN,
                at + "/sensitivity",
                "签名要看得全，只能是 OPEN",
                "a SIGNATURE is seen whole, so it is OPEN");
        expect(
                field.maxLength() == Strokes.LONGEST,
                at + "/maxLength",
                "签名多长不由事项包定",
                "how long a SIGNATURE may be is not for the package to say");
    }

    private void tables() {
        for (Table table : item.tables()) {
            String at = "/tables (" + table.path() + ")";
            expect(table.path().parts().length == 1, at, "表格的路径只有一段", "a table's path has one part");
            expect(
                    table.fewest() >= 0 && table.fewest() <= table.most(),
                    at,
                    "最少（fewest）比最多（most）还多",
                    "fewest is above most");
            expect(!shape.columns(table.path()).isEmpty(), at, "里面没有字段", "has no fields");
            table.prefill().ifPresent(from -> prefilled(from, at + "/prefill"));
        }
    }

    /** Which items there are besides is not for a package to know: a table that none has gives no rows. */
    private void prefilled(List<FieldPath> from, String at) {
        expect(!from.isEmpty(), at, "没有写表格", "names no table");
        expect(from.stream().distinct().count() == from.size(), at, "同一张表格写了两次", "names a table twice");
        for (FieldPath table : from) {
            expect(
                    table.parts().length == 1,
                    at,
                    "表格的路径只有一段，" + table + " 不是",
                    "a table's path has one part, unlike " + table);
            expect(shape.field(table).isEmpty(), at, table + " 是字段，不是表格", table + " is a field, not a table");
        }
    }

    private void pages() {
        Set<FieldPath> shown = new HashSet<>();
        for (ServiceItem.Page page : item.pages()) {
            String at = "/pages (" + page.id() + ")";
            expect(
                    page.shows().size() <= MOST_ON_A_PAGE,
                    at,
                    "一页超过了 " + MOST_ON_A_PAGE + " 样",
                    "shows more than " + MOST_ON_A_PAGE + " things");
            for (FieldPath path : page.shows()) {
                expect(
                        shape.table(path).isPresent() || shape.field(path).isPresent(),
                        at,
                        "没有 " + path + " 这个字段或表格",
                        "nothing is at " + path);
                expect(shown.add(path), at, path + " 出现了两次", path + " is shown twice");
            }
        }
        Stream.concat(
                        item.fields().stream()
                                .map(Field::path)
                                .filter(path -> path.table().isEmpty()),
                        item.tables().stream().map(Table::path))
                .forEach(path -> expect(shown.contains(path), "/pages", "没有一页上有 " + path, "no page shows " + path));
    }

    private void expect(boolean right, String place, String zh, String en) {
        if (!right) {
            faults.add(Fault.at(place, zh, en));
        }
    }
}
