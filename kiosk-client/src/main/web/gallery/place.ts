import type { CentrePlace } from "web-kit/form/centre-place.ts";
import { text } from "web-kit/samples/item.ts";

/** The way to a centre that the clerk shows. */
export const place: CentrePlace = {
  name: text("湖州市南浔区政务服务中心", "Nanxun Service Centre, Huzhou"),
  hours: text("周一至周五 9:00–17:00", "Mon–Fri 9:00–17:00"),
  place: {
    address: text("南浔区示例路 266 号", "266 Shili Road, Nanxun"),
    room: text("二楼企业开办专区", "Business registration, first floor above ground"),
    ways: [
      text(
        "公交南浔示例 3 路“政务服务中心”站下车，过马路就到",
        "Bus Nanxun Demo 3 to Service Centre, then across the road",
      ),
      text("高铁南浔站下车，打车约 10 分钟", "High-speed rail to Nanxun, then about 10 minutes by taxi"),
    ],
    streets: [
      {
        name: text("示例路", "Shili Road"),
        line: [
          { x: 4, y: 40 },
          { x: 50, y: 40 },
          { x: 96, y: 28 },
        ],
      },
      {
        name: text("年丰路", "Nianfeng Road"),
        line: [
          { x: 34, y: 4 },
          { x: 34, y: 56 },
        ],
      },
      {
        name: text("桑园路", "Sangyuan Road"),
        line: [
          { x: 82, y: 4 },
          { x: 82, y: 56 },
        ],
      },
    ],
    stops: [{ name: text("政务服务中心站", "Service Centre"), at: { x: 46, y: 40 } }],
    hall: { x: 56, y: 28 },
  },
};
