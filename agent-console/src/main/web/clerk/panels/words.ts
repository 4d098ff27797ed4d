import type { CallMatter, Sending } from "web-kit/protocol.ts";
import type { MediaView } from "web-kit/media/call-media.ts";
import type { Trouble } from "web-kit/media/trouble.ts";
import { question } from "web-kit/room/question.ts";
import { dateAndClock } from "web-kit/text/time.ts";
import { s } from "../../text/text.ts";

/** What became of a matter of a call. */
export function matterText(matter: CallMatter, last = false): string {
  if (matter.filed != null) return s("matter.filed");
  if (matter.keptUntil != null) return s("matter.kept", { until: dateAndClock(matter.keptUntil) });
  if (matter.item === question) return s("matter.question");
  return s(last ? "matter.open" : "matter.left");
}

export function troubleText(trouble: Trouble): string {
  return s(`trouble.${trouble}`);
}

/** Why there is no picture of the applicant; null where there is one. */
export function faceText(remote: MediaView["remote"]): string | null {
  if (remote.camera === "OFF") return s("face.off");
  if (remote.camera === "NONE") return s("face.none");
  return remote.connected ? null : s("face.connecting");
}

export function voiceText(microphone: Sending): string | null {
  return microphone === "ON" ? null : s(microphone === "OFF" ? "face.mutedOff" : "face.mutedNone");
}

export function ownFaceText(camera: Sending): string | null {
  return camera === "ON" ? null : s(camera === "OFF" ? "face.youOff" : "face.youNone");
}

export function ownVoiceText(microphone: Sending): string | null {
  return microphone === "ON" ? null : s(microphone === "OFF" ? "face.youMuted" : "face.youMutedNone");
}
