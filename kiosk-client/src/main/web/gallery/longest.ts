import type { Author, FieldState, LocalText, ServiceItem } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import type { KioskState } from "../kiosk-screen.ts";
import { text } from "web-kit/samples/item.ts";
import type { Sample } from "./sample.ts";

const region = text(
  "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县",
  "Akqi County, Kizilsu Kirghiz Autonomous Prefecture, Xinjiang",
);
const centre = text(
  "克孜勒苏柯尔克孜自治州阿合奇县政务服务中心",
  "Akqi County Public Service Centre, Kizilsu Kirghiz Autonomous Prefecture",
);
const item = text("企业职工基本养老保险关系转移接续", "Filing for cross-province medical treatment away from home");
const otherItem = text(
  "不动产抵押登记（预告登记转本登记）",
  "Registration of a mortgage on real estate, from its advance notice",
);
const name = "阿卜杜热合曼·买买提吐尔逊";
const address = "克孜勒苏柯尔克孜自治州阿合奇县阿合奇镇南大街社区健康路 128 号滨河花园二期 3 号楼 2 单元 1501 室";
const sentence = "这一格要和身份证上写的完全一样，包括中间的点；如果身份证换过，请以新的为准，旧的我们会一并核对。";

/** The values that a person may really write, as long as each field of the sample allows. */
const values: Readonly<Record<string, string>> = {
  "/tradeName": "阿合奇滨河花园二期牧羊人之家手工刺绣",
  "/industry": "农牧民专业合作社手工刺绣品设计与销售",
  "/capital": "999999999.99",
  "/seat": "克孜勒苏柯尔克孜自治州阿合奇县阿合奇镇",
  "/alternatives": address,
  "/contactName": name,
};

/** The same screen with the longest names, sentences and values that really occur. */
export function atLongest(sample: Sample): Sample {
  return { ...sample, state: state(sample.state) };
}

function state(usual: KioskState): KioskState {
  const { lobby, room, call } = usual;
  return {
    ...usual,
    lobby: lobby && {
      ...lobby,
      centre,
      destinations: lobby.destinations.map((place) => ({
        ...place,
        region,
        name: centre,
        items: place.items.map((each, index) => ({ ...each, title: index === 0 ? item : otherItem })),
      })),
    },
    item: usual.item && serviceItem(usual.item),
    other: usual.other && serviceItem(usual.other),
    room: room && roomState(room),
    call:
      call?.type === "Talking"
        ? { ...call, clerk: { ...call.clerk, name, staffNo: "653023-0128", unit: centre, region } }
        : call,
  };
}

function serviceItem(usual: ServiceItem): ServiceItem {
  const longer = (words: LocalText): LocalText => ({
    zh: `${words.zh}，${sentence}`,
    en: `${words.en} ${words.en} ${words.en}`,
  });
  return {
    ...usual,
    title: item,
    department: text(
      "克孜勒苏柯尔克孜自治州阿合奇县市场监督管理局",
      "Akqi County Administration for Market Regulation, Kizilsu Prefecture",
    ),
    timeLimit: text("法定 20 个工作日，承诺 7 个工作日", "20 working days by law, 7 promised"),
    result: text("不动产登记证明（抵押权）", "Certificate of registration of the mortgage"),
    materials: usual.materials.map((each) => ({
      ...each,
      name: text("不动产权证书或不动产登记证明", "Certificate of title or of registration"),
      hint: text(sentence, "The original, and a copy of both sides on one page"),
    })),
    agreements: usual.agreements.map((each) => ({ ...each, text: longer(each.text) })),
    declarations: usual.declarations.map((each) => ({ ...each, text: longer(each.text) })),
  };
}

function roomState(usual: RoomState): RoomState {
  const by = (author: Author): Author => (author.name === "" ? author : { ...author, name });
  const field = ([path, each]: [string, FieldState]): [string, FieldState] => [
    path,
    {
      ...each,
      by: by(each.by),
      value: each.value === "" ? "" : (values[path] ?? (path.endsWith("/name") ? name : each.value)),
    },
  ];
  return {
    ...usual,
    fields: Object.fromEntries(Object.entries(usual.fields).map(field)),
    chat: usual.chat.map((each) => ({
      ...each,
      by: by(each.by),
      text: each.by.role === "CLERK" ? sentence : each.text,
    })),
    suggestions: usual.suggestions.map((each) => ({
      ...each,
      by: by(each.by),
      value: `${values["/tradeName"]}达`,
      reason: sentence,
    })),
    helper: usual.helper && { ...usual.helper, name },
    clerk: usual.clerk && { ...usual.clerk, clerk: { ...usual.clerk.clerk, name } },
  };
}
