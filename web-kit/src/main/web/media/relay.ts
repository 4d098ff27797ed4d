import type { MediaSignal, MediaSource, RelaySignal, Step } from "../protocol.ts";
import { Connection } from "./connection.ts";
import { Flow } from "./flow.ts";
import type { TrackName } from "./local-media.ts";
import type { MediaPath, OtherSends, PathOptions } from "./path.ts";

const TRACKS: Readonly<Record<MediaSource, readonly TrackName[]>> = {
  TALK: ["microphone", "camera"],
  SCREEN: ["screen"],
  BED: ["bed"],
};
/** What is not sent from the beginning. */
const LATER = { screen: "SCREEN", bed: "BED" } as const;
const later = Object.keys(LATER) as readonly (keyof typeof LATER)[];

/**
 * Through a media server, which negotiates each connection once only: one for each stream and direction, a screen's or
 * a document camera's when it is shown for the first time. The page makes every offer.
 */
export class Relay implements MediaPath {
  readonly #options: PathOptions;
  readonly #links: Link[] = [];
  readonly #talk: Receiving;
  readonly #flow: Flow;
  readonly stream = new MediaStream();
  readonly screenStream = new MediaStream();
  readonly bedStream = new MediaStream();
  #other: OtherSends = { talk: true, screen: false, bed: false };

  constructor(options: PathOptions) {
    this.#options = options;
    this.#links.push(new Sending(options, "TALK"));
    this.#talk = new Receiving(options, "TALK", this.stream);
    this.#links.push(this.#talk);
    later.forEach((name) => this.#show(name));
    this.#flow = new Flow({
      cameBefore: options.cameBefore,
      packets: () => this.#talk.connection.packets(),
      connected: () => this.#talk.connection.rtc.connectionState === "connected",
      expected: () => this.#other.talk,
      looked: (flow) => this.#talk.connection.flows(flow),
    });
    this.#talk.connection.flows("awaited");
  }

  get connected(): boolean {
    return this.#talk.connection.connected;
  }

  get whole(): boolean {
    return this.#links.every((link) => link.connection.connected);
  }

  get swallowed(): boolean {
    return this.#flow.quiet;
  }

  take(signal: MediaSignal | RelaySignal): void {
    if (signal.type !== "RelaySignal") return;
    this.#links.find((link) => link.of === signal.of && link.source === signal.source)?.take(signal.step);
  }

  async put(name: TrackName): Promise<void> {
    const sending = this.#links.filter((link) => link instanceof Sending);
    if (name === "screen" || name === "bed") this.#show(name);
    for (const link of sending) await link.put(name);
  }

  otherSends(sends: OtherSends): void {
    this.#other = sends;
    for (const name of later) {
      if (!sends[name] || this.#has(this.#options.other, LATER[name])) continue;
      const into = name === "screen" ? this.screenStream : this.bedStream;
      this.#links.push(new Receiving(this.#options, LATER[name], into));
    }
  }

  close(): void {
    this.#flow.stop();
    this.#links.forEach((link) => link.connection.close());
  }

  #show(name: keyof typeof LATER): void {
    const { plan, track } = this.#options;
    if (track(name) !== null && !this.#has(plan.you, LATER[name])) {
      this.#links.push(new Sending(this.#options, LATER[name]));
    }
  }

  #has(of: string, source: MediaSource): boolean {
    return this.#links.some((link) => link.of === of && link.source === source);
  }
}

/** One stream in one direction. */
abstract class Link {
  readonly connection: Connection;

  constructor(
    options: PathOptions,
    readonly of: string,
    readonly source: MediaSource,
  ) {
    const { plan, changed, broken, create } = options;
    const { call, epoch } = plan;
    this.connection = new Connection({
      plan,
      send: (step) => options.send({ type: "RelaySignal", call, epoch, of, source, step }),
      changed,
      broken,
      create,
    });
    this.connection.then(async () => {
      await this.prepare();
      await this.connection.offer();
    });
  }

  take(step: Step): void {
    this.connection.then(async () => {
      if (step.type === "Candidates") await this.connection.candidates(step.candidates);
      if (step.type !== "Answered" || !(await this.connection.accept(step))) return;
      await this.described();
      await this.connection.described();
    });
  }

  protected abstract prepare(): Promise<void>;

  protected async described(): Promise<void> {}
}

class Sending extends Link {
  readonly #track: PathOptions["track"];
  readonly #senders = new Map<TrackName, RTCRtpSender>();

  constructor(options: PathOptions, source: MediaSource) {
    super(options, options.plan.you, source);
    this.#track = options.track;
  }

  async put(name: TrackName): Promise<void> {
    await this.#senders.get(name)?.replaceTrack(this.#track(name));
  }

  protected override async prepare(): Promise<void> {
    // One stream for face and voice keeps lips and words together.
    const stream = new MediaStream();
    for (const name of TRACKS[this.source]) {
      const kind = kindOf(name);
      const { sender } = this.connection.rtc.addTransceiver(kind, { direction: "sendonly", streams: [stream] });
      this.#senders.set(name, sender);
      await this.put(name);
    }
  }

  protected override async described(): Promise<void> {
    for (const [name, sender] of this.#senders) await this.connection.bound(name, sender);
  }
}

class Receiving extends Link {
  readonly #changed: () => void;
  readonly #into: MediaStream;

  constructor(options: PathOptions, source: MediaSource, into: MediaStream) {
    super(options, options.other, source);
    this.#changed = options.changed;
    this.#into = into;
  }

  protected override async prepare(): Promise<void> {
    for (const name of TRACKS[this.source]) {
      const { receiver } = this.connection.rtc.addTransceiver(kindOf(name), { direction: "recvonly" });
      this.#into.addTrack(receiver.track);
    }
    this.#changed();
  }
}

function kindOf(name: TrackName): "audio" | "video" {
  return name === "microphone" ? "audio" : "video";
}
