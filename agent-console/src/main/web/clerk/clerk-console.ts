import { render } from "lit";
import { DoctorDesk } from "web-kit/doctor/doctor-desk.ts";
import { Pen } from "web-kit/form/pen.ts";
import { definition, maxLengthAt } from "web-kit/form/paths.ts";
import { isMasked } from "web-kit/form/values.ts";
import { noMedia } from "web-kit/media/call-media.ts";
import { listDevices, whenDevicesChange } from "web-kit/media/devices.ts";
import type { Answer, FromClerk, ToClerk } from "web-kit/protocol.ts";
import { has } from "web-kit/room/ladder.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { addressHere } from "web-kit/room/item-address.ts";
import { openLine, type Line, type LineState } from "web-kit/signaling/socket.ts";
import { Store } from "web-kit/state/store.ts";
import { refusalText } from "web-kit/text/text.ts";
import { isOutdated } from "web-kit/state/passed-over.ts";
import { s } from "../text/text.ts";
import { startLanguage } from "../shared/language-switch.ts";
import { callActs } from "./call-acts.ts";
import { inCall, type ClerkCore } from "./clerk-core.ts";
import { entering, lineChanged, next, type ClerkDesk } from "./clerk-desk.ts";
import { ClerkMedia } from "./clerk-media.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "./clerk-page.ts";
import { clerkView } from "./clerk-view.ts";
import { atRest, betweenCalls, outOfSight, type ClerkWork } from "./clerk-work.ts";
import { noFinder } from "./finder.ts";
import { isWatched } from "./device-state.ts";
import { deviceActs, rememberedScan } from "./device-acts.ts";
import { finderActs } from "./finder-acts.ts";
import { ItemSource } from "./item-source.ts";
import { listenToKeys } from "./key-listener.ts";
import { lookupActs } from "./lookup-acts.ts";
import { materialActs } from "./material-acts.ts";
import { Ring } from "./ring.ts";
import { roomActs } from "./room-acts.ts";
import { devicesWereChecked, seatActs } from "./seat-acts.ts";
import { ShownWhole } from "./shown-whole.ts";
import { stageActs } from "./stage-acts.ts";

const IN_CALL_BEAT = 2_000;
const DESK_BEAT = 10_000;
const NOTICE_STAYS = 8_000;

/** The console: its state, its line, its media, and what follows from what the server says. */
export class ClerkConsole implements ClerkCore {
  readonly media: ClerkMedia;
  readonly ring = new Ring();
  readonly doctor = new DoctorDesk((examination) => this.work({ examination }));
  readonly #store: Store<ClerkPage>;
  readonly #line: Line<FromClerk>;
  readonly #items: ItemSource;
  readonly #heres: ItemSource;
  readonly #pen: Pen;
  readonly #act: ClerkActs;
  readonly #whole = new ShownWhole(this, (path) => this.#act.hide(path));

