import { html, nothing, svg, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import { pageMarks, takeShape } from "web-kit/elements/page-marks.ts";
import type { PageRegion } from "web-kit/protocol.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import { pictureWords } from "web-kit/text/devices.ts";
import { local } from "web-kit/text/language.ts";
import { showModal } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { earlierPage, earlierPages } from "./earlier-pages.ts";
import { spotAt, unturned, unturnedStep, type Spot } from "../drawing.ts";
import { flaws, linesOf, longestReason, moved, withRegion, words, type Judging } from "../material-state.ts";

/** A press and a release closer together than this draw nothing. */
const CLICK = 0.01;

/** One page of a material, large: draw where it is wrong, say why, or let the material pass. All of it by mouse and by keys. */
export function judgePage(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { judging } = page.work;
  const line = linesOf(page).find((each) => each.material.code === judging?.material);
  const at = line?.view.pages.findIndex((each) => each.page.blob === judging?.page) ?? -1;
  const shown = line?.view.pages[at];
  if (judging === null || line === undefined || shown === undefined) return nothing;
  const earlier = (shown.before ?? []).find((each) => each.page.blob === judging.earlier);
  const all = line.view.pages;
  const name = s("materials.pageOf", { name: local(line.material.name), number: at + 1, count: all.length });
  const wrong = pictureWords(earlier?.page ?? shown.page);
  const sideways = judging.turned % 2 === 1;
  const turn = (by: number) => {
    const other = all[at + by];
    if (other !== undefined) act.lookAtPage(line.material.code, other.page.blob);
  };
  const filed = page.desk.room?.filed != null;
  const passes = !filed && words(line).includes("PASSED");
  const ready = !filed && judging.flaw !== null;
  return html`<dialog
    class="card viewer judge"
    aria-labelledby="judge-title"
    @close=${() => act.stopJudging()}
    @keydown=${(event: KeyboardEvent) => byKey(event, judging, act, turn)}
    ${ref(showModal)}
  >
    <header class="keys__head viewer__head">
      <h2 id="judge-title">${name}</h2>
      ${wrong === "" ? nothing : html`<span class="thumb__wrong">${icon("triangle-alert")}<span>${wrong}</span></span>`}
      <span class="panel__end viewer__tools">
        <button type="button" class="button" ?disabled=${at === 0} @click=${() => turn(-1)}>
          ${icon("arrow-left")}<span>${s("pages.previous")}</span>${key("[")}
        </button>
        <button type="button" class="button" ?disabled=${at === all.length - 1} @click=${() => turn(1)}>
          <span>${s("pages.next")}</span>${icon("arrow-right")}${key("]")}
        </button>
        <button
          type="button"
          class="button button--choice"
          aria-pressed=${judging.zoomed}
          @click=${() => act.judge({ zoomed: !judging.zoomed })}
        >
          ${icon("zoom-in")}<span>${s("pages.larger")}</span>${key("Z")}
        </button>
        <button type="button" class="button" @click=${() => turnRound(judging, act)}>
          ${icon("rotate-cw")}<span>${s("pages.turn")}</span>${key("T")}
        </button>
        <button type="button" class="button button--bare" @click=${() => act.stopJudging()}>
          ${icon("x")}<span>${s("app.close")}</span>${key("Esc")}
        </button>
      </span>
    </header>
    <div class="judge__work">
      <div class="viewer__room judge__room ${sideways ? "judge__room--sideways" : ""}">
        <div
          class="marked-page judge__page judge__page--turned-${judging.turned} ${judging.zoomed ? "judge__page--zoomed" : ""}"
          id="judge-page"
          tabindex="0"
          autofocus
          role="application"
          aria-label=${earlier === undefined ? s("materials.draw") : s("materials.earlierPage")}
          @pointerdown=${(event: PointerEvent) => earlier === undefined && drag(event, judging, act)}
        >
          <img src=${blobAddress(earlier?.page ?? shown.page)} alt=${name} draggable="false" @load=${takeShape} />
          <svg aria-hidden="true">
            ${
              earlier === undefined
                ? svg`${pageMarks(judging.regions)} ${pageMarks([{ ...judging.box, shape: judging.shape }], "page-mark--pen")}`
                : pageMarks(earlier.rejected.regions)
            }
            <rect class="judge__drag" width="0" height="0"></rect>
          </svg>
        </div>
      </div>
      <form
        class="judge__form"
        @submit=${(event: Event) => {
          event.preventDefault();
          act.rejectPage(reasonIn(event.currentTarget as HTMLElement));
        }}
      >
        ${
          earlier !== undefined
            ? earlierPage(earlier, act)
            : filed
              ? html`<p>${s("materials.filed")}</p>`
              : html`<div class="judge__shapes" role="group" aria-label=${s("materials.shape")}>
                    ${shape(judging, act, "CIRCLE", "O")} ${shape(judging, act, "RECTANGLE", "Q")}
                    <button
                      type="button"
                      class="button"
                      ?disabled=${judging.regions.length === 0}
                      @click=${() => act.judge({ regions: judging.regions.slice(0, -1) })}
                    >
                      ${icon("undo-2")}<span>${s("materials.undraw")}</span>${key("⌫")}
                    </button>
                  </div>
                  <p class="caption">${s("materials.drawHint")}</p>
                  <fieldset class="judge__flaws">
                    <legend>${s("materials.why")}</legend>
                    ${flaws.map(
                      (flaw, index) =>
                        html`<label class="judge__flaw">
                          <input
                            type="radio"
                            name="flaw"
                            .checked=${judging.flaw === flaw}
                            @change=${() => act.judge({ flaw })}
                          />
                          <span>${s(`materials.flaw.${flaw}`)}</span>${key(String(index + 1))}
                        </label>`,
                    )}
                  </fieldset>
                  <label class="judge__text">
                    <span>${s(judging.flaw === "OTHER" ? "materials.textNeeded" : "materials.text")}</span>
                    ${keyed(
                      shown.page.blob,
                      html`<input
                        class="input"
                        name="reason"
                        maxlength=${longestReason}
                        autocomplete="off"
                        value=${shown.rejected?.text ?? ""}
                        ?required=${judging.flaw === "OTHER"}
                      />`,
                    )}
                  </label>
                  <div class="judge__acts">
                    <button type="submit" class="button button--stop" ?disabled=${!ready}>
                      ${icon("circle-x")}<span>${s("materials.reject")}</span>${key("R")}
                    </button>
                    <button
                      type="button"
                      class="button button--primary"
                      ?disabled=${!passes}
                      @click=${() => act.passFromPage()}
                    >
                      ${icon("circle-check")}<span>${s("materials.pass")}</span>${key("P")}
                    </button>
                  </div>`
        }
        ${earlier === undefined ? earlierPages(shown, act) : nothing}
      </form>
    </div>
  </dialog>`;
}

function shape(judging: Judging, act: ClerkActs, which: PageRegion["shape"], letter: string): TemplateResult {
  return html`<button
    type="button"
    class="button button--choice"
    aria-pressed=${judging.shape === which}
    @click=${() => act.judge({ shape: which })}
  >
    ${icon(which === "CIRCLE" ? "circle" : "square")}<span>${s(`materials.shape.${which}`)}</span>${key(letter)}
  </button>`;
}

/** On this screen alone: the page is kept, and shown at the kiosk, as it came. */
function turnRound(judging: Judging, act: ClerkActs): void {
  act.judge({ turned: (judging.turned + 1) % 4 });
}

function reasonIn(dialog: HTMLElement): string {
  return dialog.querySelector<HTMLInputElement>('[name="reason"]')?.value ?? "";
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whoever uses no mouse moves the dashed box with the arrows, sizes it with Shift, and draws it with Enter or the space bar. */
function byKey(event: KeyboardEvent, judging: Judging, act: ClerkActs, turn: (by: number) => void): void {
  const on = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || on.matches('input:not([type="radio"])'))
    return;
  // What is over is only looked at.
  if (judging.earlier !== null && !["t", "z", "[", "]"].includes(event.key.toLowerCase())) return;
  const direction = DIRECTIONS[event.key];
  const flaw = flaws[Number(event.key) - 1];
  const draws = (event.key === "Enter" || event.key === " ") && !on.matches("button, input");
  if (direction !== undefined)
    act.judge({ box: moved(judging.box, ...unturnedStep(direction, judging.turned), event.shiftKey) });
  else if (draws) act.judge(withRegion(judging, { ...judging.box, shape: judging.shape }));
  else if (event.key === "Backspace") act.judge({ regions: judging.regions.slice(0, -1) });
  else if (flaw !== undefined) act.judge({ flaw });
  else if (!letter(event, judging, act, turn)) return;
  event.preventDefault();
}

function letter(event: KeyboardEvent, judging: Judging, act: ClerkActs, turn: (by: number) => void): boolean {
  switch (event.key.toLowerCase()) {
    case "o":
      act.judge({ shape: "CIRCLE" });
      return true;
    case "q":
      act.judge({ shape: "RECTANGLE" });
      return true;
    case "z":
      act.judge({ zoomed: !judging.zoomed });
      return true;
    case "t":
      turnRound(judging, act);
      return true;
    case "[":
      turn(-1);
      return true;
    case "]":
      turn(1);
      return true;
    case "p":
      act.passFromPage();
      return true;
    case "r":
      act.rejectPage(reasonIn(event.currentTarget as HTMLElement));
      return true;
    default:
      return false;
  }
}

/** A box is drawn from press to release; what grows meanwhile is only here. */
function drag(event: PointerEvent, judging: Judging, act: ClerkActs): void {
  if (event.button !== 0) return;
  const sheet = event.currentTarget as HTMLElement;
  const frame = sheet.querySelector(".judge__drag");
  const spot = (at: PointerEvent) => unturned(spotAt(at, sheet.getBoundingClientRect()), judging.turned);
  const from = spot(event);
  const draw = (to: Spot) => {
    frame?.setAttribute("x", `${Math.min(from.x, to.x) * 100}%`);
    frame?.setAttribute("y", `${Math.min(from.y, to.y) * 100}%`);
    frame?.setAttribute("width", `${Math.abs(to.x - from.x) * 100}%`);
    frame?.setAttribute("height", `${Math.abs(to.y - from.y) * 100}%`);
  };
  const move = (at: PointerEvent) => draw(spot(at));
  const stop = (): void => {
    sheet.removeEventListener("pointermove", move);
    sheet.removeEventListener("pointerup", release);
    sheet.removeEventListener("pointercancel", stop);
    draw(from);
  };
  const release = (at: PointerEvent): void => {
    const to = spot(at);
    stop();
    if (Math.hypot(to.x - from.x, to.y - from.y) < CLICK) return;
    act.judge(withRegion(judging, { shape: judging.shape, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y }));
  };
  sheet.setPointerCapture(event.pointerId);
  sheet.addEventListener("pointermove", move);
  sheet.addEventListener("pointerup", release);
  sheet.addEventListener("pointercancel", stop);
  sheet.focus({ preventScroll: true });
  event.preventDefault();
}
