import { render } from "lit";
import { language, setLanguage } from "web-kit/text/language.ts";
import { fetchProgress, type Found } from "./progress.ts";
import "./progress.css";
import { view } from "./view.ts";

/** The receipt's secret stays in the fragment, which no server and no log sees; it is posted to ask. */
const secret = location.hash.slice(1);
const page = document.querySelector("main")!;
let found: Found = { at: "asking" };

function draw(): void {
  render(
    view(found, {
      again: () => void ask(),
      switchLanguage: () => {
        setLanguage(language() === "zh" ? "en" : "zh");
        draw();
      },
    }),
    page,
  );
}

async function ask(): Promise<void> {
  found = { at: "asking" };
  draw();
  found = await fetchProgress(secret);
  draw();
}

void ask();
window.addEventListener("hashchange", () => location.reload());
