/** For `ref`: the one thing to do is under the finger the moment it appears. */
export function takeFocus(control: Element | undefined): void {
  if (control !== undefined) queueMicrotask(() => (control as HTMLElement).focus({ preventScroll: true }));
}
