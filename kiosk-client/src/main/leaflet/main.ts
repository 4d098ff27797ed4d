import { render } from "lit";
import { leafletAsked, type LeafletData } from "web-kit/form/leaflet.ts";
import { language, setLanguage } from "web-kit/text/language.ts";
import "./leaflet.css";
import { fetchLeaflet, type Found } from "./fetch-leaflet.ts";
import { view } from "./view.ts";

/** The address holds an item, a centre, a version and chosen answers, nothing of anybody: it may stand in a log. */
const asked = leafletAsked(location.search);
const page = document.querySelector("main")!;
let found: Found<LeafletData> = { at: "asking" };

function draw(): void {
  render(
    view(asked, found, Date.now(), {
      again: () => void ask(),
      print: () => print(),
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
  found = await fetchLeaflet(asked);
  draw();
}

setLanguage("zh");
void ask();
