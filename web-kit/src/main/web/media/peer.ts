import type { Candidate, Candidates, Offer, Answered, Step } from "../protocol.ts";
import { CandidateBatches } from "./candidates.ts";
import type { TrackName } from "./local-media.ts";

/** Fixed, so that starting and stopping anything later needs no new negotiation. */
const ORDER: readonly TrackName[] = ["microphone", "camera", "screen"];

const SCREEN_BITRATE = 3_000_000;
const SCREEN_FRAMES = 15;
/** Text must stay readable; the types of the language do not know it yet. */
const MAINTAIN_RESOLUTION = { degradationPreference: "maintain-resolution" };
const CAMERA_BITRATE = 2_500_000;
/** A connection that is disturbed for longer than this is not coming back by itself. */
const DISTURBED_FOR = 2_500;

export type PeerOptions = {
  configuration: RTCConfiguration;
  /** This end makes the offer. */
  offers: boolean;
  track(name: TrackName): MediaStreamTrack | null;
  send(step: Step): void;
  /** The state of the connection, or what comes over it, changed. */
  changed(): void;
  /** Only a new connection helps. Called once. */
  broken(): void;
  create?(configuration: RTCConfiguration): RTCPeerConnection;
};

/** One connection to one other participant, for one epoch of the plan. It is never mended: a new epoch brings a new one. */
export class Peer {
  readonly #options: PeerOptions;
  readonly #connection: RTCPeerConnection;
  readonly #batches: CandidateBatches;
  /** What the other sends, face and voice together. */
  readonly stream = new MediaStream();
  readonly screenStream = new MediaStream();
  /** One stream for face and voice keeps lips and words together. */
  readonly #talk = new MediaStream();
  #early: Candidate[] | null = [];
  #work: Promise<void> = Promise.resolve();
  #disturbed: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #reported = false;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#batches = new CandidateBatches((candidates) => options.send({ type: "Candidates", candidates }));
    const create = options.create ?? ((configuration) => new RTCPeerConnection(configuration));
    this.#connection = create(options.configuration);
    this.#connection.onicecandidate = ({ candidate }) => this.#batches.found(candidate && plain(candidate));
    this.#connection.onconnectionstatechange = () => this.#stateChanged();
    if (options.offers) this.#then(() => this.#offer());
  }

  get connected(): boolean {
    return this.#connection.connectionState === "connected";
  }

  /** Takes one step of the other's. */
  take(step: Step): void {
    this.#then(() => this.#step(step));
  }

  /** Sends what this page's track of that name is by now. */
  async put(name: TrackName): Promise<void> {
    const transceiver = this.#connection.getTransceivers()[ORDER.indexOf(name)];
    if (transceiver === undefined || this.#closed) return;
    await transceiver.sender.replaceTrack(this.#options.track(name));
  }

  close(): void {
    this.#closed = true;
    this.#batches.stop();
    clearTimeout(this.#disturbed);
    this.#connection.onicecandidate = null;
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
  }

  /** Steps wait for each other: a candidate must not overtake the description it belongs to. */
  #then(step: () => Promise<void>): void {
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

  async #step(step: Step): Promise<void> {
    switch (step.type) {
      case "Offer":
        return this.#answer(step);
      case "Answered":
        return this.#accept(step);
      case "Candidates":
        return this.#candidates(step);
    }
  }

  async #offer(): Promise<void> {
    for (const name of ORDER) {
      this.#connection.addTransceiver(name === "microphone" ? "audio" : "video", {
        direction: "sendrecv",
        streams: name === "screen" ? [] : [this.#talk],
      });
    }
    await this.#connection.setLocalDescription();
    this.#options.send({ type: "Offer", sdp: this.#connection.localDescription?.sdp ?? "" });
    await this.#wire();
  }

  async #answer(offer: Offer): Promise<void> {
    await this.#connection.setRemoteDescription({ type: "offer", sdp: offer.sdp });
    for (const [at, transceiver] of this.#connection.getTransceivers().entries()) {
      transceiver.direction = "sendrecv";
      if (ORDER[at] !== "screen") transceiver.sender.setStreams(this.#talk);
    }
    await this.#wire();
    await this.#connection.setLocalDescription();
    this.#options.send({ type: "Answered", sdp: this.#connection.localDescription?.sdp ?? "" });
    await this.#limit();
    await this.#addEarly();
  }

  async #accept(answered: Answered): Promise<void> {
    if (this.#connection.signalingState !== "have-local-offer") return;
    await this.#connection.setRemoteDescription({ type: "answer", sdp: answered.sdp });
    await this.#limit();
    await this.#addEarly();
  }

  async #candidates({ candidates }: Candidates): Promise<void> {
    if (this.#early !== null) this.#early.push(...candidates);
    else for (const candidate of candidates) await this.#add(candidate);
  }

  async #addEarly(): Promise<void> {
    const early = this.#early ?? [];
    this.#early = null;
    for (const candidate of early) await this.#add(candidate);
  }

  async #add(candidate: Candidate): Promise<void> {
    // One address that this browser does not understand is no reason to give up the others.
    await this.#connection.addIceCandidate(candidate as RTCIceCandidateInit).catch(() => {});
  }

  /** Puts this page's tracks in, and the other's into the streams the screens show. */
  async #wire(): Promise<void> {
    for (const [at, transceiver] of this.#connection.getTransceivers().entries()) {
      const name = ORDER[at];
      if (name === undefined) continue;
      (name === "screen" ? this.screenStream : this.stream).addTrack(transceiver.receiver.track);
      await transceiver.sender.replaceTrack(this.#options.track(name));
    }
    this.#options.changed();
  }

  async #limit(): Promise<void> {
    const [, camera, screen] = this.#connection.getTransceivers();
    await this.#bound(camera, { maxBitrate: CAMERA_BITRATE });
    await this.#bound(screen, { maxBitrate: SCREEN_BITRATE, maxFramerate: SCREEN_FRAMES }, MAINTAIN_RESOLUTION);
  }

  async #bound(
    transceiver: RTCRtpTransceiver | undefined,
    bounds: Partial<RTCRtpEncodingParameters>,
    preference: object = {},
  ): Promise<void> {
    if (transceiver === undefined) return;
    const parameters = transceiver.sender.getParameters();
    parameters.encodings.forEach((encoding) => Object.assign(encoding, bounds));
    // A browser that cannot be bounded still sends.
    await transceiver.sender.setParameters({ ...parameters, ...preference }).catch(() => {});
  }

  #stateChanged(): void {
    clearTimeout(this.#disturbed);
    const state = this.#connection.connectionState;
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
