package org.virtualwindow.server.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.virtualwindow.protocol.values.LocalText;

/** A receipt on A4, Chinese with the English beside; what leads on stands at its head. Of the same receipt the same bytes come. */
final class ReceiptPdf {
    private static final float NAME = 46;
    private static final float VALUE = Sheet.MARGIN + NAME;
    private static final float VALUE_WIDTH = Sheet.WIDTH - NAME;
    private static final float QR = 38;
    /** Of a row: its names, and the first lines of its value. */
    private static final float ROW = 16;

    private static final float LARGE = 20;
    private static final float BODY = 12;
    private static final float SMALL = 9;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH);

    private ReceiptPdf() {}

    static byte[] of(Receipt receipt) throws IOException {
        try (PDDocument document = new PDDocument();
                Typeface typeface = new Typeface(document)) {
            // What otherwise would be made of the hour.
            document.setDocumentId((long) receipt.hashCode());
            document.getDocumentCatalog().setLanguage("zh-CN");
            document.getDocumentInformation().setTitle("回执 Receipt " + receipt.caseNo());
            try (Sheet sheet = new Sheet(document, typeface, "回执 Receipt " + number(receipt))) {
                write(receipt, sheet);
                if (typeface.lacked()) {
                    sheet.space(6);
                    sheet.write(
                            Typeface.LACKING + " 代替本机字库里没有的字，以窗口的记录为准。 It stands for a character that this typeface"
                                    + " lacks; the window's record has it.",
                            SMALL,
                            Sheet.MARGIN,
                            Sheet.WIDTH);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void write(Receipt receipt, Sheet sheet) throws IOException {
        sheet.write("远程虚拟窗口 Virtual Window", BODY, Sheet.MARGIN, Sheet.WIDTH);
        sheet.space(3);
        sheet.write("回执 Receipt", LARGE, Sheet.MARGIN, Sheet.WIDTH);
        sheet.space(4);
        sheet.rule();
        sheet.space(5);
        next(receipt, sheet);
        sheet.space(5);
        sheet.rule();
        sheet.space(5);
        row(sheet, "办件编号", "Case number", number(receipt), "", 15);
        row(sheet, "办的事", "Service", receipt.item());
        row(sheet, "由谁办", "Handled by", receipt.owner());
        row(sheet, "在哪里交的", "Submitted at", receipt.near());
        var at = receipt.filedAt().atZone(CHINA);
        row(sheet, "提交时间", "Submitted", new LocalText(ZH.format(at), EN.format(at)));
        row(sheet, "多久办好", "Time", receipt.timeLimit());
        row(sheet, "会拿到", "You will get", receipt.result());
        materials(sheet, "还要交的材料", "Still to be handed in", receipt.open());
        materials(sheet, "承诺以后补的", "Promised later", receipt.promised());
        materials(sheet, "寄来的原件", "Originals by post", receipt.posted());
        materials(sheet, "用电子证照的", "By e-licence", receipt.licences());
        row(
                sheet,
                "表的校验码",
                "Fingerprint of the form",
                grouped(receipt.formHash().substring(0, 16).toUpperCase(Locale.ROOT), 4, 4, 4, 4),
                "和窗口的一样，就是您提交的那份。 The same at the window: it is what you submitted.",
                BODY);
    }

    /** What the applicant can do now. */
    private static void next(Receipt receipt, Sheet sheet) throws IOException {
        if (receipt.progress().isPresent()) {
            float top = sheet.top();
            sheet.qr(receipt.progress().get(), Sheet.MARGIN, QR);
            sheet.space(4);
            sheet.write("接下来：用手机扫一扫，看办到哪一步。", BODY, VALUE, VALUE_WIDTH);
            sheet.write("Next: scan it with your phone to follow the progress.", SMALL, VALUE, VALUE_WIDTH);
            sheet.space(3);
            sheet.write("请收好，有这张码就能查。", BODY, VALUE, VALUE_WIDTH);
            sheet.write("Keep it to yourself: whoever has it can look.", SMALL, VALUE, VALUE_WIDTH);
            sheet.moveTo(top + QR);
        } else {
            sheet.write("接下来：凭办件编号问窗口。", BODY, Sheet.MARGIN, Sheet.WIDTH);
            sheet.write("Next: ask the window with the case number.", SMALL, Sheet.MARGIN, Sheet.WIDTH);
        }
    }

    private static String number(Receipt receipt) {
        return grouped(receipt.caseNo().value(), 6, 6, 2, 5, 1);
    }

    private static void materials(Sheet sheet, String zh, String en, List<LocalText> names) throws IOException {
        if (!names.isEmpty()) {
            String inChinese = names.stream().map(LocalText::zh).collect(Collectors.joining("、"));
            String inEnglish = names.stream().map(LocalText::en).collect(Collectors.joining("; "));
            row(sheet, zh, en, new LocalText(inChinese, inEnglish));
        }
    }

    private static void row(Sheet sheet, String zh, String en, LocalText value) throws IOException {
        row(sheet, zh, en, value.zh(), value.en(), BODY);
    }

    private static void row(Sheet sheet, String zh, String en, String value, String beneath, float points)
            throws IOException {
        sheet.keep(ROW);
        float top = sheet.top();
        sheet.write(zh, BODY, Sheet.MARGIN, NAME - 4);
        sheet.write(en, SMALL, Sheet.MARGIN, NAME - 4);
        float end = sheet.top();
        sheet.moveTo(top);
        boolean turned = sheet.write(value, points, VALUE, VALUE_WIDTH);
        if (!beneath.isEmpty() && !beneath.equals(value)) {
            turned |= sheet.write(beneath, SMALL, VALUE, VALUE_WIDTH);
        }
        sheet.moveTo((turned ? sheet.top() : Math.max(end, sheet.top())) + 4);
    }

    /** As people read it out; whole where it is of another length. */
    private static String grouped(String text, int... sizes) {
        StringBuilder groups = new StringBuilder();
        int from = 0;
        for (int size : sizes) {
            if (from + size > text.length()) {
                return text;
            }
            groups.append(groups.isEmpty() ? "" : " ").append(text, from, from + size);
            from += size;
        }
        return from == text.length() ? groups.toString() : text;
    }
}
