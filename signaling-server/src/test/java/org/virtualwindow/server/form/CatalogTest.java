package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;

class CatalogTest {
    private final Catalog catalog = Catalog.load();

    @Test
    void everyCentreHandlesTheItemInItsOwnWay() {
        assertThat(catalog.byCentre().keySet())
                .extracting(CentreId::value)
                .containsExactly("330503", "320114", "340104");
        ServiceItem nanxun = Forms.item("330503");
        assertThat(nanxun.variant().zh()).isEqualTo("按湖州市南浔区标准办理");
        assertThat(nanxun.title()).isEqualTo(Forms.item("320114").title());
        assertThat(nanxun.timeLimit()).isNotEqualTo(Forms.item("320114").timeLimit());
        assertThat(Forms.item("340104").bring()).hasSize(nanxun.bring().size() + 1);
        assertThat(catalog.of(new CentreId("330503"))).containsExactly(nanxun);
    }

    @Test
    void whatACentreDoesNotHandleIsNotThere() {
        assertThat(catalog.find(new ServiceItemId("ENT_NAME"), new CentreId("310117")))
                .isEmpty();
        assertThat(catalog.find(new ServiceItemId("OTHER"), new CentreId("330503")))
                .isEmpty();
        assertThat(catalog.of(new CentreId("310117"))).isEmpty();
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        catalog.byCentre()
                .values()
                .forEach(items -> items.forEach(item -> {
                    assertThat(item.fields())
                            .allMatch(field -> whole(field.label())
                                    && field.hint().map(CatalogTest::whole).orElse(true));
                    assertThat(item.pages()).allMatch(page -> whole(page.title()));
                    assertThat(item.agreements())
                            .allMatch(one -> whole(one.text()))
                            .extracting(ServiceItem.Statement::code)
                            .containsExactly("WHO_SEES", "NOT_RECORDED", "KEPT");
                    assertThat(item.declarations())
                            .extracting(ServiceItem.Statement::code)
                            .containsExactly("NAME_RISK");
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"masked\": true        | \"masked\": 1              | /fields/14/masked",
                "\"fewest\": 1           | \"few\": 1                 | few",
                "\"fewest\": 1           | \"fewest\": 51             | fewest is above most",
                "\"maxLength\": 100      | \"maxLength\": 4001        | (/investors/name)/maxLength: must be 1 to 4000",
                "\"personName\"        | \"persoName\"            | there is no check 'persoName'",
                "\"rule\": \"sumEquals\" | \"rule\": \"sum\"          | /checks/5: there is no rule 'sum'",
                "\"of\": \"/investors/percent\" | \"of\": \"/investors/share\" | /checks/5/args/of: there is no field"
                        + " or table /investors/share",
                "\"total\": \"100\"      | \"totals\": \"100\"        | /checks/5/args: 'total' is missing",
                "\"code\": \"JSC\"       | \"code\": \"LLC\"          | a code stands twice",
                "\"path\": \"/contactName\" | \"path\": \"/contactMobile\" | there are two of it",
                "\"id\": \"kind\"        | \"id\": \"kind\", \"id\": \"x\" | Duplicate",
                "\"item\": \"ENT_NAME\"  | \"item\": \"ENT_SETUP\"    | /item: must be ENT_NAME",
            })
    void aBrokenPackageIsRefusedWithFilePlaceAndReason(String right, String broken, String reason) {
        String base = resource("ENT_NAME/item.json");
        assertThat(base).contains(right);
        assertThatThrownBy(() -> loaded("ENT_NAME/item.json", base.replaceFirst(Pattern.quote(right), broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("items/ENT_NAME/item.json")
                .hasMessageContaining(reason);
    }

    @Test
    void aBrokenVariantIsRefusedByItsOwnName() {
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.json", "{\"fee\": null}"))
                .hasMessageStartingWith("items/ENT_NAME/variants/320114.json")
                .hasMessageContaining("fee");
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.json", "[]"))
                .hasMessage("items/ENT_NAME/variants/320114.json: must be an object");
        assertThatThrownBy(() -> Catalog.load(name -> name.endsWith("340104.json") ? Optional.empty() : bytes(name)))
                .hasMessage("items/ENT_NAME/variants/340104.json: not on the class path");
    }

    @Test
    void conditionsThatGoInACircleAreRefused() {
        String base = resource("ENT_NAME/item.json");
        String pattern = "\"path\": \"/namePattern\",\n      \"kind\": \"CHOICE\",";
        assertThat(base).contains(pattern);
        String circle =
                base.replace(pattern, pattern + "\"shownWhen\": {\"path\": \"/regionWord\", \"in\": [\"湖州\"]},");
        assertThatThrownBy(() -> loaded("ENT_NAME/item.json", circle)).hasMessageContaining("circle");
    }

    private static Catalog loaded(String file, String text) {
        Map<String, byte[]> changed = Map.of(file, text.getBytes(StandardCharsets.UTF_8));
        return Catalog.load(name -> Optional.ofNullable(changed.get(name)).or(() -> bytes(name)));
    }

    private static boolean whole(LocalText text) {
        return !text.zh().isBlank() && !text.en().isBlank();
    }

    private static String resource(String name) {
        return new String(bytes(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> bytes(String name) {
        try (InputStream in = CatalogTest.class.getClassLoader().getResourceAsStream("items/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
