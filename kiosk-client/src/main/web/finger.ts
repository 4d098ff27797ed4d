import { pathsOf } from "web-kit/form/paths.ts";
import type { Pen } from "web-kit/form/pen.ts";
import type { CallMedia } from "web-kit/media/call-media.ts";
import type { GrantScope, Role } from "web-kit/protocol.ts";
import { question } from "web-kit/room/question.ts";
import { addressHere } from "web-kit/room/item-address.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { lineOfChat } from "web-kit/text/line-of-chat.ts";
import { stopReading } from "web-kit/text/read-aloud.ts";
import { refusalText } from "web-kit/text/text.ts";
import type { FingerActs } from "./acts.ts";
import { turnContrast, turnLanguage, turnReach, turnSize } from "./appearance.ts";
import type { Asking } from "./asking.ts";
import type { FindDesk } from "web-kit/find/find-desk.ts";
import type { ItemDesk } from "./item-desk.ts";
import { go, goAlong, refusedCall, type KioskState, type Way } from "./kiosk-screen.ts";
import { lastLine } from "./asked-of-state.ts";
import type { KioskStore } from "./kiosk-store.ts";
import { signedUnder } from "./parts/sign.ts";
import type { Sight } from "./sight.ts";
import type { AgreedTo, Touch } from "./touch.ts";
import { chosen } from "./view.ts";

/** What only the whole kiosk can do. */
export type KioskDoes = {
  takeOver(): void;
  endVisit(): void;
  putAside(): void;
  stay(): void;
  read(): void;
  /** Fetches the item of the leaflet or of what comes next. */
  lookAtOther(): void;
};

/** What every touch does: it turns pages here, or asks the server. */
export class Finger implements FingerActs {
  /** The visit for which a code is on its way. */
  private makesCode: number | null = null;

  constructor(
    private readonly store: KioskStore,
    private readonly asking: Asking,
    private readonly pen: Pen,
    private readonly media: CallMedia,
    private readonly items: ItemDesk,
    private readonly heres: ItemDesk,
    private readonly finding: FindDesk,
    private readonly sight: Sight,
    private readonly kiosk: KioskDoes,
  ) {}

  go = (way: Way): void => {
    const before = this.state;
    this.store.step((state) => go(state, way));
    // Back to its questions, or on from them, it is the same item.
    if (way.at === "before" && (before.way.at !== "before" || before.item === null))
      this.items.want(way.item, way.centre);
    if (way.at === "before" && before.here?.item !== way.item) this.heres.wantAt(addressHere(way.item));
    if (way.at === "ask" && (before.way.at !== "ask" || before.item === null)) this.items.want(question, way.centre);
    if (way.at === "attract") this.find("");
    if (way.at === "choose" || way.at === "attract")
      this.store.step((state) => ({ ...state, item: null, here: null, answers: {} }));
    this.sight.top();
  };

  answer = (path: string, value: string): void =>
    this.store.step((state) => ({ ...state, answers: { ...state.answers, [path]: value } }));

  find = (words: string): void => {
    this.touch({ question: words });
    this.finding.ask(words, this.state.room?.owner ?? chosen(this.state.way).centre);
  };

  touch = (change: Partial<Touch>): void => {
    this.store.touched(change);
    if (change.sheet === null) stopReading();
    if (change.sheet != null) this.sight.dialog();
    else if (change.sheet === null) this.sight.back();
  };

  /** Esc leaves the sheet that lies over the screen, as its quietest button does. */
  escape = (): void => {
    if (this.store.touch.sheet !== null) this.touch({ sheet: null, signing: null, code: "" });
  };

  takeOver = (): void => this.kiosk.takeOver();

  openRoom = (): void => {
    const { way, item } = this.state;
    if (way.at !== "before" || item === null) return;
    const agreed = item.agreements.map((statement) => statement.code);
    void this.asking.once("open", { type: "OpenRoom", item: way.item, owner: way.centre, agreed });
  };

  ask = (): void => {
    const { way, item } = this.state;
    if (way.at !== "ask" || item === null) return;
    const agreed = item.agreements.map((statement) => statement.code);
    void this.asking.once("open", { type: "OpenRoom", item: item.item, owner: way.centre, agreed });
  };

  wantNext = (next: string | null): void => {
    const shown = this.state.room?.presented?.type;
    if (next !== null && (shown === "Leaflet" || shown === "CentreMap")) this.putAway();
    this.touch({ next, question: "", found: null, event: null, chatOpen: false, sharedFirst: false });
    this.kiosk.lookAtOther();
    this.sight.top();
  };

  moveOn = (): void => this.moveOnTo(this.seen());
  moveOnKept = (): void => this.moveOnTo(this.store.touch.agreedTo);

