import { render } from "lit";
import { element } from "web-kit";
import { fieldAt, pathsOf } from "web-kit/form/paths.ts";
import { Pen } from "web-kit/form/pen.ts";
import { CallMedia, noMedia, type MediaView } from "web-kit/media/call-media.ts";
import type { Answer, FromKiosk, ToKiosk } from "web-kit/protocol.ts";
import { clearMark } from "web-kit/room/room-state.ts";
import { newOpId, openLine, type Line } from "web-kit/signaling/socket.ts";
import { Store } from "web-kit/state/store.ts";
import { language, setLanguage } from "web-kit/text/language.ts";
import { refusalText } from "web-kit/text/text.ts";
import type { Acts } from "./acts.ts";
import { idle, quietFor } from "./idle.ts";
import { ItemDesk } from "./item-desk.ts";
import {
  atFirst,
  forget,
  go,
  inCall,
  lineChanged,
  next,
  refusedCall,
  screenOf,
  talksIn,
  type KioskState,
  type Way,
} from "./kiosk-screen.ts";
import { launch } from "./launch.ts";
import { Leaving } from "./leaving.ts";
import { say } from "./text/text.ts";
import { page } from "./screens/screen.ts";
import { untouched, type Touch } from "./touch.ts";
import { hasRoom, type View } from "./view.ts";

type Operation = Extract<FromKiosk, { opId: string }>;
/** An operation as a screen names it; the id is made here. */
type Asked<O extends Operation = Operation> = O extends Operation ? Omit<O, "opId"> : never;

const markFor = 5_000;
const busyBeat = 2_000;
const calmBeat = 10_000;

/** Puts the kiosk together: line, media, pen and state go in, the page comes out. */
export class Kiosk implements Acts {
  private readonly store = new Store<{ state: KioskState; touch: Touch; media: MediaView }>({
    state: atFirst,
    touch: untouched,
    media: noMedia,
  });
  private readonly root = element("#kiosk");
  private readonly items = new ItemDesk(
    (item) => this.step((state) => ({ ...state, item })),
    (itemFailed) => this.touch({ itemFailed }),
  );
  private readonly pen = new Pen({
    room: () => this.state.room,
    isMine: (written) => written.by.role !== "CLERK",
    isMasked: (path) => this.state.item !== null && fieldAt(this.state.item, path)?.masked === true,
    operate: (operation) => this.operate(operation),
    send: (signal) => this.line?.send(signal),
    // Drawn after this turn, never within it: a box that is drawn away while it has the focus is left in the midst of drawing.
    changed: () => this.store.change((all) => all),
  });
  private readonly media = new CallMedia({
    send: (message) => this.line?.send(message),
    changed: (media) => this.store.change((all) => ({ ...all, media })),
  });
  private line: Line<FromKiosk> | null = null;
  private touchedAt = Date.now();
  private readonly leaving = new Leaving(sessionStorage);
  /** Rises with every visit, so that a late answer to one does not touch the screen of the next. */
  private visit = 0;
  private readonly fading = new Map<string, ReturnType<typeof setTimeout>>();

  async start(): Promise<void> {
    setLanguage("zh");
    this.store.subscribe(() => this.draw());
    setInterval(() => this.tick(), 1_000);
    addEventListener("pointerdown", () => this.fingerDown(), { capture: true });
    addEventListener("keydown", () => (this.touchedAt = Date.now()), { capture: true });
    addEventListener("resize", () => this.draw());
    // Another code in the address of the open page is a new launch.
    addEventListener("hashchange", () => location.hash.startsWith("#launch=") && location.reload());
    const launched = await launch();
    if (launched === "used") {
      this.step((state) => ({ ...state, signedIn: "used" }));
      return;
    }
    this.line = openLine<FromKiosk, ToKiosk>("kiosk", {
      message: (message) => this.heard(message),
      line: (line) => {
        this.step((state) => lineChanged(state, line));
        // Whoever takes the page over again is sent everything anew.
        if (line.at === "closed") this.enter();
      },
    });
    // The page was loaded anew before the server knew that somebody left: it is told first of all.
    const leaving = this.leaving.begun();
    if (leaving !== null) void this.leave(leaving);
  }

  // What the server says

