import { whenDevicesChange } from "web-kit/media/devices.ts";
import type { DeviceResult, DeviceView, FromKiosk, UseView } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import type { Asking } from "../asking.ts";
import type { KioskStore } from "../kiosk-store.ts";
import { runningUses } from "../parts/uses.ts";
import { BedWatch } from "./bed-watch.ts";
import type { DocumentCamera } from "./document-camera.ts";
import { troubleOf, type KeepPage } from "./keep-page.ts";

/** How long a camera that was opened just now needs until its picture is bright and sharp. */
const SETTLES = 1_500;

export type PageDevicesNeed = {
  send(message: FromKiosk): void;
  /** Null where nothing keeps pages: then nothing takes any. */
  readonly keep: KeepPage | null;
  /** Shows the pad for the signature of this field. */
  signHere(path: string, command: string): void;
  /** The call's picture comes from this camera from now on. */
  takeFace(id: string): void;
  /** Shows the clerk what lies under the document camera; null ends that at once. */
  showBed(track: MediaStreamTrack | null): void;
};

/** What this page itself does for the clerk: shows and takes pages, and has forms signed. */
export class PageDevices {
  /** The uses that were begun here, by command. */
  private readonly begun = new Map<string, AbortController>();
  /** What the finger allowed on this screen: it takes the picture, too. What was allowed before, the clerk takes. */
  private readonly allowedHere = new Set<string>();
  private readonly watch: BedWatch;

  private face: MediaStream | null = null;

  constructor(
    private readonly store: KioskStore,
    private readonly asking: Asking,
    private readonly camera: DocumentCamera,
    private readonly need: PageDevicesNeed,
  ) {
    this.watch = new BedWatch(store, camera, {
      show: (track) => need.showBed(track),
      failed: (room, command, why) => this.done(room, command, { type: "TaskFailed", why }),
      tell: () => this.tell(),
    });
    camera.lost = () => this.cameraLost();
  }

  start(): void {
    this.store.subscribe(() => this.watchPad());
    this.store.subscribe(() => this.watchFace());
    this.watch.start();
    whenDevicesChange(() => void this.look());
  }

  /** Tells the server what there is. */
  tell(): void {
    this.need.send({ type: "PageDevicesAre", devices: this.devices() });
  }

  /** Which camera is which is known once that of the call is open. */
  private watchFace(): void {
    const { stream } = this.store.media.local;
    if (stream === this.face) return;
    this.face = stream;
    if (stream !== null) void this.look();
  }

  private async look(): Promise<void> {
    const face = this.face?.getVideoTracks()[0]?.getSettings().deviceId ?? null;
    const instead = await this.camera.faceInstead(face);
    if (instead !== null) return this.need.takeFace(instead);
    if (await this.camera.look(face)) this.tell();
  }

  allowed(command: string): void {
    this.allowedHere.add(command);
  }

  /** Begins what runs by now, and ends what is over. */
  follow(room: RoomState | null): void {
    this.watch.follow(room);
    const running = room === null ? [] : runningUses(room).filter(isOurs);
    for (const command of this.begun.keys()) if (!running.some((use) => use.command === command)) this.end(command);
    for (const use of running) if (room !== null && !this.begun.has(use.command)) this.begin(room.room, use);
    if (room === null) this.allowedHere.clear();
  }

  /** 停止, at once, whatever the server knows by now; of the document camera, whatever else it does. */
  stop(command: string): void {
    const ofCamera = this.watch.command === command || this.isPage(command);
    this.end(command);
    if (!ofCamera) return;
    for (const each of this.begun.keys()) if (this.isPage(each)) this.end(each);
    this.watch.stop();
  }

  private end(command: string): void {
    const run = this.begun.get(command);
    if (run === undefined || run.signal.aborted) return;
    run.abort();
    this.closeCamera(command);
    const { signing } = this.store.touch;
    if (signing?.command === command) this.store.touched({ sheet: null, signing: null });
    if (!this.isRunning(command)) this.begun.delete(command);
  }

  /** The shutter. */
  async shoot(): Promise<void> {
    const { capture } = this.store.touch;
    const { room } = this.store.state;
    const run = capture === null ? undefined : this.begun.get(capture.command);
    if (capture === null || capture.at !== "ready" || room === null || run === undefined) return;
    this.store.touched({ capture: { ...capture, at: "keeping" } });
    await this.take(room.room, capture.command, run.signal);
  }

