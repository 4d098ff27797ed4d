import { newOpId } from "web-kit/signaling/socket.ts";
import { inRoom, may, type ClerkCore } from "./clerk-core.ts";
import type { RoomActs } from "./clerk-page.ts";
import { cardNow, samplePage, stepsNow } from "./script.ts";

type GuidanceActs = Pick<
  RoomActs,
  "present" | "putAway" | "sayStep" | "tickStep" | "pointAtStep" | "showSample" | "showPageSample" | "undo"
>;

/** What the clerk puts before the applicant, by the script and the rule cards of the item. */
export function guidanceActs(core: ClerkCore, act: Pick<RoomActs, "goTo" | "point">): GuidanceActs {
  const present: RoomActs["present"] = (what) =>
    inRoom(core, (room) => core.operate({ type: "Present", opId: newOpId(), room, what }));
  const step = () => {
    const { item, desk, work } = core.page;
    if (item === null || desk.room === null) return null;
    return stepsNow(item, desk.room, work.ticked).find((each) => each.current)?.step ?? null;
  };
  return {
    present,

    putAway() {
      inRoom(core, (room) => core.operate({ type: "PutAway", opId: newOpId(), room }));
    },

    sayStep() {
      const now = step();
      if (now !== null) present({ type: "Phrase", zh: now.say.zh, en: now.say.en });
    },

    tickStep(id) {
      const { ticked } = core.page.work;
      core.work({ ticked: ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id] });
    },

    pointAtStep() {
      const at = step()?.at;
      if (at == null || !may(core, "POINT")) return;
      act.goTo(at);
      act.point(at);
    },

    showSample() {
      const { item, desk, work } = core.page;
      const card = item !== null && desk.room !== null ? cardNow(item, desk.room, work.at) : null;
      if (card?.sample != null) present({ type: "Sample", path: card.path });
    },

    showPageSample() {
      const { item, desk, work } = core.page;
      const page = item !== null && desk.room !== null ? samplePage(item, desk.room, work.at) : null;
      if (page !== null) present({ type: "PageSample", page });
    },

    undo(path) {
      const rev = core.page.desk.room?.fields[path]?.rev;
      if (rev === undefined) return;
      inRoom(core, (room) => core.operate({ type: "Undo", opId: newOpId(), room, path, rev }));
    },
  };
}
