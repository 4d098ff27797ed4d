package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.LookupTrouble;
import org.virtualwindow.protocol.values.PageFlaw;

/**
 * What came of a lookup at an authority.
 *
 * @param licence where there is one: {@link LookupEnd#FOUND}, {@link LookupEnd#EXPIRED}, {@link LookupEnd#REJECTED}
 * @param differs the fields in which it {@linkplain LookupEnd#DIFFERS differs}, as far as the authority says
 * @param why it is {@linkplain LookupEnd#UNAVAILABLE unavailable}
 * @param flaw why the clerk {@linkplain LookupEnd#REJECTED does not take} it, with {@code text} in their own words
 */
public record LookupAnswer(
        LookupEnd how,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Licence> licence,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<FieldPath>> differs,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LookupTrouble> why,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PageFlaw> flaw,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> text) {

    private static LookupAnswer of(
            LookupEnd how, Optional<Licence> licence, Optional<List<FieldPath>> differs, Optional<LookupTrouble> why) {
        return new LookupAnswer(how, licence, differs, why, Optional.empty(), Optional.empty());
    }

    public static LookupAnswer of(LookupEnd how) {
        return of(how, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static LookupAnswer found(Optional<Licence> licence) {
        return of(LookupEnd.FOUND, licence, Optional.empty(), Optional.empty());
    }

    public static LookupAnswer expired(Licence licence) {
        return of(LookupEnd.EXPIRED, Optional.of(licence), Optional.empty(), Optional.empty());
    }

    public static LookupAnswer differs(List<FieldPath> fields) {
        return of(LookupEnd.DIFFERS, Optional.empty(), Optional.of(fields), Optional.empty());
    }

    public static LookupAnswer unavailable(LookupTrouble why) {
        return of(LookupEnd.UNAVAILABLE, Optional.empty(), Optional.empty(), Optional.of(why));
    }

    /** The same with what a clerk says of it. */
    public LookupAnswer rejected(PageFlaw flaw, Optional<ChatText> text) {
        return new LookupAnswer(
                LookupEnd.REJECTED, licence, Optional.empty(), Optional.empty(), Optional.of(flaw), text);
    }

    /** The same with its licence in another form. */
    public LookupAnswer with(UnaryOperator<Licence> seen) {
        return new LookupAnswer(how, licence.map(seen), differs, why, flaw, text);
    }
}
