import { html, svg, type TemplateResult } from "lit";
import qrcode from "qrcode-generator";

/** A QR code as one path, black on white in every mode, with the quiet zone scanners need. */
export function qr(content: string, name: string): TemplateResult {
  const code = qrcode(0, "M");
  code.addData(content);
  code.make();
  const size = code.getModuleCount();
  let d = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (code.isDark(row, column)) d += `M${column + 4} ${row + 4}h1v1h-1z`;
    }
  }
  return html`<svg class="qr" viewBox="0 0 ${size + 8} ${size + 8}" role="img" aria-label=${name}>
    ${svg`<rect class="qr__paper" width=${size + 8} height=${size + 8} /><path class="qr__ink" d=${d} />`}
  </svg>`;
}
