import { render } from "lit";
import { element } from "web-kit";
import { said } from "web-kit/form/guide.ts";
import { isMaskedAt, maxLengthAt } from "web-kit/form/paths.ts";
import { Pen } from "web-kit/form/pen.ts";
import { CallMedia } from "web-kit/media/call-media.ts";
import type { FromKiosk, ToKiosk } from "web-kit/protocol.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { addressHere } from "web-kit/room/item-address.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { newOpId, openLine, type Line } from "web-kit/signaling/socket.ts";
import { setLanguage } from "web-kit/text/language.ts";
import { neverSpeak, stopReading } from "web-kit/text/read-aloud.ts";
import type { Acts } from "./acts.ts";
import { mayWantLarger } from "./age.ts";
import { isElderly, plainAppearance } from "./appearance.ts";
import { Asking } from "./asking.ts";
import { browserCameras } from "./devices/browser-cameras.ts";
import { cardActs } from "./devices/card-acts.ts";
import { deviceActs } from "./devices/device-acts.ts";
import { DocumentCamera } from "./devices/document-camera.ts";
import { keepPages } from "./devices/keep-page.ts";
import { PageDevices } from "./devices/page-devices.ts";
import { daemon, wipesWhoLeft } from "./daemon.ts";
import { Beside } from "./beside.ts";
import { Checkup, checkupActs } from "./checkup.ts";
import { FindDesk } from "web-kit/find/find-desk.ts";
import { Finger } from "./finger.ts";
import { ItemDesk } from "./item-desk.ts";
import { followMedia, picturesOf } from "./kiosk-media.ts";
import {
  forget,
  goAlong,
  leave,
  lineChanged,
  next,
  offered,
  type KioskState,
  screenOf,
  type KioskScreen,
} from "./kiosk-screen.ts";
import { holdsSomebody, inCall, lastLine } from "./asked-of-state.ts";
import { KioskStore } from "./kiosk-store.ts";
import { keyActs } from "./key-acts.ts";
import { lookupActs } from "./lookup-acts.ts";
import { presenceActs } from "./presence-acts.ts";
import { launch } from "./launch.ts";
import { Marks } from "./marks.ts";
import { SelfCare } from "./self-care.ts";
import { Leaving, type How } from "./leaving.ts";
import { OfferingDesk } from "./offering-desk.ts";
import { takenAway } from "./parts/reading.ts";
import { isKey, ScreenKeyboard } from "./screen-keyboard.ts";
import { page } from "./screens/screen.ts";
import { Patience } from "./patience.ts";
import { followPhones, phoneActs } from "./phone-acts.ts";
import { Reader } from "./reader.ts";
import { isVeiled } from "./screen-veil.ts";
import { Sight } from "./sight.ts";
import { takeActs } from "./take-acts.ts";
import { unspoken } from "./spoken.ts";
import { say } from "./text/text.ts";
import { untouched } from "./touch.ts";
import { hasRoom, type View } from "./view.ts";

const busyBeat = 2_000;
const calmBeat = 10_000;

