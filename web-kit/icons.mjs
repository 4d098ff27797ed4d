// `node web-kit/icons.mjs` rewrites src/main/web/elements/icons.ts: the icons of Lucide (ISC) we use, each as one path.
// A path is an attribute, so no icon passes through an HTML sink and the content security policy stays closed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const used =
  `a-large-small accessibility arrow-left arrow-right arrow-up-right bell building-2 check chevron-right circle circle-alert
circle-check circle-help circle-stop circle-x clock coffee contrast copy eye eye-off file-text hand hand-helping headset
heart-pulse id-card info languages lightbulb list-checks lock log-out map-pin message-square-text mic mic-off minus
monitor-up monitor-x move-up-right octagon-alert pause pencil phone phone-call phone-off plus pointer printer
receipt-text rotate-ccw screen-share send shield-check square square-check star store trash-2 triangle-alert undo-2
user-round users video video-off volume-2 wifi-off x backpack maximize minimize plug smartphone
sliders-horizontal chart-line phone-missed search house truck baby graduation-cap armchair car scale flower-2
camera scan-text rotate-cw zoom-in zoom-out`.split(/\s+/);

const require = createRequire(import.meta.url);
const nodesOf = (name) => {
  const drawn = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), "utf8");
  return [...drawn.matchAll(/<(path|circle|ellipse|line|polyline|polygon|rect) ([^>]*)\/>/g)].map(
    ([, tag, attributes]) => [
      tag,
      Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
    ],
  );
};

const ring = (cx, cy, rx, ry) => `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
const shapes = {
  path: ({ d }) => d,
  circle: ({ cx, cy, r }) => ring(+cx, +cy, +r, +r),
  ellipse: ({ cx, cy, rx, ry }) => ring(+cx, +cy, +rx, +ry),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points}`,
  polygon: ({ points }) => `M${points}Z`,
  rect: ({ x = 0, y = 0, width: w, height: h, rx, ry }) => {
    const r = +(rx ?? ry ?? 0);
    const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : "");
    return (
      `M${+x + r} ${+y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}` +
      `h${-(w - 2 * r)}${corner(-r, -r)}v${-(h - 2 * r)}${corner(r, -r)}Z`
    );
  },
};

const lines = used.sort().map((name) => {
  // A path that begins relatively would go on from the end of the one before it.
  const d = nodesOf(name)
    .map(([tag, attributes]) => shapes[tag](attributes).replace(/^m/, "M0 0m"))
    .join("");
  return `  "${name}": "${d}",`;
});
writeFileSync(
  new URL("src/main/web/elements/icons.ts", import.meta.url),
  `// Written by web-kit/icons.mjs from Lucide (ISC). Change that instead.\n\n// prettier-ignore\nexport const icons = {\n${lines.join("\n")}\n} as const;\n`,
);
