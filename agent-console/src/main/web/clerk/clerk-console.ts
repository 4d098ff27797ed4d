import { render } from "lit";
import { Pen } from "web-kit/form/pen.ts";
import { definition } from "web-kit/form/paths.ts";
import { fieldId } from "web-kit/form/form-view.ts";
import { noMedia } from "web-kit/media/call-media.ts";
import { chooseDevice, listDevices, whenDevicesChange, type DeviceKind } from "web-kit/media/devices.ts";
import type { Answer, FromClerk, InCall, MarkShape, ToClerk } from "web-kit/protocol.ts";
import { hideRevealed } from "web-kit/room/room-state.ts";
import { newOpId, openLine, type Line, type LineState } from "web-kit/signaling/socket.ts";
import { newId } from "web-kit/state/new-id.ts";
import { Store } from "web-kit/state/store.ts";
import { refusalText } from "web-kit/text/text.ts";
import { startLanguage } from "../shared/language-switch.ts";
import { signIn, signOut } from "../shared/sign-in.ts";
import { entering, lineChanged, next, type ClerkDesk } from "./clerk-desk.ts";
import { ClerkMedia } from "./clerk-media.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "./clerk-page.ts";
import { clerkView } from "./clerk-view.ts";
import { atRest, betweenCalls, type ClerkWork, type OwnMark } from "./clerk-work.ts";
import { ItemSource } from "./item-source.ts";
import { listenToKeys, type KeyActs } from "./key-listener.ts";
import { Ring } from "./ring.ts";

const IN_CALL_BEAT = 2_000;
const DESK_BEAT = 10_000;
const SHOWN_WHOLE_FOR = 30_000;
const MARK_STAYS = 5_000;
const NOTICE_STAYS = 8_000;
const DRAW_EVERY = 50;
/** Set while this browser tab lives, so that a reload does not ask for the devices again. */
const CHECKED = "vw-devices-checked";

