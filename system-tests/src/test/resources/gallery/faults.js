// What is wrong with the screen that is shown, each as a sentence. Needs paint.js.
globalThis.faults = (() => {
  const { style, called, seen, meet } = paint;

  /** @param rules contrast, text, target, gap: the least of each; mayCut: whether a row may end in an ellipsis with the whole text on it */
  function ofScreen(rules) {
    const found = [];
    paint.begin();
    try {
      found.push(...words(rules), ...width());
    } finally {
      paint.end();
    }
    found.push(...presses(rules));
    return [...new Set(found)];
  }

  /** What is wrong with it on paper, where nothing scrolls, nothing can be pressed, and no background is printed. */
  function ofPaper(rules) {
    paint.begin();
    try {
      const pale = paint.words().filter((run) => paint.contrast(paint.colour(run.colour).slice(0, 3), [255, 255, 255]) < rules.contrast);
      return [
        ...new Set([
          ...words(rules),
          ...width(),
          ...pale.map((run) => `pale on paper: ${called(run.element)}`),
          ...paint.targets().map((target) => `to press on paper: ${called(target)}`),
        ]),
      ];
    } finally {
      paint.end();
    }
  }

  /** Words are whole, apart from each other, uncovered in some position of what scrolls, large enough, and stand out. */
  function words(rules) {
    const found = [];
    const uncovered = new Set();
    const covered = new Map();
    const small = new Set();
    paint.scrolling(() => {
      const lines = [];
      for (const run of paint.words()) {
        const { element, said } = run;
        if (paint.fontSize(element) < rules.text - 0.01) small.add(element);
        if (squeezed(run)) found.push(`squeezed: ${called(element)}`);
        let whole = true;
        let hidden = null;
        for (const line of run.lines) {
          const { part, cut } = seen(line, element);
          if (cut !== null && !(rules.mayCut && cutOnPurpose(element)))
            found.push(`cut: ${called(element)} by ${called(cut)}`);
          if (part === null || part.bottom - part.top < (line.bottom - line.top) * 0.9) {
            whole = false;
            continue;
          }
          lines.push({ ...run, line: part });
          if (uncovered.has(run.key)) continue; // it was seen whole before, and judged
          hidden ??= hiding(element, part);
          const stands = paint.contrastOf(
            element,
            run.colour,
            (part.left + part.right) / 2,
            (part.top + part.bottom) / 2,
          );
          if (hidden === null && stands < rules.contrast - 0.005)
            found.push(`contrast of ${stands.toFixed(2)}: ${called(element)}`);
        }
        if (hidden !== null) covered.set(run.key, `covered: “${said.slice(0, 24)}” in ${called(element)} by ${called(hidden)}`);
        else if (whole) uncovered.add(run.key);
      }
      found.push(...overlaps(lines));
    });
    for (const box of paint.front().querySelectorAll("input:not([type=radio], [type=checkbox]), textarea")) {
      if (!paint.shown(box)) continue;
      if (box.scrollWidth > box.clientWidth + 1 || (box.tagName === "TEXTAREA" && box.scrollHeight > box.clientHeight + 1))
        found.push(`cut: ${called(box)} by its own edge`);
    }
    lookCloser(covered, uncovered, () => paint.words().filter(isUncovered).map(({ key }) => key));
    covered.forEach((fault, key) => uncovered.has(key) || found.push(fault));
    small.forEach((element) => found.push(`text of ${paint.fontSize(element)}px: ${called(element)}`));
    return found;
  }

  function isUncovered({ element, lines }) {
    return lines.every((line) => {
      const { part } = seen(line, element);
      if (part === null || part.bottom - part.top < (line.bottom - line.top) * 0.9) return false;
      return hiding(element, part) === null;
    });
  }

  /** What lies on this part of a line of words, at its ends or its middle. */
  function hiding(element, part) {
    const points = [part.left + 2, (part.left + part.right) / 2, part.right - 2];
    const middle = (part.top + part.bottom) / 2;
    return points.map((x) => paint.cover(element, x, middle)).find((each) => each !== null) ?? null;
  }

  /** Broken character by character, or a number or a word broken at all. */
  function squeezed({ element, said, lines }) {
    if (lines.length < 2 || lines.some((line) => line.bottom - line.top > paint.fontSize(element) * 3)) return false;
    const widest = Math.max(...lines.map((line) => line.right - line.left));
    return widest < paint.fontSize(element) * 1.7 || /^\p{Nd}+$/u.test(said);
  }

  /** A row of a list may end in an ellipsis where the whole text shows on focus and hover. */
  function cutOnPurpose(element) {
    for (let up = element; up !== null && up !== document.body; up = up.parentElement) {
      if (style(up).textOverflow === "ellipsis") return up.closest("[title]") !== null;
    }
    return false;
  }

  function overlaps(lines) {
    const found = [];
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) {
        if (one.key === other.key) continue;
        const both = meet(one.line, other.line);
        if (both.right - both.left < 2 || both.bottom - both.top < 2) continue;
        const [x, y] = [(both.left + both.right) / 2, (both.top + both.bottom) / 2];
        if (paint.cover(one.element, x, y) !== null || paint.cover(other.element, x, y) !== null) continue;
        found.push(`overlap: ${called(one.element)} and ${called(other.element)}`);
      }
    });
    return found;
  }

  /** What can be pressed is large enough, nothing lies on it, and no other is so near that it is pressed instead. */
  function presses(rules) {
    const found = [];
    const free = new Set();
    const covered = new Map();
    paint.scrolling(() => {
      const parts = [];
      for (const target of paint.targets()) {
        const box = target.getBoundingClientRect();
        // Ten keys stand beside each other, as on every keyboard.
        const least = target.matches(".key") ? Math.min(60, rules.target) : rules.target;
        if (box.width < least - 0.5 || box.height < least - 0.5)
          found.push(`target of ${Math.round(box.width)}×${Math.round(box.height)}: ${called(target)}`);
        const { part, cut } = seen(box, target.parentElement);
        if (cut !== null) found.push(`cut: ${called(target)} by ${called(cut)}`);
        if (part === null) continue;
        parts.push({ target, part });
        const over = lyingOn(target, part);
        if (over !== undefined) covered.set(target, `covered: ${called(target)} by ${called(over)}`);
        else if (part.bottom - part.top > box.height * 0.9 || box.height > innerHeight / 2) free.add(target);
      }
      found.push(...tooNear(parts, rules.gap));
    });
    lookCloser(covered, free, () => [...covered.keys()].filter(isFree));
    covered.forEach((fault, target) => free.has(target) || found.push(fault));
    return found;
  }

  /** What lies on this part of it, at its middle or near an edge. */
  function lyingOn(target, part) {
    const [x, y] = [(part.left + part.right) / 2, (part.top + part.bottom) / 2];
    const points = [
      [x, y],
      [part.left + 4, y],
      [part.right - 4, y],
      [x, part.top + 4],
      [x, part.bottom - 4],
    ];
    return points.map(([atX, atY]) => paint.struck(target, atX, atY)).find((each) => each !== null);
  }

  function isFree(target) {
    const box = target.getBoundingClientRect();
    const { part } = seen(box, target.parentElement);
    return part !== null && part.bottom - part.top > box.height * 0.9 && lyingOn(target, part) === undefined;
  }

  /** The steps of scrolling may have halved something each time: a person moves on until it is whole. */
  function lookCloser(covered, free, freeNow) {
    if ([...covered.keys()].every((each) => free.has(each))) return;
    paint.scrolling(() => freeNow().forEach((each) => free.add(each)), 0.1);
  }

  /** What stays where it is while the rest is scrolled past it is no neighbour of the rest. */
  function staying(element) {
    for (let up = element; up !== null; up = up.parentElement) if (style(up).position === "sticky") return up;
    return null;
  }

  /** Neighbours; what lies on another is covered, which is said already. */
  function tooNear(parts, least) {
    return parts.flatMap((one, index) =>
      parts.slice(index + 1).flatMap((other) => {
        const aside = Math.max(other.part.left - one.part.right, one.part.left - other.part.right);
        const below = Math.max(other.part.top - one.part.bottom, one.part.top - other.part.bottom);
        const gap = Math.max(aside, below);
        return gap < -0.5 || gap > least - 0.5 || staying(one.target) !== staying(other.target)
          ? []
          : [`gap of ${Math.max(0, Math.round(gap))}: ${called(one.target)} and ${called(other.target)}`];
      }),
    );
  }

  /** What a screen is there for: the words of its filled buttons, of all that can be pressed, and of what can be without scrolling. */
  function acts() {
    const words = (buttons) => buttons.map((button) => button.textContent.replace(/\s+/g, " ").trim());
    paint.moved();
    const targets = paint.targets();
    const filled = targets.filter((each) => each.matches("button:not([disabled]).button--primary"));
    return [filled, targets, targets.filter(inView)].map(words);
  }

  function inView(target) {
    const box = target.getBoundingClientRect();
    const { part } = seen(box, target.parentElement);
    if (part === null || part.bottom - part.top < box.height - 2) return false;
    return paint.struck(target, (part.left + part.right) / 2, (part.top + part.bottom) / 2) === null;
  }

  function width() {
    const wide = [...document.querySelectorAll("html, body, body *")].filter(
      (each) =>
        each.scrollWidth > each.clientWidth + 1 &&
        (each === document.documentElement || /auto|scroll/.test(style(each).overflowX)) &&
        !each.matches("input, textarea") &&
        paint.shown(each),
    );
    return wide.map((each) => `scrolls sideways: ${called(each)}, ${each.scrollWidth} in ${each.clientWidth}`);
  }

  const focusable = "button, a[href], select, textarea, input, [tabindex='0']";

  /**
   * Everything the keyboard reaches shows that it has the focus, by a ring of its own or of what frames it. A key must have
   * been pressed before: rings are for the keyboard.
   */
  function ofFocus() {
    paint.begin();
    try {
      const before = document.activeElement;
      const found = [];
      for (const each of paint.front().querySelectorAll(focusable)) {
        if (each.disabled || each.tabIndex < 0 || each.closest("[inert], .unseen") !== null || !each.checkVisibility()) continue;
        const beside = document.activeElement;
        if (beside instanceof HTMLElement) beside.blur();
        // What stands only beside a box that has the focus is reached from there.
        if (!each.checkVisibility() && beside instanceof HTMLElement) beside.focus();
        // Drawn as the box that is being written in: it looks so before it has the focus.
        if (each.closest(".field--now") !== null) continue;
        const frames = [each, each.closest("label")].filter((frame) => frame !== null);
        const plain = frames.map((frame) => ringsOf(frame).map(named));
        each.focus();
        paint.moved();
        if (document.activeElement !== each) {
          found.push(`takes no focus: ${called(each)}`);
          continue;
        }
        const rings = frames
          .filter((frame) => Number(getComputedStyle(frame).opacity) > 0)
          .flatMap((frame, index) =>
            ringsOf(frame)
              .filter((ring) => !plain[index].includes(named(ring)))
              .map((ring) => ({ ...ring, frame })),
          );
        if (rings.length === 0) found.push(`no focus seen: ${called(each)}`);
        else if (!rings.some(stands)) found.push(`focus ring too faint: ${called(each)}`);
        else if (!rings.some(isWhole)) found.push(`focus ring cut: ${called(each)}`);
      }
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      return found;
    } finally {
      paint.end();
    }
  }

  function named({ colour, reach, within, width }) {
    return [colour, reach, within, width].join(" ");
  }

  /** The rings around an element: each colour, how far it reaches out, and whether it lies within. */
  function ringsOf(element) {
    const { boxShadow, outlineColor, outlineStyle, outlineWidth, outlineOffset, borderColor, borderWidth } = getComputedStyle(element);
    const shadows = boxShadow === "none" ? [] : boxShadow.split(/,(?![^(]*\))/).map((shadow) => shadow.trim());
    const rings = shadows.map((shadow) => {
      const [, shade] = /^((?:rgb|color|oklab|oklch|hsl)a?\([^)]*\)|\S+)/.exec(shadow);
      const [, , , spread = 0] = [...shadow.slice(shade.length).matchAll(/-?[\d.]+px/g)].map(parseFloat);
      return { colour: shade, reach: spread, within: shadow.endsWith("inset") };
    });
    if (outlineStyle !== "none" && parseFloat(outlineWidth) > 0)
      rings.push({ colour: outlineColor, reach: parseFloat(outlineWidth) + parseFloat(outlineOffset), within: parseFloat(outlineOffset) < 0 });
    const [border] = borderColor.split(/ (?![^(]*\))/);
    const width = parseFloat(borderWidth);
    if (width >= 2) rings.push({ colour: border, reach: 0, within: true, width });
    return rings.filter((each) => paint.colour(each.colour)[3] > 0.9);
  }

  function stands({ frame, colour, within, reach, width = 0 }) {
    frame.scrollIntoView({ block: "nearest" });
    paint.moved();
    const box = frame.getBoundingClientRect();
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const bases = within
      ? paint.behind(frame, box.left + width + 8, y)
      : paint.behind(frame.parentElement, Math.max(box.left - reach - 3, 1), y);
    const [red, green, blue] = paint.colour(colour);
    return bases.every((base) => paint.contrast([red, green, blue], base) >= 3);
  }

  /** At least three of its sides are seen: a ring that an edge cuts away is none. */
  function isWhole({ frame, reach, within }) {
    if (within) return true;
    const far = Math.min(reach, 3);
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    const sides = [
      { left: left - far, right: left, top, bottom },
      { left: right, right: right + far, top, bottom },
      { left, right, top: top - far, bottom: top },
      { left, right, top: bottom, bottom: bottom + far },
    ];
    const whole = sides.filter((side) => {
      const { part } = seen(side, frame.parentElement);
      return part !== null && (part.right - part.left) * (part.bottom - part.top) > (side.right - side.left) * (side.bottom - side.top) * 0.7;
    });
    return whole.length >= 3;
  }

  return { ofScreen, ofPaper, ofFocus, acts };
})();