  page = (number: number): void => {
    this.pen.writeAll();
    const back = number < this.state.page;
    this.store.step((state) => ({ ...go(state, { at: "form" }), page: number, strict: back && state.strict }));
    this.sight.top();
  };

  lookAt = (path: string): void => {
    const { room, item } = this.state;
    if (room === null || item === null) return;
    const filled = { item, room, edits: this.pen.edits };
    const there = item.pages.findIndex((each) => pathsOf(filled, each).includes(path));
    if (there < 0) return;
    this.touch({ chatOpen: false, sharedFirst: false });
    this.page(there);
    this.sight.field(path);
  };

  review = (): void => {
    this.pen.writeAll();
    this.store.step((state) => ({ ...go(state, { at: "review" }), strict: true }));
    this.sight.top();
  };

  call = (): void => {
    this.pen.writeAll();
    this.inRoom((room) =>
      this.asking.once("call", { type: "RequestCall", room }, (state, refused) => refusedCall(state, refused)),
    );
  };

  cancelCall = (): void => this.withCall((call) => this.asking.plain({ type: "CancelCall", call }));
  hangUp = (): void => this.withCall((call) => this.asking.plain({ type: "HangUp", call }));
  helperSignOut = (): void => this.inRoom((room) => this.asking.plain({ type: "HelperSignOut", room }));
  handOver = (to: Role): void => this.inRoom((room) => this.asking.plain({ type: "HandOver", room, to }));
  allow = (scope: GrantScope): void => this.inRoom((room) => this.asking.plain({ type: "GiveGrant", room, scope }));
  withdraw = (scope: GrantScope): void => this.inRoom((room) => this.asking.plain({ type: "EndGrant", room, scope }));
  takeSuggestion = (suggestion: string): void =>
    this.inRoom((room) => this.asking.plain({ type: "TakeSuggestion", room, suggestion }));
  dropSuggestion = (suggestion: string): void =>
    this.inRoom((room) => this.asking.plain({ type: "DropSuggestion", room, suggestion }));
  answerClerk = (path: string, code: string): void => {
    if (this.state.room?.fields[path]?.value === code) this.putAway();
    else this.pen.choose(path, code);
  };
  putAway = (): void => {
    stopReading();
    this.inRoom((room) => this.asking.plain({ type: "PutAway", room }));
  };
  keepForLater = (): void => this.makeCode("aside");
  keepAndMoveOn = (): void => {
    const agreedTo = this.seen();
    if (agreedTo === null) return;
    this.touch({ agreedTo });
    this.makeCode("kept");
  };
  putAside = (): void => this.kiosk.putAside();
  takeEarlier = (): void => this.inRoom((room) => this.asking.plain({ type: "TakeEarlier", room }));
  undo = (paths: readonly string[]): void =>
    this.inRoom((room) => {
      for (const path of paths) {
        const rev = this.state.room?.fields[path]?.rev;
        if (rev !== undefined) void this.asking.plain({ type: "Undo", room, path, rev });
      }
    });
  previewMigration = (): void => {
    this.pen.writeAll();
    this.touch({ sheet: "migration" });
    this.inRoom((room) => this.asking.plain({ type: "PreviewMigration", room }));
  };
  migrate = (itemHash: string): void => {
    this.touch({ sheet: null });
    this.inRoom((room) => this.asking.plain({ type: "Migrate", room, itemHash }));
  };
  declineMigration = (): void => {
    this.touch({ sheet: null });
    if (this.state.room?.migrationOffered != null)
      this.inRoom((room) => this.asking.plain({ type: "DeclineMigration", room }));
  };
  follow = (follows: boolean): void => {
    this.store.step((state) =>
      state.room === null ? state : { ...state, room: { ...state.room, led: { ...state.room.led, follows } } },
    );
    if (follows) this.goAlong();
  };
  goAlong = (): void => {
    this.touch({ chatOpen: false, sharedFirst: false });
    this.pen.writeAll();
    this.store.step(goAlong);
    this.sight.top();
  };
  confirm = (path: string, rev: number): void =>
    this.inRoom((room) => this.asking.plain({ type: "Confirm", room, path, rev }));
  declare = (code: string, agreed: boolean): void =>
    this.inRoom((room) => this.asking.plain({ type: "Declare", room, code, agreed }));
  signHere = (path: string, command?: string): void => {
    this.pen.writeAll();
    this.dismissRefusal();
    this.inRoom((_, room) =>
      this.touch({
        sheet: "sign",
        signing: {
          path,
          under: signedUnder(room, path),
          drawn: false,
          text: null,
          round: 0,
          ...(command && { command }),
        },
      }),
    );
  };
  sign = (): void =>
    this.inRoom(async (room) => {
      const { signing } = this.store.touch;
      if (signing === null || signing.text === null) return;
      const { path, text: value } = signing;
      const baseRev = this.state.room?.formRev ?? 0; // followPad sees to it that this is the form they saw
      this.dismissRefusal();
      const answer = await this.asking.once("sign", { type: "SetField", room, path, value, baseRev });
      // What is still to be put right is said where it stands; after any other refusal the drawing may be sent again.
      const done =
        answer?.type === "Accepted" ||
        (answer?.type === "Refused" && (answer.why === "INCOMPLETE" || answer.why === "STALE"));
      const signedFor = answer?.type === "Accepted" ? (signing.command ?? null) : null;
      if (done && this.store.touch.signing === signing) this.touch({ sheet: null, signing: null, signedFor });
    });
  /** Nobody signs what they have not seen: the pad goes, and says why, when the form changes beneath it. */
  followPad(room: RoomState): void {
    const { sheet, signing } = this.store.touch;
    if (sheet !== "sign" || signing === null || signedUnder(room, signing.path) === signing.under) return;
    this.touch({ sheet: null, signing: null });
    this.store.step((state) => ({ ...state, refused: { type: "Refused", opId: "", why: "STALE", issues: [] } }));
  }
  submit = (): void =>
    this.inRoom((room) =>
      this.asking.once("submit", { type: "Submit", room, formHash: this.state.room?.formHash ?? "" }),
    );

