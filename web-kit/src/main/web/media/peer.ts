import type { MediaSignal, RelaySignal, Step } from "../protocol.ts";
import { Connection } from "./connection.ts";
import { stepOf } from "./step.ts";
import { Flow, type FlowState } from "./flow.ts";
import type { TrackName } from "./local-media.ts";
import type { MediaPath, OtherSends, PathOptions } from "./path.ts";

/** Fixed, so that starting and stopping anything later needs no new negotiation. */
const ORDER: readonly TrackName[] = ["microphone", "camera", "screen", "bed"];
const isOfTalk = (name: TrackName | undefined): boolean => name === "microphone" || name === "camera";

/** Straight from browser to browser: one connection, over which everything goes both ways. */
export class Peer implements MediaPath {
  readonly #options: PathOptions;
  readonly #connection: Connection;
  readonly stream = new MediaStream();
  readonly screenStream = new MediaStream();
  readonly bedStream = new MediaStream();
  /** One stream for face and voice keeps lips and words together. */
  readonly #talk = new MediaStream();
  readonly #flow: Flow;
  #other: OtherSends = { talk: true, screen: false, bed: false };
  #closed = false;

  constructor(options: PathOptions) {
    this.#options = options;
    const { plan, other } = options;
    const { call, epoch, you } = plan;
    this.#connection = new Connection({
      plan,
      send: (step) =>
        options.send({ type: "MediaSignal", call, epoch, from: you, to: other, step: JSON.stringify(step) }),
      changed: options.changed,
      broken: options.broken,
      create: options.create,
    });
    // Until the first of it comes only: whether a line between two browsers is good the connection knows best.
    this.#flow = new Flow({
      cameBefore: options.cameBefore,
      packets: () => this.#connection.packets(),
      connected: () => this.#connection.rtc.connectionState === "connected",
      expected: () => this.#other.talk,
      looked: (flow) => this.#looked(flow),
    });
    this.#connection.flows("awaited");
    if (plan.participants.some((one) => one.name === you && one.offers)) this.#connection.then(() => this.#offer());
  }

  get connected(): boolean {
    return this.#connection.connected;
  }

  get whole(): boolean {
    return this.connected;
  }

  /** Between two browsers is nothing that could. */
  readonly swallowed = false;

  take(signal: MediaSignal | RelaySignal): void {
    if (signal.type !== "MediaSignal" || signal.from !== this.#options.other) return;
    const step = stepOf(signal.step);
    if (step !== null) this.#connection.then(() => this.#step(step));
  }

  async put(name: TrackName): Promise<void> {
    const transceiver = this.#connection.rtc.getTransceivers()[ORDER.indexOf(name)];
    if (transceiver === undefined || this.#closed) return;
    await transceiver.sender.replaceTrack(this.#options.track(name));
  }

  otherSends(sends: OtherSends): void {
    this.#other = sends;
  }

  close(): void {
    this.#closed = true;
    this.#flow.stop();
    this.#connection.close();
  }

  #looked(flow: FlowState): void {
    if (flow !== "comes") return;
    this.#flow.stop();
    this.#connection.flows(flow);
  }

  async #step(step: Step): Promise<void> {
    switch (step.type) {
      case "Offer":
        await this.#answer(step.sdp);
        return this.#described();
      case "Answered":
        if (await this.#connection.accept(step)) await this.#described();
        return;
      case "Candidates":
        return this.#connection.candidates(step.candidates);
    }
  }

  async #offer(): Promise<void> {
    for (const name of ORDER) {
      this.#connection.rtc.addTransceiver(name === "microphone" ? "audio" : "video", {
        direction: "sendrecv",
        streams: isOfTalk(name) ? [this.#talk] : [],
      });
    }
    await this.#connection.offer();
    await this.#wire();
  }

  async #answer(sdp: string): Promise<void> {
    const { rtc } = this.#connection;
    await rtc.setRemoteDescription({ type: "offer", sdp });
    for (const [at, transceiver] of rtc.getTransceivers().entries()) {
      transceiver.direction = "sendrecv";
      if (isOfTalk(ORDER[at])) transceiver.sender.setStreams(this.#talk);
    }
    await this.#wire();
    await this.#connection.answer();
  }

  /** Puts this page's tracks in, and the other's into the streams the screens show. */
  async #wire(): Promise<void> {
    for (const [at, transceiver] of this.#connection.rtc.getTransceivers().entries()) {
      const name = ORDER[at];
      if (name === undefined) continue;
      const into = name === "screen" ? this.screenStream : name === "bed" ? this.bedStream : this.stream;
      into.addTrack(transceiver.receiver.track);
      await transceiver.sender.replaceTrack(this.#options.track(name));
    }
    this.#options.changed();
  }

  async #described(): Promise<void> {
    for (const [at, transceiver] of this.#connection.rtc.getTransceivers().entries()) {
      const name = ORDER[at];
      if (name !== undefined) await this.#connection.bound(name, transceiver.sender);
    }
    await this.#connection.described();
  }
}
