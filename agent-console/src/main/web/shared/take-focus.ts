/** For `ref`: the one thing to do is under the finger the moment it appears. */
export function takeFocus(control: Element | undefined): void {
  if (control !== undefined) queueMicrotask(() => (control as HTMLElement).focus({ preventScroll: true }));
}

/** For `ref`: a dialog that is drawn is open. */
export function showModal(dialog: Element | undefined): void {
  if (dialog !== undefined) queueMicrotask(() => dialog.isConnected && (dialog as HTMLDialogElement).showModal());
}

/** For `ref`: what opens elsewhere on the page is brought before the eyes, with the focus on its first button. */
export function intoView(part: Element | undefined): void {
  if (part === undefined) return;
  queueMicrotask(() => {
    part.scrollIntoView({ block: "nearest" });
    part.querySelector("button")?.focus({ preventScroll: true });
  });
}