  constructor(root: HTMLElement) {
    this.#pen = new Pen({
      room: () => this.page.desk.room,
      isMine: (state) => state.by.role === "CLERK" && state.by.id === this.page.desk.desk?.you.clerk,
      isMasked: (path) => this.page.item?.fields.some((f) => f.path === definition(path) && isMasked(f)) ?? true,
      maxLength: (path) => maxLengthAt(this.page.item, path),
      operate: (operation) => this.#line.operate(operation),
      send: (signal) => this.#line.send(signal),
      changed: () => this.change((page) => page),
    });
    this.#store = new Store<ClerkPage>({
      desk: entering,
      work: { ...atRest, checked: devicesWereChecked(), scan: rememberedScan() },
      signIn: { at: "asking" },
      media: noMedia,
      devices: { camera: [], microphone: [], speaker: [] },
      level: 0,
      item: null,
      here: null,
      itemFailed: false,
      finder: noFinder,
      pen: this.#pen,
      pending: 0,
      outdated: false,
      now: Date.now(),
    });
    this.media = new ClerkMedia(
      {
        send: (message) => this.#line.send(message),
        changed: (media) => {
          this.change((page) => ({ ...page, media }));
          this.#followLevel();
        },
      },
      (level) => this.change((page) => ({ ...page, level })),
    );
    this.#items = new ItemSource((item, itemFailed) => this.change((page) => ({ ...page, item, itemFailed })));
    this.#heres = new ItemSource(
      (here) => this.change((page) => ({ ...page, here })),
      (room) => addressHere(room.item, room.near),
    );
    const room = roomActs(this);
    this.#act = {
      ...seatActs(this),
      ...callActs(this, this.#pen),
      ...room,
      ...stageActs(this),
      ...finderActs(this, room),
      ...deviceActs(this),
      ...materialActs(this),
      ...lookupActs(this),
    };
    startLanguage(() => this.change((page) => page));
    this.#line = openLine<FromClerk, ToClerk>("clerk", {
      message: (message) => this.#heard(message),
      // The first word comes before the line is there to be held.
      line: (line) => queueMicrotask(() => this.#lineIs(line)),
    });
    this.#store.subscribe((page) => render(clerkView(page, this.#act), root));
    setInterval(() => this.#tick(), 1_000);
    document.addEventListener("focusin", (event) => {
      const at = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-path]") : null;
      if (at?.dataset["path"] !== undefined && at.dataset["path"] !== this.page.work.at) {
        this.work({ at: at.dataset["path"] });
      }
    });
    listenToKeys(() => this.page, this.#act);
    whenDevicesChange(() => void this.#lookForDevices());
    for (const gesture of ["pointerdown", "keydown"]) document.addEventListener(gesture, () => this.#unlock());
  }

  // ---- what its parts work with ----

  get page(): ClerkPage {
    return this.#store.state;
  }

  change(change: (page: ClerkPage) => ClerkPage): void {
    this.#store.change((page) => ({ ...change(page), outdated: isOutdated(), pending: this.#line?.pending ?? 0 }));
  }

  work(change: Partial<ClerkWork>): void {
    this.change((page) => ({ ...page, work: { ...page.work, ...change } }));
    this.#followMedia();
  }

  /** Everything that follows from where the desk is now. */
  desk(change: (desk: ClerkDesk) => ClerkDesk): void {
    const before = this.page.desk;
    const desk = change(before);
    if (desk === before) return;
    const moved =
      desk.call?.call !== before.call?.call ||
      desk.call?.type !== before.call?.type ||
      roomOf(desk.call) !== roomOf(before.call); // the call went on to another matter
    const covered = desk.room !== null && !has(desk.room.ladder, "SEE_FORM");
    if (covered || desk.room === null || desk.room.room !== before.room?.room) this.#pen.forget();
    else this.#pen.follow(desk.room);
    this.change((page) => ({
      ...page,
      desk,
      work: moved ? betweenCalls(page.work) : covered ? outOfSight(page.work) : page.work,
    }));
    // The clerk asked for it, so it comes to the front; the form stays one key away.
    if (isWatched(desk.room) && !isWatched(before.room)) this.work({ middle: "bed" });
    this.#line.beatEvery(desk.call?.type === "InCall" ? IN_CALL_BEAT : DESK_BEAT);
    if (moved) this.#act?.forgetFinder();
    // Nothing lies over what rings, and a tone is heard by nobody else.
    if (moved || desk.seat !== "seated") this.doctor.putAway();
    this.#items.follow(desk.room);
    this.#heres.follow(isQuestion(desk.room) ? null : desk.room);
    this.ring.follow(desk.call, serverNow(this.page));
    this.#followMedia();
  }

  send(message: FromClerk): void {
    this.#line.send(message);
  }

  operate(operation: FromClerk & { opId: string }, refused: () => void = () => {}): void {
    void this.#line.operate(operation).then((answer) => {
      this.#answered(answer);
      if (answer.type === "Refused") refused();
    });
    this.change((page) => page);
  }

  operateOnce(operation: FromClerk & { opId: string }): void {
    if (this.page.work.busy) return;
    this.work({ busy: true });
    void this.#line.operate(operation).then((answer) => {
      this.work({ busy: false });
      this.#answered(answer);
    });
  }

  note(notice: string): void {
    this.work({ notice });
    setTimeout(() => this.page.work.notice === notice && this.#act.dismiss(), NOTICE_STAYS);
  }

  takeOver(): void {
    this.#line.takeOver();
  }

  // ---- what the server says ----

  #heard(message: ToClerk): void {
    switch (message.type) {
      case "MediaPlan":
        if (inCall(this)?.call === message.call) this.media.call.plan(message);
        return;
      case "MediaSignal":
      case "RelaySignal":
        return this.media.call.signal(message);
      case "MediaState": {
        if (inCall(this)?.call !== message.call) return;
        const before = this.page.media.remote.screen;
        this.media.call.state(message);
        // The clerk asked for it, so it comes to the front; the form stays one key away.
        if (message.screen && !before) this.#act.showMiddle("screen");
        return;
      }
      case "Shown":
        if (message.signal.type === "ClearMarks") this.work({ marks: [] });
        break;
      case "Revealed":
        this.#whole.shown(message.path);
        break;
      default:
        break;
    }
    this.desk((desk) => next(desk, message, Date.now()));
    if (message.type === "RoomSnapshot") this.#pen.sayAgain();
    if (message.type === "RoomHappened" && message.event.type === "MigrationDeclined")
      this.note(s("migration.declined"));
  }

  #lineIs(line: LineState): void {
    this.desk((desk) => lineChanged(desk, line));
  }

  #answered(answer: Answer): void {
    if (answer.type === "Accepted") {
      this.change((page) => page);
      return;
    }
    this.note(refusalText(answer.why));
  }

  // ---- media and the clock ----

  #followMedia(): void {
    this.media?.follow(this.page.desk, this.#checking);
    this.#followLevel();
    const looking = this.#checking || this.page.work.settingsShown;
    if (looking && this.page.devices.camera.length === 0) void this.#lookForDevices();
  }

  /** The meter follows whichever microphone is open by now. */
  #followLevel(): void {
    this.media?.listen(this.#checking || this.page.work.settingsShown);
  }

  get #checking(): boolean {
    const { desk, work } = this.page;
    return desk.seat === "seated" && !work.checked && desk.call === null;
  }

  #unlock(): void {
    if (this.page.work.audible || this.page.desk.seat !== "seated") return;
    void this.ring.unlock().then(() => this.work({ audible: this.ring.audible }));
  }

  async #lookForDevices(): Promise<void> {
    const devices = await listDevices();
    this.change((page) => ({ ...page, devices }));
  }

  #tick(): void {
    this.change((page) => ({ ...page, now: Date.now() }));
    this.#whole.tick();
  }
}

function roomOf(call: ClerkDesk["call"]): string | null {
  return call?.type === "InCall" ? call.room : null;
}
