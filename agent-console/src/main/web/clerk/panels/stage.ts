import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { MarkShape } from "web-kit/protocol.ts";
import { isSecretAt } from "web-kit/form/paths.ts";
import { newId } from "web-kit/state/new-id.ts";
import { nothingHere } from "../../shared/notes.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import type { OwnMark } from "../clerk-work.ts";
import { isCovered } from "./ladder.ts";
import { markBetween, spotAt, type Spot } from "../drawing.ts";

/** The applicant's shared screen, at its own shape, with what the clerk draws on it. */
export function stage(page: ClerkPage, act: ClerkActs): TemplateResult {
  const { remote } = page.media;
  if (!remote.screen || remote.screenStream === null) {
    return html`<section class="panel panel--tall">
      ${nothingHere("monitor-up", s("stage.waiting"), s("stage.none"))}
    </section>`;
  }
  return html`<section
    class="panel panel--tall stage ${page.work.wideStage ? "stage--wide" : ""}"
    aria-label=${s("stage.screen")}
  >
    <div class="stage__tools" role="group" aria-label=${s("stage.tools")}>
      ${tool(page, act, "POINT", "pointer", s("stage.point"))}
      ${tool(page, act, "ARROW", "move-up-right", s("stage.arrow"))}
      ${tool(page, act, "CIRCLE", "circle", s("stage.circle"))}
      <button type="button" class="button" @click=${() => act.wipe()}>
        ${icon("trash-2")}<span>${s("stage.wipe")}</span>
      </button>
      <button
        type="button"
        class="button button--choice"
        aria-pressed=${page.work.wideStage}
        @click=${() => act.widenStage(!page.work.wideStage)}
      >
        ${icon("maximize")}<span>${s("stage.wide")}</span>
      </button>
      <p class="caption">${s("stage.hint")}</p>
    </div>
    ${
      page.desk.room !== null && isCovered(page.desk.room)
        ? html`<p class="strip" role="status">${icon("eye-off")}<span>${s("stage.withdrawn")}</span></p>`
        : nothing
    }
    ${
      secretHasFocus(page)
        ? html`<p class="strip" role="status">${icon("lock")}<span>${s("stage.covered")}</span></p>`
        : nothing
    }
    <div class="stage__room">
      <div
        class="stage__picture"
        tabindex="0"
        role="application"
        aria-label=${s("stage.picture")}
        @pointerdown=${(event: PointerEvent) => drag(event, page.work.tool, act)}
        @keydown=${(event: KeyboardEvent) => byKey(event, page.work.tool, act)}
        ${ref(keepShape)}
      >
        <video class="stage__video" autoplay playsinline .muted=${true} .srcObject=${live(remote.screenStream)}></video>
        <svg class="stage__marks" aria-hidden="true">
          ${heads()}${page.work.marks.map(drawn)}
          <circle class="stage__cursor" cx="-50" cy="-50" r="9"></circle>
        </svg>
      </div>
    </div>
  </section>`;
}

/** The kiosk then sends a cover instead of its screen. */
function secretHasFocus({ desk, item }: ClerkPage): boolean {
  const focuses = Object.values(desk.room?.focuses ?? {});
  return focuses.some((focus) => focus.by.role !== "CLERK" && isSecretAt(item, focus.path));
}

/** What the applicant sees of the clerk's own window, with a frame that cannot be overlooked. */
export function ownShare(page: ClerkPage, act: ClerkActs): TemplateResult {
  return html`<section class="panel panel--tall own-share" aria-label=${s("stage.mine")}>
    <p class="own-share__bar">
      ${icon("screen-share")}<b>${s("stage.sharing")}</b>
      <button type="button" class="button button--stop" @click=${() => act.stopSharing()}>
        ${icon("circle-stop")}<span>${s("call.stopShare")}</span>
      </button>
    </p>
    <video
      class="own-share__picture"
      aria-label=${s("stage.mine")}
      autoplay
      playsinline
      .muted=${true}
      .srcObject=${live(page.media.local.screenStream)}
    ></video>
  </section>`;
}

function tool(page: ClerkPage, act: ClerkActs, shape: MarkShape, name: IconName, word: string): TemplateResult {
  return html`<button
    type="button"
    class="button button--choice"
    aria-pressed=${page.work.tool === shape}
    @click=${() => act.takeTool(shape)}
  >
    ${icon(name)}<span>${word}</span>
  </button>`;
}