/** Puts the kiosk together: line, media, pen and state go in, the page comes out. */
export class Kiosk {
  private readonly store = new KioskStore();
  private readonly root = element("#kiosk");
  private line: Line<FromKiosk> | null = null;
  private readonly asking = new Asking(() => this.line, this.store);
  private readonly items = new ItemDesk(
    (item) => {
      this.store.step((state) => ({ ...state, item }));
      this.sight.follow(this.state.room, item !== null);
    },
    (itemFailed) => this.store.touched({ itemFailed }),
  );
  private readonly offering = new OfferingDesk((offering) => this.store.step((state) => offered(state, offering)));
  private readonly heres = new ItemDesk(
    (here) => this.store.step((state) => ({ ...state, here })),
    () => {}, // the form does not need it
  );
  private readonly beside = new Beside(this.store);
  private readonly finding = new FindDesk((found) => this.store.touched({ found }));
  private readonly pen = new Pen({
    room: () => this.state.room,
    isMine: (written) => written.by.role !== "CLERK",
    isMasked: (path) => isMaskedAt(this.state.item, path),
    maxLength: (path) => maxLengthAt(this.state.item, path),
    operate: (operation) => this.asking.operate(operation),
    send: (signal) => this.line?.send(signal),
    changed: () => {
      this.store.redraw();
      this.sight.choose(this.pen.edits);
    },
  });
  private readonly media = new CallMedia({
    send: (message) => this.line?.send(message),
    changed: (media) => this.store.played(media),
  });
  private readonly sight = new Sight(this.root, () => this.pen.focused);
  private readonly keyboard = new ScreenKeyboard(
    () => this.store.touch.keys,
    (change) => this.store.touched(change),
    (box) => this.sight.box(box),
  );
  private readonly patience = new Patience(this.store, {
    leaveBy: (how, gone) => this.leaveBy(how, gone),
    plainLook: () => {
      this.plainLook();
      this.checkup.putAway();
    },
  });
  private readonly reader = new Reader(
    this.root,
    () => this.state.call?.type === "Talking",
    () => this.store.redraw(),
  );
  private readonly checkup = new Checkup(this.store);
  private readonly leaving = new Leaving(sessionStorage, () => daemon.stop());
  private readonly marks = new Marks(this.store, (message) => this.line?.send(message));
  private readonly finger = new Finger(
    this.store,
    this.asking,
    this.pen,
    this.media,
    this.items,
    this.heres,
    this.finding,
    this.sight,
    {
      takeOver: () => this.line?.takeOver(),
      endVisit: () => this.leaveBy("EndVisit"),
      putAside: () => this.leaveBy("PutAside"),
      stay: () => this.patience.stay(),
      read: () => this.reader.turn(),
      lookAtOther: () => this.beside.look(),
    },
  );
  private readonly devices = new PageDevices(this.store, this.asking, new DocumentCamera(browserCameras), {
    send: (message) => this.line?.send(message),
    keep: keepPages(),
    signHere: (path, command) => this.finger.signHere(path, command),
    ...picturesOf(this.media),
  });
  private readonly acts: Acts = {
    ...this.finger,
    ...takeActs(this.store, () => this.leaveBy("EndVisit")),
    ...checkupActs(this.checkup, this.sight),
    ...keyActs(this.store, this.asking, this.keyboard, () => this.finger.call()),
    ...presenceActs(this.store, this.asking),
    ...lookupActs(this.store, this.asking, this.sight),
    ...cardActs(this.store, this.asking, this.pen, {
      send: (message) => this.line?.send(message),
      stopAtDaemon: () => daemon.stop(),
    }),
    ...phoneActs(this.store, this.asking, this.sight),
    ...deviceActs(this.store, this.asking, this.devices, daemon.stop),
  };
  /** Whoever minds this browser starts another one for whoever comes next. */
  private readonly wipeWhoLeft = wipesWhoLeft(() => ({
    free: !holdsSomebody(this.state),
    told: this.leaving.told,
  }));
  private readonly selfCare = new SelfCare(this.store, (message) => this.line?.send(message));
  private toldPage = "";
  private shown: KioskScreen = "starting";

  async start(): Promise<void> {
    setLanguage("zh");
    this.store.subscribe(() => this.draw());
    this.store.subscribe(() => this.tellPage());
    this.store.subscribe(() => this.wipeWhoLeft());
    this.store.subscribe(() => this.checkup.look());
    setInterval(() => this.tick(), 1_000);
    this.selfCare.mark(document.documentElement);
    this.patience.listen();
    this.reader.listen();
    neverSpeak(() => unspoken(this.state, this.store.touch, this.pen.edits));
    addEventListener("pointerdown", () => this.marks.touched(), { capture: true });
    this.keyboard.listen();
    addEventListener("keydown", (event) => isKey(event, "Escape") && this.finger.escape());
    addEventListener("resize", () => this.draw());
    this.devices.start();
    // Another code in the address of the open page is a new launch.
    addEventListener("hashchange", () => location.hash.startsWith("#launch=") && location.reload());
    const launched = await launch();
    if (launched === "used") {
      this.store.step((state) => ({ ...state, signedIn: "used" }));
      return;
    }
    this.line = openLine<FromKiosk, ToKiosk>("kiosk", {
      message: (message) => this.heard(message),
      line: (line) => {
        this.store.step((state) => lineChanged(state, line));
        if (line.at === "open") this.devices.tell();
        // Whoever takes the page over again is sent everything anew.
        if (line.at === "closed") this.enter();
      },
    });
    // The page was loaded anew before the server knew that somebody left: it is told first of all.
    const begun = this.leaving.begun();
    if (begun !== null) this.tellLeft(begun.room, begun.how);
  }

