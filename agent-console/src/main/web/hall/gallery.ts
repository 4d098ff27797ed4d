/** Every screen of the board with sample state and no server; without a name, the list. */
import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "../style/frame.css";
import "../style/hall.css";
import { render } from "lit";
import { element } from "web-kit";
import { askedScreen, listOf, noActs } from "../shared/gallery.ts";
import { sampleWords } from "../shared/sample-words.ts";
import type { HallActs } from "./hall-page.ts";
import { hallView } from "./hall-view.ts";
import { samples } from "./samples/samples.ts";

const asked = askedScreen();
const sample = samples[asked.name];
render(
  sample === undefined
    ? listOf(Object.keys(samples))
    : hallView(sample(sampleWords(asked.longest)), noActs<HallActs>()),
  element("#page"),
);
