import { inRoom, may, type ClerkCore } from "./clerk-core.ts";
import type { StageActs } from "./clerk-page.ts";

const MARK_STAYS = 5_000;
/** The other side is told of a growing mark this often at most. */
const DRAW_EVERY = 50;

/** What the middle shows, and drawing on the applicant's screen. */
export function stageActs(core: ClerkCore): StageActs {
  const fading = new Map<string, ReturnType<typeof setTimeout>>();
  let lastDrawn = 0;
  const others = (mark: string) => core.page.work.marks.filter((each) => each.mark !== mark);
  const fade = (mark: string) => {
    fading.delete(mark);
    core.work({ marks: others(mark) });
  };
  return {
    showMiddle: (middle) => core.work({ middle }),

    takeTool: (tool) => core.work({ tool }),

    widenStage: (wideStage) => core.work({ wideStage }),

    draw(mark, last) {
      if (!may(core, "POINT")) return;
      core.work({ marks: [...others(mark.mark), mark] });
      clearTimeout(fading.get(mark.mark));
      fading.set(
        mark.mark,
        setTimeout(() => fade(mark.mark), MARK_STAYS),
      );
      if (!last && performance.now() - lastDrawn < DRAW_EVERY) return;
      lastDrawn = performance.now();
      inRoom(core, (room) => core.send({ type: "DrawMark", room, ...mark }));
    },

    wipe() {
      core.work({ marks: [] });
      inRoom(core, (room) => core.send({ type: "ClearMarks", room }));
    },
  };
}
