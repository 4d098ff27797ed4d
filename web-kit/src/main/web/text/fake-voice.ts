/** For tests: a browser's voice that remembers what it was given to read. */
export class FakeVoice {
  readonly said: string[] = [];
  /** What is being read just now. */
  reading: string | null = null;

  /** @param languages it has voices for */
  static comes(...languages: string[]): FakeVoice {
    const voice = new FakeVoice();
    Object.assign(globalThis, {
      SpeechSynthesisUtterance: class {
        lang = "";
        constructor(readonly text: string) {}
      },
      speechSynthesis: {
        getVoices: () => languages.map((lang) => ({ lang })),
        speak: ({ lang, text }: { lang: string; text: string }) =>
          voice.said.push((voice.reading = `${lang}: ${text}`)),
        cancel: () => (voice.reading = null),
      },
    });
    return voice;
  }

  goes(): void {
    for (const name of ["SpeechSynthesisUtterance", "speechSynthesis"]) Reflect.deleteProperty(globalThis, name);
  }
}