  private heard(message: ToKiosk): void {
    if (this.leaving.concerns(message)) return;
    const before = this.state;
    this.store.step((state) => next(state, message));
    if (mayWantLarger(message, Date.now())) this.store.touched({ largerOffered: !isElderly() });
    if (message.type === "Lobby") this.offering.want(message.offering);
    const { room } = this.state;
    if (room !== null) {
      this.pen.follow(room);
      this.finger.followPad(room);
    }
    if (takenAway(before.room, room)) stopReading();
    const { sheet } = this.store.touch;
    // What comes next is not enlarged because what was there before it was.
    if (room?.presented !== before.room?.presented && (sheet === "leaflet" || sheet === "presented"))
      this.store.touched({ sheet: null });
    if (room?.room !== before.room?.room) {
      this.enter();
      if (room !== null) this.tell(room.room, before);
      if (room !== null && before.room === null && before.way.at === "ask") this.finger.call();
    } else if (room !== null && before.room !== null && room.itemHash !== before.room.itemHash) this.anotherForm(room);
    if (message.type === "RoomSnapshot") {
      this.toldPage = "";
      this.pen.sayAgain();
    }
    if (room !== null && room.led.to !== before.room?.led.to && room.led.follows && this.pen.focused === null)
      this.store.step(goAlong);
    this.beside.look();
    if (message.type === "RoomLeft" && room === null && before.room !== null) this.plainLook();
    if (message.type === "Interrupted" || message.type === "KioskCallChanged")
      this.line?.beatEvery(inCall(this.state) ? busyBeat : calmBeat);
    if (message.type === "Shown" && message.signal.type === "DrawMark") this.marks.drawn(message.signal.mark);
    followMedia(this.media, message, before, this.state);
    this.selfCare.heard(message);
    followPhones(message, this.acts, () => this.patience.stay());
    this.devices.follow(room);
    this.sight.follow(room, this.state.item !== null);
  }

  /** What was said before the form was open is in it, as if it were written there. */
  private tell(room: string, before: KioskState): void {
    if (before.item === null) return;
    for (const [path, value] of said(before.item, before.answers, Date.now()))
      void this.asking.plain({ type: "Tell", room, path, value });
  }

  /** The room goes on by a newer package. */
  private anotherForm(room: RoomState): void {
    this.pen.forget();
    this.store.touched({ sheet: null });
    this.items.want(room.item, room.owner, room.itemHash);
    this.sight.top();
  }

  /** The clerk is told which page of the form is shown here, and whether it goes along with theirs. */
  private tellPage(): void {
    const { room, item, call, page, way } = this.state;
    if (room === null || item === null || call?.type !== "Talking") return;
    const shown = way.at === "form" ? (item.pages[page]?.id ?? null) : null;
    const told = `${call.call} ${room.room} ${shown ?? ""} ${room.led.follows}`;
    if (told === this.toldPage) return;
    this.toldPage = told;
    this.line?.send({ type: "Follow", room: room.room, follows: room.led.follows, page: shown });
  }

  /** Another room, or none: nothing of the one before may stay. */
  private enter(): void {
    const { room } = this.state;
    this.store.visit += 1;
    this.patience.begin();
    stopReading();
    this.pen.forget();
    this.finding.forget();
    this.checkup.putAway();
    this.store.touched(untouched);
    this.beside.forget();
    this.marks.forget();
    if (room === null) {
      if (!this.state.interrupted?.inCall) this.media.end();
      this.items.forget();
      this.heres.forget();
    } else {
      this.items.want(room.item, room.owner, room.itemHash);
      if (!isQuestion(room)) this.heres.wantAt(addressHere(room.item));
    }
  }

  // Leaving: the screen forgets at once; the server is told until it has, too.

  /** @param gone nobody is there any more whom one could ask to take their things */
  private leaveBy(how: How, gone = this.state.way.at === "take"): void {
    this.store.touched({ sheet: null, idleUntil: null });
    const room = this.state.room?.room ?? this.state.interrupted?.room;
    this.media.end();
    this.devices.follow(null);
    this.store.step((state) => (gone ? forget(state) : leave(state)));
    this.enter();
    this.plainLook();
    this.sight.top();
    if (room !== undefined) this.tellLeft(room, how);
  }

  private tellLeft(room: string, how: How): void {
    void this.leaving.leave(room, how, (type) => this.asking.operate({ type, opId: newOpId(), room }));
  }

  /** Who still takes their things reads on as before. */
  private plainLook(): void {
    if (this.state.way.at === "take") return;
    plainAppearance();
    this.store.redraw();
  }

  // A finger that touches anywhere

  private tick(): void {
    this.patience.tick();
    this.wipeWhoLeft();
    this.draw();
  }

  private get state() {
    return this.store.state;
  }

  private draw(): void {
    const { state, media } = this.store;
    this.media.coverScreen(isVeiled(state, this.store.touch, this.pen.focused));
    const touch = this.store.touch.chatOpen ? { ...this.store.touch, chatRead: lastLine(state) } : this.store.touch;
    const view: View = { state, touch, media, pen: this.pen, now: Date.now(), acts: this.acts };
    document.title = say("product");
    render(page(view), this.root);
    this.reader.drawn();
    if (screenOf(state) !== this.shown) this.sight.begin();
    this.shown = screenOf(state);
    if (hasRoom(view) && touch.chatOpen) this.root.querySelector(".chat__lines > :last-child")?.scrollIntoView();
  }
}
