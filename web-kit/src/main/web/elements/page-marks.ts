import { svg, type SVGTemplateResult } from "lit";
import type { PageRegion } from "../protocol.ts";

/** What a clerk drew on a page, for an `svg` of exactly the page's size. A light edge makes it seen on any paper. */
export function pageMarks(regions: readonly PageRegion[], kind = ""): SVGTemplateResult {
  return svg`${regions.map(
    (region) =>
      svg`<g class="page-mark ${kind}">${drawn(region, "page-mark__edge")}${drawn(region, "page-mark__line")}</g>`,
  )}`;
}

/** For the `load` of the picture in a `.marked-page`, which takes its shape: a fraction of the one is the same fraction of the other. */
export function takeShape(event: Event): void {
  const image = event.currentTarget as HTMLImageElement;
  if (image.naturalHeight === 0) return;
  image.parentElement?.style.setProperty("--page-ratio", String(image.naturalWidth / image.naturalHeight));
}

function drawn(region: PageRegion, line: string): SVGTemplateResult {
  const left = Math.min(region.fromX, region.toX);
  const top = Math.min(region.fromY, region.toY);
  const wide = Math.abs(region.toX - region.fromX);
  const high = Math.abs(region.toY - region.fromY);
  return region.shape === "CIRCLE"
    ? svg`<ellipse
        class=${line}
        cx=${percent(left + wide / 2)} cy=${percent(top + high / 2)} rx=${percent(wide / 2)} ry=${percent(high / 2)}
      />`
    : svg`<rect class=${line} x=${percent(left)} y=${percent(top)} width=${percent(wide)} height=${percent(high)} />`;
}

function percent(part: number): string {
  return `${part * 100}%`;
}
