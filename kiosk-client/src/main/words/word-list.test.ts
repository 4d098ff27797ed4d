import { expect, test } from "vitest";
import dictionary from "@node-rs/jieba/dict.txt?raw";
import { offered } from "../web/chinese/offers.ts";
import { Words } from "../web/chinese/words.ts";
import own from "./own-words.txt?raw";
import { wordList, wordListOf } from "./word-list.ts";

test("a line for each spelling, the usual words first, each with how often it is written", () => {
  const readings = {
    of: (word: string) => (word === "办理" ? ["ban", "li"] : ["nan", "xun"]),
    all: () => ["chang", "zhang"],
  };
  const list = wordListOf(
    "南巡 20 n\n办理 2142 v\n长 100 a\n長 100 a\nAB型 5 n\n罗曼诺 3 nr",
    "南浔\n",
    readings,
    new Set("长"),
  );
  expect(list.split("\n").slice(1)).toEqual(["banli 办理p", "chang 长g長a", "nanxun 南浔r南巡g", "zhang 长a長a"]);
});

test("the list of the pages offers what people at a kiosk write, in one breath", { timeout: 60_000 }, () => {
  const words = new Words(wordList(dictionary, own));
  const first = (typed: string) => offered(words, typed)[0]?.text;
  for (const [typed, meant] of Object.entries({
    banli: "办理",
    bangongdizhibiangeng: "办公地址变更",
    canyinfuwu: "餐饮服务",
    chenxiaoming: "陈晓明",
    dengji: "登记",
    fangchanzheng: "房产证",
    gerenyuanyin: "个人原因",
    gongsimingchengbiangeng: "公司名称变更",
    hunyinzhuangkuang: "婚姻状况",
    huzhoushinanxunqu: "湖州市南浔区",
    jiashanxianweitangjiedao: "嘉善县魏塘街道",
    lianshizhen: "练市镇",
    nver: "女儿",
    renminlu: "人民路",
    shangmaoyouxiangongsi: "商贸有限公司",
    shenfenzhengdiushilexuyaobuban: "身份证丢失了需要补办",
    shenqing: "申请",
    suzhoushiwujiangqu: "苏州市吴江区",
    wangjianguo: "王建国",
    yingyezhizhaoyishibuban: "营业执照遗失补办",
    zhejiangshenghuzhoushi: "浙江省湖州市",
    zinvshangxue: "子女上学",
  }))
    expect(first(typed), typed).toBe(meant);
  // What is read in two ways is found under both, where words show that both are usual.
  expect(
    offered(words, "zhang")
      .slice(0, 4)
      .map(({ text }) => text),
  ).toContain("长");
  expect(
    offered(words, "chang")
      .slice(0, 4)
      .map(({ text }) => text),
  ).toContain("长");
});
