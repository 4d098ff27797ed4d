/** The element of the page that must be there; its absence is a mistake of ours, said by name. */
export function element(selector: string, root: ParentNode = document): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} on this page`);
  return found;
}
