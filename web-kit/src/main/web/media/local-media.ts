import type { Sending } from "../protocol.ts";
import { mediaAllowed, openDevices, whenDevicesChange } from "./devices.ts";
import { screenCover, type ScreenCover } from "./screen-cover.ts";
import { troubleOf, type Trouble } from "./trouble.ts";

/** What a page can send. */
export type TrackName = "microphone" | "camera" | "screen" | "bed";

type DeviceName = "camera" | "microphone";

/** This page's camera, microphone, shared screen, and what its document camera shows somebody. */
export class LocalMedia {
  readonly #changed: (track: TrackName) => void;
  readonly #stopListening: () => void;
  readonly #tracks: Record<TrackName, MediaStreamTrack | null> = {
    microphone: null,
    camera: null,
    screen: null,
    bed: null,
  };
  readonly #wanted: Record<DeviceName, boolean> = { camera: true, microphone: true };
  readonly #missing: Record<DeviceName, boolean> = { camera: false, microphone: false };
  #trouble: Trouble | null = null;
  #warming: Promise<void> | null = null;
  #ended = false;
  /** Rises whenever sharing ends: what was picked for before then is not shared any more. */
  #sharing = 0;
  #stream: MediaStream | null = null;
  #screenStream: MediaStream | null = null;
  #mustCover = false;
  #cover: ScreenCover | null = null;

  constructor(changed: (track: TrackName) => void) {
    this.#changed = changed;
    this.#stopListening = whenDevicesChange(() => void this.#lookAgain());
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  get stream(): MediaStream | null {
    return this.#stream;
  }

  get screenStream(): MediaStream | null {
    return this.#screenStream;
  }

  /** What is sent; of a covered screen its cover. */
  track(name: TrackName): MediaStreamTrack | null {
    return name === "screen" && this.#cover !== null ? this.#cover.track : this.#tracks[name];
  }

  get covered(): boolean {
    return this.#cover !== null;
  }

  /** While covered, nothing of the shared screen leaves this page. */
  coverScreen(covered: boolean): void {
    if (covered === this.#mustCover) return;
    this.#mustCover = covered;
    this.#followCover();
    if (this.#tracks.screen !== null) this.#changed("screen");
  }

  sending(name: DeviceName): Sending {
    if (!this.#wanted[name]) return "OFF";
    return this.#tracks[name] !== null || !this.#missing[name] ? "ON" : "NONE";
  }

  /** Opens what is wanted, so that the first picture is there the moment it is needed. Never rejects. */
  warm(): Promise<void> {
    this.#ended = false;
    this.#warming ??= this.#open().finally(() => (this.#warming = null));
    return this.#warming;
  }

  setMicrophone(on: boolean): void {
    this.#wanted.microphone = on;
    const track = this.#tracks.microphone;
    if (track !== null) track.enabled = on;
    this.#changed("microphone");
    if (on && track === null) void this.warm();
  }

  /** Off means that the camera itself stops and its light goes out. */
  setCamera(on: boolean): void {
    this.#wanted.camera = on;
    if (on) void this.warm();
    else this.#put("camera", null);
  }

  /** Opens the device that is chosen by now in place of the present one; where that is off, once it is wanted again. */
  async changeDevice(name: DeviceName): Promise<void> {
    this.#put(name, null);
    if (this.#wanted[name]) await this.warm();
  }

  async shareScreen(opts: { ownTab: boolean }): Promise<void> {
    const sharing = this.#sharing;
    try {
      const shared = await displayMedia(opts.ownTab ? OWN_TAB : TAB_OR_WINDOW);
      const track = shared.getVideoTracks()[0];
      if (track === undefined || sharing !== this.#sharing) {
        shared.getTracks().forEach((each) => each.stop());
      } else if (!opts.ownTab && track.getSettings().displaySurface === "monitor") {
        track.stop();
        this.#trouble = "wholeScreen";
        this.#changed("screen");
      } else {
        track.contentHint = "detail";
        this.#trouble = null;
        this.#put("screen", track);
      }
    } catch {
      if (sharing !== this.#sharing) return;
      this.#trouble = "screenRefused";
      this.#changed("screen");
    }
  }

  stopScreen(): void {
    this.#sharing += 1;
    this.#put("screen", null);
  }

  /** Sends what lies under the document camera, or nothing of it any more. The track is stopped with the sending. */
  showBed(track: MediaStreamTrack | null): void {
    this.#put("bed", track);
  }

  /** Lets go of every device. {@link warm} begins anew. */
  end(): void {
    this.#ended = true;
    this.#sharing += 1;
    for (const name of ["microphone", "camera", "screen", "bed"] as const) this.#put(name, null);
    this.#trouble = null;
    this.#wanted.camera = true;
    this.#wanted.microphone = true;
  }

  /** Ends for good. */
  dispose(): void {
    this.end();
    this.#stopListening();
  }

  async #open(): Promise<void> {
    const names = (["camera", "microphone"] as const).filter(
      (name) => this.#wanted[name] && this.#tracks[name] === null,
    );
    if (names.length === 0) return;
    if (!mediaAllowed()) {
      names.forEach((name) => this.#fail(name, "insecure"));
      return;
    }
    // Asked for together there is one question to the person; where that fails each is tried alone.
    if (names.length === 2 && (await this.#ask(names)) === null) return;
    for (const name of names) {
      if (this.#tracks[name] !== null) continue;
      const trouble = await this.#ask([name]);
      if (trouble !== null) this.#fail(name, trouble);
    }
  }

  async #ask(names: readonly DeviceName[]): Promise<Trouble | null> {
    try {
      const got = await openDevices({ camera: names.includes("camera"), microphone: names.includes("microphone") });
      for (const name of names) this.#missing[name] = false;
      if (!this.#missing.camera && !this.#missing.microphone) this.#trouble = null;
      for (const track of got.getTracks()) this.#take(track.kind === "video" ? "camera" : "microphone", track);
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  /** While the person was asked, the visit may have ended or the device been switched off. */
  #take(name: DeviceName, track: MediaStreamTrack): void {
    if (this.#ended || (name === "camera" && !this.#wanted.camera)) {
      track.stop();
      return;
    }
    track.enabled = this.#wanted[name];
    this.#put(name, track);
  }

  #fail(name: DeviceName, trouble: Trouble): void {
    this.#missing[name] = true;
    this.#trouble = trouble;
    this.#changed(name);
  }

  #put(name: TrackName, track: MediaStreamTrack | null): void {
    const before = this.#tracks[name];
    if (before === track) return;
    if (before !== null) {
      before.onended = null;
      before.stop();
    }
    this.#tracks[name] = track;
    if (track !== null) track.onended = () => this.#lost(name);
    if (name === "camera") this.#stream = track && new MediaStream([track]);
    if (name === "screen") {
      this.#screenStream = track && new MediaStream([track]);
      this.#cover?.stop();
      this.#cover = null;
      this.#followCover();
    }
    this.#changed(name);
  }

  #followCover(): void {
    const { screen } = this.#tracks;
    // At once: putting another track in its place takes a moment, in which a picture would get away.
    if (screen !== null) screen.enabled = !this.#mustCover;
    if (screen !== null && this.#mustCover) {
      this.#cover ??= screenCover(screen);
    } else {
      this.#cover?.stop();
      this.#cover = null;
    }
  }

  /** The device was pulled out, or sharing was stopped in the browser's own bar. */
  #lost(name: TrackName): void {
    this.#put(name, null);
    if (name === "screen" || name === "bed") return;
    this.#fail(name, "missing");
    void this.warm();
  }

  async #lookAgain(): Promise<void> {
    if (!this.#ended && (this.#missing.camera || this.#missing.microphone)) await this.warm();
  }
}

/** Whoever shares stays where they are: browsers else bring the shared tab or window to the front. */
async function displayMedia(options: DisplayMediaStreamOptions): Promise<MediaStream> {
  if (!("CaptureController" in globalThis)) return navigator.mediaDevices.getDisplayMedia(options);
  const controller = new CaptureController();
  const shared = await navigator.mediaDevices.getDisplayMedia({ ...options, controller } as DisplayMediaStreamOptions);
  try {
    controller.setFocusBehavior("no-focus-change");
  } catch {
    // A whole screen has no focus to keep.
  }
  return shared;
}

interface FocusKeeper {
  setFocusBehavior(behaviour: "no-focus-change"): void;
}
declare const CaptureController: { new (): FocusKeeper };

// Without sizes of their own, browsers shrink what is larger than the screen it happens to be shown on.
const PICTURE = { width: { max: 3840 }, height: { max: 2160 }, frameRate: { ideal: 15, max: 15 } };
// Options newer than the types of the language know.
const OWN_TAB = {
  video: PICTURE,
  audio: false,
  preferCurrentTab: true,
  selfBrowserSurface: "include",
} as DisplayMediaStreamOptions;
const TAB_OR_WINDOW = {
  video: PICTURE,
  audio: false,
  monitorTypeSurfaces: "exclude",
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
} as DisplayMediaStreamOptions;
