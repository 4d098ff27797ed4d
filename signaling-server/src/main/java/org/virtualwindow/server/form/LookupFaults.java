package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Lookup;
import org.virtualwindow.protocol.ServiceItem.MaterialForm;
import org.virtualwindow.protocol.values.FieldPath;

/** What is wrong with what an item asks authorities. */
final class LookupFaults {
    private final ServiceItem item;
    private final FormShape shape;
    private final List<Fault> faults = new ArrayList<>();

    private LookupFaults(ServiceItem item) {
        this.item = item;
        this.shape = new FormShape(item);
    }

    static List<Fault> of(ServiceItem item) {
        LookupFaults found = new LookupFaults(item);
        Set<String> taken = new HashSet<>();
        for (Lookup lookup : item.lookups().orElse(List.of())) {
            String at = "/lookups/" + lookup.code();
            found.lookup(at, lookup);
            found.expect(
                    lookup.material().isEmpty() || taken.add(lookup.material().get()),
                    at + "/material",
                    "这份材料已经有一种电子证照了",
                    "another e-licence stands for this material already");
        }
        return found.faults;
    }

    private void lookup(String at, Lookup lookup) {
        lookup.material().ifPresent(code -> material(at + "/material", code));
        lookup.holder().ifPresent(fields -> fields(at + "/holder", fields));
        lookup.compares().ifPresent(fields -> fields(at + "/compares", fields));
        expect(
                lookup.holder()
                        .filter(fields -> !fields.containsKey(Lookup.ID_NO))
                        .isEmpty(),
                at + "/holder",
                "没有写查哪个身份证号的（idNo）；查本人的就整个不写",
                "does not say by idNo whose it is; leave it out for the applicant’s own");
        expect(
                lookup.material().isPresent()
                        || lookup.compares().filter(fields -> !fields.isEmpty()).isPresent(),
                at,
                "既不顶一份材料，也不核对任何一项",
                "neither stands for a material nor compares anything");
    }

    private void material(String at, String code) {
        Optional<MaterialForm> form = item.materials().stream()
                .filter(each -> each.code().equals(code))
                .map(ServiceItem.Material::form)
                .findFirst();
        expect(form.isPresent(), at, "没有“" + code + "”这份材料", "there is no material " + code);
        expect(
                form.filter(MaterialForm.GENERATED::equals).isEmpty(),
                at,
                "由表生成的材料没有电子证照",
                "what is made from the form is no licence");
    }

    private void fields(String at, Map<String, FieldPath> fields) {
        fields.forEach((name, path) -> {
            Optional<Field> field =
                    shape.field(path).filter(each -> path.table().isEmpty());
            expect(
                    field.isPresent(),
                    at + "/" + name,
                    "表格以外没有 " + path + " 这个字段",
                    "there is no field " + path + " outside of tables");
            expect(
                    field.filter(each -> each.secret() || each.kind() == Kind.SIGNATURE)
                            .isEmpty(),
                    at + "/" + name,
                    "保密的内容和签名不发给别人",
                    "a secret or a signature is sent to nobody");
        });
    }

    private void expect(boolean right, String place, String zh, String en) {
        if (!right) {
            faults.add(Fault.at(place, zh, en));
        }
    }
}
