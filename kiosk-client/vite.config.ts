import { defineConfig } from "vite";

export default defineConfig({
  root: "src/main/web",
  base: "/kiosk/",
  build: {
    outDir: "../../../target/classes/META-INF/resources/kiosk",
    emptyOutDir: true,
    // Nothing inline: the content security policy of the pages allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
