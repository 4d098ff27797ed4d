import type { Pen } from "web-kit/form/pen.ts";
import { newOpId } from "web-kit/signaling/socket.ts";
import { inCall, type ClerkCore } from "./clerk-core.ts";
import { noneMissed } from "./clerk-desk.ts";
import type { CallActs } from "./clerk-page.ts";
import { question } from "web-kit/room/question.ts";

/** Taking calls, what is sent in them, and ending them. */
export function callActs(core: ClerkCore, pen: Pen): CallActs {
  const ringing = () => {
    const call = core.page.desk.call;
    return call?.type === "Ringing" ? call : null;
  };
  return {
    setReady(ready) {
      core.desk(noneMissed);
      core.operate({ type: "SetReady", opId: newOpId(), ready });
    },

    answer() {
      const call = ringing();
      if (call !== null) core.operateOnce({ type: "AnswerCall", opId: newOpId(), call: call.call });
    },

    decline() {
      const call = ringing();
      if (call === null) return;
      core.work({ declined: call.call });
      core.operateOnce({ type: "DeclineCall", opId: newOpId(), call: call.call });
    },

    hangUp() {
      const call = inCall(core);
      if (call === null) return;
      pen.writeAll();
      core.operateOnce({ type: "HangUp", opId: newOpId(), call: call.call });
    },

    letBackIn() {
      const call = inCall(core);
      if (call !== null) core.operate({ type: "LetBackIn", opId: newOpId(), call: call.call });
    },

    finish(rest) {
      const call = core.page.desk.call;
      if (call?.type !== "WrapUp") return;
      const { outcome } = core.page.work;
      if (call.item === question && outcome === null) return;
      const said = outcome === null ? {} : { outcome };
      core.operateOnce({ type: "FinishWrapUp", opId: newOpId(), call: call.call, ready: !rest, ...said });
    },

    chooseOutcome: (outcome) => core.work({ outcome }),

    setMicrophone: (on) => core.media.call.setMicrophone(on),

    setCamera: (on) => core.media.call.setCamera(on),

    share() {
      void core.media.call.shareScreen({ ownTab: false }).then(() => {
        if (core.page.media.local.screen) core.work({ middle: "mine" });
      });
    },

    stopSharing: () => core.media.call.stopScreen(),
  };
}
