import { documentCameras } from "./document-cameras.ts";

/** What a document camera needs of the browser. */
export interface Cameras {
  /** All of them, in the browser's order; without labels before one was ever opened. */
  list(): Promise<readonly { readonly id: string; readonly label: string }[]>;
  /** Rejects with {@link inUseElsewhere} where another program has it. */
  open(id: string): Promise<MediaStream>;
  /** The picture that is seen now, as large as the camera gives it, and how bright its brightest part is, from 0 to 255. */
  still(stream: MediaStream): Promise<{ readonly page: globalThis.Blob; readonly brightest: number }>;
  /** The same picture to send: small enough for a line, large enough to read. It is stopped by whoever sends it. */
  shown(stream: MediaStream): Promise<MediaStreamTrack>;
}

/** Darker than this all over, the lens is covered or the light is off. */
const BLACK = 40;
/** How browsers say that another program has the camera. */
export const inUseElsewhere: readonly string[] = ["NotReadableError", "AbortError"];

export type Shot = { readonly page: globalThis.Blob } | { readonly why: "LENS_DARK" | "IO_ERROR" };
/** Null where it was let go of meanwhile. */
export type Opened = { readonly stream: MediaStream } | { readonly why: "OFFLINE" | "BUSY" } | null;

type Camera = { readonly id: string; readonly label: string };

/** The camera over the bed of this kiosk. Open only while somebody uses it; they share one picture. */
export class DocumentCamera {
  /** Null where this kiosk has none. */
  found: Camera | null = null;
  /** It was there since this page was loaded, and is not any more. */
  missed: Camera | null = null;
  /** The last picture was all black. */
  dark = false;
  /** Another program had it when it was to be opened last. */
  busy = false;
  /** Told when it is pulled out while somebody uses it. */
  lost: () => void = () => {};

  private readonly users = new Set<string>();
  private stream: MediaStream | null = null;
  private opening: Promise<Opened> | null = null;
  /** Rises with every closing: what is opened for an earlier use is let go of. */
  private uses = 0;

  constructor(private readonly cameras: Cameras) {}

  /**
   * Looks for it again: by its name, else the second camera.
   *
   * @param face the camera of the call, which it never is
   * @returns whether that changed
   */
  async look(face: string | null): Promise<boolean> {
    const others = (await this.cameras.list()).filter((each) => each.id !== face);
    const named = others.find(isNamed);
    const found = named ?? (face === null ? others[1] : others[0]) ?? null;
    const changed = found?.id !== this.found?.id;
    this.missed = found === null ? (this.found ?? this.missed) : null;
    this.found = found;
    if (changed) this.dark = this.busy = false;
    return changed;
  }

  /** The camera that is for the face instead, where the browser has taken the document camera for the call: its picture is the larger one. */
  async faceInstead(face: string | null): Promise<string | null> {
    const all = await this.cameras.list();
    const taken = all.find((each) => each.id === face);
    return taken !== undefined && isNamed(taken) ? (all.find((each) => !isNamed(each))?.id ?? null) : null;
  }

  /** @param user lets go of it by {@link close}, also where it could not be opened */
  async open(user: string): Promise<Opened> {
    this.users.add(user);
    this.opening ??= this.openNow();
    const opened = await this.opening;
    return this.users.has(user) ? opened : null;
  }

  async shoot(): Promise<Shot> {
    if (this.stream === null) return { why: "IO_ERROR" };
    try {
      const { page, brightest } = await this.cameras.still(this.stream);
      this.dark = brightest < BLACK;
      return this.dark ? { why: "LENS_DARK" } : { page };
    } catch {
      return { why: "IO_ERROR" };
    }
  }

  /** What it sees, to send. */
  shown(stream: MediaStream): Promise<MediaStreamTrack> {
    return this.cameras.shown(stream);
  }

  /** The last user who closes it has the camera itself closed. */
  close(user: string): void {
    if (!this.users.delete(user) || this.users.size > 0) return;
    this.uses += 1;
    if (this.stream !== null) stop(this.stream);
    this.stream = null;
    this.opening = null;
  }

  private async openNow(): Promise<Opened> {
    const { uses, found } = this;
    if (found === null) return { why: "OFFLINE" };
    try {
      const stream = await this.cameras.open(found.id);
      this.busy = false;
      if (uses !== this.uses) {
        stop(stream);
        return null;
      }
      this.stream = stream;
      for (const track of stream.getTracks()) track.onended = () => this.stream === stream && this.lost();
      return { stream };
    } catch (error) {
      if (uses === this.uses) this.opening = null;
      this.busy = inUseElsewhere.includes((error as Error).name);
      return { why: this.busy ? "BUSY" : "OFFLINE" };
    }
  }
}

function isNamed({ label }: Camera): boolean {
  return documentCameras.some((pattern) => pattern.test(label));
}

function stop(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}
