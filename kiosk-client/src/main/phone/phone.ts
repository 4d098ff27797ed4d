import { NOT_REACHED, uploads, type Sending, type Uploads } from "../web/devices/keep-page.ts";
import type { Prepared } from "./picture.ts";
import { atFirst, overBy, withoutSheet, withSheet, type Opened, type PhoneState, type Sheet } from "./sheet.ts";

/** What a finger can do on the phone. */
export type PhoneActs = {
  type(code: string): void;
  again(): void;
  add(files: Iterable<File>): void;
  retry(id: number): void;
  /** Not wanted after all: also what was sent, unless the applicant has taken it at the kiosk. */
  drop(id: number): void;
  switchLanguage(): void;
};

/** What the phone has of the world outside. */
export type World = Sending & {
  prepare(file: File): Promise<Prepared>;
  now(): number;
  /** Known to nobody else; the same while this page is open, also after the browser had to load it again. */
  pass: string;
};

const PIECE = 256 * 1024;
const never = new AbortController().signal;

/** One phone with one code: opens it, and sends picture after picture. */
export class Phone {
  state: PhoneState = atFirst;
  private code = "";
  private until = 0;
  private count = 0;
  private readonly sending: Uploads;
  private readonly work = new Map<number, { page: Blob; address: string | null }>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly world: World,
    private readonly changed: () => void,
  ) {
    this.sending = uploads(world, { "Upload-Pass": world.pass }, PIECE);
  }

  async open(code: string): Promise<void> {
    this.code = code;
    if (code === "") return this.put({ at: "typing", sheets: [] });
    this.put({ at: "asking", sheets: [] });
    try {
      const answer = await this.world.fetch("/api/phone", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ code, pass: this.world.pass }),
      });
      const said = (await answer.json()) as Opened & { error?: string };
      const why = answer.ok ? null : overBy(said.error ?? "");
      if (answer.ok) {
        this.until = this.world.now() + said.until - said.now;
        this.put({ at: "open", opened: said, minutes: this.minutes(), sheets: [] });
      } else this.put(why === null ? { at: "failed", sheets: [] } : { at: "over", why, sheets: [] });
    } catch {
      this.put({ at: "failed", sheets: [] });
    }
  }

  again(): void {
    void this.open(this.code);
  }

  /** Time goes on. What is on its way is sent to its end, or the server refuses it. */
  tick(): void {
    if (this.state.at !== "open") return;
    const minutes = this.minutes();
    if (minutes <= 0) this.put({ at: "over", why: "code", sheets: this.state.sheets });
    else if (minutes !== this.state.minutes) this.put({ ...this.state, minutes });
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const id = ++this.count;
      this.put({ ...this.state, sheets: [...this.state.sheets, { id, thumb: null, at: "preparing" }] });
      this.next(() => this.prepare(id, file));
    }
  }

  retry(id: number): void {
    if (this.work.has(id)) this.next(() => this.send(id));
  }

  async drop(id: number): Promise<void> {
    const address = this.work.get(id)?.address ?? null;
    if (address !== null && !(await this.sending.end(address))) {
      const there = this.state.sheets.find((each) => each.id === id);
      if (there !== undefined) this.put(withSheet(this.state, { ...there, staysYet: true }));
      return;
    }
    this.work.delete(id);
    this.put(withoutSheet(this.state, id));
  }

  /** One after the other: a slow line is not shared. */
  private next(run: () => Promise<void>): void {
    this.queue = this.queue.then(run);
  }

  private async prepare(id: number, file: File): Promise<void> {
    try {
      const { page, thumb } = await this.world.prepare(file);
      this.work.set(id, { page, address: null });
      this.put(withSheet(this.state, { id, thumb, at: "sending", percent: 0 }));
    } catch (error) {
      this.put(withSheet(this.state, { id, thumb: null, at: "refused", why: codeOf(error) }));
      return;
    }
    await this.send(id);
  }

  private async send(id: number): Promise<void> {
    const work = this.work.get(id);
    const sheet = this.state.sheets.find((each) => each.id === id);
    if (work === undefined || sheet === undefined) return;
    const { thumb } = sheet;
    const show = (now: Sheet) => this.put(withSheet(this.state, now));
    const told = (at: number) => show({ id, thumb, at: "sending", percent: Math.round((at / work.page.size) * 100) });
    const known = work.address === null ? 0 : null;
    try {
      work.address ??= await this.sending.begin(work.page, {}, never);
      // Dropped while that was on its way, when it had no address yet.
      if (this.work.get(id) !== work) return void this.sending.end(work.address);
      const kept = await this.sending.rest(work.address, work.page, never, known, told);
      show({ id, thumb, at: "sent", faults: kept.faults ?? [], address: work.address });
    } catch (error) {
      const why = codeOf(error);
      const over = overBy(why);
      show(why === NOT_REACHED ? { id, thumb, at: "cut" } : { id, thumb, at: "refused", why });
      if (why !== NOT_REACHED) this.work.delete(id);
      if (over !== null) this.put({ at: "over", why: over, sheets: this.state.sheets });
    }
  }

  private minutes(): number {
    return Math.ceil((this.until - this.world.now()) / 60_000);
  }

  private put(state: PhoneState): void {
    this.state = state;
    this.changed();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.message : "refused";
}
