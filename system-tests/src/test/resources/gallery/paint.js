// What a person sees of a page: which words stand where, what lies over them, and on which colour they are painted.
// Everything else in this folder stands on it. In a test's browser only.
globalThis.paint = (() => {
  /** Lies over words on purpose: what the clerk draws on a shared picture, and the frame that says that one is shared. */
  const overlays = ".marks, .sharing";
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const all = new CSSStyleSheet();
  all.replaceSync("* { pointer-events: auto !important }");

  let styles = new Map();
  let opacities = new Map();
  let edges = new Map();
  const colours = new Map();

  /** Forgets what was computed for the state before, and lets every painted element be hit. */
  function begin() {
    styles = new Map();
    moved();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => sheet !== all), all];
  }
  /** Something was scrolled, or stands elsewhere. */
  function moved() {
    opacities = new Map();
    edges = new Map();
  }
  function end() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== all);
  }

  function style(element) {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  }

  /** For people to find it again. */
  function called(element) {
    const kind = [element.tagName.toLowerCase(), ...element.classList].join(".");
    const box = element.matches("input, textarea, select");
    const words = ((box ? element.value : element.textContent) ?? "").replace(/\s+/g, " ").trim();
    if (words === "" || element === document.documentElement || element === document.body) return kind;
    return `${kind} “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
  }

  function shown(element) {
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest(".unseen, [inert]") === null
    );
  }

  /** @returns [red, green, blue, alpha], whatever the notation */
  function colour(words) {
    if (!colours.has(words)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = words;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      colours.set(words, [red, green, blue, alpha / 255]);
    }
    return colours.get(words);
  }

  function over([red, green, blue, alpha], below) {
    return [red, green, blue].map((value, index) => value * alpha + below[index] * (1 - alpha));
  }

  function opacity(element) {
    if (element === null) return 1;
    if (!opacities.has(element)) opacities.set(element, Number(style(element).opacity) * opacity(element.parentElement));
    return opacities.get(element);
  }

  /** What the element itself paints behind its content at a point: a colour, "picture" for what can be any, or null. */
  function own(element, x, y) {
    const through = opacity(element);
    if (through === 0) return null;
    if (element.matches("img, video, canvas, iframe")) return "picture";
    const { backgroundColor, backgroundImage, fill, stroke } = style(element);
    if (element instanceof SVGGeometryElement) {
      const at = new DOMPoint(x, y).matrixTransform(element.getScreenCTM().inverse());
      const painted = fill !== "none" && element.isPointInFill(at) ? fill : stroke;
      return painted === "none" ? null : withAlpha(colour(painted), through);
    }
    if (element instanceof SVGElement) return null;
    if (backgroundImage !== "none") return "picture";
    const painted = withAlpha(colour(backgroundColor), through);
    return painted[3] === 0 ? null : painted;
  }

  function withAlpha([red, green, blue, alpha], through) {
    return [red, green, blue, alpha * through];
  }

  /** The colours that can be behind the element at a point: one, or two where a picture of any colour shines through. */
  function behind(element, x, y) {
    const stack = document.elementsFromPoint(x, y);
    let from = stack.findIndex((each) => each === element);
    if (from < 0) from = stack.findIndex((each) => each.contains(element));
    const layers = [];
    let bases = [[255, 255, 255]];
    for (const each of from < 0 ? [] : stack.slice(from)) {
      const layer = own(each, x, y);
      if (layer === "picture") {
        bases = [
          [0, 0, 0],
          [255, 255, 255],
        ];
        break;
      }
      if (layer !== null) layers.push(layer);
      if (layer !== null && layer[3] === 1) break;
    }
    return bases.map((base) => layers.reduceRight((below, layer) => over(layer, below), base));
  }

  function light(rgb) {
    const [red, green, blue] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** The smallest contrast of a colour painted by the element with what is behind it. */
  function contrastOf(element, painted, x, y) {
    const ink = withAlpha(colour(painted), opacity(element));
    return Math.min(...behind(element, x, y).map((base) => contrast(over(ink, base), base)));
  }

  /** What lies unrelated over the element at a point and is painted there. */
  function cover(element, x, y) {
    // Mostly it lies on top itself, and to ask for the first is quicker than for all.
    const first = document.elementFromPoint(x, y);
    if (first === null || element.contains(first) || first.contains(element)) return null;
    for (const each of document.elementsFromPoint(x, y)) {
      if (element.contains(each) || each.contains(element)) return null;
      if (each.closest(overlays) !== null) continue;
      // A label and its box are one thing.
      if (each.labels != null && [...each.labels].some((label) => label.contains(element))) continue;
      const layer = own(each, x, y);
      if (layer === "picture" || (layer !== null && layer[3] > 0.1)) return each;
    }
    return null;
  }

  /** What a finger hits instead of the target; beside `begin`, for what lets the finger through covers no target. */
  function struck(target, x, y) {
    const hit = document.elementFromPoint(x, y);
    if (hit === null || hit.contains(target) || target.contains(hit)) return null;
    return hit.labels != null && [...hit.labels].includes(target) ? null : hit;
  }

  const empty = (box) => box.right - box.left < 1 || box.bottom - box.top < 1;
  const meet = (one, other) => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });

  /** How an element cuts what is in it, as it is scrolled now. */
  function edgesOf(element) {
    if (!edges.has(element)) {
      const { overflowX, overflowY, position } = style(element);
      const edge = element.getBoundingClientRect();
      const inner = {
        left: edge.left + element.clientLeft,
        top: edge.top + element.clientTop,
        right: edge.right - element.clientLeft,
        bottom: edge.bottom - element.clientTop,
      };
      edges.set(element, { overflowX, overflowY, position, inner });
    }
    return edges.get(element);
  }

  /**
   * The part of a box that can be seen now, and what cuts it. What has been scrolled away is not cut: it comes back.
   * @param from the innermost element that could cut it
   */
  function seen(box, from) {
    let part = { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
    let cut = null;
    let placed = "static";
    for (let up = from; up !== null && up !== document.documentElement && up !== document.body; up = up.parentElement) {
      const { overflowX, overflowY, position, inner } = edgesOf(up);
      if (!(placed === "absolute" && position === "static" && up !== from)) {
        placed = "static";
        for (const [start, stop, overflow] of [
          ["left", "right", overflowX],
          ["top", "bottom", overflowY],
        ]) {
          if (overflow === "visible") continue;
          if (/hidden|clip/.test(overflow) && (part[start] < inner[start] - 1 || part[stop] > inner[stop] + 1)) cut ??= up;
          part = { ...part, [start]: Math.max(part[start], inner[start]), [stop]: Math.min(part[stop], inner[stop]) };
        }
        if (empty(part)) return { part: null, cut };
      }
      if (position === "fixed") break;
      if (position === "absolute") placed = "absolute";
    }
    const root = document.documentElement;
    const scrolls = root.scrollHeight > innerHeight + 1 && !/hidden/.test(style(document.body).overflowY);
    const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    if (part.left < -1 || part.right > innerWidth + 1) cut ??= root;
    if (!scrolls && (part.top < -1 || part.bottom > innerHeight + 1)) cut ??= root;
    part = meet(part, screen);
    return { part: empty(part) ? null : part, cut };
  }

  /** As it is on the screen: a drawing scales its words. */
  function fontSize(element) {
    const scale = element instanceof SVGElement ? element.getScreenCTM().a : 1;
    return Math.round(parseFloat(style(element).fontSize) * scale * 10) / 10;
  }

  /** How far the ink of the words reaches above and below their base line, and how high the line's own box rises. */
  function ink(words, element) {
    const { fontStyle, fontWeight, fontFamily } = style(element);
    pen.font = `${fontStyle} ${fontWeight} ${fontSize(element)}px ${fontFamily}`;
    return pen.measureText(words);
  }

  /** Every run of words with the ink of its lines, and what stands in boxes. */
  function words() {
    const runs = [];
    const walker = document.createTreeWalker(front(), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const said = node.data.trim();
      if (said === "" || element.closest("script, style, option, textarea") !== null || !shown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { actualBoundingBoxAscent, actualBoundingBoxDescent, fontBoundingBoxAscent } = ink(said, element);
      const lines = [...range.getClientRects()]
        .filter((line) => line.width > 0.5)
        .map((line) => ({
          left: line.left,
          right: line.right,
          top: line.top + fontBoundingBoxAscent - actualBoundingBoxAscent,
          bottom: line.top + fontBoundingBoxAscent + actualBoundingBoxDescent,
        }));
      if (lines.length > 0) runs.push({ key: node, element, said, lines, colour: ownColour(element) });
    }
    for (const box of front().querySelectorAll("input:not([type=radio], [type=checkbox]), textarea, select")) {
      if (!shown(box)) continue;
      const said = box.tagName === "SELECT" ? (box.selectedOptions[0]?.text ?? "") : box.value || box.placeholder || "";
      if (said === "") continue;
      const edge = box.getBoundingClientRect();
      const { paddingLeft, fontSize, color } = style(box);
      const left = edge.left + box.clientLeft + parseFloat(paddingLeft);
      const middle = box.tagName === "TEXTAREA" ? edge.top + 1.5 * parseFloat(fontSize) : (edge.top + edge.bottom) / 2;
      const line = {
        left,
        right: Math.min(left + ink(said, box).width, edge.right - box.clientLeft),
        top: middle - parseFloat(fontSize) / 2,
        bottom: middle + parseFloat(fontSize) / 2,
      };
      const written = box.value || box.tagName === "SELECT" ? color : getComputedStyle(box, "::placeholder").color;
      runs.push({ key: box, element: box, said, lines: [line], colour: written });
    }
    return runs;
  }

  function ownColour(element) {
    return element instanceof SVGElement ? style(element).fill : style(element).color;
  }

  const pressed =
    "button, a[href], select, textarea, input:not([type=radio], [type=checkbox]), label:has(input[type=radio], input[type=checkbox])";

  /** What a finger or a pointer can press. */
  function targets() {
    return [...front().querySelectorAll(pressed)].filter(shown);
  }

  /** Runs a look at every position of what scrolls, from its top to its end. */
  function scrolling(look, step = 0.6) {
    const scrollers = [...document.querySelectorAll("body *")].filter(
      (each) => each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY) && shown(each),
    );
    const root = document.documentElement;
    if (root.scrollHeight > innerHeight + 1 && !/hidden/.test(getComputedStyle(document.body).overflowY)) scrollers.push(root);
    const before = scrollers.map((each) => each.scrollTop);
    scrollers.forEach((each) => (each.scrollTop = 0));
    for (let more = true; more; ) {
      moved();
      look();
      more = false;
      for (const each of scrollers) {
        const was = each.scrollTop;
        each.scrollTop = was + each.clientHeight * step;
        more ||= each.scrollTop > was + 0.5;
      }
    }
    scrollers.forEach((each, index) => (each.scrollTop = before[index]));
    moved();
  }

  /** What a person can turn to: a modal dialog puts everything else away. */
  function front() {
    return document.querySelector("dialog:modal") ?? document.body;
  }

  return { front, begin, moved, end, style, called, shown, colour, contrast, contrastOf, behind, cover, struck, seen, meet, fontSize, words, targets, scrolling };
})();
