import { RingTone } from "web-kit/media/ring-tone.ts";
import { chosenDevice } from "web-kit/media/devices.ts";
import type { ClerkCall } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { s } from "../text/text.ts";

/** Makes a call heard and seen, also when this tab lies behind others. */
export class Ring {
  readonly #tone = new RingTone();
  #call: string | null = null;
  #notice: Notification | null = null;

  get audible(): boolean {
    return this.#tone.unlocked;
  }

  /** To be called in a click or key press: browsers keep pages silent until then. */
  async unlock(): Promise<void> {
    await this.#tone.unlock();
    await this.#tone.through(chosenDevice("speaker"));
  }

  async test(): Promise<void> {
    await this.unlock();
    this.#tone.test();
  }

  follow(call: ClerkCall | null, now: number): void {
    if (call?.type !== "Ringing") {
      this.#stop();
      return;
    }
    if (this.#call === call.call) return;
    this.#call = call.call;
    this.#tone.ring((call.until - now) / 1000);
    const words = s("ring.tab", { item: local(call.itemTitle) });
    document.title = `☎ ${words}`;
    if (document.hidden && "Notification" in globalThis && Notification.permission === "granted") {
      this.#notice = new Notification(words, { tag: "vw-ring", requireInteraction: true });
      this.#notice.onclick = () => window.focus();
    }
  }

  #stop(): void {
    document.title = `${s("app.title")}·${s("app.console")}`;
    if (this.#call === null) return;
    this.#call = null;
    this.#tone.stop();
    this.#notice?.close();
    this.#notice = null;
  }
}
