/** Every state of the page with sample data and without a server. */
import "./phone.css";
import { text } from "web-kit/samples/item.ts";
import { drawnPage, pageOf } from "web-kit/samples/pages.ts";
import { codeGallery } from "../code-page/code-gallery.ts";
import type { PhoneActs } from "./phone.ts";
import type { Opened, PhoneState, Sheet } from "./sheet.ts";
import { view } from "./view.ts";

const noActs: PhoneActs = {
  type: () => {},
  again: () => {},
  add: () => {},
  retry: () => {},
  drop: () => {},
  switchLanguage: () => {},
};
const state = (shown: PhoneState) => () => () => view(shown, noActs);
const usual: Opened = {
  title: text("企业名称自主申报", "Company name declaration"),
  material: text("每个出资人的证件或营业执照", "Every investor’s identity card or licence"),
  hint: text("正反两面都要", "Both sides"),
  now: 0,
  until: 600_000,
};
const longest: Opened = {
  ...usual,
  title: text("不动产抵押登记（预告登记转本登记）", "Filing for cross-province medical treatment away from home"),
  material: text(
    "不动产权证书或者不动产登记证明，以及抵押合同和主债权合同的原件",
    "Certificate of real-estate title or of registration, with the originals of the mortgage contract and of the main contract",
  ),
  hint: text("每一页都要拍，包括空白的附注页和封底", "Every page, also the empty ones for remarks and the back cover"),
};
const open = (sheets: readonly Sheet[], opened = usual): PhoneState => ({ at: "open", opened, minutes: 9, sheets });
const thumb = drawnPage(pageOf("1"));
const sent = (id: number, faults: readonly ("DARK" | "BLURRED" | "GLARE")[] = []): Sheet => ({
  id,
  thumb,
  at: "sent",
  faults,
  address: "/api/upload/u",
});

codeGallery({
  typing: state({ at: "typing", sheets: [] }),
  asking: state({ at: "asking", sheets: [] }),
  open: (atLongest) => () => view(open([], atLongest ? longest : usual), noActs),
  sending: state(
    open([sent(1), { id: 2, thumb, at: "sending", percent: 42 }, { id: 3, thumb: null, at: "preparing" }]),
  ),
  faulty: state(open([sent(1, ["DARK", "BLURRED", "GLARE"])])),
  cut: state(open([{ id: 1, thumb, at: "cut" }])),
  staysYet: state(open([{ ...sent(1, ["BLURRED"]), staysYet: true }])),
  refused: state(
    open([
      { id: 1, thumb: null, at: "refused", why: "wrong-type" },
      { id: 2, thumb, at: "refused", why: "too-many-wait" },
    ]),
  ),
  expired: state({ at: "over", why: "code", sheets: [sent(1)] }),
  otherPhone: state({ at: "over", why: "other", sheets: [] }),
  visitOver: state({ at: "over", why: "visit", sheets: [] }),
  failed: state({ at: "failed", sheets: [] }),
});