  helperSignIn = (): void =>
    this.inRoom(async (room) => {
      const { code } = this.store.touch;
      this.touch({ code: "" });
      const answer = await this.asking.ask({ type: "HelperSignIn", room, code });
      if (answer !== null)
        this.touch(answer.type === "Accepted" ? { sheet: null } : { codeWrong: refusalText(answer.why) });
    });

  chat = (text: string): void => {
    const { line, rest } = lineOfChat(text);
    if (this.store.touch.chatText.trim() === text) this.touch({ chatText: rest });
    this.inRoom((room) =>
      this.asking.plain({ type: "Say", room, text: line }, () => {
        // What was refused is not lost, and what was written since is not written over.
        if (this.store.touch.chatText === rest) this.touch({ chatText: text });
      }),
    );
  };

  openChat = (): void => this.touch({ chatOpen: !this.store.touch.chatOpen, chatRead: lastLine(this.state) });
  microphone = (on: boolean): void => this.media.setMicrophone(on);
  camera = (on: boolean): void => this.media.setCamera(on);
  share = (): void => void this.media.shareScreen({ ownTab: true });
  stopSharing = (): void => this.media.stopScreen();
  endVisit = (): void => this.kiosk.endVisit();
  stay = (): void => this.kiosk.stay();
  dismissRefusal = (): void => this.store.step((state) => ({ ...state, refused: null }));

  language = (): void => {
    turnLanguage();
    this.store.redraw();
  };
  size = (): void => {
    turnSize();
    this.touch({ largerOffered: false });
  };
  contrast = turnContrast;
  reach = (): void => {
    turnReach();
    this.store.redraw();
  };
  read = (): void => this.kiosk.read();

  /** What is agreed to by a touch on what stands there now: all that its page says. */
  private seen(): AgreedTo | null {
    const { other } = this.state;
    return other && { item: other.item, agreed: other.agreements.map((statement) => statement.code) };
  }

  private moveOnTo(to: AgreedTo | null): void {
    if (to === null) return;
    this.inRoom((room) =>
      this.asking.once("open", { type: "MoveOn", room, ...to }, (state, refused) => {
        this.touch({ sheet: null }); // what was refused is said where it was offered
        return { ...state, refused };
      }),
    );
  }

  private makeCode(sheet: "aside" | "kept"): void {
    this.pen.writeAll();
    this.touch({ sheet, idleUntil: null });
    if (this.makesCode === this.store.visit) return;
    const { visit } = this.store;
    this.makesCode = visit;
    // A new code ends the one before, which must not stand on a slip any more.
    this.store.step((state) => ({ ...state, resumeCode: null }));
    this.inRoom((room) =>
      this.asking
        .until(
          () => this.state.resumeCode !== null,
          { type: "MakeResumeCode", room },
          // What is still needed is said where the form is.
          () => this.touch({ sheet: null }),
        )
        .finally(() => this.makesCode === visit && (this.makesCode = null)),
    );
  }

  private inRoom(then: (id: string, room: RoomState) => unknown): void {
    if (this.state.room !== null) then(this.state.room.room, this.state.room);
  }

  private withCall(then: (call: string) => unknown): void {
    if (this.state.call !== null) then(this.state.call.call);
  }

  private get state(): KioskState {
    return this.store.state;
  }
}
