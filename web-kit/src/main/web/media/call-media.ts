import type { CallId, MediaMessage, MediaPlan, MediaSignal, MediaState, RelaySignal, Sending } from "../protocol.ts";
import { LocalMedia, type TrackName } from "./local-media.ts";
import type { MediaPath, OtherSends, PathOptions } from "./path.ts";
import { Peer } from "./peer.ts";
import { Relay } from "./relay.ts";
import type { Trouble } from "./trouble.ts";

export type MediaView = {
  local: {
    camera: Sending;
    microphone: Sending;
    screen: boolean;
    /** What is sent of the screen is a frame that says why nobody sees it. */
    covered: boolean;
    /** What lies under this kiosk's document camera is sent. */
    bed: boolean;
    stream: MediaStream | null;
    screenStream: MediaStream | null;
    trouble: Trouble | null;
  };
  remote: {
    camera: Sending;
    microphone: Sending;
    screen: boolean;
    bed: boolean;
    stream: MediaStream | null;
    screenStream: MediaStream | null;
    bedStream: MediaStream | null;
    connected: boolean;
  };
};

export type CallMediaOptions = {
  send(message: MediaMessage): void;
  changed(view: MediaView): void;
  /** The browser's own unless a test brings another. */
  create?: PathOptions["create"];
};

/** A broken connection is reported again, ever more rarely, until the next plan comes. */
const REPORT_AGAIN = { first: 2_000, longest: 30_000 };

const unheard = { camera: "ON", microphone: "ON", screen: false, bed: false } as const;

/** Nothing is sent and nothing comes. */
export const noMedia: MediaView = {
  local: {
    camera: "OFF",
    microphone: "OFF",
    screen: false,
    covered: false,
    bed: false,
    stream: null,
    screenStream: null,
    trouble: null,
  },
  remote: {
    camera: "OFF",
    microphone: "OFF",
    screen: false,
    bed: false,
    stream: null,
    screenStream: null,
    bedStream: null,
    connected: false,
  },
};

/**
 * Sound and picture of one call at one end. It follows the server's plan: each new epoch drops the connection and builds it
 * anew, which is the one way to begin, to come back and to join.
 */
