import { sentences } from "web-kit/text/language.ts";

const zh = {
  product: "远程虚拟窗口",
  language: "English",
  title: "办件进度",
  asking: "正在查。",
  caseNo: "办件编号",
  item: "事项",
  owner: "办理的地方",
  filedAt: "交件时间",
  hash: "表的校验码",
  state: "现在到哪一步",
  "state.RECEIVED": "已收件，还没有受理结果",
  "state.RECEIVED.next": "有结果了会打您留的电话。这个网页也查得到。",
  unknown: "没有查到这张回执",
  unknownHint: "请重新扫回执上的二维码。回执丢了，可以带身份证到办理的地方问。",
  failed: "没有连上",
  failedHint: "网络可能断了一下，您的办件没有受影响。",
  again: "再查一次",
  privacy: "这里不显示您的姓名和证件。回执请自己收好。",
};

const en: Record<keyof typeof zh, string> = {
  product: "Remote virtual window",
  language: "中文",
  title: "Case progress",
  asking: "Looking it up.",
  caseNo: "Case number",
  item: "Service",
  owner: "Handled by",
  filedAt: "Filed",
  hash: "Fingerprint of the form",
  state: "Where it is now",
  "state.RECEIVED": "Received, not decided yet",
  "state.RECEIVED.next": "They will phone the number you left. You can also look here.",
  unknown: "No receipt has this code",
  unknownHint: "Scan the code on the receipt again. If it is lost, ask at the centre with your ID card.",
  failed: "No connection",
  failedHint: "The network may have dropped for a moment. Your case is not affected.",
  again: "Look again",
  privacy: "Your name and papers are not shown here. Keep the receipt safe.",
};

export const say = sentences(zh, en);
