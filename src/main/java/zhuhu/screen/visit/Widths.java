package zhuhu.screen.visit;

import zhuhu.form.Choice;
import zhuhu.form.FormNode.Question;

/// How wide a table's column is, by what is answered in it. The style sheet knows the names.
final class Widths {

    private static final int LONG_CHOICE = 6;

    private Widths() {}

    static String of(Question question) {
        return switch (question.kind()) {
            case INTEGER, DECIMAL -> "narrow";
            case DATE, TIME, DATE_TIME -> "date";
            case ACKNOWLEDGE, NONE -> "tick";
            case MANY, RANK, IMAGE -> "wide";
            case ONE -> longest(question) > LONG_CHOICE ? "wide" : "choice";
            case TEXT -> text(question);
        };
    }

    /// The column's width in em, as the style sheet has it.
    static int ems(Question question) {
        return switch (of(question)) {
            case "narrow" -> 6;
            case "tick" -> 5;
            case "wide" -> 12;
            case "lines" -> 17;
            default -> 8;
        };
    }

    private static String text(Question question) {
        if (question.appearance().contains("multiline")) {
            return "lines";
        }
        return question.name().endsWith("id_no") ? "wide" : "choice";
    }

    private static int longest(Question question) {
        return question.choices().stream()
                .map(Choice::label)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
