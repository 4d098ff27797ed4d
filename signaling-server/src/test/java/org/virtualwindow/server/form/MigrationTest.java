package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.virtualwindow.server.form.Forms.APPLICANT;
import static org.virtualwindow.server.form.Forms.CLERK;
import static org.virtualwindow.server.form.Forms.NOON;
import static org.virtualwindow.server.form.Forms.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.MigrationReport;
import org.virtualwindow.protocol.MigrationReport.LossReason;
import org.virtualwindow.protocol.MigrationReport.PartChange;
import org.virtualwindow.protocol.MigrationReport.PartKind;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;

/** A library changes what it asks for while somebody's form is open. */
class MigrationTest {
    private static final String FORMER = """
          who: { title: { zh: 您是谁？, en: Who are you? }, shows: [/name, /books, /kind, /card, /pin] }
          more: { title: { zh: 还有呢？, en: What else? }, shows: [/born, /asks, /readers] }
        fields:
          /name: { kind: TEXT, label: { zh: 姓名, en: Name }, required: true }
          /books: { kind: WHOLE, label: { zh: 借几本, en: How many books }, required: true }
          /kind: { kind: CHOICE, label: { zh: 哪一种, en: Which kind }, choices: { DAY: { zh: 日证, en: For a day }, YEAR: { zh: 年证, en: For a year } } }
          /card: { kind: DIGITS, maxLength: 12, label: { zh: 旧证号, en: Old card }, sensitivity: MASK }
          /pin: { kind: DIGITS, maxLength: 6, label: { zh: 密码, en: PIN }, sensitivity: SECRET }
          /born: { kind: TEXT, label: { zh: 出生日期, en: Born }, maxLength: 30 }
          /asks: { kind: TEXT, label: { zh: 申请, en: Request } }
          /readers/name: { kind: TEXT, label: { zh: 姓名, en: Name } }
        tables:
          /readers: { label: { zh: 还有谁来看, en: Who else reads }, row: { zh: 读者, en: reader }, fewest: 0, most: 3 }
        """;

    @TempDir
    private Path folder;

    private FormState form;

    @BeforeEach
    void aFormIsHalfFilledIn() throws IOException {
        Items.smallItem(folder);
        Path file = folder.resolve("BORROW_BOOKS/item.yaml");
        String text = Files.readString(file);
        int from = text.indexOf("  who:");
        int to = text.indexOf("rules:");
        Files.writeString(file, text.substring(0, from) + FORMER + text.substring(to));
        form = FormState.of(library().item());
        writes("/name", "王芳");
        writes("/books", "3");
        writes("/kind", "DAY");
        writes("/card", "123456789012");
        writes("/pin", "739164");
        writes("/born", "春天");
        form = form.addRow(path("/readers"), new RowId("a")).addRow(path("/readers"), new RowId("b"));
        writes("/readers/a/name", "甲");
        writes("/readers/b/name", "乙");
    }

    @Test
    void whatFitsGoesOnAndWhatDoesNotIsNamedWithTheReason() throws IOException {
        Migration migration = moved(
                "version: 1",
                "version: 2",
                "/books: { kind: WHOLE",
                "/weeks: { kind: WHOLE",
                "/name, /books, /kind",
                "/name, /weeks, /kind",
                "[v, /books]",
                "[v, /weeks]",
                "DAY: { zh: 日证, en: For a day }, ",
                "",
                "maxLength: 12",
                "maxLength: 10",
                "most: 3",
                "most: 1",
                "/born: { kind: TEXT",
                "/born: { kind: DATE");

        assertThat(migration.after().filed())
                .containsEntry("/name", "王芳")
                .containsEntry("/readers/a/name", "甲")
                .doesNotContainKeys("/books", "/kind", "/card", "/readers/b/name");
        MigrationReport report = MigrationReports.of(migration, List.of("RETURN"), Role.APPLICANT);
        assertThat(report.fromVersion()).isEqualTo(1);
        assertThat(report.toVersion()).isEqualTo(2);
        assertThat(report.itemHash()).isEqualTo(migration.to().hash());
        assertThat(report.parts())
                .extracting(part -> part.part(), part -> part.how(), part -> part.key())
                .contains(
                        tuple(PartKind.FIELD, PartChange.ADDED, "/weeks"),
                        tuple(PartKind.FIELD, PartChange.REMOVED, "/books"),
                        tuple(PartKind.FIELD, PartChange.CHANGED, "/kind"),
                        tuple(PartKind.TABLE, PartChange.CHANGED, "/readers"))
                .doesNotContain(tuple(PartKind.FIELD, PartChange.CHANGED, "/name"));
        assertThat(report.lost())
                .extracting(lost -> lost.path().value(), lost -> lost.value().zh(), lost -> lost.why())
                .containsExactly(
                        tuple("/books", "3", LossReason.FIELD_GONE),
                        tuple("/kind", "日证", LossReason.CHOICE_GONE),
                        tuple("/card", "123456789012", LossReason.TOO_LONG),
                        tuple("/readers/b/name", "乙", LossReason.ROW_OVER));
        assertThat(report.lost().getLast().name()).isEqualTo(new LocalText("读者2 姓名", "reader 2 Name"));
        assertThat(report.doubtful())
                .extracting(
                        doubt -> doubt.path().value(), doubt -> doubt.issue().code())
                .containsExactly(tuple("/born", "date.shape"));
        assertThat(report.toDeclare()).containsExactly("RETURN");
    }

