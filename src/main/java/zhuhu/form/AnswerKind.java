package zhuhu.form;

/// What shape an answer has. Dates are ISO text; `ACKNOWLEDGE` is the text `OK`; `NONE` takes no
/// answer.
public enum AnswerKind {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    ONE,
    MANY,
    ACKNOWLEDGE,
    NONE
}
