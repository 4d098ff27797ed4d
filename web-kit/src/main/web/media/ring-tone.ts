/** Two calm notes, a fifth apart, every three seconds. */
const NOTES = [
  { pitch: 523.25, at: 0 },
  { pitch: 783.99, at: 0.42 },
];
const EVERY = 3;
const LONGEST_RING = 60;
const NOTE_LENGTH = 0.9;
const LOUDNESS = 0.35;

/**
 * The ring of a call, made of nothing but Web Audio. Everything is put on the audio clock in advance, so that it also rings
 * in a background tab, where timers are slow. Browsers keep it silent until a person's click unlocked it.
 */
export class RingTone {
  #audio: AudioContext | null = null;
  #ringing: AudioScheduledSourceNode[] = [];

  /** To be called in a click or key press. */
  async unlock(): Promise<void> {
    this.#audio ??= new AudioContext();
    await this.#audio.resume();
  }

  get unlocked(): boolean {
    return this.#audio?.state === "running";
  }

  /** Plays through this speaker where the browser can choose one. */
  async through(speaker: string | null): Promise<void> {
    const audio = this.#audio as (AudioContext & { setSinkId?(id: string): Promise<void> }) | null;
    // A speaker that was pulled out leaves the sound where it is.
    await audio?.setSinkId?.(speaker ?? "").catch(() => {});
  }

  /** Once, to hear whether it is loud enough. */
  test(): void {
    this.#play(0);
  }

  ring(seconds: number): void {
    this.stop();
    for (let at = 0; at < Math.min(seconds, LONGEST_RING); at += EVERY) this.#play(at);
  }

  stop(): void {
    this.#ringing.forEach((note) => note.stop());
    this.#ringing = [];
  }

  #play(after: number): void {
    const audio = this.#audio;
    if (audio === null) return;
    for (const { pitch, at } of NOTES) {
      const begin = audio.currentTime + 0.02 + after + at;
      const note = new OscillatorNode(audio, { type: "sine", frequency: pitch });
      const loudness = new GainNode(audio, { gain: 0 });
      loudness.gain.setValueAtTime(0, begin);
      loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.03);
      loudness.gain.exponentialRampToValueAtTime(0.001, begin + NOTE_LENGTH);
      note.connect(loudness).connect(audio.destination);
      note.start(begin);
      note.stop(begin + NOTE_LENGTH);
      note.onended = () => (this.#ringing = this.#ringing.filter((each) => each !== note));
      this.#ringing.push(note);
    }
  }
}
