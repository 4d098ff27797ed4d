package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;

/** An item that no program knows of is written down in a folder, and filed through the real screens. */
class ItemFromAFolderIT extends WalkTest {
    @Override
    Served serve(Path data) throws Exception {
        Path items = Files.createDirectories(data.resolveSibling("items"));
        write(items, "index.yaml", "ITEM_99: [\"330503\"]\n");
        write(
                items,
                "ITEM_99/variants/330503.yaml",
                "variant: { zh: 按南浔区标准办理, en: Handled under the rules of Nanxun }\n");
        write(items, "ITEM_99/item.yaml", """
            item: ITEM_99
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
            materials:
              PARENT_ID:
                name: { zh: 家长的身份证, en: A parent's identity card }
                form: ORIGINAL_SEEN
                capture: ID_READER
                when: ["=", [v, /child], "true"]
            guide: [/child]
            agreements:
              WHO_SEES: { zh: 图书馆看得到您填的表, en: The library sees your form }
            pages:
              who: { title: { zh: 您是谁？, en: Who are you? }, shows: [/readerName, /child, /parent] }
              books: { title: { zh: 借多少？, en: How many books? }, shows: [/books, /asks] }
            fields:
              /readerName: { kind: TEXT, label: { zh: 读者姓名, en: Name of the reader }, required: true }
              /child: { kind: YES_NO, label: { zh: 不满 16 岁, en: Under 16 }, required: true }
              /parent: { kind: TEXT, label: { zh: 家长姓名, en: Name of a parent } }
              /books: { kind: WHOLE, label: { zh: 借几本, en: How many books }, required: true }
              /asks: { kind: TEXT, label: { zh: 申请, en: Request } }
            tables: {}
            rules:
              parent: { when: ["=", [v, /child], "true"], show: [/parent] }
              parentNamed: { when: ["=", [v, /child], "true"], require: [/parent] }
              asks: { set: /asks, to: [join, [v, /readerName], 借, [v, /books], 本] }
              few: { at: /books, must: ["<=", [v, /books], "5"], say: { zh: 一次最多 5 本, en: At most 5 books at a time } }
            declarations:
              RETURN: { zh: 我按时还书, en: I return the books in time }
            find: { words: [借书], english: [library], events: [] }
            prefill: {}
            script: {}
            cards: {}
            """);
        return Served.here(new Wiring(ServerConfig.local(data).with(items)));
    }

    @Test
    void anItemThatIsOnlyAFolderIsFiled() {
        KioskPerson applicant = applicant();
        applicant.starts();
        applicant.chooses(NANXUN, "借书证");
        applicant.agrees();
        applicant.sees("您是谁？");
        applicant.fills("读者姓名", "买买提·艾力");
        applicant.picks("不满 16 岁", "是");
        applicant.fills("家长姓名", "王芳");
        applicant.presses("下一步");
        applicant.sees("借多少？");
        applicant.fills("借几本", "9");
        applicant.sees("一次最多 5 本");
        applicant.fills("借几本", "3");
        applicant.presses("去核对");
        applicant.sees("买买提·艾力借3本");
        applicant.agreesTo("我按时还书");

        String caseNo = applicant.submits();

        assertThat(caseNo).startsWith("330503");
        applicant.leaves();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
