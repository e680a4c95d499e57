package zhuhu.screen.visit;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.form.Failure;
import zhuhu.form.FormNode.Question;
import zhuhu.record.Value;

/// Values and labels as a person reads them.
final class Words {

    private static final Pattern UNIT = Pattern.compile("(.+?)[（(]([^（）()]{1,6})[）)]");
    private static final Set<String> UNITS =
            Set.of(
                    "元", "亩", "㎡", "平方米", "公里", "千米", "米", "人", "户", "月", "个月", "次", "年", "天", "分钟",
                    "小时", "岁", "km", "%", "元/人", "万元", "头", "只", "公斤", "斤", "kg", "口", "个", "套");
    private static final Pattern PRIVATE =
            Pattern.compile("(.*_)?(id_no|id_no_raw|phone|bank_account|person_no|household_no)");

    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    /// The value in words; “空” for what was left empty.
    String of(Question question, Value value) {
        return switch (value) {
            case Value.Empty() -> texts.of("visit.empty");
            case Value.Text(String text) -> one(question, text);
            case Value.Many(var names) ->
                    names.stream()
                            .map(n -> one(question, n))
                            .collect(
                                    Collectors.joining(
                                            question.kind() == AnswerKind.RANK ? " > " : "、"));
            case Value.Number _, Value.Rows _ -> value.plain();
        };
    }

    /// What stops, in the form's own words; ours where the form says nothing.
    String of(Failure failure) {
        if (!failure.message().isEmpty()) {
            return failure.message();
        }
        return failure.code().equals("required")
                ? texts.of("visit.required")
                : texts.of("visit.notAllowed");
    }

    private String one(Question question, String name) {
        return switch (question.kind()) {
            case ACKNOWLEDGE -> texts.of("visit.acknowledged");
            case ONE, MANY, RANK ->
                    question.choices().stream()
                            .filter(c -> c.name().equals(name))
                            .map(Choice::label)
                            .findFirst()
                            .orElse(name);
            case DATE_TIME -> name.replace('T', ' ');
            case IMAGE -> texts.of("visit.picture");
            case TEXT, INTEGER, DECIMAL, DATE, TIME, NONE -> name;
        };
    }

    /// The unit of a number, where its label ends with one.
    static Optional<String> unit(Question question, String label) {
        return switch (question.kind()) {
            case INTEGER, DECIMAL -> unit(label);
            case TEXT, DATE, TIME, DATE_TIME, ONE, MANY, RANK, IMAGE, ACKNOWLEDGE, NONE ->
                    Optional.empty();
        };
    }

    /// The unit that a label ends with, in brackets: “耕地面积（亩）” is measured in 亩.
    static Optional<String> unit(String label) {
        var found = UNIT.matcher(label);
        return found.matches() && UNITS.contains(found.group(2))
                ? Optional.of(found.group(2))
                : Optional.empty();
    }

    /// The label without its unit.
    static String withoutUnit(String label) {
        var found = UNIT.matcher(label);
        return found.matches() && UNITS.contains(found.group(2)) ? found.group(1) : label;
    }

    /// Whether a room full of people must not read the answer.
    static boolean isPrivate(Question question) {
        return PRIVATE.matcher(question.name()).matches();
    }

    /// All but the last four characters covered.
    static String masked(String text) {
        int covered = Math.max(0, text.length() - 4);
        return "*".repeat(covered) + text.substring(covered);
    }
}
