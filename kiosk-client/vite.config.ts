import { defineConfig } from "vite";

/** Two doors, two bundles: the kiosk's pages, and with `--mode progress` the page behind the receipt's code. */
export default defineConfig(({ mode }) => {
  const progress = mode === "progress";
  const door = progress ? "progress" : "kiosk";
  const folder = progress ? "src/main/progress" : "src/main/web";
  const pages = progress ? ["index.html"] : ["index.html", "gallery.html"];
  return {
    root: folder,
    base: `/${door}/`,
    build: {
      outDir: `../../../target/classes/META-INF/resources/${door}`,
      emptyOutDir: true,
      rolldownOptions: { input: pages.map((page) => `${folder}/${page}`) },
      // Nothing inline: the content security policy of the pages allows none.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});
