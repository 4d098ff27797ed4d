import type { FormView } from "web-kit/form/form-view.ts";
import type { Pen } from "web-kit/form/pen.ts";
import type { MediaView } from "web-kit/media/call-media.ts";
import type { Role } from "web-kit/protocol.ts";
import type { Acts } from "./acts.ts";
import type { KioskState, Way } from "./kiosk-screen.ts";
import { letWrite } from "./parts/let-write.ts";
import { signLast } from "./parts/sign.ts";
import type { Touch } from "./touch.ts";
import { issueText } from "web-kit/text/issues.ts";

/** What a screen is drawn from. */
export type View = {
  readonly state: KioskState;
  readonly touch: Touch;
  readonly media: MediaView;
  readonly pen: Pen;
  readonly now: number;
  readonly acts: Acts;
};

/** A screen that only exists with a room and its item. */
export type RoomScreen = View & {
  readonly state: KioskState & {
    readonly room: NonNullable<KioskState["room"]>;
    readonly item: NonNullable<KioskState["item"]>;
  };
};

export function hasRoom(view: View): view is RoomScreen {
  return view.state.room !== null && view.state.item !== null;
}

export function formView(view: RoomScreen): FormView {
  const { room, item } = view.state;
  const atKiosk: Role = room.atKiosk;
  return {
    item,
    room,
    edits: view.pen.edits,
    pen: view.pen,
    role: atKiosk === "HELPER" ? "HELPER" : "APPLICANT",
    surface: "kiosk",
    mayWrite: room.filed === null,
    online: view.state.line.at === "open",
    now: view.now,
    strict: view.state.strict,
    issueText: (issue, language) => issueText(issue, language, item.rules),
    suggestions: { take: view.acts.takeSuggestion, drop: view.acts.dropSuggestion },
    besideBox: (path, field) => letWrite(view, path, field),
    ...(room.filed === null ? { sign: { open: view.acts.signHere, left: signLast(view) } } : {}),
  };
}

/** The destination that the applicant chose, as the lobby knows it now. */
export function destination(view: View, centre: string | null) {
  return view.state.lobby?.destinations.find((each) => each.centre === centre) ?? null;
}

export function chosen(way: Way): { centre: string | null; item: string | null } {
  if (way.at === "choose" || way.at === "before") return way;
  return { centre: way.at === "ask" ? way.centre : null, item: null };
}
