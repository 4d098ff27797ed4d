import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { CentrePlace, Point } from "web-kit/form/centre-place.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";

/** Where a centre is, when it is open and how one gets there, with a sketch of the streets around it. */
export function centreMap(map: CentrePlace): TemplateResult {
  const { place } = map;
  const fact = (name: string, words: TemplateResult | string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${words}</dd>
    </div>`;
  return html`<h1 class="leaflet__title" tabindex="-1">${local(map.name)}</h1>
    <div class="way">
      <dl class="way__facts">
        ${fact(say("map.address"), html`${local(place.address)}<br />${local(place.room)}`)}
        ${fact(say("map.hours"), local(map.hours))}
        ${
          place.ways.length === 0
            ? nothing
            : fact(
                say("map.ways"),
                html`${place.ways.map((each, index) => html`${index === 0 ? nothing : html`<br />`}${local(each)}`)}`,
              )
        }
      </dl>
      <figure class="way__sketch">
        ${sketch(map)}
        <figcaption class="caption">${icon("info")}<span>${say("map.notToScale")}</span></figcaption>
      </figure>
    </div>`;
}

/** What a voice reads of it: everything but the sketch. */
export function wayAloud({ name, hours, place }: CentrePlace): string {
  return [
    local(name),
    `${say("map.address")}：${local(place.address)}，${local(place.room)}`,
    `${say("map.hours")}：${local(hours)}`,
    `${say("map.ways")}：${place.ways.map(local).join("；")}`,
  ].join("。");
}

/** Units of the drawing for one of the data's. */
const scale = 10;

function sketch({ name, place }: CentrePlace): TemplateResult {
  const at = ({ x, y }: Point) => [x * scale, y * scale] as const;
  const words = (x: number, y: number, text: string, kind: string): SVGTemplateResult =>
    svg`<text class="way__${kind}" x=${x} y=${y}>${text}</text>`;
  const [hallX, hallY] = at(place.hall);
  return html`<svg viewBox="0 0 1000 600" role="img" aria-label=${say("map.sketch", { place: local(name) })}>
    ${place.streets.map(({ line }) => svg`<polyline points=${line.map((each) => at(each).join(",")).join(" ")} />`)}
    ${place.streets.map(({ name: street, line: [first, second] }) => {
      if (first === undefined || second === undefined) return nothing;
      const [x, y] = at(first);
      const along = Math.abs(second.x - first.x) > Math.abs(second.y - first.y);
      return along ? words(x + 10, y - 28, local(street), "street") : words(x + 28, y + 36, local(street), "street");
    })}
    ${place.stops.map((stop) => {
      const [x, y] = at(stop.at);
      return svg`<circle class="way__stop" cx=${x} cy=${y} r="16" />${words(x + 14, y + 60, local(stop.name), "name")}`;
    })}
    <rect class="way__hall" x=${hallX - 30} y=${hallY - 30} width="60" height="60" rx="10" />
    ${words(hallX, hallY - 46, say("map.hall"), "here")}
  </svg>`;
}
