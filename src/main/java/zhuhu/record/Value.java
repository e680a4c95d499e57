package zhuhu.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Plain;

/// One value of a section. An absent key means: not asked; `Empty`: asked and left empty.
public sealed interface Value {

    /// Text, a date (ISO), a choice's name, or `OK`. Plain, never blank: make it with
    /// [#text(String)].
    record Text(String text) implements Value {}

    /// Integer or decimal, without trailing zeros.
    record Number(BigDecimal number) implements Value {
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /// The choices of a select_multiple, in the order of their list (whoever makes it sorts it).
    record Many(List<String> names) implements Value {
        public Many {
            names = List.copyOf(names);
        }
    }

    /// The rows of a repeat that makes no records.
    record Rows(List<Values> rows) implements Value {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /// Asked, and left empty: null in JSON.
    record Empty() implements Value {}

    /// The one empty value.
    Value EMPTY = new Empty();

    /// Plain text; blank text is empty.
    static Value text(String raw) {
        String plain = Plain.text(raw);
        return plain.isEmpty() ? EMPTY : new Text(plain);
    }

    static Value number(BigDecimal number) {
        return new Number(number);
    }

    static Value number(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    /// No choice at all is empty.
    static Value many(List<String> names) {
        return names.isEmpty() ? EMPTY : new Many(names);
    }

    /// As a person reads it where no labels are at hand: text as it is, numbers plain, choices by
    /// spaces.
    default String plain() {
        return switch (this) {
            case Text(String text) -> text;
            case Number(BigDecimal number) -> number.toPlainString();
            case Many(List<String> names) -> String.join(" ", names);
            case Rows(List<Values> rows) -> new ArrayList<>(rows).toString();
            case Empty() -> "";
        };
    }
}