    @Test
    void whatTheClerkMustNotSeeStaysSoAlsoWhereItIsLost() throws IOException {
        Migration migration =
                moved("version: 1", "version: 2", "maxLength: 12", "maxLength: 10", "maxLength: 6", "maxLength: 4");
        MigrationReport toClerk = MigrationReports.of(migration, List.of(), Role.CLERK);
        assertThat(toClerk.lost())
                .extracting(lost -> lost.path().value(), lost -> lost.value().zh())
                .containsExactly(tuple("/card", "1***********"), tuple("/pin", "******"));
        assertThat(MigrationReports.of(migration, List.of(), Role.APPLICANT).lost())
                .extracting(lost -> lost.value().zh())
                .containsExactly("123456789012", "******");
    }

    @Test
    void aValueThatWasGuardedIsNotShownBecauseThePackageGuardsItNoLonger() throws IOException {
        Migration migration = moved("version: 1", "version: 2", "SECRET", "MASK");
        assertThat(migration.lost()).containsEntry(path("/pin"), LossReason.LESS_GUARDED);
        assertThat(migration.after().field(path("/pin"))).isEmpty();
    }

    @Test
    void whatWasCalledRightIsCalledRightAgainWhereTheQuestionChanged() throws IOException {
        form = form.set(path("/name"), new FieldValue("王芳"), Source.TYPED, CLERK, NOON)
                .confirm(path("/name"))
                .set(path("/born"), new FieldValue("春天"), Source.TYPED, CLERK, NOON)
                .confirm(path("/born"));
        Migration migration = moved("version: 1", "version: 2", "出生日期", "生日");
        assertThat(migration.after().unconfirmed()).containsExactly(path("/born"));
        assertThat(MigrationReports.of(migration, List.of(), Role.APPLICANT).toConfirm())
                .extracting(each -> each.path().value())
                .containsExactly("/born");
    }

    @Test
    void thePackageItGoesByAlreadyChangesNothing() throws IOException {
        Migration migration = Migration.of(form, library());
        MigrationReport report = MigrationReports.of(migration, List.of(), Role.APPLICANT);
        assertThat(migration.after().filed()).isEqualTo(form.filed());
        assertThat(report.parts()).isEmpty();
        assertThat(report.lost()).isEmpty();
        assertThat(report.doubtful()).isEmpty();
    }

    @Test
    void whereTheNewerPackageAsksForNoSignatureNobodyIsToldToSignAnew() throws IOException {
        String sign = "  /sign: { kind: SIGNATURE, label: { zh: 签名, en: Signature } }\n";
        moved("/asks, /readers]", "/asks, /readers, /sign]", "  /readers/name:", sign + "  /readers/name:");
        form = FormState.of(library().item());
        writes("/sign", "12,90 40,31;88,20 90,140");
        assertThat(moved("version: 1", "version: 2").lost()).containsEntry(path("/sign"), LossReason.SIGN_ANEW);
        assertThat(moved("/readers, /sign]", "/readers]", sign, "").lost())
                .containsEntry(path("/sign"), LossReason.FIELD_GONE);
    }

    @Test
    void whereRowsMayComeFromIsNoChangeOfWhatIsAsked() throws IOException {
        Migration migration = moved("version: 1", "version: 2", "most: 3", "most: 3, prefill: [/readers]");
        assertThat(MigrationReports.of(migration, List.of(), Role.APPLICANT).parts())
                .isEmpty();
    }

    private Migration moved(String... pairs) throws IOException {
        Path file = folder.resolve("BORROW_BOOKS/item.yaml");
        String text = Files.readString(file);
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        Files.writeString(file, text);
        return Migration.of(form, library());
    }

    private ItemPackage library() {
        return Catalog.load(Optional.of(folder))
                .packageOf(new ServiceItemId("BORROW_BOOKS"), new CentreId("330503"))
                .orElseThrow();
    }

    private void writes(String path, String value) {
        form = form.set(path(path), new FieldValue(value), Source.TYPED, APPLICANT, NOON);
    }
}
