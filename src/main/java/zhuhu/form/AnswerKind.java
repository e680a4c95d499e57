package zhuhu.form;

/// What shape an answer has. Dates are ISO text, times `HH:MM`, both together `2017-03-01T08:30`;
/// `RANK` is all choices in the order given; `IMAGE` the name of an attachment; `ACKNOWLEDGE` the
/// text `OK`; `NONE` takes no answer.
public enum AnswerKind {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    TIME,
    DATE_TIME,
    ONE,
    MANY,
    RANK,
    IMAGE,
    ACKNOWLEDGE,
    NONE
}
