package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/** A folder of item packages over those that come with the program. */
class ItemFolderTest {
    private static final CentreId NANXUN = new CentreId("330503");
    private static final ServiceItemId BORROW = new ServiceItemId("BORROW_BOOKS");

    @TempDir
    private Path folder;

    @Test
    void aPackageInAFolderIsOfferedBesideTheOthers() throws IOException {
        Items.smallItem(folder);

        Catalog catalog = load();

        assertThat(catalog.find(BORROW, NANXUN).orElseThrow().title().zh()).isEqualTo("借书证");
        assertThat(catalog.of(NANXUN)).hasSize(Catalog.load().of(NANXUN).size() + 1);
    }

    @Test
    void aFileThereStandsInThePlaceOfTheProgramsOwn() throws IOException {
        Items.write(folder, "ENT_NAME/variants/330503.yaml", "fee: {zh: 十元, en: Ten yuan}");

        assertThat(load().find(new ServiceItemId("ENT_NAME"), NANXUN)
                        .orElseThrow()
                        .fee()
                        .en())
                .isEqualTo("Ten yuan");
    }

    @Test
    void theIndexSaysForTheItemsItNamesWhoHandlesThem() throws IOException {
        Items.write(folder, "index.yaml", "ENT_NAME: [\"330503\"]\nSSC_APPLY: null\n");

        Catalog catalog = load();

        assertThat(catalog.of(NANXUN)).extracting(ServiceItem::item).doesNotContain(new ServiceItemId("SSC_APPLY"));
        assertThat(catalog.find(new ServiceItemId("ENT_NAME"), new CentreId("320114")))
                .isEmpty();
        assertThat(catalog.find(new ServiceItemId("ENT_SETUP"), new CentreId("320114")))
                .isPresent();
    }

    @Test
    void whatIsWrongIsRefusedWithTheFileInTheFolder() throws IOException {
        Items.smallItem(folder);
        Path base = folder.resolve("BORROW_BOOKS/item.yaml");
        Files.writeString(base, Files.readString(base).replace("set: /asks", "set: /nowhere"));

        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(PackageFault.class, fault -> {
                    assertThat(fault.file()).isEqualTo(base.toString());
                    assertThat(fault.faults())
                            .extracting(Fault::toString)
                            .contains("/rules/asks: there is no field /nowhere");
                })
                .hasMessageStartingWith(base + " /rules/asks: there is no field /nowhere");
    }

    @Test
    void twoItemsWithOneCodeAreRefused() throws IOException {
        Items.smallItem(folder);
        Path base = folder.resolve("BORROW_BOOKS/item.yaml");
        Files.writeString(base, Files.readString(base).replace("item: BORROW_BOOKS", "item: ENT_NAME"));
        assertThatThrownBy(this::load).hasMessage(base + " /item: must be BORROW_BOOKS, as the directory");

        Files.writeString(base, Files.readString(base).replace("item: ENT_NAME", "item: BORROW_BOOKS"));
        Items.write(folder, "index.yaml", "BORROW_BOOKS: [\"330503\"]\nBORROW_BOOKS: [\"320114\"]\n");
        assertThatThrownBy(this::load)
                .hasMessageStartingWith(folder.resolve("index.yaml") + " line 2: found duplicate key BORROW_BOOKS");
    }

    @Test
    void aFileThatNobodyCanSurveyIsRefused() throws IOException {
        Items.smallItem(folder);
        Path large = Items.write(folder, "BORROW_BOOKS/item.yaml", "# " + "x".repeat(5 * 1024 * 1024));

        assertThatThrownBy(this::load).hasMessage(large + " is larger than 512 kB");
    }

    @Test
    void aFileThatNothingUsesIsNotPassedOverInSilence() throws IOException {
        Items.smallItem(folder);
        Path stray = Items.write(folder, "BORROW_BOOKS/variants/320114.yaml", "fee: {zh: 免, en: Free}");

        assertThatThrownBy(this::load)
                .hasMessage(stray + " is used by nothing: index.yaml does not name this item with this centre");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Catalog.load(Optional.of(folder.resolve("no"))))
                .hasMessage(folder.resolve("no") + " cannot be read as a folder of item packages");
    }

    private Catalog load() {
        return Catalog.load(Optional.of(folder));
    }
}
