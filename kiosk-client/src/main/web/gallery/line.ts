import type { Refusal } from "web-kit/protocol.ts";
import { helper, now } from "./people.ts";
import { asked, questionRoom, room, waitingCall } from "./room.ts";
import { form, sample, touched, visit, type Samples } from "./sample.ts";

const expecting = (ahead: number, clerks: number, minMinutes: number, maxMinutes: number) =>
  sample(visit({ at: "waiting" }, { call: { ...waitingCall, expected: { ahead, clerks, minMinutes, maxMinutes } } }));
const nobody = (why: Refusal, until: number | null = null) => sample(visit({ at: "nobody", why, until }));

/** Waiting for a clerk, and when there is none. */
export const line: Samples = {
  waiting: () => sample(visit({ at: "waiting" }, { call: waitingCall })),
  waitingFirst: () => expecting(0, 1, 0, 3),
  waitingRinging: () => sample(visit({ at: "waiting" }, { call: { ...waitingCall, ringing: true } })),
  waitingNobody: () => expecting(1, 0, 0, 0),
  waitingBack: () => sample(visit({ at: "waiting" }, { call: { type: "Suspended", call: "c", since: now - 5_000 } })),
  waitingOffline: () =>
    sample(visit({ at: "waiting" }, { call: waitingCall, line: { at: "lost", since: now - 5_000 } })),
  waitingHelper: () =>
    sample(
      visit(
        { at: "waiting" },
        { call: waitingCall, room: { ...room, helper: { ...helper, role: "HELPER" }, atKiosk: "HELPER" } },
      ),
    ),
  waitingQuestion: () => sample(visit({ at: "waiting" }, { call: waitingCall, room: questionRoom, item: asked })),
  questionCalling: () => sample(visit(form, { room: questionRoom, item: asked }), touched({ busy: "call" })),
  questionOver: () =>
    sample(visit(form, { room: questionRoom, item: asked, call: { type: "Ended", call: "c", how: "CLERK_HUNG_UP" } })),
  questionNobody: () =>
    sample(visit({ at: "nobody", why: "LINE_FULL", until: null }, { room: questionRoom, item: asked })),
  closed: () => nobody("CLOSED", now + 23 * 3_600_000),
  closedNoTime: () => nobody("CLOSED"),
  full: () => nobody("LINE_FULL"),
  notServed: () => nobody("NOT_SERVED"),
};