  private heard(message: ToKiosk): void {
    if (this.leaving.concerns(message)) return;
    const before = this.state;
    this.step((state) => next(state, message));
    const { room, call } = this.state;
    if (room !== null) this.pen.follow(room);
    if (room?.room !== before.room?.room) this.enter();
    if (message.type === "RoomLeft" && room === null && before.room !== null) this.plainLook();
    switch (message.type) {
      case "MediaPlan":
        if (talksIn(this.state, message.call)) this.media.plan(message);
        break;
      case "MediaSignal":
      case "RelaySignal":
        this.media.signal(message);
        break;
      case "MediaState":
        this.media.state(message);
        break;
      case "Shown":
        if (message.signal.type === "DrawMark") this.fade(message.signal.mark);
        break;
      case "Interrupted":
        this.line?.beatEvery(inCall(this.state) ? busyBeat : calmBeat);
        if (message.inCall) void this.media.warm();
        else this.media.end();
        break;
      case "KioskCallChanged":
        this.line?.beatEvery(inCall(this.state) ? busyBeat : calmBeat);
        // An interrupted page is told of no call, whoever talks in it.
        if (this.state.interrupted?.inCall) break;
        // A person hears themselves announced before they are connected.
        if (call?.type === "Waiting" && before.call?.call !== call.call) void this.media.warm();
        if (call === null || call.type === "Ended") this.media.end();
        else if (call.type !== "Talking") this.media.rest();
        break;
      default:
    }
    if (room !== null && before.room !== null) {
      if (room.pointedAt !== before.room.pointedAt) this.show(room.pointedAt);
      if (room.suggestions.length > before.room.suggestions.length) this.show(room.suggestions.at(-1)?.path);
    }
  }

  /** Another room, or none: nothing of the one before may stay. */
  private enter(): void {
    const { room } = this.state;
    this.visit += 1;
    this.pen.forget();
    this.store.change((all) => ({ ...all, touch: untouched }));
    this.clearMarkTimers();
    if (room === null) {
      if (!this.state.interrupted?.inCall) this.media.end();
      this.items.forget();
    } else {
      this.touchedAt = Date.now();
      this.items.want(room.item, room.owner);
    }
  }

  /** Brings a field of the page into sight, unless somebody types in another: their page stands still. */
  private show(path: string | null | undefined): void {
    if (path == null || (this.pen.focused !== null && this.pen.focused !== path)) return;
    this.afterDrawing(() =>
      this.root.querySelector(`[data-path="${CSS.escape(path)}"]`)?.scrollIntoView({ block: "nearest" }),
    );
  }

  // What the finger does

  go = (way: Way): void => {
    this.step((state) => go(state, way));
    if (way.at === "before") this.items.want(way.item, way.centre);
    if (way.at === "choose" || way.at === "attract") this.step((state) => ({ ...state, item: null }));
    this.top();
  };

  touch = (change: Partial<Touch>): void => {
    this.store.change((all) => ({ ...all, touch: { ...all.touch, ...change } }));
    if (change.sheet != null) this.afterDrawing(() => this.root.querySelector<HTMLElement>(".dialog__title")?.focus());
  };

  takeOver = (): void => this.line?.takeOver();

  openRoom = (): void => {
    const { way, item } = this.state;
    if (way.at !== "before" || item === null) return;
    const agreed = item.agreements.map((statement) => statement.code);
    void this.busy("open", { type: "OpenRoom", item: way.item, owner: way.centre, agreed });
  };

  page = (number: number): void => {
    this.pen.writeAll();
    const back = number < this.state.page;
    this.step((state) => ({ ...go(state, { at: "form" }), page: number, strict: back && state.strict }));
    this.top();
  };

  lookAt = (path: string): void => {
    const { room, item } = this.state;
    if (room === null || item === null) return;
    const filled = { item, room, edits: this.pen.edits };
    const there = item.pages.findIndex((each) => pathsOf(filled, each).includes(path));
    if (there < 0) return;
    this.touch({ chatOpen: false, sharedFirst: false });
    this.page(there);
    this.show(path);
  };

  review = (): void => {
    this.pen.writeAll();
    this.step((state) => ({ ...go(state, { at: "review" }), strict: true }));
    this.top();
  };

  call = (): void => {
    this.pen.writeAll();
    this.inRoom((room) =>
      this.busy("call", { type: "RequestCall", room }, (state, refused) => refusedCall(state, refused)),
    );
  };

