import "./style/kiosk.css";
import { html, nothing, render, type TemplateResult } from "lit";
import { element } from "web-kit";
import { drawBlobs } from "web-kit/room/blob-address.ts";
import { drawnPage } from "web-kit/samples/pages.ts";
import { setLanguage } from "web-kit/text/language.ts";
import { speakBy } from "web-kit/text/read-aloud.ts";
import type { Acts } from "./acts.ts";
import { atLongest } from "./gallery/longest.ts";
import { itemPages } from "./gallery/item-pages.ts";
import { penOf } from "./gallery/pen.ts";
import type { Sample } from "./gallery/sample.ts";
import { samples as screens } from "./gallery/samples.ts";
import { page } from "./screens/screen.ts";
import { Sight } from "./sight.ts";
import type { View } from "./view.ts";

// Every screen with sample state and without a server: /kiosk/gallery.html#NAME, or #NAME,en,larger,elder,high,low,voice,longest;
// without a name, the list. With ?item=ENT_NAME&owner=330503 in the address, the pages of that item's form instead.
const acts = new Proxy({} as Acts, { get: () => () => undefined });
const root = element("#kiosk");
const asked = new URLSearchParams(location.search);
const item = asked.get("item");
const samples = item === null ? screens : ((await itemPages(item, asked.get("owner") ?? "")) ?? {});

function show(): void {
  const [name = "", ...modes] = location.hash.slice(1).split(",");
  const make = samples[name];
  setLanguage(modes.includes("en") ? "en" : "zh");
  wear("size", modes.includes("elder") ? "elder" : modes.includes("larger") ? "large" : null);
  wear("reach", modes.includes("low") ? "low" : null);
  wear("contrast", modes.includes("high") ? "high" : modes.includes("dark") ? "dark" : null);
  // A browser plays only so many pictures, and lets go of those that were drawn away when it likes.
  root.querySelectorAll("video, audio").forEach((player) => ((player as HTMLMediaElement).srcObject = null));
  render(nothing, root);
  if (make === undefined) {
    render(list(), root);
    return;
  }
  const sample = modes.includes("longest") ? atLongest(make()) : make();
  render(page(look(sample)), root);
  const sight = new Sight(root, () => sample.focused ?? null);
  sight.follow(sample.state.room, sample.state.item !== null);
  sight.choose(sample.edits ?? {});
}

function wear(mark: "size" | "contrast" | "reach", value: string | null): void {
  if (value === null) delete document.documentElement.dataset[mark];
  else document.documentElement.dataset[mark] = value;
}

function look(sample: Sample): View {
  return { ...sample, pen: penOf(sample), acts };
}

function list(): TemplateResult {
  return html`<ul>
    ${Object.keys(samples).map((name) => html`<li><a href="#${name}">${name}</a></li>`)}
  </ul>`;
}

drawBlobs(drawnPage);
// With `voice` as where there is one, so that 朗读 has its place.
speakBy({ speaks: () => location.hash.includes(",voice"), say: () => undefined, stop: () => undefined });
addEventListener("hashchange", show);
show();
