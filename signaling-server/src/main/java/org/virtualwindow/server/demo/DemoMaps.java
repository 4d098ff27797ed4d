package org.virtualwindow.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.directory.CentrePlace;
import org.virtualwindow.server.directory.CentrePlace.Point;
import org.virtualwindow.server.directory.CentrePlace.Stop;
import org.virtualwindow.server.directory.CentrePlace.Street;

/** How one gets to the centres of the demo. Streets, numbers, lines and stops are invented: an illustration, no way to go by. */
final class DemoMaps {
    static final Map<String, CentrePlace> PLACES = Map.of(
            DemoPlaces.SONGJIANG,
            new CentrePlace(
                    text("松江区示范大道 88 号", "88 Shifan Avenue, Songjiang"),
                    text("一楼综合大厅", "General hall, ground floor"),
                    List.of(
                            text("地铁“示范大道”站 2 号口出，往东走约 300 米", "Metro Shifan Avenue, exit 2, then about 300 m east"),
                            text("公交松江示范 1 路“政务中心”站下车", "Bus Songjiang Demo 1 to Service Centre")),
                    List.of(
                            street("示范大道", "Shifan Avenue", 4, 34, 96, 34),
                            street("文明路", "Wenming Road", 26, 4, 26, 56),
                            street("云间路", "Yunjian Road", 76, 4, 76, 22, 84, 56)),
                    List.of(stop("示范大道站", "Shifan Avenue", 26, 34)),
                    new Point(54, 24)),
            DemoPlaces.NANXUN,
            new CentrePlace(
                    text("南浔区示例路 266 号", "266 Shili Road, Nanxun"),
                    text("二楼企业开办专区", "Business registration, first floor above ground"),
                    List.of(
                            text(
                                    "公交南浔示例 3 路“政务服务中心”站下车，过马路就到",
                                    "Bus Nanxun Demo 3 to Service Centre, then across the road"),
                            text("高铁南浔站下车，打车约 10 分钟", "High-speed rail to Nanxun, then about 10 minutes by taxi")),
                    List.of(
                            street("示例路", "Shili Road", 4, 40, 50, 40, 96, 28),
                            street("年丰路", "Nianfeng Road", 34, 4, 34, 56),
                            street("桑园路", "Sangyuan Road", 82, 4, 82, 56)),
                    List.of(stop("政务服务中心站", "Service Centre", 46, 40)),
                    new Point(56, 28)),
            DemoPlaces.YUHUATAI,
            new CentrePlace(
                    text("雨花台区样板路 12 号", "12 Yangban Road, Yuhuatai"),
                    text("一楼综合窗口", "General windows, ground floor"),
                    List.of(text("地铁“样板路”站 1 号口出，往南走约 200 米", "Metro Yangban Road, exit 1, then about 200 m south")),
                    List.of(street("样板路", "Yangban Road", 50, 4, 50, 56), street("花神路", "Huashen Road", 4, 20, 96, 20)),
                    List.of(stop("样板路站", "Yangban Road", 50, 20)),
                    new Point(62, 40)),
            DemoPlaces.SHUSHAN,
            new CentrePlace(
                    text("蜀山区范例街 5 号", "5 Fanli Street, Shushan"),
                    text("三楼综合窗口", "General windows, second floor above ground"),
                    List.of(text("公交蜀山示例 7 路“范例街”站下车", "Bus Shushan Demo 7 to Fanli Street")),
                    List.of(street("范例街", "Fanli Street", 4, 36, 96, 36), street("西园路", "Xiyuan Road", 30, 4, 30, 56)),
                    List.of(stop("范例街站", "Fanli Street", 44, 36)),
                    new Point(60, 24)));

    private DemoMaps() {}

    private static LocalText text(String zh, String en) {
        return new LocalText(zh, en);
    }

    /** @param numbers x and y of each point in turn */
    private static Street street(String zh, String en, int... numbers) {
        var line = new ArrayList<Point>();
        for (int each = 0; each < numbers.length; each += 2) {
            line.add(new Point(numbers[each], numbers[each + 1]));
        }
        return new Street(text(zh, en), List.copyOf(line));
    }

    private static Stop stop(String zh, String en, int x, int y) {
        return new Stop(text(zh, en), new Point(x, y));
    }
}
