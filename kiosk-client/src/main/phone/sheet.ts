import type { LocalText, PictureFault } from "web-kit/protocol.ts";

/** What the server says of a code that this phone has. */
export type Opened = {
  title: LocalText;
  material: LocalText;
  hint?: LocalText | null;
  now: number;
  until: number;
};

/** Why this phone can send nothing, or nothing more. */
export type Over =
  /** The code has expired, was ended at the kiosk, or is none. */
  | "code"
  /** Another phone has it. */
  | "other"
  /** The visit is over, or the matter is filed. */
  | "visit";

/** How it stands with a picture that was taken. */
export type Sheet = {
  readonly id: number;
  /** A small picture of it, where this browser can make one. */
  readonly thumb: string | null;
  /** It was to be taken back, and the server was not reached: it is still there. */
  readonly staysYet?: true;
} & (
  | { readonly at: "preparing" }
  | { readonly at: "sending"; readonly percent: number }
  | { readonly at: "sent"; readonly faults: readonly PictureFault[]; readonly address: string }
  /** No line for some time; what the server has, it keeps. */
  | { readonly at: "cut" }
  | { readonly at: "refused"; readonly why: string }
);

export type PhoneState = {
  readonly sheets: readonly Sheet[];
} & (
  | { readonly at: "typing" }
  | { readonly at: "asking" }
  | { readonly at: "failed" }
  | { readonly at: "over"; readonly why: Over }
  /** @property minutes that the code is still good for */
  | { readonly at: "open"; readonly opened: Opened; readonly minutes: number }
);

export const atFirst: PhoneState = { at: "asking", sheets: [] };

/** What an answer of the server says about the code, or a refusal about what can still be sent. Null where it is only about one picture. */
export function overBy(code: string): Over | null {
  switch (code) {
    case "unknown-code":
    case "malformed":
    case "code-over":
      return "code";
    case "other-phone":
      return "other";
    case "visit-over":
      return "visit";
    default:
      return null;
  }
}

/** A sheet as it is now: what became of it stands, what was thrown away stays away. */
export function withSheet(state: PhoneState, sheet: Sheet): PhoneState {
  return { ...state, sheets: state.sheets.map((each) => (each.id === sheet.id ? sheet : each)) };
}

export function withoutSheet(state: PhoneState, id: number): PhoneState {
  return { ...state, sheets: state.sheets.filter((each) => each.id !== id) };
}
