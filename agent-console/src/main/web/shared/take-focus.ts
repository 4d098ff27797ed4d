/** For `ref`: the one thing to do is under the finger the moment it appears. */
export function takeFocus(control: Element | undefined): void {
  if (control !== undefined) queueMicrotask(() => (control as HTMLElement).focus({ preventScroll: true }));
}

/** For `ref`: a dialog that is drawn is open. */
export function showModal(dialog: Element | undefined): void {
  if (dialog !== undefined) queueMicrotask(() => dialog.isConnected && (dialog as HTMLDialogElement).showModal());
}
