/** Every screen of the board with sample state and no server: `gallery.html?state=NAME&language=en`. */
import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "../style/frame.css";
import "../style/hall.css";
import { html, render } from "lit";
import { element } from "web-kit";
import { setLanguage } from "web-kit/text/language.ts";
import { listOf, noActs } from "../shared/gallery.ts";
import type { HallActs } from "./hall-page.ts";
import { hallView } from "./hall-view.ts";
import { samples } from "./samples.ts";

const asked = new URLSearchParams(location.search);
setLanguage(asked.get("language") === "en" ? "en" : "zh");
const sample = samples[asked.get("state") ?? ""];
render(
  sample === undefined ? html`${listOf(Object.keys(samples))}` : hallView(sample, noActs<HallActs>()),
  element("#page"),
);
