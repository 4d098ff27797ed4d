import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { ClerkState } from "web-kit/protocol.ts";
import { s } from "../text/text.ts";

/** What a clerk is doing: icon and word. */
export function stateChip(state: ClerkState): TemplateResult {
  const { kind, name } = CHIPS[state];
  return html`<span class="chip ${kind}">${icon(name)}<b>${s(`state.${state}`)}</b></span>`;
}

const CHIPS: Readonly<Record<ClerkState, { kind: string; name: IconName }>> = {
  OFFLINE: { kind: "chip--out", name: "log-out" },
  AWAY: { kind: "", name: "coffee" },
  READY: { kind: "chip--ok", name: "circle-check" },
  RINGING: { kind: "chip--brand", name: "bell" },
  TALKING: { kind: "chip--brand", name: "phone" },
  WRAP_UP: { kind: "", name: "pencil" },
};
