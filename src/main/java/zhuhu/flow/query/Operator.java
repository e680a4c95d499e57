package zhuhu.flow.query;

import java.util.List;
import java.util.stream.Stream;
import zhuhu.form.AnswerKind;

/// How a property is held against values. Shape: `code` as it is written in an expression.
public enum Operator {
    IS("="),
    IS_NOT("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    IN("in"),
    NOT_IN("not in"),
    CONTAINS("contains"),
    /// Has an answer that is not 不清楚.
    ANSWERED("is answered"),
    /// Asked, and left empty.
    EMPTY("is empty"),
    NOT_ASKED("is not asked"),
    /// Answered with 不清楚.
    UNKNOWN("is unknown");

    private final String code;

    Operator(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// Whether it stands alone, without any value.
    public boolean alone() {
        return ordinal() >= ANSWERED.ordinal();
    }

    /// Whether it takes more than one value.
    public boolean takesSeveral() {
        return this == IN || this == NOT_IN;
    }

    boolean compares() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    /// Those that make sense for answers of a shape, the likeliest first.
    public static List<Operator> of(AnswerKind type) {
        List<Operator> first =
                switch (type) {
                    case INTEGER, DECIMAL -> List.of(IS, LESS, AT_MOST, MORE, AT_LEAST, IS_NOT);
                    case DATE, TIME, DATE_TIME ->
                            List.of(IS, AT_MOST, AT_LEAST, LESS, MORE, IS_NOT);
                    case ONE -> List.of(IS, IS_NOT, IN, NOT_IN, CONTAINS);
                    case MANY, RANK -> List.of(CONTAINS, IS_NOT);
                    case TEXT, IMAGE, ACKNOWLEDGE, NONE ->
                            List.of(CONTAINS, IS, IS_NOT, AT_MOST, AT_LEAST);
                };
        return Stream.concat(first.stream(), Stream.of(ANSWERED, EMPTY, NOT_ASKED, UNKNOWN))
                .toList();
    }
}
