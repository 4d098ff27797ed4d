import type { ClerkActs, ClerkPage } from "./clerk-page.ts";
import { phrases } from "../text/phrases.ts";
import { stepsNow } from "./script.ts";
import { isWatched } from "./device-state.ts";
import { keyAct, type KeyAct, type KeyPlace, type Pressed } from "./keys.ts";

export function listenToKeys(now: () => ClerkPage, act: ClerkActs): void {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const page = now();
    const what = keyAct(pressed(event), placeOf(page));
    const { keysShown, settingsShown, pageShown, judging, rejecting, examination } = page.work;
    // A dialog closes itself with Escape, and nothing below it hears keys.
    const below = settingsShown || pageShown !== null || judging !== null || rejecting !== null || examination !== null;
    if (what === null || below || (keysShown && what !== "showKeys")) return;
    if (run(what, page, act)) event.preventDefault();
  });
}

function placeOf(page: ClerkPage): KeyPlace {
  if (page.desk.seat !== "seated") return "none";
  switch (page.desk.call?.type) {
    case "Ringing":
      return "ringing";
    case "InCall":
      return "call";
    case "WrapUp":
      return "wrapUp";
    case undefined:
      return "desk";
  }
}

/** Whether the key was used. */
function run(what: KeyAct, page: ClerkPage, act: ClerkActs): boolean {
  const path = focusedPath();
  switch (what) {
    case "answer":
      act.answer();
      return true;
    case "decline":
      act.decline();
      return true;
    case "hangUp":
      act.hangUp();
      return true;
    case "toggleReady":
      if (page.work.checked) act.setReady(page.desk.desk?.state !== "READY");
      return page.work.checked;
    case "toggleMicrophone":
      act.setMicrophone(page.media.local.microphone !== "ON");
      return true;
    case "point":
      if (path === null) return false;
      act.point(page.desk.room?.pointedAt === path ? null : path);
      return true;
    case "suggest":
      if (path === null || page.desk.room?.filed != null) return false;
      act.openSuggestion(path);
      return true;
    case "askGrant":
      act.askGrant();
      return true;
    case "openFinder":
      act.openFinder();
      return true;
    case "sendLeaflet":
      act.sendLeaflet();
      return true;
    case "sendMap":
      act.sendMap();
      return true;
    case "proposeItem":
      act.proposeItem();
      return true;
    case "readCard":
      act.operateDevice("READ_CARD");
      return true;
    case "capturePage":
      act.operateDevice("CAPTURE");
      return true;
    case "watchBed":
      act.watchBed();
      return true;
    case "turnBed":
      if (!isWatched(page.desk.room)) return false;
      act.turnBed();
      return true;
    case "scanPages":
      act.operateDevice("SCAN");
      return true;
    case "askSignature":
      act.operateDevice("SIGN");
      return true;
    case "printReceipt":
      act.operateDevice("PRINT");
      return true;
    case "stopUse":
      act.stopLastUse();
      return true;
    case "stepAway":
      act.stepAway();
      return true;
    case "showDevices":
      act.showAside("devices");
      return true;
    case "nextMaterial":
      act.nextMaterial();
      return true;
    case "passMaterial":
      return ofMaterial(page, () => act.sayOfMaterial("PASSED"));
    case "promiseMaterial":
      return ofMaterial(page, () => act.sayOfMaterial("PROMISED"));
    case "postMaterial":
      return ofMaterial(page, () => act.sayOfMaterial("POSTED"));
    case "reopenMaterial":
      return ofMaterial(page, () => act.sayOfMaterial("OPEN"));
    case "lookAtPages":
      return ofMaterial(page, () => act.lookAtPages());
    case "askLicence":
      act.askLicence();
      return true;
    case "askCheck":
      act.askCheck();
      return true;
    case "askPhone":
      return ofMaterial(page, () => act.askPhone());
    case "chat":
      document.getElementById("chat-input")?.focus();
      return true;
    case "toggleScreen":
      act.showMiddle(page.work.middle !== "form" ? "form" : isWatched(page.desk.room) ? "bed" : "screen");
      return true;
    case "sayStep":
      act.sayStep();
      return true;
    case "tickStep":
      return tickStep(page, act);
    case "pointAtStep":
      act.pointAtStep();
      return true;
    case "showSample":
      act.showSample();
      return true;
    case "showPageSample":
      act.showPageSample();
      return true;
    case "ask":
      if (path === null) return false;
      act.present({ type: "Question", path });
      return true;
    case "undo":
      if (path === null) return false;
      act.undo(path);
      return true;
    case "phrase1":
    case "phrase2":
    case "phrase3":
    case "phrase4":
    case "phrase5":
    case "phrase6":
    case "phrase7":
    case "phrase8":
      return sayPhrase(Number(what.slice(-1)), act);
    case "finish":
      act.finish(false);
      return true;
    case "showKeys":
      act.showKeys(!page.work.keysShown);
      return true;
    case "showSettings":
      act.showSettings(true);
      return true;
    case "escape":
      return escape(page, act);
  }
}

/** Nothing is said of a material that is not in sight. */
function ofMaterial({ work }: ClerkPage, say: () => void): boolean {
  if (work.aside !== "materials") return false;
  say();
  return true;
}

function tickStep({ item, desk, work }: ClerkPage, act: ClerkActs): boolean {
  if (item === null || desk.room === null) return false;
  const current = stepsNow(item, desk.room, work.ticked).find((each) => each.current);
  if (current === undefined) return false;
  act.tickStep(current.step.id);
  return true;
}

function sayPhrase(number: number, act: ClerkActs): boolean {
  const phrase = phrases[number - 1];
  if (phrase === undefined) return false;
  act.present({ type: "Phrase", ...phrase });
  return true;
}

/** One thing at a time is put away. */
function escape({ work, desk }: ClerkPage, act: ClerkActs): boolean {
  if (work.suggesting !== null) act.openSuggestion(null);
  else if (work.revealing !== null) act.openReveal(null);
  else if (desk.room?.presented != null) act.putAway();
  else if (desk.room?.pointedAt != null) act.point(null);
  else if (work.notice !== null) act.dismiss();
  else return false;
  return true;
}

function focusedPath(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-path]")?.dataset["path"] ?? null;
}

function pressed(event: KeyboardEvent): Pressed {
  const on = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    code: event.code,
    alt: event.altKey,
    control: event.ctrlKey || event.metaKey,
    inText: on?.matches("input:not([readonly]), textarea:not([readonly]), select") ?? false,
    onButton: on?.matches("button, a") ?? false,
  };
}
