import "./style/kiosk.css";
import { render } from "lit";
import { element } from "web-kit";
import { Pen } from "web-kit/form/pen.ts";
import { setLanguage } from "web-kit/text/language.ts";
import type { Acts } from "./acts.ts";
import { samples } from "./gallery-samples.ts";
import { page } from "./screens/screen.ts";
import type { View } from "./view.ts";

// Every screen with sample state and without a server: /kiosk/gallery.html#NAME, or #NAME,en,elder,high.
const acts = new Proxy({} as Acts, { get: () => () => undefined });

function show(): void {
  const [name = "", ...modes] = location.hash.slice(1).split(",");
  const make = samples[name];
  setLanguage(modes.includes("en") ? "en" : "zh");
  const { dataset } = document.documentElement;
  if (modes.includes("elder")) dataset["size"] = "elder";
  if (modes.includes("high")) dataset["contrast"] = "high";
  if (modes.includes("dark")) dataset["contrast"] = "dark";
  const root = element("#kiosk");
  if (make === undefined) {
    root.replaceChildren(
      ...Object.keys(samples).map((each) => {
        const link = document.createElement("a");
        link.href = `#${each}`;
        link.textContent = `${each} `;
        return link;
      }),
    );
    return;
  }
  const sample = make();
  const pen = new Pen({
    room: () => sample.state.room,
    isMine: () => true,
    isMasked: () => false,
    operate: () => new Promise(() => undefined),
    send: () => undefined,
    changed: () => undefined,
  });
  pen.edits = sample.edits ?? {};
  pen.focused = sample.focused ?? null;
  const view: View = { ...sample, pen, acts };
  render(page(view), root);
}

addEventListener("hashchange", () => location.reload());
show();
