import { defineConfig } from "vite";

/** Four doors, four bundles: the kiosk’s pages, and with `--mode progress`, `leaflet` and `phone` the pages behind its codes. */
export default defineConfig(({ mode }) => {
  const alone = mode === "progress" || mode === "leaflet" || mode === "phone";
  const door = alone ? mode : "kiosk";
  const folder = alone ? `src/main/${mode}` : "src/main/web";
  return {
    root: folder,
    base: `/${door}/`,
    build: {
      outDir: `../../../target/classes/META-INF/resources/${door}`,
      emptyOutDir: true,
      rolldownOptions: { input: ["index.html", "gallery.html"].map((page) => `${folder}/${page}`) },
      // Nothing inline: the content security policy of the pages allows none.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});
