import type { Answered, Candidate, MediaPlan, Step } from "../protocol.ts";
import { CandidateBatches } from "./candidates.ts";
import type { FlowState } from "./flow.ts";
import type { TrackName } from "./local-media.ts";

const SCREEN_BITRATE = 3_000_000;
const SCREEN_FRAMES = 15;
/** Paper lies still. */
const BED_FRAMES = 8;
/** Text must stay readable; the types of the language do not know it yet. */
const MAINTAIN_RESOLUTION = { degradationPreference: "maintain-resolution" };
const CAMERA_BITRATE = 2_500_000;
/** A connection that is disturbed for longer than this is not coming back by itself. */
const DISTURBED_FOR = 2_500;
/** Browsers that were told everything and have not reached each other by then do not; some browsers never say so. */
const REACHES_WITHIN = 10_000;
/** More addresses than any peer has. */
const EARLY_AT_MOST = 100;

export type ConnectionOptions = {
  plan: MediaPlan;
  send(step: Step): void;
  /** The state of the connection changed. */
  changed(): void;
  /** Only a new connection helps. Called once, and again where it had come back in between. */
  broken(): void;
  /** The browser's own unless a test brings another. */
  create?: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
};

/** One connection of one epoch of the plan, with whatever is at its other end. It is never mended: a new epoch brings a new one. */
export class Connection {
  readonly rtc: RTCPeerConnection;
  readonly #options: ConnectionOptions;
  readonly #batches: CandidateBatches;
  /** Addresses that came before the description they belong to. */
  #early: Candidate[] | null = [];
  #work: Promise<void> = Promise.resolve();
  #disturbed: ReturnType<typeof setTimeout> | undefined;
  #reaching: ReturnType<typeof setTimeout> | undefined;
  #flow: FlowState = "comes";
  #closed = false;
  #reported = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#batches = new CandidateBatches((candidates) => options.send({ type: "Candidates", candidates }));
    const create = options.create ?? ((configuration) => new RTCPeerConnection(configuration));
    this.rtc = create({ iceServers: options.plan.iceServers.map(iceServer), bundlePolicy: "max-bundle" });
    this.rtc.onicecandidate = ({ candidate }) => this.#batches.found(candidate && plain(candidate));
    this.rtc.onconnectionstatechange = () => this.#stateChanged();
  }

  get connected(): boolean {
    return this.rtc.connectionState === "connected" && this.#flow === "comes";
  }

  /** Steps wait for each other: a candidate must not overtake the description it belongs to. */
  then(step: () => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      if (this.#closed) return;
      try {
        await step();
      } catch (error) {
        if (this.#closed) return;
        console.warn("The media connection could not be negotiated", (error as Error).name);
        this.#breaks();
      }
    });
  }

  async offer(): Promise<void> {
    await this.rtc.setLocalDescription();
    this.#options.send({ type: "Offer", sdp: this.rtc.localDescription?.sdp ?? "" });
  }

  async answer(): Promise<void> {
    await this.rtc.setLocalDescription();
    this.#options.send({ type: "Answered", sdp: this.rtc.localDescription?.sdp ?? "" });
  }

  /** Returns whether the answer was awaited. */
  async accept(answered: Answered): Promise<boolean> {
    if (this.rtc.signalingState !== "have-local-offer") return false;
    await this.rtc.setRemoteDescription({ type: "answer", sdp: answered.sdp });
    return true;
  }

  async candidates(candidates: readonly Candidate[]): Promise<void> {
    if (this.#early === null) for (const candidate of candidates) await this.#add(candidate);
    else this.#early.push(...candidates.slice(0, EARLY_AT_MOST - this.#early.length));
  }

  /** Both descriptions stand: what came early counts from now on. */
  async described(): Promise<void> {
    const early = this.#early ?? [];
    // Browsers that meet while the tracks are still being bounded say so before this, and not again.
    if (this.#early !== null && this.rtc.connectionState !== "connected")
      this.#reaching = setTimeout(() => this.#breaks(), REACHES_WITHIN);
    this.#early = null;
    for (const candidate of early) await this.#add(candidate);
  }

  /** Bounds what a track of this name takes of the network. */
  async bound(name: TrackName, sender: RTCRtpSender): Promise<void> {
    if (name === "microphone") return;
    const bounds =
      name === "camera"
        ? { maxBitrate: CAMERA_BITRATE }
        : { maxBitrate: SCREEN_BITRATE, maxFramerate: name === "bed" ? BED_FRAMES : SCREEN_FRAMES };
    const parameters = sender.getParameters();
    parameters.encodings.forEach((encoding) => Object.assign(encoding, bounds));
    const preference = name === "camera" ? {} : MAINTAIN_RESOLUTION;
    // A browser that cannot be bounded still sends.
    await sender.setParameters({ ...parameters, ...preference }).catch(() => {});
  }

  /** How many packets of sound and picture came over it so far. */
  async packets(): Promise<number> {
    const stats = await this.rtc.getStats();
    let packets = 0;
    stats.forEach((each) => {
      if (each.type === "inbound-rtp") packets += (each as RTCInboundRtpStreamStats).packetsReceived ?? 0;
    });
    return packets;
  }

  /** What comes over it, where somebody looks at that. */
  flows(flow: FlowState): void {
    if (this.#flow === flow || this.#closed) return;
    this.#flow = flow;
    if (flow === "stands") this.#breaks();
    else this.#reported = false;
    this.#options.changed();
  }

  close(): void {
    this.#closed = true;
    this.#batches.stop();
    clearTimeout(this.#disturbed);
    clearTimeout(this.#reaching);
    this.rtc.onicecandidate = null;
    this.rtc.onconnectionstatechange = null;
    this.rtc.close();
  }

  async #add(candidate: Candidate): Promise<void> {
    // One address that this browser does not understand is no reason to give up the others.
    await this.rtc.addIceCandidate(candidate as RTCIceCandidateInit).catch(() => {});
  }

  #stateChanged(): void {
    clearTimeout(this.#disturbed);
    const state = this.rtc.connectionState;
    if (state === "connected") {
      clearTimeout(this.#reaching);
      this.#reported = false;
    }
    if (state === "failed") this.#breaks();
    if (state === "disconnected") this.#disturbed = setTimeout(() => this.#breaks(), DISTURBED_FOR);
    this.#options.changed();
  }

  #breaks(): void {
    if (this.#reported || this.#closed) return;
    this.#reported = true;
    this.#options.broken();
  }
}

function plain({ candidate, sdpMid, sdpMLineIndex }: RTCIceCandidate): Candidate {
  return { candidate, sdpMid, sdpMLineIndex };
}

function iceServer(server: MediaPlan["iceServers"][number]): RTCIceServer {
  return {
    urls: [...server.urls],
    ...(server.username != null && { username: server.username }),
    ...(server.credential != null && { credential: server.credential }),
  };
}
