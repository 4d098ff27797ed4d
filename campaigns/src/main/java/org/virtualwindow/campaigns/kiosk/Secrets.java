package org.virtualwindow.campaigns.kiosk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Words that occur nowhere else, planted wherever a visit can leave something: in the form, in all a page can store, on the clipboard. */
public final class Secrets {
    private static final int MANY = 30;
    /** Each is a script; {@code %1$s} is the secret as a string, {@code %2$d} its number. */
    private static final List<String> WAYS = List.of(
            "localStorage.setItem(%1$s, %1$s)",
            "sessionStorage.setItem('s%2$d', %1$s)",
            "document.cookie = 'c%2$d=' + %1$s + '; max-age=9999'",
            "history.pushState(0, '', '?q=' + %1$s)",
            "document.title = %1$s",
            "globalThis.kept%2$d = %1$s",
            "new Promise(ok => { const o = indexedDB.open(%1$s); o.onupgradeneeded = () =>"
                    + " o.result.createObjectStore('t'); o.onsuccess = () => { o.result.close(); ok(1) } })",
            "navigator.storage.getDirectory().then(d => d.getFileHandle('f%2$d', { create: true })).then(f =>"
                    + " f.createWritable()).then(async w => { await w.write(%1$s); await w.close() })",
            "fetch('/kiosk/?' + %1$s).then(r => r.text())",
            "{ const i = new Image(); i.alt = %1$s; document.body.append(i) }",
            "new BroadcastChannel('b').postMessage(%1$s)");

    private Secrets() {}

    public static List<String> made(SplittableRandom random) {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            secrets.add(word(random));
        }
        return secrets;
    }

    /** One. */
    static String word(SplittableRandom random) {
        return "zqxjkv" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }

    /** @param page some are typed into the boxes that it has */
    public static void plant(List<String> all, Page page, Fingers fingers) throws IOException {
        int next = 0;
        for (Locator box : page.getByRole(AriaRole.TEXTBOX).all()) {
            if (next < 3 && box.isEditable()) {
                box.fill(all.get(next++));
            }
        }
        onTheClipboard(page, fingers, all.get(next++));
        for (; next < all.size(); next++) {
            page.evaluate("async () => { await (async () => { %s })() }"
                    .formatted(WAYS.get(next % WAYS.size()).formatted("'" + all.get(next) + "'", next)));
        }
    }

    /** As Control and C put it there; what is marked is in the selection of the display, too. */
    private static void onTheClipboard(Page page, Fingers fingers, String secret) throws IOException {
        page.evaluate(
                "secret => { const t = document.createElement('textarea'); t.value = secret; t.id = 'planted';"
                        + " document.body.append(t); t.focus(); t.select() }",
                secret);
        fingers.press("CONTROL+A");
        fingers.press("CONTROL+C");
        page.evaluate("document.getElementById('planted').remove()");
    }
}