export class CallMedia {
  readonly #options: CallMediaOptions;
  readonly #local: LocalMedia;
  #plan: MediaPlan | null = null;
  #path: MediaPath | null = null;
  /** Signals of an epoch whose plan has not arrived yet. */
  #early: (MediaSignal | RelaySignal)[] = [];
  #remote: { camera: Sending; microphone: Sending; screen: boolean; bed: boolean } = unheard;
  /** The other's face or voice came in this call. */
  #came = false;
  /** By which plan the other was last said to arrive. */
  #saidConnected: number | null = null;
  #report: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    this.#local = new LocalMedia((track) => this.#localChanged(track));
  }

  get view(): MediaView {
    const local = this.#local;
    const path = this.#path;
    return {
      local: {
        camera: local.sending("camera"),
        microphone: local.sending("microphone"),
        screen: local.track("screen") !== null,
        covered: local.covered,
        bed: local.track("bed") !== null,
        stream: local.stream,
        screenStream: local.screenStream,
        trouble: local.trouble,
      },
      remote: {
        ...this.#remote,
        stream: path?.stream ?? null,
        screenStream: this.#remote.screen ? (path?.screenStream ?? null) : null,
        bedStream: this.#remote.bed ? (path?.bedStream ?? null) : null,
        connected: path?.connected ?? false,
      },
    };
  }

  /** This page's microphone while it is open, for a level meter. */
  get microphone(): MediaStreamTrack | null {
    return this.#local.track("microphone");
  }

  /** Opens camera and microphone before they are needed. */
  warm(): Promise<void> {
    return this.#local.warm();
  }

  plan(plan: MediaPlan): void {
    const before = this.#plan;
    if (before !== null && before.call === plan.call && before.epoch >= plan.epoch) {
      // Told again after a cut of the line: what the other was told of us may be old.
      this.#sayState();
      return;
    }
    if (before?.call === plan.call && this.#path?.swallowed && this.#report === undefined) {
      // The other was quicker to say so; that it is the same here tells the server that it is nobody's line.
      this.#options.send({ type: "MediaRestart", call: plan.call, epoch: before.epoch });
    }
    if (before?.call !== plan.call) {
      this.#remote = unheard;
      this.#came = false;
    }
    this.#drop();
    this.#plan = plan;
    const other = plan.participants.find((one) => one.name !== plan.you)?.name;
    if (other !== undefined) this.#build(plan, other);
    this.#sayState();
    void this.warm();
    const early = this.#early.filter((signal) => signal.call === plan.call);
    this.#early = [];
    early.forEach((signal) => this.signal(signal));
    this.#changed();
  }

  signal(signal: MediaSignal | RelaySignal): void {
    const plan = this.#plan;
    if (plan === null || signal.call !== plan.call || signal.epoch > plan.epoch) {
      if (this.#early.length < EARLY_AT_MOST) this.#early.push(signal);
      return;
    }
    if (signal.epoch === plan.epoch) this.#path?.take(signal);
  }

  state(state: MediaState): void {
    if (this.#plan !== null && state.call !== this.#plan.call) return;
    const { camera, microphone, screen, bed } = state;
    this.#remote = { camera, microphone, screen, bed: bed ?? false };
    this.#path?.otherSends(this.#otherSends());
    this.#changed();
  }

  setMicrophone(on: boolean): void {
    this.#local.setMicrophone(on);
  }

  setCamera(on: boolean): void {
    this.#local.setCamera(on);
  }

  /** Takes the device that is chosen by now. */
  changeDevice(name: "camera" | "microphone"): Promise<void> {
    return this.#local.changeDevice(name);
  }

  shareScreen(opts: { ownTab: boolean }): Promise<void> {
    return this.#local.shareScreen(opts);
  }

  /** While something secret is written, nothing of the shared screen leaves this page. */
  coverScreen(covered: boolean): void {
    this.#local.coverScreen(covered);
  }

  stopScreen(): void {
    this.#local.stopScreen();
  }

  /** Shows the other what lies under the document camera, until null: from then on nothing of it leaves this page. */
  showBed(track: MediaStreamTrack | null): void {
    this.#local.showBed(track);
  }

  /** Nobody is talked to for now: connection, plan and what is shown go, camera and microphone stay as they are. */
  rest(): void {
    this.#forget();
    this.#local.stopScreen();
    this.#local.showBed(null);
    this.#changed();
  }

  /** The call is over: the connection is closed and every device let go. */
  end(): void {
    this.#forget();
    this.#local.end();
    this.#changed();
  }

  #forget(): void {
    this.#plan = null;
    this.#drop();
    this.#early = [];
    this.#remote = unheard;
    this.#came = false;
  }

  #build(plan: MediaPlan, other: string): void {
    const options: PathOptions = {
      plan,
      other,
      cameBefore: this.#came,
      track: (name) => this.#local.track(name),
      send: (message) => this.#options.send(message),
      changed: () => this.#pathChanged(),
      broken: () => this.#breaks(plan),
      create: this.#options.create,
    };
    this.#path = plan.mode === "RELAY" ? new Relay(options) : new Peer(options);
    this.#path.otherSends(this.#otherSends());
  }

  #otherSends(): OtherSends {
    const { camera, microphone, screen, bed } = this.#remote;
    // Who only muted their microphone still sends silence.
    return { talk: camera === "ON" || microphone !== "NONE", screen, bed };
  }

  /** One report, however much of the path breaks. */
  #breaks(plan: MediaPlan): void {
    if (this.#report === undefined) this.#sayBroken(plan.call, plan.epoch, REPORT_AGAIN.first);
  }

  /** Said again because the line may be cut in the same moment as the media, and then nothing is heard. */
  #sayBroken(call: CallId, epoch: number, next: number): void {
    this.#options.send({ type: "MediaRestart", call, epoch });
    const later = Math.min(REPORT_AGAIN.longest, next * 2);
    this.#report = setTimeout(() => {
      this.#report = undefined;
      if (!this.#path?.whole) this.#sayBroken(call, epoch, later);
    }, next);
  }

  #drop(): void {
    clearTimeout(this.#report);
    this.#report = undefined;
    this.#path?.close();
    this.#path = null;
  }

  #localChanged(track: TrackName): void {
    void this.#path?.put(track).catch(() => {});
    this.#sayState();
    this.#changed();
  }

  #pathChanged(): void {
    this.#came ||= this.#connectedBy() !== null && this.#otherSends().talk;
    if (this.#connectedBy() !== this.#saidConnected) this.#sayState();
    this.#changed();
  }

  /** The plan by which the other's face and voice arrive. */
  #connectedBy(): number | null {
    return this.#plan !== null && this.#path?.connected ? this.#plan.epoch : null;
  }

  #sayState(): void {
    if (this.#plan === null) return;
    const { camera, microphone, screen, bed } = this.view.local;
    const connected = this.#connectedBy();
    this.#saidConnected = connected;
    const { call } = this.#plan;
    const arrives = connected !== null && { connected };
    this.#options.send({ type: "MediaState", call, camera, microphone, screen, ...arrives, ...(bed && { bed }) });
  }

  #changed(): void {
    this.#options.changed(this.view);
  }
}

const EARLY_AT_MOST = 20;
