import { dataChecks, isOpen, lastOf, found, licenceFor } from "web-kit/room/lookups.ts";
import { newOpId } from "web-kit/signaling/socket.ts";
import { newId } from "web-kit/state/new-id.ts";
import { inRoom, may, type ClerkCore } from "./clerk-core.ts";
import type { LookupActs } from "./clerk-page.ts";
import { chosenLine, longestReason } from "./material-state.ts";

/** What the clerk would like to have looked up; the applicant decides. */
export function lookupActs(core: ClerkCore): LookupActs {
  const acts: LookupActs = {
    askLookup(code) {
      const { room } = core.page.desk;
      if (room === null || room.filed !== null || !may(core, "SEE_FORM")) return;
      const last = lastOf(room.lookups, code);
      if (last !== null && (isOpen(last) || found(last))) return;
      inRoom(core, (id) => core.operateOnce({ type: "AskLookup", opId: newOpId(), room: id, lookup: newId(), code }));
    },
    askLicence() {
      core.work({ aside: "materials" });
      const { item } = core.page;
      const line = chosenLine(core.page);
      const lookup = item === null || line === null ? null : licenceFor(item, line.material.code);
      if (lookup !== null) acts.askLookup(lookup.code);
    },
    askCheck() {
      core.work({ aside: "materials" });
      const { item, desk } = core.page;
      if (item === null || desk.room === null) return;
      const { lookups } = desk.room;
      const next = dataChecks(item).find((each) => {
        const last = lastOf(lookups, each.code);
        return last === null || !(isOpen(last) || found(last));
      });
      if (next !== undefined) acts.askLookup(next.code);
    },
    stopLookup: (lookup) => inRoom(core, (room) => core.operate({ type: "StopLookup", opId: newOpId(), room, lookup })),
    lookAtLicence(lookup) {
      const { room } = core.page.desk;
      if (room === null || room.filed !== null || !may(core, "SEE_FORM")) return;
      core.work({ rejecting: { lookup, flaw: null } });
    },
    chooseLicenceFlaw(flaw) {
      const { rejecting } = core.page.work;
      if (rejecting !== null) core.work({ rejecting: { ...rejecting, flaw } });
    },
    rejectLicence(text) {
      const { rejecting } = core.page.work;
      const said = text.trim().slice(0, longestReason);
      if (rejecting?.flaw == null || (rejecting.flaw === "OTHER" && said === "")) return;
      const { lookup, flaw } = rejecting;
      inRoom(core, (room) =>
        core.operate({
          type: "RejectLicence",
          opId: newOpId(),
          room,
          lookup,
          flaw,
          ...(said !== "" && { text: said }),
        }),
      );
      core.work({ rejecting: null });
    },
    stopRejecting: () => core.work({ rejecting: null }),
  };
  return acts;
}