/** The box takes the shape of the picture, so that a fraction of the one is the same fraction of the other. */
function keepShape(box: Element | undefined): void {
  const video = box?.querySelector("video");
  if (video === null || video === undefined) return;
  const take = () => {
    if (video.videoWidth === 0) return;
    (box as HTMLElement).style.setProperty("--stage-ratio", String(video.videoWidth / video.videoHeight));
  };
  video.addEventListener("resize", take);
  video.addEventListener("loadedmetadata", take);
  take();
}

/** Follows a drag from press to release; the other side sees it grow. */
function drag(event: PointerEvent, shape: MarkShape, act: ClerkActs): void {
  if (event.button !== 0) return;
  const box = event.currentTarget as HTMLElement;
  const id = newId();
  const from = spotAt(event, box.getBoundingClientRect());
  const at = (moved: PointerEvent) => markBetween(id, shape, from, spotAt(moved, box.getBoundingClientRect()));
  const move = (moved: PointerEvent) => act.draw(at(moved), false);
  const stop = (): void => {
    box.removeEventListener("pointermove", move);
    box.removeEventListener("pointerup", release);
    box.removeEventListener("pointercancel", stop);
  };
  const release = (released: PointerEvent): void => {
    stop();
    act.draw(at(released), true);
  };
  box.setPointerCapture(event.pointerId);
  box.addEventListener("pointermove", move);
  box.addEventListener("pointerup", release);
  box.addEventListener("pointercancel", stop);
  box.focus({ preventScroll: true });
  event.preventDefault();
}

const STEP = 0.02;
let cursor: Spot = { x: 0.5, y: 0.5 };

/** Whoever uses no mouse moves a ring over the picture and draws with Enter. */
function byKey(event: KeyboardEvent, shape: MarkShape, act: ClerkActs): void {
  const [right, down] = DIRECTIONS[event.key] ?? [0, 0];
  const draws = event.key === "Enter" || event.key === " ";
  if (right === 0 && down === 0 && !draws) return;
  event.preventDefault();
  const inside = (part: number) => Math.min(1, Math.max(0, part));
  cursor = { x: inside(cursor.x + right * STEP), y: inside(cursor.y + down * STEP) };
  const ring = (event.currentTarget as HTMLElement).querySelector(".stage__cursor");
  ring?.setAttribute("cx", percent(cursor.x));
  ring?.setAttribute("cy", percent(cursor.y));
  if (draws) act.draw(markBetween(newId(), shape, cursor, cursor), true);
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function drawn(mark: OwnMark): SVGTemplateResult {
  switch (mark.shape) {
    case "POINT":
      return svg`<g class="mark"><circle class="mark__spot" cx=${percent(mark.toX)} cy=${percent(mark.toY)} r="12" /></g>`;
    case "CIRCLE":
      return svg`<g class="mark">${twice(
        (edge) => svg`<ellipse
          class="mark__line ${edge}"
          cx=${percent((mark.fromX + mark.toX) / 2)}
          cy=${percent((mark.fromY + mark.toY) / 2)}
          rx=${percent(Math.abs(mark.toX - mark.fromX) / 2)}
          ry=${percent(Math.abs(mark.toY - mark.fromY) / 2)}
        />`,
      )}</g>`;
    case "ARROW":
      return svg`<g class="mark">${twice(
        (edge) => svg`<line
          class="mark__line ${edge}"
          x1=${percent(mark.fromX)} y1=${percent(mark.fromY)} x2=${percent(mark.toX)} y2=${percent(mark.toY)}
          marker-end=${edge === "" ? "url(#mark-head)" : "url(#mark-head-edge)"}
        />`,
      )}</g>`;
  }
}

/** The head of an arrow, turned with its line. Its edge is the same head, larger and lighter. */
function heads(): SVGTemplateResult {
  const head = (id: string, kind: string) => svg`<marker
    id=${id} viewBox="0 0 20 20" refX="17" refY="10" markerWidth="26" markerHeight="26"
    markerUnits="userSpaceOnUse" orient="auto"
  ><path class="mark__line ${kind}" d="M4 3 17 10 4 17" /></marker>`;
  return svg`<defs>${head("mark-head-edge", "mark__line--edge")}${head("mark-head", "")}</defs>`;
}

/** A light edge below the line makes it seen on any picture. */
function twice(line: (edge: string) => SVGTemplateResult): SVGTemplateResult {
  return svg`${line("mark__line--edge")}${line("")}`;
}

function percent(part: number): string {
  return `${part * 100}%`;
}
