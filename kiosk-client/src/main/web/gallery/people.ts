import type { Author } from "web-kit/protocol.ts";
import { text } from "web-kit/samples/item.ts";

/** The moment at which every sample is looked at. */
export const now = Date.UTC(2026, 4, 12, 1, 58, 7);

/** The people of the samples. */
export const applicant: Author = { role: "APPLICANT", id: "k", name: "" };
export const clerk: Author = { role: "CLERK", id: "c1", name: "李晓明" };
export const card = {
  clerk: "c1",
  name: "李晓明",
  staffNo: "012",
  unit: text("湖州市南浔区政务服务中心", "Nanxun Service Centre, Huzhou"),
  region: text("浙江省湖州市南浔区", "Nanxun, Huzhou"),
};
export const helper: Author = { role: "HELPER", id: "h", name: "王芳" };
