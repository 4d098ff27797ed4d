import type { LocalText } from "web-kit/protocol.ts";

/** What clerks say again and again, by the number keys 1 to 8. The kiosk shows it large, in its own language. */
export const phrases: readonly LocalText[] = [
  { zh: "请稍等，我查一下。", en: "One moment, please. I am looking it up." },
  { zh: "请看亮起来的那一格。", en: "Please look at the box that lights up." },
  { zh: "请把证件放到摄像头下面。", en: "Please put your paper under the camera." },
  { zh: "听得清吗？听不清就点“文字”。", en: "Can you hear me? If not, touch “Text”." },
  { zh: "您慢慢来，不着急。", en: "Take your time." },
  { zh: "请从头到尾看一遍，对的就点“是对的”。", en: "Please read it all. Touch “That is right” where it is." },
  { zh: "可以提交了，请您自己点。", en: "It can be submitted now. Please touch it yourself." },
  { zh: "请带好您的证件和回执。", en: "Please take your papers and the receipt." },
];
