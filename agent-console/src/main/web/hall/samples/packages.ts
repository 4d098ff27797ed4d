import type { Board } from "web-kit/protocol.ts";
import { field, text } from "web-kit/samples/item.ts";
import { sampleItem } from "../../clerk/samples/item.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import type { HallBoard } from "../hall-board.ts";
import type { HallPage } from "../hall-page.ts";
import { opening, type Listed, type PackagesPage } from "../packages/packages.ts";
import { ago, sampleBoard } from "./board.ts";

/** The page of item packages, in every state. */
export function packageSamples(
  page: (hall: HallBoard, more: Partial<HallPage>) => HallPage,
  seeing: (board: Board) => HallBoard,
): Readonly<Record<string, (words: SampleWords) => HallPage>> {
  const at = (words: SampleWords, more: Partial<PackagesPage>) =>
    page(seeing(sampleBoard(words)), { packages: { ...opening, list: list(words), ...more } });
  return {
    packages: (words) => at(words, {}),
    "packages-former": (words) => at(words, { open: "ENT_NAME" }),
    "packages-compared": (words) => {
      const { item, before } = shown(words);
      return at(words, { compared: before === null ? null : { base: before, item } });
    },
    "packages-loading": (words) => at(words, { list: "loading" }),
    "packages-failed": (words) => at(words, { list: "failed" }),
    "packages-empty": (words) => at(words, { list: [] }),
    "packages-no-file": (words) => at(words, { trial: { at: "noFile" } }),
    "packages-refused": (words) =>
      at(words, {
        trial: {
          at: "faults",
          faults: [
            {
              file: "330503.yaml",
              place: "/rules/investorsOfLlc/must",
              reason: text("没有 /partners 这个表格", "there is no table /partners"),
            },
            {
              file: "330503.yaml",
              place: "/version",
              reason: text("要比正在用的 7 大", "must be above 7, which is in force"),
            },
          ],
        },
      }),
    "packages-moved-on": (words) => at(words, { trial: { at: "movedOn" } }),
    "packages-done": (words) => at(words, { trial: { at: "done", title: words.item, version: 8 } }),
    "packages-preview": (words) => at(words, { trial: { at: "shown", shown: shown(words) } }),
    "packages-preview-new": (words) =>
      at(words, { trial: { at: "shown", shown: { ...shown(words), before: null, insteadOf: null } } }),
  };
}

function list(words: SampleWords): readonly Listed[] {
  const version = (number: number, hash: string, since: number, by: string | null = null) => ({
    version: number,
    hash: hash.repeat(8),
    since,
    by,
  });
  return [
    {
      item: "ENT_NAME",
      title: words.item,
      versions: [
        version(7, "5f0c91ab", ago(86_400), words.manager),
        version(6, "0b7e22d4", ago(900_000), words.manager),
        version(2, "c31d9a70", ago(9_000_000)),
      ],
    },
    {
      item: "SSC_APPLY",
      title: text("社保卡申领", "Social security card"),
      versions: [version(3, "9ad4e1f2", ago(9_000_000))],
    },
  ];
}

function shown(words: SampleWords) {
  const before = { ...sampleItem(words), version: 7 };
  return {
    wanted: { item: before.item, variant: "" },
    item: {
      ...before,
      version: 8,
      timeLimit: text("3 个工作日", "3 working days"),
      fields: [...before.fields.filter((each) => each.path !== "/capital"), field("/premises", "住所", "Premises")],
      pages: before.pages.map((each) =>
        each.shows.includes("/capital")
          ? { ...each, shows: each.shows.map((path) => (path === "/capital" ? "/premises" : path)) }
          : each,
      ),
    },
    hash: "77e1b0c4".repeat(8),
    before,
    insteadOf: "5f0c91ab".repeat(8),
  };
}
