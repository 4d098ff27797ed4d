import type { ClerkActs, ClerkPage } from "./clerk-page.ts";
import { keyAct, type KeyAct, type KeyPlace, type Pressed } from "./keys.ts";

/** What the keys need to know and do. */
export interface KeyActs extends ClerkActs {
  readonly page: ClerkPage;
}

export function listenToKeys(act: KeyActs): void {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const what = keyAct(pressed(event), placeOf(act.page));
    // The dialog closes itself with Escape, and nothing below it hears keys.
    if (what === null || (act.page.work.keysShown && what !== "showKeys")) return;
    if (run(what, act)) event.preventDefault();
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
function run(what: KeyAct, act: KeyActs): boolean {
  const { page } = act;
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
    case "chat":
      document.getElementById("chat-input")?.focus();
      return true;
    case "toggleScreen":
      act.showMiddle(page.work.middle === "form" ? "screen" : "form");
      return true;
    case "finish":
      act.finish(false);
      return true;
    case "showKeys":
      act.showKeys(!page.work.keysShown);
      return true;
    case "escape":
      return escape(act);
  }
}

/** One thing at a time is put away. */
function escape(act: KeyActs): boolean {
  const { work, desk } = act.page;
  if (work.suggesting !== null) act.openSuggestion(null);
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
