import type { Trouble } from "../media/trouble.ts";
import type { CameraFacts, LoudspeakerFacts, MicrophoneFacts } from "./facts.ts";
import { finding, type Finding } from "./finding.ts";
import type { Code } from "./words-zh.ts";

/** A lens that is covered is darker than any lit hall. */
const BLACK = 12;
/** Every real sensor has noise. */
const STILL = 0;
const LOW_LINES = 360;
/** Below that a microphone is switched off, and below that speech is too soft to follow; decibels below the loudest. */
const SILENT = -75;
const SOFT = -55;

export function cameraFinding({ trouble, width, height, frames, light, moved }: CameraFacts): Finding {
  const figures = trouble ?? `${width}×${height} · ${frames} · ${Math.round(light)}/255`;
  if (trouble !== null) return finding("camera", "blocked", cameraTrouble(trouble), figures);
  if (frames < 2) return finding("camera", "blocked", "D-CAMERA-NO-PICTURE", figures);
  if (light < BLACK) return finding("camera", "blocked", "D-CAMERA-BLACK", figures);
  if (moved <= STILL) return finding("camera", "blocked", "D-CAMERA-FROZEN", figures);
  if (height < LOW_LINES) return finding("camera", "mind", "D-CAMERA-COARSE", figures, { width, height });
  return finding("camera", "good", "D-CAMERA-OK", figures, { width, height });
}

function cameraTrouble(trouble: Trouble): Code {
  if (trouble === "denied") return "D-CAMERA-DENIED";
  if (trouble === "insecure") return "D-INSECURE";
  return trouble === "missing" ? "D-CAMERA-MISSING" : "D-CAMERA-BUSY";
}

export function microphoneFinding({ trouble, loudest }: MicrophoneFacts): Finding {
  const figures = trouble ?? `${Math.round(loudest)} dBFS`;
  if (trouble !== null) return finding("microphone", "blocked", microphoneTrouble(trouble), figures);
  if (loudest < SILENT) return finding("microphone", "blocked", "D-MIC-SILENT", figures);
  if (loudest < SOFT) return finding("microphone", "mind", "D-MIC-SOFT", figures);
  return finding("microphone", "good", "D-MIC-OK", figures);
}

function microphoneTrouble(trouble: Trouble): Code {
  if (trouble === "denied") return "D-MIC-DENIED";
  if (trouble === "insecure") return "D-INSECURE";
  return trouble === "missing" ? "D-MIC-MISSING" : "D-MIC-BUSY";
}

/** Where the microphone did not hear the tone, the person is asked: with earphones on nobody else can tell. */
export function loudspeakerFinding({ outputs, played, heard, answered }: LoudspeakerFacts): Finding {
  if (outputs === 0) return finding("loudspeaker", "blocked", "D-SPEAKER-MISSING");
  if (heard) return finding("loudspeaker", "good", "D-SPEAKER-OK", "1 kHz");
  if (answered === true) return finding("loudspeaker", "good", "D-SPEAKER-OK");
  if (answered === false) return finding("loudspeaker", "blocked", "D-SPEAKER-SILENT");
  if (!played) return finding("loudspeaker", "blocked", "D-SPEAKER-OFF");
  return finding("loudspeaker", "none", "D-SPEAKER-ASK");
}
