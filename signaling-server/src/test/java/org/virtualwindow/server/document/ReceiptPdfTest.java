package org.virtualwindow.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.values.LocalText;

/** The paper says what the screen says, in a face that is on it, also where a character is in no face. */
class ReceiptPdfTest {
    private static final String PROGRESS =
            "https://window.example/progress/#b8Kx2mQvW7yTn4ZcR1pLd9sFh3gJu6eAo5iVtXwYz0E";

    @Test
    void thePaperSaysWhatTheScreenSays() throws IOException {
        String said = text(ReceiptPdf.of(receipt("企业名称自主申报", Optional.of(PROGRESS))));
        assertThat(said)
                .contains("远程虚拟窗口 Virtual Window", "回执 Receipt")
                .contains("330503 202611 28 00017 4")
                .contains("企业名称自主申报", "Company name")
                .contains("湖州市南浔区政务服务中心", "上海市松江区行政服务中心")
                .contains("2026年11月28日 15:30", "28 November 2026 15:30")
                .contains("9F86 D081 884C 7D65")
                .contains("当场", "通知书")
                .doesNotContain("b8Kx2mQv");
    }

    @Test
    void aPhoneReadsTheProgressFromThePaper() throws Exception {
        byte[] pdf = ReceiptPdf.of(receipt("企业名称自主申报", Optional.of(PROGRESS)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(code(pdf)).isEqualTo(PROGRESS);
        assertThat(text(ReceiptPdf.of(receipt("企业名称自主申报", Optional.empty())))).contains("凭办件编号问窗口");
    }

    @Test
    void theFaceIsOnThePaperWithWhatItNeedsOfItOnly() throws IOException {
        byte[] pdf = ReceiptPdf.of(receipt("企业名称自主申报", Optional.of(PROGRESS)));
        assertThat(pdf).hasSizeLessThan(150_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).endsWith("NotoSansSC-Regular");
            }
        }
    }

    @Test
    void aCharacterThatTheFaceLacksIsReplacedAndThePaperSaysSo() throws IOException {
        String rare = text(ReceiptPdf.of(receipt("㐱家𠮷店名称申报\n二", Optional.of(PROGRESS))));
        assertThat(rare).contains("㐱家□店名称申报 二").contains("□ 代替本机字库里没有的字");
        assertThat(text(ReceiptPdf.of(receipt("企业名称自主申报", Optional.of(PROGRESS)))))
                .doesNotContain("□");
    }

    @Test
    void theSameReceiptIsTheSameBytes() throws IOException {
        byte[] one = ReceiptPdf.of(receipt("企业名称自主申报", Optional.of(PROGRESS)));
        assertThat(ReceiptPdf.of(receipt("企业名称自主申报", Optional.of(PROGRESS)))).isEqualTo(one);
        Path pictures = Path.of("target");
        Files.createDirectories(pictures);
        Files.write(pictures.resolve("receipt.pdf"), one);
    }

    @Test
    void theLongestWordsStayOnThePage() throws IOException {
        byte[] pdf = ReceiptPdf.of(receipt("很长的事".repeat(30), Optional.of(PROGRESS)));
        assertThat(text(pdf).chars().filter(each -> each == '很')).hasSize(30);
        assertThat(text(pdf)).contains("请收好，有这张码就能查。");
        assertThatAllStandsOnThePaper(pdf);
    }

    @Test
    void whatIsTooMuchForAPageGoesOnOnTheNextAndTheCodeStandsOnTheFirst() throws Exception {
        List<LocalText> papers = IntStream.rangeClosed(1, 12)
                .mapToObj(each ->
                        new LocalText("第" + each + "件：现机动车所有人的身份证明", "No. " + each + ": proof of the new owner"))
                .toList();
        Receipt receipt = receipt("机动车转让登记", Optional.of(PROGRESS), papers, papers, papers);
        byte[] pdf = ReceiptPdf.of(receipt);
        assertThatAllStandsOnThePaper(pdf);
        assertThat(code(pdf)).isEqualTo(PROGRESS);
        assertThat(text(pdf)).contains("第12件", "表的校验码", "9F86 D081 884C 7D65");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            assertThat(second.getText(document)).startsWith("回执 Receipt 330503 202611 28 00017 4");
        }
    }

    private static void assertThatAllStandsOnThePaper(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<TextPosition> letters = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<TextPosition> positions) {
                    letters.addAll(positions);
                }
            }.getText(document);
            assertThat(letters).isNotEmpty().allSatisfy(letter -> {
                assertThat(letter.getXDirAdj()).isBetween(0f, letter.getPageWidth() - letter.getWidthDirAdj());
                assertThat(letter.getYDirAdj()).isBetween(letter.getHeightDir(), letter.getPageHeight());
            });
        }
    }

    private static String code(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage paper = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
            var source = new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }

    @Test
    void whatIsStillToBeHandedInStandsOnThePaper() throws IOException {
        LocalText lease = new LocalText("住所使用证明", "Proof of the premises");
        LocalText card = new LocalText("联系人的身份证", "The contact’s identity card");
        Receipt receipt = receipt("企业名称自主申报", Optional.of(PROGRESS), List.of(card, lease), List.of(lease), List.of());
        assertThat(text(ReceiptPdf.of(receipt)))
                .contains("还要交的材料", "联系人的身份证、住所使用证明", "承诺以后补的")
                .doesNotContain("寄来的原件");
    }

    private static Receipt receipt(String item, Optional<String> progress) {
        return receipt(item, progress, List.of(), List.of(), List.of());
    }

    private static Receipt receipt(
            String item,
            Optional<String> progress,
            List<LocalText> open,
            List<LocalText> promised,
            List<LocalText> posted) {
        return new Receipt(
                new CaseNo("33050320261128000174"),
                new LocalText(item, "Company name: declare it yourself"),
                new LocalText("湖州市南浔区政务服务中心", "Nanxun District Government Service Centre, Huzhou"),
                new LocalText("上海市松江区行政服务中心", "Songjiang District Administrative Service Centre, Shanghai"),
                Instant.parse("2026-11-28T07:30:00Z"),
                new LocalText("当场（名称可用时）", "On the spot, if the name is free"),
                new LocalText("企业名称保留通知书", "Notice that the company name is reserved"),
                open,
                promised,
                posted,
                List.of(new LocalText("联系人的身份证（公安部门电子证照库）", "The contact’s identity card (The police, e-licences)")),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                progress);
    }
}
