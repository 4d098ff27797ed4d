package org.virtualwindow.server.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.IdentityDocument.CardSex;
import org.virtualwindow.protocol.RoomEvent.Known;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.values.FieldValue;

/** What a card says, as the forms write it. */
public final class CardTexts {
    /** GB/T 3304, from 01. */
    private static final List<String> ETHNIC_GROUPS = List.of(
            "汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎",
            "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬",
            "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴",
            "珞巴", "基诺");

    private CardTexts() {}

    /** What the forms have no words for is left out. */
    public static List<Known> says(IdentityDocument document) {
        List<Known> says = new ArrayList<>();
        says.add(known(What.NAME, document.name()));
        says.add(known(
                What.ID_TYPE,
                switch (document.kind()) {
                    case RESIDENT -> "RESIDENT_ID";
                    case FOREIGN_PERMANENT_RESIDENT -> "FOREIGN_PR_ID";
                    case HONG_KONG_MACAO_TAIWAN_RESIDENT -> "HK_MO_TW_RESIDENCE";
                }));
        says.add(known(What.ID_NO, document.number()));
        if (document.sex() != CardSex.NOT_SAID) {
            says.add(known(What.SEX, document.sex().name()));
        }
        says.add(known(What.BIRTH, document.birth()));
        document.ethnic().flatMap(CardTexts::ethnic).ifPresent(group -> says.add(known(What.ETHNIC, group)));
        // What stands on the others is where they stay, not where they are registered.
        if (document.kind() == IdentityDocument.CardKind.RESIDENT) {
            says.add(known(What.HUKOU_ADDRESS, document.address()));
        }
        return List.copyOf(says);
    }

    private static Optional<String> ethnic(String code) {
        try {
            return Optional.of(ETHNIC_GROUPS.get(Integer.parseInt(code) - 1));
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private static Known known(What what, String value) {
        return new Known(what, new FieldValue(value));
    }
}
