import type { Material } from "../protocol.ts";
import { text } from "./item.ts";

const material = (code: string, zh: string, en: string, more: Partial<Material> = {}): Material => ({
  code,
  name: text(zh, en),
  form: "COPY",
  capture: "DOC_CAMERA",
  count: 1,
  later: false,
  ...more,
});

/** One of each form, for galleries. */
export const materials: readonly Material[] = [
  material("ID", "联系人的身份证", "The contact’s identity card", {
    form: "ORIGINAL_SEEN",
    capture: "ID_READER",
    hint: text("要原件，看一眼就还您", "The original. You get it straight back"),
  }),
  material("INVESTORS", "每个出资人的证件或营业执照", "Each investor’s identity document or business licence", {
    hint: text("拍照或复印件也行", "A photograph or copy will do"),
    count: 2,
    later: true,
  }),
  material("LEASE", "住所使用证明（租赁合同或产权证明）", "Proof of the premises (lease or title)", { later: true }),
  material("SEAL", "加盖公章的法定代表人任职文件原件", "The original appointment of the legal representative, sealed", {
    form: "ORIGINAL_POSTED",
    capture: "UPLOAD",
  }),
  material("AUTHORITY", "委托书", "Letter of authority", { form: "GENERATED", capture: "NONE" }),
  material("PARENT", "总公司的营业执照", "The parent company’s business licence", {
    when: ["=", ["v", "/type"], "BRANCH"],
  }),
];
