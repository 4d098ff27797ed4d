package org.virtualwindow.kiosk.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the kiosk shows while the server's page cannot be shown. Needs nothing but itself. */
enum LocalPage {
    OPENING("正在打开…", "马上就好。", "Opening…", "One moment."),
    UNREACHABLE(
            "暂时连不上…",
            "正在一次次地再试，连上了会自己打开。急的话请到旁边的机器，或者找大厅的工作人员。",
            "Cannot connect just now…",
            "It keeps trying and opens by itself. If you are in a hurry, use the machine next to it or ask the hall's"
                    + " staff."),
    OUT_OF_USE(
            "这台机器暂停使用",
            "请到旁边的机器，或者找大厅的工作人员。",
            "This machine is out of use",
            "Please use the machine next to it or ask the hall's staff.");

    private static final String PAGE = """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <title>%1$s</title>
        <style>
        html { height: 100%%; background: #f7f5f0; color: #1d2a33; cursor: none }
        body { min-height: 100%%; margin: 0; display: grid; place-content: center; padding: 0 8vw; box-sizing: border-box;
          font: 28px/1.6 "Noto Sans CJK SC", "Noto Sans SC", sans-serif }
        h1 { font-size: 56px; line-height: 1.3; margin: 0 0 16px }
        p { margin: 0; max-width: 26em }
        div { margin-top: 56px; color: #51606b }
        h2 { font-size: 32px; margin: 0 0 8px }
        </style>
        <h1>%1$s</h1><p>%2$s</p>
        <div lang="en"><h2>%3$s</h2><p>%4$s</p></div>
        </html>
        """;

    private final String html;

    LocalPage(String title, String more, String englishTitle, String englishMore) {
        html = PAGE.formatted(title, more, englishTitle, englishMore);
    }

    Path in(Profile profile) {
        return profile.folder().resolve(name().toLowerCase(Locale.ROOT) + ".html");
    }

    String address(Profile profile) {
        return in(profile).toUri().toString().replaceFirst("^file:/+", "file:///");
    }

    static void writeAll(Profile profile) throws IOException {
        for (LocalPage page : values()) {
            Files.writeString(page.in(profile), page.html);
        }
    }
}
