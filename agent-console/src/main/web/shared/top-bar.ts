import { html, svg, type TemplateResult } from "lit";

/** The mark: two windows that overlap; what they share is the desk. */
export function brand(name: string): TemplateResult {
  return html`<span class="brand">
    <svg class="brand__mark" viewBox="0 0 52 52" aria-hidden="true">
      ${svg`<rect x="4" y="4" width="30" height="30" rx="7" /><rect x="18" y="18" width="30" height="30" rx="7" />
        <rect class="brand__desk" x="20" y="20" width="12" height="12" rx="2.5" />`}
    </svg>
    <span>${name}</span>
  </span>`;
}

/** A person's first character in a round. */
export function avatar(name: string): TemplateResult {
  return html`<span class="avatar" aria-hidden="true">${[...name][0] ?? ""}</span>`;
}

/** The key that does the same, beside the words of a button. It is no part of the button's name. */
export function key(name: string): TemplateResult {
  return html`<kbd class="key" aria-hidden="true">${name}</kbd>`;
}
