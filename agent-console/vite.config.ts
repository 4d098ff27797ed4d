import { defineConfig } from "vite";

/** Two doors, two bundles: `vite build --mode console` and `vite build --mode hall`. */
const folders: Record<string, string> = { console: "clerk", hall: "hall" };

export default defineConfig(({ mode }) => {
  const folder = folders[mode];
  if (folder === undefined) throw new Error(`--mode console or --mode hall, not ${mode}`);
  return {
    root: `src/main/web/${folder}`,
    base: `/${mode}/`,
    build: {
      outDir: `../../../../target/classes/META-INF/resources/${mode}`,
      emptyOutDir: true,
      rolldownOptions: { input: ["index.html", "gallery.html"].map((page) => `src/main/web/${folder}/${page}`) },
      // Nothing inline: the content security policy of the pages allows none.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});
