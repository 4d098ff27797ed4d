/** Every state of the page with sample data and without a server. */
import "./leaflet.css";
import type { LeafletAsked, LeafletData } from "web-kit/form/leaflet.ts";
import { guided, text } from "web-kit/samples/item.ts";
import { codeGallery } from "../code-page/code-gallery.ts";
import type { CodePageActs, Found } from "../code-page/code-page.ts";
import { view } from "./view.ts";

const now = Date.UTC(2026, 4, 12, 1, 58, 7);
const asked: LeafletAsked = {
  item: guided.item,
  owner: "330503",
  version: guided.version,
  answers: { "/type": "LLC", "/preApproval": "true" },
};
const usual: LeafletData = {
  item: guided,
  centre: text("湖州市南浔区政务服务中心", "Nanxun Service Centre, Huzhou"),
  region: text("浙江省湖州市南浔区", "Nanxun, Huzhou"),
  hours: text("周一至周五 9:00–12:00、13:30–17:00", "Monday to Friday 9:00–12:00, 13:30–17:00"),
};
const sentence = text(
  "这一格要和身份证上写的完全一样，包括中间的点；如果身份证换过，请以新的为准，旧的我们会一并核对。",
  "Exactly as on the identity card, with the dot in the middle; where the card was renewed, as on the new one.",
);
const longest: LeafletData = {
  ...usual,
  item: {
    ...usual.item,
    title: text("不动产抵押登记（预告登记转本登记）", "Filing for cross-province medical treatment away from home"),
    timeLimit: text("法定 20 个工作日，承诺 7 个工作日", "20 working days by law, 7 promised"),
    result: text("不动产登记证明（抵押权）", "Certificate of registration of the mortgage"),
    materials: usual.item.materials.map((each) => ({
      ...each,
      name: text("不动产权证书或不动产登记证明", "Certificate of title or of registration"),
      hint: sentence,
      count: 3,
    })),
    cards: usual.item.cards.map((each) => ({ ...each, sample: sentence })),
  },
  centre: text(
    "克孜勒苏柯尔克孜自治州阿合奇县政务服务中心",
    "Akqi County Public Service Centre, Kizilsu Kirghiz Autonomous Prefecture",
  ),
  region: text(
    "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县",
    "Akqi County, Kizilsu Kirghiz Autonomous Prefecture, Xinjiang",
  ),
};
const at =
  (found: Found<LeafletData>, of: LeafletAsked | null = asked) =>
  (acts: CodePageActs) =>
    view(of, found, now, acts);
const found = (atLongest: boolean): Found<LeafletData> => ({ at: "found", found: atLongest ? longest : usual });
const bare: LeafletData = { ...usual, hours: null, item: { ...usual.item, materials: [], cards: [] } };

codeGallery({
  asking: () => at({ at: "asking" }),
  found: (atLongest) => at(found(atLongest)),
  newer: (atLongest) => at(found(atLongest), { ...asked, version: guided.version - 1 }),
  nothing: () => at({ at: "found", found: bare }, { ...asked, answers: {} }),
  unknown: () => at({ at: "unknown" }, null),
  failed: () => at({ at: "failed" }),
});
