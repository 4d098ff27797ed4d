import type { MaterialView, RejectionView } from "web-kit/protocol.ts";
import { toldMaterials } from "web-kit/room/materials.ts";
import { item } from "web-kit/samples/item.ts";
import { materials as wanted } from "web-kit/samples/materials.ts";
import { pageOf } from "web-kit/samples/pages.ts";
import type { PhoneCode } from "../phone-code.ts";
import { rejection } from "../parts/materials.ts";
import { now } from "./people.ts";
import { filed, room } from "./room.ts";
import { form, inTalk, sample, touched, visit, type Samples } from "./sample.ts";

const glare: RejectionView = {
  regions: [{ shape: "CIRCLE", fromX: 0.45, fromY: 0.12, toX: 0.9, toY: 0.3 }],
  flaw: "GLARE",
  text: "身份证号码后四位看不见，请换个角度，灯不要正对着纸",
};
const some: readonly MaterialView[] = [
  { material: "ID", word: "PASSED", pages: [] },
  { material: "INVESTORS", word: "OPEN", pages: [{ page: pageOf("1"), rejected: glare }, { page: pageOf("2") }] },
  { material: "LEASE", word: "PROMISED", pages: [] },
  { material: "SEAL", word: "POSTED", pages: [] },
];
const fromPhone: readonly MaterialView[] = [
  { material: "INVESTORS", word: "OPEN", pages: [{ page: pageOf("1"), phone: true }] },
];
const whole = { ...item, materials: wanted };
const views = { materials: toldMaterials(some) };
const read = { rejectionsRead: [rejection({ page: pageOf("1"), rejected: glare })], chatRead: 99 };

const code: PhoneCode = {
  type: "PhoneOffered",
  room: room.room,
  material: "INVESTORS",
  code: "7KQ2-M0XN-4TZD-9",
  until: now + 600_000,
  opened: false,
  another: false,
  ended: false,
  instead: null,
};
const byPhone = (phone: PhoneCode) =>
  inTalk({ materials: toldMaterials(fromPhone) }, touched({ ...read, sheet: "phone" }), { item: whole, phone });

/** What is needed, a page that the clerk did not take, and what is said of them before and after filing. */
export const materials: Samples = {
  materialRejected: () => inTalk(views, {}, { item: whole }),
  materialRejectedWhole: () =>
    inTalk(
      {
        materials: toldMaterials([
          {
            material: "INVESTORS",
            word: "OPEN",
            pages: [{ page: pageOf("1"), rejected: { regions: [], flaw: "WRONG_PAPER" } }],
          },
        ]),
      },
      {},
      { item: whole },
    ),
  materialsOpen: () => inTalk(views, touched(read), { item: whole }),
  phoneCode: () => byPhone(code),
  phoneOpened: () => byPhone({ ...code, opened: true, another: true }),
  phoneInstead: () => byPhone({ ...code, instead: "LEASE" }),
  phoneEnded: () => byPhone({ ...code, opened: true, ended: true }),
  phoneOver: () => byPhone({ ...code, until: now }),
  phoneSent: () =>
    inTalk(
      {
        ...views,
        sent: [
          { material: "INVESTORS", page: { ...pageOf("3"), faults: ["BLURRED"] } },
          { material: "INVESTORS", page: pageOf("4") },
        ],
      },
      touched(read),
      { item: whole },
    ),
  materialsSheet: () => inTalk(views, touched({ ...read, sheet: "materials" }), { item: whole }),
  reviewMaterials: () => sample(visit({ at: "review" }, { item: whole, room: { ...room, ...views } })),
  submittedMaterials: () =>
    sample(visit(form, { item: whole, room: { ...room, ...views, filed: { ...filed, open: ["INVESTORS"] } } })),
};
