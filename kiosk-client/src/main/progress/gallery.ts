/** Every state of the page with sample data and without a server. */
import "./progress.css";
import { text } from "web-kit/samples/item.ts";
import { codeGallery } from "../code-page/code-gallery.ts";
import type { Found } from "../code-page/code-page.ts";
import type { Progress } from "./progress.ts";
import { view } from "./view.ts";

const state = (found: Found<Progress>) => () => (acts: Parameters<typeof view>[1]) => view(found, acts);
const usual: Progress = {
  caseNo: "33050326051202004176",
  title: text("企业名称自主申报", "Company name declaration"),
  owner: text("湖州市南浔区政务服务中心", "Nanxun Service Centre, Huzhou"),
  filedAt: Date.UTC(2026, 4, 12, 1, 58, 7),
  state: "RECEIVED",
  formHash: "7f3a91c2aa04be51c2d87f3a91c2aa04be51c2d87f3a91c2aa04be51c2d80011",
};
const longest: Progress = {
  ...usual,
  title: text("不动产抵押登记（预告登记转本登记）", "Filing for cross-province medical treatment away from home"),
  owner: text(
    "克孜勒苏柯尔克孜自治州阿合奇县政务服务中心",
    "Akqi County Public Service Centre, Kizilsu Kirghiz Autonomous Prefecture",
  ),
};

codeGallery({
  asking: state({ at: "asking" }),
  found: (atLongest) => state({ at: "found", found: atLongest ? longest : usual })(),
  unknown: state({ at: "unknown" }),
  failed: state({ at: "failed" }),
});
