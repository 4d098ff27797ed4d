import type { DeviceView, MaterialView, PageView, RejectionView } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { noUses } from "web-kit/room/uses.ts";
import { toldMaterials } from "web-kit/room/materials.ts";
import { pageOf } from "web-kit/samples/pages.ts";
import { materials } from "web-kit/samples/materials.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import type { ClerkPage } from "../clerk-page.ts";
import { judgingOf } from "../material-state.ts";
import { sampleItem } from "./item.ts";
import { talking, work } from "./page.ts";
import type { Samples } from "./samples.ts";

const devices: readonly DeviceView[] = (["SCAN", "CAPTURE"] as const).map((can) => ({
  device: can,
  name: can,
  can: [can],
  condition: "OK",
  troubles: [],
  simulated: false,
}));
const glare: RejectionView = {
  regions: [
    { shape: "CIRCLE", fromX: 0.45, fromY: 0.12, toX: 0.9, toY: 0.3 },
    { shape: "RECTANGLE", fromX: 0.1, fromY: 0.7, toX: 0.5, toY: 0.85 },
  ],
  flaw: "GLARE",
};
const again: PageView = {
  page: pageOf("3"),
  phone: true,
  before: [
    { page: pageOf("1"), rejected: glare },
    { page: pageOf("2"), rejected: { regions: [], flaw: "OTHER", text: "请把四个角都拍进去" } },
  ],
};
const two = [{ page: pageOf("1") }, { page: pageOf("2") }];

function at(
  words: SampleWords,
  views: readonly MaterialView[],
  more: Partial<ClerkPage["work"]> = {},
  room: Partial<RoomState> = {},
): ClerkPage {
  return talking(
    words,
    { item: { ...sampleItem(words), materials }, work: work({ aside: "materials", ...more }) },
    {},
    {
      suggestions: [],
      uses: { ...noUses, devices, reached: true },
      materials: toldMaterials(views),
      ...room,
    },
  );
}

const some: readonly MaterialView[] = [
  { material: "ID", word: "PASSED", pages: [] },
  { material: "INVESTORS", word: "OPEN", pages: [{ page: pageOf("1"), rejected: glare }, { page: pageOf("2") }] },
  { material: "LEASE", word: "PROMISED", pages: [] },
  { material: "SEAL", word: "POSTED", pages: [] },
];

/** The materials: none yet, of every standing, and a page that is judged. */
export const materialScreens: Samples = {
  materials: (words) => at(words, []),
  "materials-all": (words) => at(words, some),
  "materials-captured": (words) =>
    at(words, [{ material: "INVESTORS", word: "OPEN", pages: two }], { material: "INVESTORS" }),
  "materials-loose": (words) =>
    at(
      words,
      [],
      {},
      {
        uses: {
          ...noUses,
          devices,
          reached: true,
          all: [
            {
              command: "u",
              task: { type: "CapturePage" },
              allowed: true,
              ended: "DONE",
              endedBy: "SYSTEM",
              pages: [pageOf("1"), pageOf("2")],
            },
          ],
        },
      },
    ),
  "materials-phone": (words) =>
    at(
      words,
      [{ material: "INVESTORS", word: "OPEN", pages: [{ page: pageOf("1"), phone: true }] }],
      { material: "INVESTORS" },
      {
        sent: [
          { material: "INVESTORS", page: pageOf("2") },
          { material: "INVESTORS", page: pageOf("3") },
        ],
        card: { earlier: null, earlierTaken: false },
      },
    ),
  "materials-exempt": (words) =>
    at(words, [{ material: "PARENT", word: "OPEN", pages: two }], { material: "INVESTORS" }),
  "materials-none": (words) => {
    const page = at(words, []);
    return { ...page, item: page.item && { ...page.item, materials: [] } };
  },
  "materials-page": (words) =>
    at(words, [{ material: "INVESTORS", word: "OPEN", pages: two }], {
      judging: { ...judgingOf("INVESTORS", { page: pageOf("1") }), regions: glare.regions, flaw: "GLARE" },
    }),
  "materials-page-turned": (words) =>
    at(words, [{ material: "INVESTORS", word: "OPEN", pages: [again, { page: pageOf("2") }] }], {
      judging: { ...judgingOf("INVESTORS", again), turned: 1 },
    }),
  "materials-page-earlier": (words) =>
    at(words, [{ material: "INVESTORS", word: "OPEN", pages: [again] }], {
      judging: { ...judgingOf("INVESTORS", again), earlier: "1" },
    }),
};
