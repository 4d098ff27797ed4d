package org.virtualwindow.kiosk.browser;

import java.util.Map;

/**
 * Stops keys and gestures by which a browser opens something of its own: a file chooser, the inspector, a search, another size. Text is
 * marked in boxes only. Every page is
 * loaded with it, in a world of its own that the page cannot reach. What a browser does without asking the page, like a new window, is
 * undone by {@link BrowserRun}.
 */
final class Guard {
    private static final String SCRIPT = """
        (() => {
          const edit = ["a", "c", "v", "x", "y", "z", "backspace", "delete"];
          const move = ["arrowleft", "arrowright", "home", "end"];
          const browsers = /^(f[0-9]{1,2}|contextmenu|browser.*|launch.*|help|open|new|close|save|print|find|zoom.*|props)$/;
          const never = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
          const key = (event) => {
            const name = String(event.key).toLowerCase();
            const letter = edit.includes(name) && !event.shiftKey;
            const inText = event.ctrlKey && !event.altKey && !event.metaKey && (letter || move.includes(name));
            const typed = event.getModifierState("AltGraph");
            const tasks = name === "escape" && event.shiftKey;
            if (browsers.test(name) || tasks || ((event.ctrlKey || event.altKey || event.metaKey) && !inText && !typed)) never(event);
          };
          const how = { capture: true, passive: false };
          addEventListener("keydown", key, how);
          addEventListener("keyup", key, how);
          addEventListener("contextmenu", never, how);
          addEventListener("auxclick", never, how);
          addEventListener("mousedown", (event) => event.button !== 0 && never(event), how);
          addEventListener("wheel", (event) => event.ctrlKey && never(event), how);
          const box = (target) => target instanceof Element && target.closest("input, textarea") !== null;
          addEventListener("selectstart", (event) => !box(event.target) && never(event), how);
          for (const drag of ["dragstart", "dragenter", "dragover", "drop"]) addEventListener(drag, never, how);
        })();
        """;

    private Guard() {}

    /** Parameters of {@code Page.addScriptToEvaluateOnNewDocument}. */
    static Map<String, ?> script() {
        return Map.of("source", SCRIPT, "worldName", "guard", "runImmediately", true);
    }
}