  cancelCall = (): void => this.withCall((call) => this.ask({ type: "CancelCall", call }));
  hangUp = (): void => this.withCall((call) => this.ask({ type: "HangUp", call }));
  helperSignOut = (): void => this.inRoom((room) => this.ask({ type: "HelperSignOut", room }));
  handOver = (to: "APPLICANT" | "HELPER" | "CLERK" | "SYSTEM"): void =>
    this.inRoom((room) => this.ask({ type: "HandOver", room, to }));
  allowWriting = (): void => this.inRoom((room) => this.ask({ type: "GiveGrant", room, scope: "EDIT_FORM" }));
  endWriting = (): void => this.inRoom((room) => this.ask({ type: "EndGrant", room, scope: "EDIT_FORM" }));
  takeSuggestion = (suggestion: string): void =>
    this.inRoom((room) => this.ask({ type: "TakeSuggestion", room, suggestion }));
  dropSuggestion = (suggestion: string): void =>
    this.inRoom((room) => this.ask({ type: "DropSuggestion", room, suggestion }));
  confirm = (path: string, rev: number): void => this.inRoom((room) => this.ask({ type: "Confirm", room, path, rev }));
  declare = (code: string, agreed: boolean): void =>
    this.inRoom((room) => this.ask({ type: "Declare", room, code, agreed }));
  submit = (): void =>
    this.inRoom((room) => this.busy("submit", { type: "Submit", room, formRev: this.state.room?.formRev ?? 0 }));

  helperSignIn = (): void =>
    this.inRoom(async (room) => {
      const { code } = this.all.touch;
      const { visit } = this;
      this.touch({ code: "" });
      const answer = await this.operate({ type: "HelperSignIn", opId: newOpId(), room, code });
      if (visit === this.visit)
        this.touch(answer.type === "Accepted" ? { sheet: null } : { codeWrong: refusalText(answer.why) });
    });

  chat = (text: string): void => {
    if (this.all.touch.chatText.trim() === text) this.touch({ chatText: "" });
    this.inRoom((room) =>
      this.ask({ type: "Say", room, text }, () => {
        // What was refused is not lost, and what was written since is not written over.
        if (this.all.touch.chatText === "") this.touch({ chatText: text });
      }),
    );
  };

  openChat = (): void => this.touch({ chatOpen: !this.all.touch.chatOpen, chatRead: this.lastLine() });
  microphone = (on: boolean): void => this.media.setMicrophone(on);
  camera = (on: boolean): void => this.media.setCamera(on);
  share = (): void => void this.media.shareScreen({ ownTab: true });
  stopSharing = (): void => this.media.stopScreen();
  print = (): void => window.print();

  endVisit = (): void => {
    this.touch({ sheet: null, idleUntil: null });
    const room = this.state.room?.room ?? this.state.interrupted?.room;
    this.clear();
    if (room !== undefined) void this.leave(room);
  };

  stay = (): void => {
    this.touchedAt = Date.now();
    this.touch({ idleUntil: null });
  };

  dismissRefusal = (): void => this.step((state) => ({ ...state, refused: null }));

  language = (): void => {
    setLanguage(language() === "zh" ? "en" : "zh");
    this.draw();
  };

  size = (): void => {
    const { dataset } = document.documentElement;
    if (dataset["size"] === "elder") delete dataset["size"];
    else dataset["size"] = "elder";
  };

  contrast = (): void => {
    const { dataset } = document.documentElement;
    if (dataset["contrast"] === "high") dataset["contrast"] = "dark";
    else if (dataset["contrast"] === "dark") delete dataset["contrast"];
    else dataset["contrast"] = "high";
  };

  // How it is said

  private async busy(
    what: NonNullable<Touch["busy"]>,
    asked: Asked,
    refused: (state: KioskState, answer: Extract<Answer, { type: "Refused" }>) => KioskState = (state, answer) => ({
      ...state,
      refused: answer,
    }),
  ): Promise<void> {
    if (this.all.touch.busy !== null) return;
    this.touch({ busy: what });
    const { visit } = this;
    const answer = await this.operate({ ...asked, opId: newOpId() } as Operation);
    if (visit !== this.visit) return;
    this.touch({ busy: null });
    if (answer.type === "Refused") this.step((state) => refused(state, answer));
  }

