import { mediaAllowed, openDevices } from "../media/devices.ts";
import { troubleOf, type Trouble } from "../media/trouble.ts";
import type { CameraFacts, LoudspeakerFacts, MicrophoneFacts } from "./facts.ts";
import { pause, within } from "./waiting.ts";

const LOOKS = 8;
const LOOK_EVERY = 150;
const FIRST_PICTURE = 3_000;
const [WIDTH, HEIGHT] = [32, 18];

const TONE = 1_000;
const TONE_TIME = 1_200;
const QUIET_TIME = 1_200;
const LISTEN_EVERY = 50;
/** By so many decibels the tone stands out where it is heard. */
const STANDS_OUT = 15;
const NOTHING = -120;

/** Opens the camera and looks at some frames. */
export async function measureCamera(signal: AbortSignal): Promise<CameraFacts> {
  const opened = await open("camera");
  if (typeof opened === "string") return { trouble: opened, width: 0, height: 0, frames: 0, light: 0, moved: 0 };
  const video = document.createElement("video");
  try {
    video.muted = true;
    video.srcObject = opened;
    const playing = video.play().catch(() => undefined);
    await within(FIRST_PICTURE, signal, playing);
    const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    let before: Uint8ClampedArray | null = null;
    let [frames, light, moved] = [0, 0, 0];
    for (let look = 0; look < LOOKS && pen !== null; look += 1) {
      await pause(LOOK_EVERY, signal);
      if (video.videoWidth === 0) continue;
      pen.drawImage(video, 0, 0, WIDTH, HEIGHT);
      const { data } = pen.getImageData(0, 0, WIDTH, HEIGHT);
      frames += 1;
      light = Math.max(light, brightness(data));
      if (before !== null) moved = Math.max(moved, change(before, data));
      before = data;
    }
    return { trouble: null, width: video.videoWidth, height: video.videoHeight, frames, light, moved };
  } finally {
    video.srcObject = null;
    opened.getTracks().forEach((track) => track.stop());
  }
}

function brightness(data: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4)
    sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  return sum / (data.length / 4);
}

function change(before: Uint8ClampedArray, after: Uint8ClampedArray): number {
  return after.reduce((most, value, at) => Math.max(most, Math.abs(value - (before[at] ?? 0))), 0);
}

/** Listens, plays a tone, and listens whether the microphone hears it. */
export async function measureSound(
  signal: AbortSignal,
): Promise<{ microphone: MicrophoneFacts; loudspeaker: LoudspeakerFacts }> {
  const opened = await open("microphone");
  const outputs = await loudspeakers();
  const audio = new AudioContext();
  try {
    await within(
      1_000,
      signal,
      audio.resume().catch(() => undefined),
    );
    const listening = typeof opened === "string" ? null : ear(audio, opened);
    const before = await listening?.listen(QUIET_TIME, signal);
    const played = audio.state === "running" && outputs > 0;
    if (played) sound(audio);
    const during = listening === null ? await pause(TONE_TIME, signal) : await listening.listen(TONE_TIME, signal);
    const loudest = Math.max(before?.level ?? NOTHING, during?.level ?? NOTHING);
    const heard = played && during != null && before != null && during.tone > before.tone + STANDS_OUT;
    return {
      microphone: { trouble: typeof opened === "string" ? opened : null, loudest },
      loudspeaker: { outputs, played, heard, answered: null },
    };
  } finally {
    if (typeof opened !== "string") opened.getTracks().forEach((track) => track.stop());
    void audio.close();
  }
}

function sound(audio: AudioContext): void {
  const tone = new OscillatorNode(audio, { frequency: TONE });
  const volume = new GainNode(audio, { gain: 0.25 });
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + TONE_TIME / 1_000);
}

type Heard = { level: number; tone: number };

/** The loudest moment, of everything and of the tone alone, in decibels below the loudest there can be. */
function ear(audio: AudioContext, stream: MediaStream) {
  const analyser = new AnalyserNode(audio, { fftSize: 2_048, smoothingTimeConstant: 0 });
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const bins = new Float32Array(analyser.frequencyBinCount);
  const bin = Math.round((TONE * analyser.fftSize) / audio.sampleRate);
  return {
    async listen(millis: number, signal: AbortSignal): Promise<Heard> {
      const heard = { level: NOTHING, tone: NOTHING };
      for (let waited = 0; waited < millis; waited += LISTEN_EVERY) {
        await pause(LISTEN_EVERY, signal);
        analyser.getFloatTimeDomainData(samples);
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
        heard.level = Math.max(heard.level, 10 * Math.log10(power + 1e-12));
        analyser.getFloatFrequencyData(bins);
        heard.tone = Math.max(heard.tone, ...bins.slice(bin - 1, bin + 2));
      }
      return heard;
    },
  };
}

/** How many the browser knows, by name or not; one where it does not tell. */
async function loudspeakers(): Promise<number> {
  if (!mediaAllowed() || !("setSinkId" in HTMLMediaElement.prototype)) return 1;
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter(({ kind }) => kind === "audiooutput").length;
}

async function open(device: "camera" | "microphone"): Promise<MediaStream | Trouble> {
  if (!mediaAllowed()) return "insecure";
  try {
    return await openDevices({ camera: device === "camera", microphone: device === "microphone" && "unfiltered" });
  } catch (error) {
    return troubleOf(error);
  }
}
