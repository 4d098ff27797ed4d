import { render } from "lit";
import { element } from "web-kit";
import { said } from "web-kit/form/guide.ts";
import { placeAddress, type CentrePlace } from "web-kit/form/centre-place.ts";
import { isMaskedAt, maxLengthAt } from "web-kit/form/paths.ts";
import { Pen } from "web-kit/form/pen.ts";
import { CallMedia } from "web-kit/media/call-media.ts";
import type { FromKiosk, ToKiosk } from "web-kit/protocol.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { clearMark } from "web-kit/room/gestures.ts";
import { addressHere, type RoomState } from "web-kit/room/room-state.ts";
import { newOpId, openLine, type Line } from "web-kit/signaling/socket.ts";
import { setLanguage } from "web-kit/text/language.ts";
import { stopReading } from "web-kit/text/read-aloud.ts";
import { plainAppearance } from "./appearance.ts";
import { Asking } from "./asking.ts";
import { Fading } from "./fading.ts";
import { FindDesk } from "web-kit/find/find-desk.ts";
import { Finger } from "./finger.ts";
import { idle, quietFor } from "./idle.ts";
import { ItemDesk } from "./item-desk.ts";
import { followMedia } from "./kiosk-media.ts";
import {
  forget,
  goAlong,
  inCall,
  isFree,
  lastLine,
  lineChanged,
  next,
  offered,
  screenOf,
  type KioskState,
} from "./kiosk-screen.ts";
import { KioskStore } from "./kiosk-store.ts";
import { launch } from "./launch.ts";
import { Leaving, type How } from "./leaving.ts";
import { OfferingDesk } from "./offering-desk.ts";
import { takenAway } from "./parts/reading.ts";
import { page } from "./screens/screen.ts";
import { mayRenew } from "./renewal.ts";
import { isVeiled } from "./screen-veil.ts";
import { Sight } from "./sight.ts";
import { isOutdated } from "web-kit/state/passed-over.ts";
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
  private readonly others = new ItemDesk(
    (other) => this.store.step((state) => ({ ...state, other })),
    () => {},
  );
  private otherWanted: string | null = null;
  private readonly maps = new ItemDesk<CentrePlace>(
    (map) => this.store.step((state) => ({ ...state, map })),
    () => {},
  );
  private mapWanted: string | null = null;
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
  private readonly leaving = new Leaving(sessionStorage);
  private readonly fading = new Fading((mark) => this.clearMarks(mark));
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
      endVisit: () => this.endVisit(),
      putAside: () => this.leaveBy("PutAside"),
      stay: () => this.stay(),
      lookAtOther: () => this.lookAtOther(),
    },
  );
  private touchedAt = Date.now();
  private toldPage = "";

  async start(): Promise<void> {
    setLanguage("zh");
    this.store.subscribe(() => this.draw());
    this.store.subscribe(() => this.tellPage());
    setInterval(() => this.tick(), 1_000);
    addEventListener("pointerdown", () => this.fingerDown(), { capture: true });
    addEventListener("keydown", () => (this.touchedAt = Date.now()), { capture: true });
    addEventListener("resize", () => this.draw());
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
        // Whoever takes the page over again is sent everything anew.
        if (line.at === "closed") this.enter();
      },
    });
    // The page was loaded anew before the server knew that somebody left: it is told first of all.
    const begun = this.leaving.begun();
    if (begun !== null) void this.leave(begun.room, begun.how);
  }

  private heard(message: ToKiosk): void {
    if (this.leaving.concerns(message)) return;
    const before = this.state;
    this.store.step((state) => next(state, message));
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
    this.lookAtOther();
    if (message.type === "RoomLeft" && room === null && before.room !== null) this.plainLook();
    if (message.type === "Interrupted" || message.type === "KioskCallChanged")
      this.line?.beatEvery(inCall(this.state) ? busyBeat : calmBeat);
    if (message.type === "Shown" && message.signal.type === "DrawMark") this.fading.drawn(message.signal.mark);
    followMedia(this.media, message, before, this.state);
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

  /** The item of what the clerk put here, or of what comes next, is fetched as that changes. */
  private lookAtOther(): void {
    const { room } = this.state;
    const shown = room?.presented ?? null;
    this.lookAtMap(shown?.type === "CentreMap" ? shown.centre : null);
    const wanted = shown?.type === "Leaflet" || shown?.type === "NextItem" ? shown.item : this.store.touch.next || null;
    if (wanted === this.otherWanted) return;
    this.otherWanted = wanted;
    if (room === null || wanted === null) {
      this.others.forget();
      this.store.step((state) => ({ ...state, other: null }));
    } else this.others.want(wanted, room.owner);
  }

  private lookAtMap(centre: string | null): void {
    if (centre === this.mapWanted) return;
    this.mapWanted = centre;
    if (centre === null) {
      this.maps.forget();
      this.store.step((state) => ({ ...state, map: null }));
    } else this.maps.wantAt(placeAddress(centre));
  }

  /** Another room, or none: nothing of the one before may stay. */
  private enter(): void {
    const { room } = this.state;
    this.store.visit += 1;
    stopReading();
    this.pen.forget();
    this.finding.forget();
    this.store.touched(untouched);
    this.others.forget();
    this.otherWanted = null;
    this.maps.forget();
    this.mapWanted = null;
    this.fading.clear();
    if (room === null) {
      if (!this.state.interrupted?.inCall) this.media.end();
      this.items.forget();
      this.heres.forget();
    } else {
      this.touchedAt = Date.now();
      this.items.want(room.item, room.owner, room.itemHash);
      if (!isQuestion(room)) this.heres.wantAt(addressHere(room.item));
    }
  }

  // Leaving: the screen forgets at once; the server is told until it has, too.

  private endVisit(): void {
    this.leaveBy("EndVisit");
  }

  private leaveBy(how: How): void {
    this.store.touched({ sheet: null, idleUntil: null });
    const room = this.state.room?.room ?? this.state.interrupted?.room;
    this.media.end();
    this.store.step(forget);
    this.enter();
    this.plainLook();
    this.sight.top();
    if (room !== undefined) void this.leave(room, how);
  }

  private async leave(room: string, how: How): Promise<void> {
    this.leaving.leave(room, how);
    const answer = await this.asking.operate({ type: how, opId: newOpId(), room });
    if (answer.type === "Refused" && answer.why === "TRY_AGAIN") setTimeout(() => void this.leave(room, how), 2_000);
    // What cannot be kept must not stay open for whoever comes next.
    else if (how === "PutAside" && answer.type === "Refused" && answer.why !== "NO_ROOM")
      void this.leave(room, "EndVisit");
    else this.leaving.left(room);
  }

  private plainLook(): void {
    plainAppearance();
    this.store.redraw();
  }

  // Time, and a finger that touches anywhere

  private tick(): void {
    const nobodyYet = isFree(this.state);
    if (inCall(this.state) || screenOf(this.state) === "interrupted" || nobodyYet) {
      // Nobody is asked whether they are still there; who went away leaves only how they read it.
      if (!nobodyYet) this.touchedAt = Date.now();
      else if (Date.now() - this.touchedAt >= quietFor) {
        this.plainLook();
        if (isOutdated() && this.state.line.at === "open" && mayRenew(sessionStorage, Date.now())) location.reload();
      }
      if (this.store.touch.idleUntil !== null) this.store.touched({ idleUntil: null });
    } else {
      const now = idle(Date.now(), this.touchedAt, this.store.touch.idleUntil);
      // Whoever took a code and walked away comes back with it.
      const kept =
        this.state.room !== null && this.state.room.filed === null && this.state.room.resumableUntil !== null;
      if (now.at === "over") this.leaveBy(kept ? "PutAside" : "EndVisit");
      else if (now.at === "asking" && this.store.touch.idleUntil === null)
        this.store.touched({ idleUntil: now.until, sheet: null });
    }
    this.draw();
  }

  private stay(): void {
    this.touchedAt = Date.now();
    this.store.touched({ idleUntil: null });
  }

  private fingerDown(): void {
    this.touchedAt = Date.now();
    const { room } = this.state;
    if (room === null || room.marks.length === 0) return;
    this.line?.send({ type: "ClearMarks", room: room.room });
    this.fading.clear();
    this.clearMarks();
  }

  private clearMarks(mark?: string): void {
    this.store.step((state) => (state.room === null ? state : { ...state, room: clearMark(state.room, mark) }));
  }

  private get state() {
    return this.store.state;
  }

  private draw(): void {
    const { state, media } = this.store;
    this.media.coverScreen(isVeiled(state, this.store.touch, this.pen.focused));
    const touch = this.store.touch.chatOpen ? { ...this.store.touch, chatRead: lastLine(state) } : this.store.touch;
    const view: View = { state, touch, media, pen: this.pen, now: Date.now(), acts: this.finger };
    document.title = say("product");
    render(page(view), this.root);
    if (hasRoom(view) && touch.chatOpen) this.root.querySelector(".chat__lines > :last-child")?.scrollIntoView();
  }
}
