import type { LocalEdits } from "web-kit/room/edits.ts";
import { report } from "web-kit/samples/migration.ts";
import { now, helper, clerk } from "./people.ts";
import { room, waitingCall, written } from "./room.ts";
import { elsewhere, filling, form, sample, touched, visit, type Samples } from "./sample.ts";

const typed = (text: string): LocalEdits[string] => ({
  text,
  baseRev: 0,
  sent: null,
  trouble: null,
  acceptedAt: null,
});

/** The form while nobody of the centre is there: every state of a field, and what stands around it. */
export const formAlone: Samples = {
  form: () => sample(visit(form)),
  formEmpty: () => sample(visit(form, { room: { ...room, fields: {}, rows: {}, clerk: null } })),
  formWriting: () =>
    filling({}, { edits: { "/seat": typed("南浔镇") }, focused: "/seat", saved: ["/tradeName", "/capital"] }),
  formAuthors: () =>
    filling({
      fields: {
        ...room.fields,
        "/tradeName": written("云帆𠮷祥达", undefined, { source: "SUGGESTION" }),
        "/capital": written("100", clerk, { confirmed: true }),
        "/seat": written("南浔镇", helper),
      },
    }),
  formTable: () => sample(visit(form, { page: 1 })),
  formTableEmpty: () => sample(visit(form, { page: 1, strict: true, room: { ...room, rows: {} } })),
  formContact: () =>
    sample(
      visit(form, {
        page: 2,
        strict: true,
        room: {
          ...room,
          fields: { ...room.fields, "/mobile": written("1380000042") },
          issues: [{ path: "/mobile", code: "mobile.short", args: { missing: "1" } }],
        },
      }),
    ),
  formSecret: () =>
    sample(
      visit(form, {
        page: 2,
        room: {
          ...room,
          fields: { ...room.fields, "/pin": written("739164") },
          looked: { "/mobile": { by: clerk, reason: "要联系本人" } },
        },
      }),
    ),
  formFieldRefused: () =>
    filling({}, { edits: { "/seat": { ...typed("南浔镇"), trouble: { at: "refused", why: "TRY_AGAIN" } } } }),
  formOffline: () =>
    sample(visit(form, { line: { at: "lost", since: now - 4_000 } }), { edits: { "/seat": typed("南浔镇") } }),
  formEnded: () => sample(visit(form, { call: { type: "Ended", call: "c", how: "CLERK_HUNG_UP" } })),
  formAbandoned: () => sample(visit(form, { call: { type: "Ended", call: "c", how: "ABANDONED" } })),
  formCalling: () => sample(visit(form), touched({ busy: "call" })),
  formWaiting: () => sample(visit(form, { call: waitingCall })),
  formNext: () => sample(visit(form, { call: { ...waitingCall, ringing: true } })),
  formHelper: () => filling({ helper: { ...helper, role: "HELPER" }, atKiosk: "HELPER" }),
  formHelperAside: () => filling({ helper: { ...helper, role: "HELPER" } }),
  formRenewed: () => filling({ newer: { version: 2, itemHash: "b7" } }),
  formMigration: () =>
    filling({ newer: { version: 2, itemHash: "b7" }, preview: report }, touched({ sheet: "migration" })),
  formMigrationHelper: () =>
    filling(
      {
        newer: { version: 2, itemHash: "b7" },
        preview: { ...report, lost: [], doubtful: [] },
        helper: { ...helper, role: "HELPER" },
        atKiosk: "HELPER",
      },
      touched({ sheet: "migration" }),
    ),
  formMigrated: () => filling({ migrations: [report] }),
  formMigratedRead: () => filling({ migrations: [report] }, touched({ sheet: "migration" })),
  formUnlike: () => sample(visit(form, { here: elsewhere })),
  formRefused: () => sample(visit(form, { refused: { type: "Refused", opId: "o", why: "TRY_AGAIN", issues: [] } })),
};