/** The console: its line, its media, its keys and what they do to the screen. */
export class ClerkConsole implements ClerkActs, KeyActs {
  readonly #root: HTMLElement;
  readonly #store: Store<ClerkPage>;
  readonly #line: Line<FromClerk>;
  readonly #media: ClerkMedia;
  readonly #ring = new Ring();
  readonly #items: ItemSource;
  readonly #pen: Pen;
  readonly #fading = new Map<string, ReturnType<typeof setTimeout>>();
  #lastDrawn = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#pen = new Pen({
      room: () => this.#page.desk.room,
      isMine: (state) => state.by.role === "CLERK" && state.by.id === this.#page.desk.desk?.you.clerk,
      isMasked: (path) => this.#page.item?.fields.some((f) => f.path === definition(path) && f.masked) ?? true,
      operate: (operation) => this.#line.operate(operation),
      send: (signal) => this.#line.send(signal),
      changed: () => this.#change((page) => page),
    });
    this.#store = new Store<ClerkPage>({
      desk: entering,
      work: { ...atRest, checked: sessionStorage.getItem(CHECKED) !== null },
      signIn: { at: "asking" },
      media: noMedia,
      devices: { camera: [], microphone: [], speaker: [] },
      level: 0,
      item: null,
      itemFailed: false,
      pen: this.#pen,
      pending: 0,
      now: Date.now(),
    });
    this.#media = new ClerkMedia(
      {
        send: (message) => this.#line.send(message),
        changed: (media) => this.#change((page) => ({ ...page, media })),
      },
      (level) => this.#change((page) => ({ ...page, level })),
    );
    this.#items = new ItemSource((item, itemFailed) => this.#change((page) => ({ ...page, item, itemFailed })));
    startLanguage(() => this.#change((page) => page));
    this.#line = openLine<FromClerk, ToClerk>("clerk", {
      message: (message) => this.#heard(message),
      // The first word comes before the line is there to be held.
      line: (line) => queueMicrotask(() => this.#lineIs(line)),
    });
    this.#store.subscribe((page) => render(clerkView(page, this), this.#root));
    setInterval(() => this.#tick(), 1_000);
    listenToKeys(this);
    whenDevicesChange(() => void this.#lookForDevices());
    for (const gesture of ["pointerdown", "keydown"]) document.addEventListener(gesture, () => this.#unlock());
  }

  // ---- what keys ask ----

  get page(): ClerkPage {
    return this.#page;
  }

  // ---- the seat ----

  signIn(form: HTMLFormElement): void {
    this.#change((page) => ({ ...page, signIn: { at: "going" } }));
    void signIn("clerk", form).then((answer) => {
      this.#change((page) => ({ ...page, signIn: answer === "in" ? { at: "asking" } : answer }));
      if (answer === "in") this.#line.takeOver();
    });
  }

  signOut(): void {
    sessionStorage.removeItem(CHECKED);
    void signOut("clerk");
  }

  takeOver(): void {
    this.#line.takeOver();
  }

  dismiss(): void {
    this.#work({ notice: null });
  }

  showKeys(keysShown: boolean): void {
    this.#work({ keysShown });
  }

  // ---- devices ----

  testTone(): void {
    void this.#ring.test().then(() => this.#work({ audible: this.#ring.audible }));
  }

  chooseDevice(kind: DeviceKind, id: string | null): void {
    chooseDevice(kind, id);
    if (kind === "speaker") void this.#ring.unlock();
    else void this.#media.call.changeDevice(kind);
    this.#change((page) => page);
  }

  allowNotices(): void {
    void Notification.requestPermission().then(() => this.#change((page) => page));
  }

  checked(): void {
    sessionStorage.setItem(CHECKED, "yes");
    this.#work({ checked: true });
  }

  checkAgain(): void {
    this.#work({ checked: false });
  }

  // ---- the call ----

  setReady(ready: boolean): void {
    this.#do({ type: "SetReady", opId: newOpId(), ready });
  }

  answer(): void {
    const call = this.#page.desk.call;
    if (call?.type === "Ringing") this.#doOnce({ type: "AnswerCall", opId: newOpId(), call: call.call });
  }

  decline(): void {
    const call = this.#page.desk.call;
    if (call?.type === "Ringing") this.#doOnce({ type: "DeclineCall", opId: newOpId(), call: call.call });
  }

  hangUp(): void {
    const call = this.#inCall;
    if (call === null) return;
    this.#pen.writeAll();
    this.#doOnce({ type: "HangUp", opId: newOpId(), call: call.call });
  }

  letBackIn(): void {
    const call = this.#inCall;
    if (call !== null) this.#do({ type: "LetBackIn", opId: newOpId(), call: call.call });
  }

  finish(rest: boolean): void {
    const call = this.#page.desk.call;
    if (call?.type !== "WrapUp") return;
    this.#doOnce({ type: "FinishWrapUp", opId: newOpId(), call: call.call, ready: !rest });
  }

  // ---- sound and picture ----

  setMicrophone(on: boolean): void {
    this.#media.call.setMicrophone(on);
  }

  setCamera(on: boolean): void {
    this.#media.call.setCamera(on);
  }

  share(): void {
    void this.#media.call.shareScreen({ ownTab: false }).then(() => {
      if (this.#page.media.local.screen) this.showMiddle("mine");
    });
  }

  stopSharing(): void {
    this.#media.call.stopScreen();
  }

  // ---- the room ----

  say(text: string, refused: () => void = () => {}): void {
    this.#inRoom((room) =>
      this.#do({ type: "Say", opId: newOpId(), room, text }, () => {
        if (this.#page.desk.room?.room === room) refused();
      }),
    );
  }

  askGrant(): void {
    if (this.#page.desk.room?.writing !== null) return;
    this.#inRoom((room) => this.#do({ type: "AskGrant", opId: newOpId(), room, scope: "EDIT_FORM" }));
  }

  point(path: string | null): void {
    this.#inRoom((room) => this.#line.send({ type: "Point", room, path }));
    this.#desk((desk) => ({ ...desk, room: desk.room && { ...desk.room, pointedAt: path } }));
  }

  openSuggestion(path: string | null): void {
    const before = this.#page.work.suggesting;
    this.#work({ suggesting: path });
    if (path === null && before !== null) queueMicrotask(() => document.getElementById(fieldId(before))?.focus());
  }

  suggest(path: string, value: string, reason: string): void {
    const baseRev = this.#page.desk.room?.fields[path]?.rev ?? 0;
    this.#inRoom((room) =>
      this.#do({
        type: "Suggest",
        opId: newOpId(),
        room,
        suggestion: newId(),
        path,
        value,
        baseRev,
        ...(reason !== "" && { reason }),
      }),
    );
    this.openSuggestion(null);
  }

  retract(suggestion: string): void {
    this.#inRoom((room) => this.#do({ type: "RetractSuggestion", opId: newOpId(), room, suggestion }));
  }

  reveal(path: string): void {
    this.#inRoom((room) => this.#do({ type: "Reveal", opId: newOpId(), room, path }));
  }

  hide(path: string): void {
    const { [path]: _, ...others } = this.#page.work.shownUntil;
    this.#work({ shownUntil: others });
    this.#desk((desk) => ({ ...desk, room: desk.room && hideRevealed(desk.room, path) }));
  }

  goTo(path: string): void {
    this.showMiddle("form");
    queueMicrotask(() => {
      const control = document.getElementById(fieldId(path));
      control?.scrollIntoView({ block: "center" });
      const target = control?.matches("input:enabled, textarea:enabled, select:enabled")
        ? control
        : control?.closest("[data-path]")?.querySelector("button");
      target?.focus({ preventScroll: true });
    });
  }

  // ---- the screens that are shared ----

  showMiddle(middle: ClerkWork["middle"]): void {
    this.#work({ middle });
  }

  takeTool(tool: MarkShape): void {
    this.#work({ tool });
  }

  widenStage(wideStage: boolean): void {
    this.#work({ wideStage });
  }

  draw(mark: OwnMark, last: boolean): void {
    const others = this.#page.work.marks.filter((each) => each.mark !== mark.mark);
    this.#work({ marks: [...others, mark] });
    clearTimeout(this.#fading.get(mark.mark));
    this.#fading.set(
      mark.mark,
      setTimeout(() => this.#fade(mark.mark), MARK_STAYS),
    );
    if (!last && performance.now() - this.#lastDrawn < DRAW_EVERY) return;
    this.#lastDrawn = performance.now();
    this.#inRoom((room) => this.#line.send({ type: "DrawMark", room, ...mark }));
  }

  wipe(): void {
    this.#work({ marks: [] });
    this.#inRoom((room) => this.#line.send({ type: "ClearMarks", room }));
  }

  #fade(mark: string): void {
    this.#fading.delete(mark);
    this.#work({ marks: this.#page.work.marks.filter((each) => each.mark !== mark) });
  }

  // ---- what the server says ----

  #heard(message: ToClerk): void {
    switch (message.type) {
      case "MediaPlan":
        if (this.#inCall?.call === message.call) this.#media.call.plan(message);
        return;
      case "MediaSignal":
      case "RelaySignal":
        return this.#media.call.signal(message);
      case "MediaState": {
        if (this.#inCall?.call !== message.call) return;
        const before = this.#page.media.remote.screen;
        this.#media.call.state(message);
        // The clerk asked for it, so it comes to the front; the form stays one key away.
        if (message.screen && !before) this.showMiddle("screen");
        return;
      }
      case "Shown":
        if (message.signal.type === "ClearMarks") this.#work({ marks: [] });
        break;
      case "Revealed": {
        const until = Date.now() + SHOWN_WHOLE_FOR;
        this.#work({ shownUntil: { ...this.#page.work.shownUntil, [message.path]: until } });
        break;
      }
      default:
        break;
    }
    this.#desk((desk) => next(desk, message, Date.now()));
  }

  #lineIs(line: LineState): void {
    this.#desk((desk) => lineChanged(desk, line));
  }

  /** Everything that follows from where the desk is now. */
  #desk(change: (desk: ClerkDesk) => ClerkDesk): void {
    const before = this.#page.desk;
    const desk = change(before);
    if (desk === before) return;
    const moved = desk.call?.call !== before.call?.call || desk.call?.type !== before.call?.type;
    if (desk.room === null || desk.room.room !== before.room?.room) this.#pen.forget();
    else this.#pen.follow(desk.room);
    this.#change((page) => ({ ...page, desk, work: moved ? betweenCalls(page.work) : page.work }));
    this.#line.beatEvery(desk.call?.type === "InCall" ? IN_CALL_BEAT : DESK_BEAT);
    this.#items.follow(desk.room);
    this.#ring.follow(desk.call, serverNow(this.#page));
    this.#followMedia();
  }

  // ---- the small things ----

  get #page(): ClerkPage {
    return this.#store.state;
  }

  get #inCall(): InCall | null {
    const call = this.#page.desk.call;
    return call?.type === "InCall" ? call : null;
  }

  #inRoom(run: (room: string) => void): void {
    const room = this.#page.desk.room?.room;
    if (room !== undefined) run(room);
  }

  #do(operation: FromClerk & { opId: string }, refused: () => void = () => {}): void {
    void this.#line.operate(operation).then((answer) => {
      this.#answered(answer);
      if (answer.type === "Refused") refused();
    });
    this.#change((page) => page);
  }

  /** A second press while the first is under way is the same press. */
  #doOnce(operation: FromClerk & { opId: string }): void {
    if (this.#page.work.busy) return;
    this.#work({ busy: true });
    void this.#line.operate(operation).then((answer) => {
      this.#work({ busy: false });
      this.#answered(answer);
    });
  }

  #answered(answer: Answer): void {
    if (answer.type === "Accepted") {
      this.#change((page) => page);
      return;
    }
    const notice = refusalText(answer.why);
    this.#work({ notice });
    setTimeout(() => this.#page.work.notice === notice && this.dismiss(), NOTICE_STAYS);
  }

  #work(change: Partial<ClerkWork>): void {
    this.#change((page) => ({ ...page, work: { ...page.work, ...change } }));
    this.#followMedia();
  }

  #followMedia(): void {
    const { desk, work } = this.#page;
    const checking = desk.seat === "seated" && !work.checked && desk.call === null;
    this.#media?.follow(desk, checking);
    this.#media?.listen(checking);
    if (checking && this.#page.devices.camera.length === 0) void this.#lookForDevices();
  }

  #change(change: (page: ClerkPage) => ClerkPage): void {
    this.#store.change((page) => ({ ...change(page), pending: this.#line?.pending ?? 0 }));
  }

  #unlock(): void {
    if (this.#page.work.audible || this.#page.desk.seat !== "seated") return;
    void this.#ring.unlock().then(() => this.#work({ audible: this.#ring.audible }));
  }

  async #lookForDevices(): Promise<void> {
    const devices = await listDevices();
    this.#change((page) => ({ ...page, devices }));
  }

  #tick(): void {
    this.#change((page) => ({ ...page, now: Date.now() }));
    for (const [path, until] of Object.entries(this.#page.work.shownUntil)) if (until <= Date.now()) this.hide(path);
  }
}
