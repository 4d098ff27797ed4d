package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.LookupTrouble;

/**
 * What came of a lookup at an authority.
 *
 * @param licence where there is one: {@link LookupEnd#FOUND}, {@link LookupEnd#EXPIRED}
 * @param differs the fields in which it {@linkplain LookupEnd#DIFFERS differs}, as far as the authority says
 * @param why it is {@linkplain LookupEnd#UNAVAILABLE unavailable}
 */
public record LookupAnswer(
        LookupEnd how,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Licence> licence,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<FieldPath>> differs,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LookupTrouble> why) {

    public static LookupAnswer of(LookupEnd how) {
        return new LookupAnswer(how, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static LookupAnswer found(Optional<Licence> licence) {
        return new LookupAnswer(LookupEnd.FOUND, licence, Optional.empty(), Optional.empty());
    }

    public static LookupAnswer expired(Licence licence) {
        return new LookupAnswer(LookupEnd.EXPIRED, Optional.of(licence), Optional.empty(), Optional.empty());
    }

    public static LookupAnswer differs(List<FieldPath> fields) {
        return new LookupAnswer(LookupEnd.DIFFERS, Optional.empty(), Optional.of(fields), Optional.empty());
    }

    public static LookupAnswer unavailable(LookupTrouble why) {
        return new LookupAnswer(LookupEnd.UNAVAILABLE, Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
