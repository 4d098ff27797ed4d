type PhraseKey = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What a key does, wherever the focus is. */
export type KeyAct =
  | "answer"
  | "decline"
  | "hangUp"
  | "toggleReady"
  | "toggleMicrophone"
  | "point"
  | "sayStep"
  | "tickStep"
  | "pointAtStep"
  | "showSample"
  | "showPageSample"
  | "ask"
  | "undo"
  | `phrase${PhraseKey}`
  | "suggest"
  | "askGrant"
  | "openFinder"
  | "sendLeaflet"
  | "sendMap"
  | "proposeItem"
  | "readCard"
  | "capturePage"
  | "watchBed"
  | "turnBed"
  | "scanPages"
  | "askSignature"
  | "printReceipt"
  | "stopUse"
  | "stepAway"
  | "showDevices"
  | "nextMaterial"
  | "passMaterial"
  | "promiseMaterial"
  | "postMaterial"
  | "reopenMaterial"
  | "lookAtPages"
  | "askLicence"
  | "askCheck"
  | "askPhone"
  | "chat"
  | "toggleScreen"
  | "finish"
  | "showKeys"
  | "showSettings"
  | "escape";

export type Pressed = {
  readonly key: string;
  /** The place on the keyboard: Alt changes the letter on some. */
  readonly code: string;
  readonly alt: boolean;
  readonly control: boolean;
  /** The focus is where letters are written. */
  readonly inText: boolean;
  /** The focus is on a button or link, which Enter belongs to. */
  readonly onButton: boolean;
};

export type KeyPlace = "desk" | "ringing" | "call" | "wrapUp" | "none";

const LETTERS: Readonly<Record<string, KeyAct>> = {
  KeyP: "point",
  KeyS: "suggest",
  KeyW: "askGrant",
  KeyM: "toggleMicrophone",
  KeyT: "chat",
  KeyF: "toggleScreen",
  KeyD: "showSettings",
  KeyN: "sayStep",
  KeyK: "tickStep",
  KeyG: "pointAtStep",
  KeyR: "showSample",
  KeyE: "showPageSample",
  KeyQ: "ask",
  KeyU: "undo",
  KeyI: "openFinder",
  KeyL: "sendLeaflet",
  KeyA: "sendMap",
  KeyJ: "proposeItem",
  KeyC: "readCard",
  KeyV: "capturePage",
  Digit9: "watchBed",
  BracketRight: "turnBed",
  KeyX: "scanPages",
  KeyY: "askSignature",
  KeyB: "printReceipt",
  KeyZ: "stopUse",
  KeyH: "showDevices",
  KeyO: "nextMaterial",
  Equal: "passMaterial",
  Semicolon: "promiseMaterial",
  Period: "postMaterial",
  Minus: "reopenMaterial",
  Slash: "lookAtPages",
  Comma: "askLicence",
  Quote: "askCheck",
  Backquote: "askPhone",
  Digit0: "stepAway",
  Digit1: "phrase1",
  Digit2: "phrase2",
  Digit3: "phrase3",
  Digit4: "phrase4",
  Digit5: "phrase5",
  Digit6: "phrase6",
  Digit7: "phrase7",
  Digit8: "phrase8",
};

/** Pure, so that the list of keys and what they do cannot drift apart unseen. */
export function keyAct(pressed: Pressed, place: KeyPlace): KeyAct | null {
  if (pressed.control || place === "none") return null;
  if (pressed.key === "?" && !pressed.inText) return "showKeys";
  switch (place) {
    case "ringing":
      if (pressed.key === "F2") return "answer";
      return pressed.key === "Escape" ? "decline" : null;
    case "desk":
      if (pressed.key === "F8") return "toggleReady";
      return pressed.key === "Escape" ? "escape" : null;
    case "call":
      if (pressed.key === "F10") return "hangUp";
      if (pressed.key === "Escape") return "escape";
      return pressed.inText && !pressed.alt ? null : (LETTERS[pressed.code] ?? null);
    case "wrapUp":
      if (pressed.key === "Escape") return "escape";
      return pressed.key === "Enter" && !pressed.onButton ? "finish" : null;
  }
}
