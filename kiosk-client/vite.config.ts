import { defineConfig } from "vite";

export default defineConfig({
  root: "src/main/web",
  base: "/kiosk/",
  build: {
    outDir: "../../../target/classes/META-INF/resources/kiosk",
    emptyOutDir: true,
    rolldownOptions: { input: ["src/main/web/index.html", "src/main/web/gallery.html"] },
    // Nothing inline: the content security policy of the pages allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
