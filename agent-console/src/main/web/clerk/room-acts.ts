import { fieldId } from "web-kit/form/form-view.ts";
import { toAskFor } from "web-kit/room/ladder.ts";
import { hideRevealed } from "web-kit/room/room-state.ts";
import { newOpId } from "web-kit/signaling/socket.ts";
import { newId } from "web-kit/state/new-id.ts";
import { inRoom, may, type ClerkCore } from "./clerk-core.ts";
import { guidanceActs } from "./guidance-acts.ts";
import type { RoomActs } from "./clerk-page.ts";

/** What the clerk does in the room but write: say, ask, point, suggest, look at what is hidden. */
export function roomActs(core: ClerkCore): RoomActs {
  const openSuggestion = (path: string | null) => {
    if (path !== null && !may(core, "SUGGEST")) return;
    const before = core.page.work.suggesting;
    core.work({ suggesting: path });
    if (path === null && before !== null) queueMicrotask(() => document.getElementById(fieldId(before))?.focus());
  };
  const acts: Omit<RoomActs, keyof ReturnType<typeof guidanceActs>> = {
    say(text, refused = () => {}) {
      inRoom(core, (room) =>
        core.operate({ type: "Say", opId: newOpId(), room, text }, () => {
          if (core.page.desk.room?.room === room) refused();
        }),
      );
    },

    askGrant() {
      const scope = core.page.desk.room === null ? null : toAskFor(core.page.desk.room.ladder);
      if (scope === null) return;
      inRoom(core, (room) => core.operate({ type: "AskGrant", opId: newOpId(), room, scope }));
    },

    stepAway() {
      if (core.page.desk.room?.awaySince !== null) return;
      inRoom(core, (room) => core.operate({ type: "StepAway", opId: newOpId(), room }));
    },

    point(path) {
      if (!may(core, "POINT")) return;
      inRoom(core, (room) => core.send({ type: "Point", room, path }));
      core.desk((desk) => ({ ...desk, room: desk.room && { ...desk.room, pointedAt: path } }));
    },

    lead(page) {
      if (!may(core, "POINT")) return;
      inRoom(core, (room) => core.send({ type: "Lead", room, page }));
      core.desk((desk) => ({
        ...desk,
        room: desk.room && { ...desk.room, led: { ...desk.room.led, to: page } },
      }));
    },

    showMigration(migrationShown) {
      if (migrationShown && !may(core, "SEE_FORM")) return;
      core.work({ migrationShown });
      if (!migrationShown || core.page.desk.room?.newer == null) return;
      inRoom(core, (room) => core.operate({ type: "PreviewMigration", opId: newOpId(), room }));
    },

    offerMigration(itemHash) {
      inRoom(core, (room) => core.operate({ type: "OfferMigration", opId: newOpId(), room, itemHash }));
      core.work({ migrationShown: false });
    },

    openSuggestion,

    suggest(path, value, reason) {
      const baseRev = core.page.desk.room?.fields[path]?.rev ?? 0;
      inRoom(core, (room) =>
        core.operate({ type: "Suggest", opId: newOpId(), room, suggestion: newId(), path, value, baseRev, reason }),
      );
      openSuggestion(null);
    },

    retract(suggestion) {
      inRoom(core, (room) => core.operate({ type: "RetractSuggestion", opId: newOpId(), room, suggestion }));
    },

    openReveal(path) {
      if (path === null || may(core, "SEE_FORM")) core.work({ revealing: path });
    },

    reveal(path, reason) {
      inRoom(core, (room) => core.operate({ type: "Reveal", opId: newOpId(), room, path, reason }));
      core.work({ revealing: null });
    },

    hide(path) {
      const { [path]: _, ...others } = core.page.work.shownUntil;
      core.work({ shownUntil: others });
      core.desk((desk) => ({ ...desk, room: desk.room && hideRevealed(desk.room, path) }));
    },

    goTo(path) {
      core.work({ middle: "form" });
      queueMicrotask(() => goToField(path));
    },

    showAside: (aside) => core.work({ aside }),
  };
  return { ...acts, ...guidanceActs(core, acts) };
}

/** Brings a field into view and the focus to where something can be done about it. */
function goToField(path: string): void {
  const control = document.getElementById(fieldId(path));
  control?.scrollIntoView({ block: "center" });
  const target = control?.matches("input:enabled, textarea:enabled, select:enabled")
    ? control
    : control?.closest("[data-path]")?.querySelector("button");
  target?.focus({ preventScroll: true });
}
