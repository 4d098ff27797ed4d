/**
 * Every screen of the console with sample state and no server: `gallery.html?state=NAME&language=en`. Without a name, the
 * list.
 */
import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "web-kit/style/form.css";
import "../style/frame.css";
import "../style/desk.css";
import "../style/session.css";
import { html, render } from "lit";
import { element } from "web-kit";
import { setLanguage } from "web-kit/text/language.ts";
import { listOf, noActs } from "../shared/gallery.ts";
import type { ClerkActs } from "./clerk-page.ts";
import { clerkView } from "./clerk-view.ts";
import { samples } from "./samples.ts";

const asked = new URLSearchParams(location.search);
setLanguage(asked.get("language") === "en" ? "en" : "zh");
const sample = samples[asked.get("state") ?? ""];
render(
  sample === undefined ? html`${listOf(Object.keys(samples))}` : clerkView(sample(), noActs<ClerkActs>()),
  element("#page"),
);