  /** What is seen now is a page. */
  private async take(room: string, command: string, stopped: AbortSignal): Promise<void> {
    if (this.need.keep === null) return;
    const dark = this.camera.dark;
    const shot = await this.camera.shoot();
    if (dark !== this.camera.dark) this.tell();
    let result: DeviceResult;
    if ("why" in shot) result = { type: "TaskFailed", why: shot.why };
    else
      try {
        result = { type: "PagesKept", pages: [await this.need.keep(shot.page, room, stopped)] };
      } catch (error) {
        result = { type: "TaskFailed", why: troubleOf(error) };
      }
    if (stopped.aborted) return;
    this.closeCamera(command);
    this.done(room, command, result);
  }

  private begin(room: string, use: UseView): void {
    const { command, task } = use;
    const run = new AbortController();
    this.begun.set(command, run);
    if (task.type === "DrawSignature") this.need.signHere(task.field, command);
    else void this.openCamera(room, command, run.signal);
  }

  /** Who watches takes the page that they see; else the camera is shown first. */
  private async openCamera(room: string, command: string, stopped: AbortSignal): Promise<void> {
    const { watch } = this.store.touch;
    const watched = watch !== null && watch.stream !== null;
    const soon = !this.allowedHere.has(command);
    if (watched) this.store.touched({ watch: { ...watch, taking: command } });
    else this.store.touched({ capture: { command, at: "opening", stream: null, soon } });
    const { busy } = this.camera;
    const opened = await this.camera.open(command);
    if (busy !== this.camera.busy) this.tell();
    if (stopped.aborted) return;
    if (opened === null || "why" in opened) {
      this.closeCamera(command);
      this.done(room, command, { type: "TaskFailed", why: opened?.why ?? "OFFLINE" });
      return;
    }
    if (watched) return this.take(room, command, stopped);
    this.store.touched({ capture: { command, at: "ready", stream: opened.stream, soon } });
    if (soon) setTimeout(() => !stopped.aborted && void this.shoot(), SETTLES);
  }

  private closeCamera(command: string): void {
    this.camera.close(command);
    const { capture, watch } = this.store.touch;
    if (capture?.command === command) this.store.touched({ capture: null });
    if (watch?.taking === command) this.store.touched({ watch: { ...watch, taking: null } });
  }

  private cameraLost(): void {
    this.watch.lost();
    const { room } = this.store.state;
    for (const [command, run] of this.begun) {
      if (room === null || run.signal.aborted || !this.isPage(command)) continue;
      run.abort();
      this.closeCamera(command);
      this.done(room.room, command, { type: "TaskFailed", why: "OFFLINE" });
    }
    void this.look();
  }

  /** Whether it was signed, or the pad was put away. */
  private watchPad(): void {
    const { room } = this.store.state;
    if (room === null) return;
    const { sheet, signing, signedFor } = this.store.touch;
    for (const { command, task } of runningUses(room)) {
      const run = this.begun.get(command);
      if (task.type !== "DrawSignature" || run === undefined || run.signal.aborted) continue;
      if (sheet === "sign" && signing?.command === command) continue;
      run.abort();
      this.done(room.room, command, { type: signedFor === command ? "WasSigned" : "TaskCancelled" });
    }
  }

  private done(room: string, command: string, result: DeviceResult): void {
    void this.asking.ask({ type: "UseDone", room, command, result });
  }

  private isRunning(command: string): boolean {
    return this.running(command) !== undefined;
  }

  private isPage(command: string): boolean {
    return this.running(command)?.task.type === "CapturePage";
  }

  private running(command: string): UseView | undefined {
    const { room } = this.store.state;
    return room === null ? undefined : runningUses(room).find((use) => use.command === command);
  }

  private devices(): readonly DeviceView[] {
    const pad: DeviceView = {
      device: "pad",
      name: "Touch screen",
      can: ["SIGN"],
      condition: "OK",
      troubles: [],
      simulated: false,
    };
    const bed = this.need.keep === null ? null : documentCamera(this.camera);
    return bed === null ? [pad] : [bed, pad];
  }
}

const LONGEST_NAME = 80;

/** Null where this kiosk never had one. */
function documentCamera({ found, missed, dark, busy }: DocumentCamera): DeviceView | null {
  const camera = found ?? missed;
  if (camera === null) return null;
  const state: Pick<DeviceView, "condition" | "troubles"> =
    found === null
      ? { condition: "FAULT", troubles: ["OFFLINE"] }
      : busy
        ? { condition: "BUSY", troubles: ["BUSY"] }
        : dark
          ? { condition: "WARNING", troubles: ["LENS_DARK"] }
          : { condition: "OK", troubles: [] };
  const name = camera.label.slice(0, LONGEST_NAME);
  return { device: "document-camera", name, can: ["CAPTURE"], simulated: false, ...state };
}

function isOurs({ task }: UseView): boolean {
  return task.type === "CapturePage" || task.type === "DrawSignature";
}
