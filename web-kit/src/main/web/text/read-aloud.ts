import { language } from "./language.ts";

/** Whether this browser has a voice for the language of the page. */
export function canReadAloud(): boolean {
  return voices().some((voice) => voice.lang.toLowerCase().startsWith(language()));
}

/** In place of what is being read. */
export function readAloud(text: string): void {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = language() === "zh" ? "zh-CN" : "en-US";
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
}

export function stopReading(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}

function voices(): readonly SpeechSynthesisVoice[] {
  return "speechSynthesis" in globalThis ? speechSynthesis.getVoices() : [];
}
