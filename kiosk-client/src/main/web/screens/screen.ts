import { html, nothing, type TemplateResult } from "lit";
import { screenOf } from "../kiosk-screen.ts";
import { asksFirst } from "../asked-of-state.ts";
import { doctorOffer } from "../parts/doctor.ts";
import { backButton, dock, endButton, identity } from "../parts/frame.ts";
import { keyboard } from "../parts/keyboard.ts";
import { marks, sharingFrame } from "../parts/marks.ts";
import { sheets } from "../parts/sheets.ts";
import { useBar } from "../parts/use-bar.ts";
import { guide } from "./guide.ts";
import { hasRoom, type RoomScreen, type View } from "../view.ts";
import { ask } from "./ask.ts";
import { next } from "./next.ts";
import { question } from "./question.ts";
import { attract } from "./attract.ts";
import { before } from "./before.ts";
import { choose } from "./choose.ts";
import { form } from "./form.ts";
import { nobody } from "./nobody.ts";
import { resume } from "./resume.ts";
import { review } from "./review.ts";
import { stopped } from "./stopped.ts";
import { submitted } from "./submitted.ts";
import { take } from "./take.ts";
import { talking } from "./talking.ts";
import { waiting } from "./waiting.ts";

/** The whole page from its state: identity above, the one screen, the dock below, and what lies over them. */
export function page(view: View): TemplateResult {
  const shown = screenOf(view.state);
  const over = sheets(view);
  return html`<div class="page" ?inert=${over !== nothing}>
      ${identity(view)}
      <main class="main main--${shown}">${doctorOffer(view)}${screen(view)}</main>
      ${keyboard(view)} ${dock(view, back(view))}
    </div>
    ${useBar(view)} ${sharingFrame(view)} ${over} ${marks(view, innerWidth, innerHeight)}`;
}

function screen(view: View): TemplateResult | typeof nothing {
  const { state } = view;
  const shown = screenOf(state);
  switch (shown) {
    case "starting":
    case "notSignedIn":
    case "elsewhere":
    case "interrupted":
    case "outOfOrder":
      return stopped(view, shown);
    case "attract":
      return attract(view);
    case "resume":
      return resume(view);
    case "choose":
      return choose(view);
    case "guide":
      return guide(view);
    case "before":
      return before(view);
    case "ask":
      return ask(view);
    case "take":
      return state.way.at === "take" ? take(view, state.way.things) : nothing;
    case "form":
      return hasRoom(view) ? (instead(view) ?? form(view)) : nothing;
    case "question":
      return hasRoom(view) ? (instead(view) ?? question(view)) : nothing;
    case "waiting":
      return hasRoom(view) ? waiting(view) : nothing;
    case "nobody":
      return hasRoom(view) && state.way.at === "nobody" ? nobody(view, state.way.why, state.way.until) : nothing;
    case "talking":
      return hasRoom(view) && state.call?.type === "Talking" ? talking(view, state.call) : nothing;
    case "review":
      return hasRoom(view) ? review(view) : nothing;
    case "submitted":
      return hasRoom(view) ? (instead(view) ?? submitted(view)) : nothing;
  }
}

/** Without a call too, the next matter is chosen in the place of the one at hand. */
function instead(view: RoomScreen): TemplateResult | null {
  return view.touch.next === null ? null : next(view);
}

function back(view: View): TemplateResult | typeof nothing {
  const { acts, state } = view;
  switch (screenOf(state)) {
    case "resume":
    case "choose":
      return backButton(() => acts.go({ at: "attract" }));
    case "ask": {
      const { way } = state;
      return way.at === "ask" ? backButton(() => acts.go({ at: "choose", centre: way.centre, item: null })) : nothing;
    }
    case "guide":
    case "before": {
      const { way } = state;
      if (way.at !== "before") return nothing;
      const { centre, item } = way;
      const toQuestions = asksFirst(state) && way.told === true;
      return backButton(() => acts.go({ at: toQuestions ? "before" : "choose", centre, item }));
    }
    case "nobody":
    case "form":
    case "question":
    case "waiting":
    case "talking":
    case "review":
    case "submitted":
      return endButton(view);
    default:
      return nothing;
  }
}
