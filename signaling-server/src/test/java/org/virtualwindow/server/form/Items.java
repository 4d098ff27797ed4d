package org.virtualwindow.server.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small item of its own, in a folder laid out like {@code items/}. */
public final class Items {
    private Items() {}

    public static void smallItem(Path folder) throws IOException {
        write(folder, "index.yaml", "BORROW_BOOKS: [\"330503\"]\n");
        write(folder, "BORROW_BOOKS/item.yaml", """
            item: BORROW_BOOKS
            version: 1
            title: { zh: 借书证, en: Library card }
            summary: { zh: 办一张借书证, en: Get a library card }
            department: { zh: 图书馆, en: Library }
            variant: { zh: 按通用标准办理, en: Handled under the general rules }
            mode: FULL_ONLINE
            identity: L1
            promise: { days: 0, clock: AT_ONCE }
            timeLimit: { zh: 当场办好, en: At once }
            fee: { zh: 不收费, en: Free }
            result: { zh: 借书证, en: A library card }
            results: {}
            materials: {}
            guide: []
            agreements:
              WHO_SEES: { zh: 图书馆看得到您填的表, en: The library sees your form }
            pages:
              who: { title: { zh: 您是谁？, en: Who are you? }, shows: [/name, /books, /asks] }
            fields:
              /name: { kind: TEXT, label: { zh: 姓名, en: Name }, required: true }
              /books: { kind: WHOLE, label: { zh: 借几本, en: How many books }, required: true }
              /asks: { kind: TEXT, label: { zh: 申请, en: Request } }
            tables: {}
            rules:
              asks: { set: /asks, to: [join, [v, /name], 借, [v, /books], 本] }
            declarations:
              RETURN: { zh: 我按时还书, en: I return the books in time }
            find: { words: [借书], english: [library], events: [] }
            prefill: {}
            script: {}
            cards: {}
            """);
        write(
                folder,
                "BORROW_BOOKS/variants/330503.yaml",
                "variant: { zh: 按南浔区标准办理, en: Handled under the rules of Nanxun }\n");
    }

    public static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
