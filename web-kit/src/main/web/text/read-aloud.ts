import { language, type Language } from "./language.ts";
import { t } from "./text.ts";

/** What speaks: one is enough for the whole page. Text given to it is kept nowhere and named nowhere else. */
export type Speaker = {
  /** Whether it has a voice for this language now. */
  speaks(language: Language): boolean;
  /** In place of what is being said; `said` once it has come to an end, where that is known. */
  say(text: string, language: Language, said: () => void): void;
  stop(): void;
};

/** The browser's own voices, which it has from its system: on Linux from speech-dispatcher. */
export const browserSpeaker: Speaker = {
  speaks: (wanted) => voiceOf(wanted) !== undefined,
  say: (text, spoken, said) => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = spoken === "zh" ? "zh-CN" : "en-US";
    words.voice = voiceOf(spoken) ?? null;
    words.rate = slowly() ? 0.8 : 1;
    words.onend = said;
    words.onerror = said;
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  },
  stop: () => {
    if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
  },
};

let speaker: Speaker = browserSpeaker;
let unspoken: () => readonly string[] = () => [];

export function speakBy(another: Speaker): void {
  speaker = another;
}

/** Whatever is read aloud from now on, these values are not: a hall listens. Asked anew each time. */
export function neverSpeak(values: () => readonly string[]): void {
  unspoken = values;
}

/** Whether there is a voice for the language of the page. */
export function canReadAloud(): boolean {
  return speaker.speaks(language());
}

/** In place of what is being read. */
export function readAloud(text: string, said: () => void = () => {}): void {
  speaker.say(hushed(text, unspoken()), language(), said);
}

export function stopReading(): void {
  speaker.stop();
}

/** The text without the sentences in which one of the values stands, however it is grouped; instead it is said that something is there. */
export function hushed(text: string, values: readonly string[]): string {
  const kept = values.map(bare).filter((value) => value !== "");
  const tells = (part: string) => kept.some((value) => holds(bare(part), value));
  if (!tells(text)) return text;
  const parts = text.split(/(?<=[。！？\n，,：:])/);
  const quiet = parts.map((part) => (tells(part) ? `${t("read.unspoken")}。` : part)).join("");
  // A value that reaches over a comma is in none of the parts alone.
  return tells(quiet) ? t("read.unspoken") : quiet;
}

/** One character is in many words: alone it is meant only where nothing else stands. */
function holds(part: string, value: string): boolean {
  return [...value].length > 1 ? part.includes(value) : part === value;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s\-·.,，。、]/g, "");
}

function slowly(): boolean {
  return typeof document !== "undefined" && document.documentElement.dataset["size"] !== undefined;
}

/** Mandarin has two names: browsers' own voices say `zh`, those of Linux `cmn`; one that reads pinyin reads no characters. */
function voiceOf(wanted: Language): SpeechSynthesisVoice | undefined {
  const names = wanted === "zh" ? ["zh", "cmn"] : ["en"];
  const fit = (voice: SpeechSynthesisVoice, name: string) => {
    const lang = voice.lang.toLowerCase();
    return lang.startsWith(name) && !lang.includes("latn");
  };
  return names.map((name) => voices().find((voice) => fit(voice, name))).find((voice) => voice !== undefined);
}

function voices(): readonly SpeechSynthesisVoice[] {
  return "speechSynthesis" in globalThis ? speechSynthesis.getVoices() : [];
}