  private async ask(asked: Asked, refused: () => void = () => {}): Promise<void> {
    const { visit } = this;
    const answer = await this.operate({ ...asked, opId: newOpId() } as Operation);
    if (visit !== this.visit || answer.type !== "Refused") return;
    // Done already is done.
    if (answer.why === "ALREADY") return;
    this.step((state) => ({ ...state, refused: answer }));
    refused();
  }

  private operate(operation: Operation): Promise<Answer> {
    if (this.line === null) return Promise.reject(new Error("no line yet"));
    return this.line.operate(operation);
  }

  private inRoom(then: (room: string) => unknown): void {
    if (this.state.room !== null) then(this.state.room.room);
  }

  private withCall(then: (call: string) => unknown): void {
    if (this.state.call !== null) then(this.state.call.call);
  }

  /** The screen has forgotten already; the server is told until it has, too. */
  private async leave(room: string): Promise<void> {
    this.leaving.leave(room);
    const answer = await this.operate({ type: "EndVisit", opId: newOpId(), room });
    if (answer.type === "Refused" && answer.why === "TRY_AGAIN") setTimeout(() => void this.leave(room), 2_000);
    else this.leaving.left(room);
  }

  // Time, marks, forgetting

  private tick(): void {
    const screen = screenOf(this.state);
    const nobodyYet = this.state.room === null && this.state.way.at === "attract";
    if (inCall(this.state) || screen === "interrupted" || nobodyYet) {
      // Nobody is asked whether they are still there; who went away leaves only how they read it.
      if (!nobodyYet) this.touchedAt = Date.now();
      else if (Date.now() - this.touchedAt >= quietFor) this.plainLook();
      if (this.all.touch.idleUntil !== null) this.touch({ idleUntil: null });
    } else {
      const now = idle(Date.now(), this.touchedAt, this.all.touch.idleUntil);
      if (now.at === "over") this.endVisit();
      else if (now.at === "asking" && this.all.touch.idleUntil === null)
        this.touch({ idleUntil: now.until, sheet: null });
    }
    this.draw();
  }

  private fingerDown(): void {
    this.touchedAt = Date.now();
    const { room } = this.state;
    if (room === null || room.marks.length === 0) return;
    this.line?.send({ type: "ClearMarks", room: room.room });
    this.clearMarkTimers();
    this.step((state) => (state.room === null ? state : { ...state, room: clearMark(state.room) }));
  }

  /** A mark that is still being drawn is told again and again; its time begins with the last stroke. */
  private fade(mark: string): void {
    clearTimeout(this.fading.get(mark));
    this.fading.set(
      mark,
      setTimeout(() => {
        this.fading.delete(mark);
        this.step((state) => (state.room === null ? state : { ...state, room: clearMark(state.room, mark) }));
      }, markFor),
    );
  }

  private clearMarkTimers(): void {
    this.fading.forEach((timer) => clearTimeout(timer));
    this.fading.clear();
  }

  private clear(): void {
    this.media.end();
    this.step(forget);
    this.enter();
    this.plainLook();
    this.top();
  }

  /** As the kiosk stands for whoever comes next: their own language, size and contrast are theirs to choose. */
  private plainLook(): void {
    const { dataset } = document.documentElement;
    delete dataset["size"];
    delete dataset["contrast"];
    if (language() === "zh") return;
    setLanguage("zh");
    this.draw();
  }

  private get all() {
    return this.store.state;
  }

  private get state(): KioskState {
    return this.all.state;
  }

  private lastLine(): number {
    return this.state.room?.chat.at(-1)?.seq ?? 0;
  }

  private step(change: (state: KioskState) => KioskState): void {
    this.store.change((all) => ({ ...all, state: change(all.state) }));
  }

  /** A new page begins at its question, for eyes and for the keyboard; a finger that is in a box already stays there. */
  private top(): void {
    this.afterDrawing(() => {
      if (this.pen.focused === null) this.root.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    });
  }

  private afterDrawing(then: () => void): void {
    requestAnimationFrame(() => requestAnimationFrame(then));
  }

  private draw(): void {
    const { state, media } = this.all;
    const touch = this.all.touch.chatOpen ? { ...this.all.touch, chatRead: this.lastLine() } : this.all.touch;
    const view: View = { state, touch, media, pen: this.pen, now: Date.now(), acts: this };
    document.title = say("product");
    render(page(view), this.root);
    if (hasRoom(view) && touch.chatOpen) this.root.querySelector(".chat__lines > :last-child")?.scrollIntoView();
  }
}
