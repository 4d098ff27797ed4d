import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../elements/icon.ts";
import { t } from "../text/text.ts";
import type { Box } from "./controls.ts";
import type { FormView } from "./form-view.ts";
import { valueAt } from "./paths.ts";
import { drawing } from "./strokes.ts";

/** A signature as both sides see it, and at the kiosk the way to make it. */
export function signature(view: FormView, path: string, box: Pick<Box, "id" | "described">): TemplateResult {
  const value = valueAt(view, path);
  return html`<div
    class="signature ${value === "" ? "signature--empty" : ""}"
    id=${box.id}
    role="group"
    aria-labelledby="${box.id}-label"
    aria-describedby=${box.described}
    tabindex="-1"
  >
    ${value === "" ? notSigned(view, path) : drawing(value, t("signature.done"))} ${act(view, path, value !== "")}
  </div>`;
}

/** What stands in its place: that it is still to be made, and whether it was there before. */
function notSigned(view: FormView, path: string): TemplateResult {
  const lapsed = view.room.fields[path]?.source === "LAPSED";
  return html`<p class="signature__none ${lapsed ? "signature__none--lapsed" : ""}" role="status">
    ${icon(lapsed ? "circle-alert" : "pencil")}<span
      >${t(lapsed ? "signature.lapsed" : view.role === "CLERK" ? "signature.noneYet" : "signature.please")}</span
    >
  </p>`;
}

function act(view: FormView, path: string, signed: boolean): TemplateResult | typeof nothing {
  const { sign } = view;
  if (sign === undefined) return nothing;
  if (sign.left !== null) return signed ? nothing : html`<p class="signature__left">${t(`signature.${sign.left}`)}</p>`;
  return html`<button type="button" class="button button--second signature__act" @click=${() => sign.open(path)}>
    ${icon("pencil")}<span>${t(signed ? "signature.again" : "signature.sign")}</span>
  </button>`;
}
