import type { RoomSnapshot } from "../protocol.ts";
import { toldLadder } from "./ladder.ts";
import { toldMaterials } from "./materials.ts";
import type { RoomState } from "./room-state.ts";
import { toldUses } from "./uses.ts";

/** The room as it is shown whole, to whoever enters it. Pure. */
export function opened(snapshot: RoomSnapshot): RoomState {
  return {
    room: snapshot.room,
    seq: snapshot.seq,
    item: snapshot.item,
    itemHash: snapshot.itemHash ?? null,
    near: snapshot.near,
    owner: snapshot.owner,
    fields: snapshot.form.fields,
    rows: snapshot.form.rows,
    formRev: snapshot.form.rev,
    issues: snapshot.form.issues,
    unconfirmed: snapshot.form.unconfirmed,
    formHash: snapshot.form.formHash ?? null,
    suggestions: snapshot.suggestions,
    ladder: toldLadder(snapshot.grants),
    chat: snapshot.chat,
    declared: snapshot.declared,
    helper: snapshot.helper ?? null,
    atKiosk: snapshot.atKiosk,
    clerk: snapshot.clerk ?? null,
    filed: snapshot.filed ?? null,
    ended: false,
    pointedAt: snapshot.pointedAt ?? null,
    drafts: {},
    focuses: {},
    turnAsked: {},
    choosing: Object.fromEntries((snapshot.choosing ?? []).map((each) => [each.path, each.by])),
    marks: [],
    revealed: {},
    looked: {},
    presented: snapshot.presented ?? null,
    newer: null,
    preview: null,
    migrationOffered: snapshot.migrationOffered ?? null,
    migrations: snapshot.migrations,
    led: snapshot.led,
    card: snapshot.card ?? null,
    resumableUntil: snapshot.resumableUntil ?? null,
    awaySince: snapshot.awaySince ?? null,
    uses: toldUses(snapshot.uses ?? null),
    materials: toldMaterials(snapshot.materials ?? null),
    lookups: snapshot.lookups ?? [],
    sent: snapshot.sent ?? [],
  };
}
