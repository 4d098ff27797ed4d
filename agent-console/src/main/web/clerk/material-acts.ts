import { found, lastOf, licenceFor } from "web-kit/room/lookups.ts";
import { isRejected } from "web-kit/room/materials.ts";
import { newOpId } from "web-kit/signaling/socket.ts";
import { inRoom, may, type ClerkCore } from "./clerk-core.ts";
import type { MaterialActs } from "./clerk-page.ts";
import { chosenLine, judgingOf, linesOf, longestReason, nextLine, words } from "./material-state.ts";

/** What the clerk does with the materials: which is worked on, what is said of it, what is wrong with a page. */
export function materialActs(core: ClerkCore): MaterialActs {
  const lineOf = (material: string) => linesOf(core.page).find((each) => each.material.code === material);
  const lookAtLicence = (material: string) => {
    const { item, desk } = core.page;
    const lookup = item === null ? null : licenceFor(item, material);
    const last = lookup === null || desk.room === null ? null : lastOf(desk.room.lookups, lookup.code);
    if (last !== null && found(last) && desk.room?.filed === null && may(core, "SEE_FORM"))
      core.work({ rejecting: { lookup: last.lookup, flaw: null } });
  };
  const acts: MaterialActs = {
    chooseMaterial: (material) => core.work({ aside: "materials", material }),
    nextMaterial() {
      const next = core.page.work.aside === "materials" ? nextLine(core.page) : chosenLine(core.page);
      core.work({ aside: "materials", material: next?.material.code ?? null });
    },
    sayOfMaterial(word, material = chosenLine(core.page)?.material.code) {
      const line = material === undefined ? undefined : lineOf(material);
      if (line === undefined || !may(core, "SEE_FORM") || !words(line).includes(word)) return;
      const pages = line.view.pages.map((each) => each.page.blob);
      inRoom(core, (room) =>
        core.operate({ type: "JudgeMaterial", opId: newOpId(), room, material: line.material.code, word, pages }),
      );
    },
    assignPages(pages) {
      const line = chosenLine(core.page);
      if (line === null || pages.length === 0) return;
      const material = line.material.code;
      inRoom(core, (room) => core.operate({ type: "AssignPages", opId: newOpId(), room, material, pages }));
    },
    askPhone() {
      const line = chosenLine(core.page);
      if (line === null || !may(core, "SEE_FORM")) return;
      const material = line.material.code;
      inRoom(core, (room) => core.operate({ type: "AskPhone", opId: newOpId(), room, material }));
    },
    lookAtPage(material, page) {
      const view = lineOf(material)?.view.pages.find((each) => each.page.blob === page);
      if (view !== undefined) core.work({ material, judging: judgingOf(material, view) });
    },
    lookAtPages() {
      const line = chosenLine(core.page);
      const page = line?.view.pages.find((each) => !isRejected(each)) ?? line?.view.pages[0];
      if (line === null) return;
      if (page !== undefined) acts.lookAtPage(line.material.code, page.page.blob);
      else lookAtLicence(line.material.code);
    },
    judge(change) {
      const { judging } = core.page.work;
      if (judging !== null) core.work({ judging: { ...judging, ...change } });
    },
    rejectPage(text) {
      const { judging } = core.page.work;
      const said = text.trim().slice(0, longestReason);
      if (judging?.flaw == null || (judging.flaw === "OTHER" && said === "")) return;
      const { material, page, regions, flaw } = judging;
      inRoom(core, (room) =>
        core.operate({
          type: "RejectPage",
          opId: newOpId(),
          room,
          material,
          page,
          regions,
          flaw,
          ...(said !== "" && { text: said }),
        }),
      );
      core.work({ judging: null });
    },
    passFromPage() {
      const { judging } = core.page.work;
      if (judging === null) return;
      acts.sayOfMaterial("PASSED", judging.material);
      core.work({ judging: null });
    },
    stopJudging: () => core.work({ judging: null }),
  };
  return acts;
}
