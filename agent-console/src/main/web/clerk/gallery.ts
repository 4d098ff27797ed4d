/** Every screen of the console with sample state and no server; without a name, the list. */
import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "web-kit/style/form.css";
import "../style/frame.css";
import "../style/desk.css";
import "../style/session.css";
import { render } from "lit";
import { element } from "web-kit";
import { askedScreen, listOf, noActs } from "../shared/gallery.ts";
import { sampleWords } from "../shared/sample-words.ts";
import type { ClerkActs } from "./clerk-page.ts";
import { clerkView } from "./clerk-view.ts";
import { betweenCalls } from "./samples/between-calls.ts";
import { duringCall } from "./samples/in-call.ts";

const samples = { ...betweenCalls, ...duringCall };
const asked = askedScreen();
const sample = samples[asked.name];
render(
  sample === undefined
    ? listOf(Object.keys(samples))
    : clerkView(sample(sampleWords(asked.longest)), noActs<ClerkActs>()),
  element("#page"),
);
