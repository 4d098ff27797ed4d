import type { LocalText } from "web-kit/protocol.ts";
import { text } from "web-kit/samples/item.ts";

/** What the samples of both galleries are called: as they usually are, and as long as they can be. */
export type SampleWords = {
  readonly near: LocalText;
  readonly far: LocalText;
  readonly other: LocalText;
  readonly nearCentre: LocalText;
  readonly farCentre: LocalText;
  readonly otherCentre: LocalText;
  readonly unit: LocalText;
  readonly kiosks: readonly [LocalText, LocalText, LocalText];
  readonly item: LocalText;
  readonly otherItem: LocalText;
  readonly variant: LocalText;
  readonly windows: readonly [LocalText, LocalText, LocalText];
  readonly clerk: string;
  readonly manager: string;
  readonly helper: string;
  readonly others: readonly string[];
  readonly investor: string;
  readonly trade: string;
  readonly reason: string;
  readonly said: readonly [string, string, string];
};

const usual: SampleWords = {
  near: text("松江区", "Songjiang"),
  far: text("湖州市南浔区", "Nanxun, Huzhou"),
  other: text("雨花台区", "Yuhuatai"),
  nearCentre: text("松江区政务服务中心", "Songjiang Service Centre"),
  farCentre: text("南浔区政务服务中心", "Nanxun Service Centre"),
  otherCentre: text("雨花台区政务服务中心", "Yuhuatai Service Centre"),
  unit: text("南浔区市场监督管理局", "Nanxun Market Regulation"),
  kiosks: [text("1 号终端", "Kiosk 1"), text("2 号终端", "Kiosk 2"), text("东门终端", "East gate kiosk")],
  item: text("企业名称自主申报", "Declare a company name"),
  otherItem: text("社会保障卡补换", "Replace a social security card"),
  variant: text("按湖州市南浔区标准办理", "Handled under the rules of Nanxun, Huzhou"),
  windows: [text("企业登记", "Companies"), text("社保", "Social security"), text("不动产", "Property")],
  clerk: "李先生",
  manager: "周女士",
  helper: "陈帮办",
  others: ["王女士", "赵女士", "陈先生", "孙先生", "钱女士", "吴先生"],
  investor: "示例投资有限公司",
  trade: "水乡云",
  reason: "南浔已经有“水乡云”了，加一个字就不重名",
  said: ["两个人合开，比例怎么填？", "请看紫色的格子", "加起来要正好 100%，您和公司各填一行。"],
};

const longest: SampleWords = {
  near: text("巴音郭楞蒙古自治州博斯腾湖镇", "Bosten Lake Town, Bayingolin"),
  far: text("克孜勒苏柯尔克孜自治州阿合奇县", "Akqi County, Kizilsu Kirghiz Prefecture"),
  other: text("黔西南布依族苗族自治州册亨县", "Ceheng County, Qianxinan Prefecture"),
  nearCentre: text("巴音郭楞蒙古自治州博斯腾湖镇便民服务中心", "Bosten Lake Town Public Service Centre, Bayingolin"),
  farCentre: text(
    "克孜勒苏柯尔克孜自治州阿合奇县政务服务中心",
    "Akqi County Public Service Centre, Kizilsu Prefecture",
  ),
  otherCentre: text(
    "黔西南布依族苗族自治州册亨县政务服务中心",
    "Ceheng County Public Service Centre, Qianxinan Prefecture",
  ),
  unit: text("阿合奇县市场监督管理局企业注册登记分局", "Akqi County Market Regulation, Company Registration Branch"),
  kiosks: [
    text("一楼大厅东侧无障碍 1 号自助终端", "Ground floor, east side, barrier-free kiosk 1"),
    text("一楼大厅东侧无障碍 12 号自助终端", "Ground floor, east side, barrier-free kiosk 12"),
    text("二楼社会保障服务区自助终端", "Second floor, social security area, kiosk 2"),
  ],
  item: text("企业职工基本养老保险关系转移接续", "Filing for cross-province medical treatment away from home"),
  otherItem: text("不动产抵押登记（预告登记转本登记）", "Mortgage registration, from advance notice to entry"),
  variant: text(
    "按克孜勒苏柯尔克孜自治州阿合奇县标准办理",
    "Handled under the rules of Akqi County, Kizilsu Prefecture",
  ),
  windows: [
    text("企业登记与个体工商户综合窗口", "Companies and sole traders, general window"),
    text("城乡居民社会保障综合窗口", "Social security for residents, general window"),
    text("不动产登记与交易一体化窗口", "Property registration and trade window"),
  ],
  clerk: "阿依古丽·买买提明女士",
  manager: "热依汗古丽·阿卜杜拉女士",
  helper: "古丽米热·吐尔逊帮办",
  others: [
    "欧阳阿依古丽女士",
    "司马买买提明先生",
    "上官热依汗古丽女士",
    "诸葛吐尔逊先生",
    "慕容阿卜杜拉先生",
    "尉迟古丽米热女士",
  ],
  investor: "克孜勒苏阿合奇县示例农牧产品投资管理有限责任公司",
  trade: "克孜勒苏水乡云舟天山雪莲牧歌",
  reason: "阿合奇县已经有一家企业用了同样的字号，加上两个字以后不会重名，读起来也顺，您看看合适不合适",
  said: [
    "我们两个人一起出资，另外还有一家公司也要出一部分，那么比例到底应该怎么填才对？",
    "请看紫色的格子",
    "三个人的比例加起来要正好是 100%，您、您的合伙人和那家公司各填一行，小数点后最多两位。",
  ],
};

export function sampleWords(long: boolean): SampleWords {
  return long ? longest : usual;
}
