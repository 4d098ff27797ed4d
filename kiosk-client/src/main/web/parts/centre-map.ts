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

function at({ x, y }: Point): readonly [number, number] {
  return [x * scale, y * scale];
}

/** Over the street's beginning where it runs across; beside its upper or lower end where it runs up and down. */
function streetName(name: string, line: readonly Point[], above: boolean): SVGTemplateResult | typeof nothing {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined) return nothing;
  if (Math.abs(last.x - first.x) > Math.abs(last.y - first.y)) {
    const [x, y] = at(first);
    return svg`<text x=${x + 10} y=${y - 28}>${name}</text>`;
  }
  const [x, y] = at(above ? first : last);
  return beside(x, above ? y + 50 : y, name);
}

/** On the side where there is more room. */
function beside(x: number, y: number, name: string): SVGTemplateResult {
  return x < 500
    ? svg`<text x=${x + 24} y=${y}>${name}</text>`
    : svg`<text class="way__before" x=${x - 24} y=${y}>${name}</text>`;
}

function sketch({ name, place }: CentrePlace): TemplateResult {
  const [hallX, hallY] = at(place.hall);
  return html`<svg viewBox="0 0 1000 600" role="img" aria-label=${say("map.sketch", { place: local(name) })}>
    ${place.streets.map(({ line }) => svg`<polyline points=${line.map((each) => at(each).join(",")).join(" ")} />`)}
    ${place.streets.map(({ name: street, line }, index) => streetName(local(street), line, index % 2 === 0))}
    ${place.stops.map((stop) => {
      const [x, y] = at(stop.at);
      return svg`<circle class="way__stop" cx=${x} cy=${y} r="16" />${beside(x, y + 66, local(stop.name))}`;
    })}
    <rect class="way__hall" x=${hallX - 30} y=${hallY - 30} width="60" height="60" rx="10" />
    <text class="way__here" x=${hallX} y=${hallY - 46}>${say("map.hall")}</text>
  </svg>`;
}
