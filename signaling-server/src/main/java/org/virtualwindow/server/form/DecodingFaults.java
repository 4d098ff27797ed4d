package org.virtualwindow.server.form;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a record cannot be made of what a file says: in Chinese by the kind of the exception, in English in Jackson's own words. */
final class DecodingFaults {
    private DecodingFaults() {}

    static Fault of(JsonNode item, JacksonException e) {
        StringBuilder place = new StringBuilder();
        JsonNode at = item;
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            at = name == null ? at.path(step.getIndex()) : at.path(name);
            // Things of a section stand in the file by their names
            place.append('/').append(name == null ? PackageFile.nameOf(at).orElse("" + step.getIndex()) : name);
        }
        return new Fault(place.toString(), reason(at, e));
    }

    private static LocalText reason(JsonNode at, JacksonException e) {
        return e.getCause() instanceof Malformed ours
                ? ours.reason()
                : new LocalText(chinese(at, e), e.getOriginalMessage());
    }

    private static String chinese(JsonNode at, JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidTypeIdException _ -> "看不出是哪一种规则：要写 show、require、set、only、must 当中的一个";
            case JacksonException _ when at.isMissingNode() || at.isNull() -> "这一项必须有，不能缺";
            case MismatchedInputException wrong when wrong.getTargetType() != null -> wrong(at, wrong.getTargetType());
            case JacksonException _ -> "写的内容或者写法不对：" + e.getOriginalMessage();
        };
    }

    private static String unknown(UnrecognizedPropertyException e) {
        String known = e.getKnownPropertyIds() == null
                ? ""
                : e.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining("、"));
        return "不认识“" + e.getPropertyName() + "”，这里可以写：" + known;
    }

    private static String wrong(JsonNode at, Class<?> wanted) {
        return "这里要写" + what(wanted) + (at.isValueNode() ? "，不能写“" + at.asString() + "”" : "");
    }

    private static String what(Class<?> wanted) {
        if (wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining("、")) + "当中的一个";
        }
        if (wanted == Boolean.class) {
            return " true 或 false";
        }
        if (Number.class.isAssignableFrom(wanted)) {
            return "整数";
        }
        if (wanted == String.class) {
            return "文字";
        }
        return Collection.class.isAssignableFrom(wanted) ? "列表" : "“名称: 值”";
    }
}
