import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { wordList } from "./src/main/words/word-list.ts";

/** Four doors, four bundles: the kiosk’s pages, and with `--mode progress`, `leaflet` and `phone` the pages behind its codes. */
export default defineConfig(({ mode }) => {
  const alone = mode === "progress" || mode === "leaflet" || mode === "phone";
  const door = alone ? mode : "kiosk";
  const folder = alone ? `src/main/${mode}` : "src/main/web";
  return {
    root: folder,
    base: `/${door}/`,
    plugins: [chineseWords()],
    build: {
      outDir: `../../../target/classes/META-INF/resources/${door}`,
      emptyOutDir: true,
      rolldownOptions: {
        input: ["index.html", "gallery.html"].map((page) => `${folder}/${page}`),
        // The list of words takes seconds.
        checks: { pluginTimings: false },
      },
      // Nothing inline: the content security policy of the pages allows none.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});

/** `virtual:chinese-words` says where the list of words of the keyboard on the screen is, packed. */
function chineseWords(): Plugin {
  const name = "virtual:chinese-words";
  return {
    name: "chinese-words",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      const dictionary = readFileSync(createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt"), "utf8");
      const own = readFileSync(new URL("./src/main/words/own-words.txt", import.meta.url), "utf8");
      const source = gzipSync(wordList(dictionary, own), { level: 9 });
      const file = this.emitFile({ type: "asset", name: "words.gz", source });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}
