package zhuhu.form.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.xform.parse.XFormParser;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.form.Failure;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.form.Ref;
import zhuhu.record.Value;

/// Everything that stops a screen, found by walking it. Reason: the engine's own check stops at the
/// first failure and saves every answer again. Under the engine's lock.
final class Checks {

    private static final Pattern RULE = Pattern.compile("^(R\\d{2,3})\\b");
    private static final Pattern ITEXT = Pattern.compile("^jr:itext\\('(.*)'\\)$");

    private final Instance instance;
    private final Screens screens;
    private final Texts texts;

    Checks(Instance instance, Screens screens, Texts texts) {
        this.instance = instance;
        this.screens = screens;
        this.texts = texts;
    }

    List<Failure> failures(String screen) {
        return screens.open().stream()
                .filter(s -> s.name().equals(screen))
                .flatMap(s -> failures(s).stream())
                .toList();
    }

    List<Failure> failures() {
        return screens.open().stream().flatMap(s -> failures(s).stream()).toList();
    }

    private List<Failure> failures(Layout.Screen screen) {
        var found = new ArrayList<Failure>();
        walk(instance.spot(screen), screen.name(), found);
        return found;
    }

    private void walk(Instance.Spot spot, String screen, List<Failure> found) {
        if (!instance.isRelevant(spot)) {
            return;
        }
        switch (spot.node()) {
            case FormNode.Group _ ->
                    instance.inside(spot).forEach(child -> walk(child, screen, found));
            case FormNode.Repeat _ ->
                    instance.rows(spot).stream()
                            .filter(row -> row.spot().element().isRelevant())
                            .flatMap(row -> instance.inside(row.spot()).stream())
                            .forEach(child -> walk(child, screen, found));
            case Question question -> {
                if (Layout.isSeen(question) && !Layout.isNote(question)) {
                    check(spot, question)
                            .map(f -> new Failure(f.ref(), screen, f.code(), f.message()))
                            .ifPresent(found::add);
                }
            }
        }
    }

    private Optional<Failure> check(Instance.Spot spot, Question question) {
        TreeElement element = spot.element();
        IAnswerData data = element.getValue();
        if (data == null) {
            return element.isRequired()
                    ? failure(spot, "required", requiredMessage(spot))
                    : Optional.empty();
        }
        if (!instance.form().evaluateConstraint(element.getRef(), data)) {
            return failure(spot, "constraint", constraintMessage(spot, data));
        }
        if (!isAmongChoices(spot, question)) {
            return failure(spot, "constraint", texts.of("session.choiceGone"));
        }
        if (question.kind() == AnswerKind.RANK && !isWholeRank(spot, question)) {
            return failure(spot, "constraint", texts.of("session.rankWhole"));
        }
        return isOnScale(spot, question)
                ? Optional.empty()
                : failure(
                        spot,
                        "constraint",
                        texts.of(
                                "session.offScale",
                                question.parameter("start"),
                                question.parameter("end"),
                                question.parameter("step")));
    }

    private boolean isAmongChoices(Instance.Spot spot, Question question) {
        List<String> now = screens.choices(spot, question).stream().map(Choice::name).toList();
        return now.isEmpty() && question.choices().isEmpty()
                || switch (screens.value(spot, question)) {
                    case Value.Many(List<String> names) -> now.containsAll(names);
                    case Value.Text(String text) -> now.contains(text);
                    case Value.Number _, Value.Rows _, Value.Empty _ -> true;
                };
    }

    private boolean isWholeRank(Instance.Spot spot, Question question) {
        return screens.value(spot, question) instanceof Value.Many(List<String> names)
                && names.stream().distinct().count()
                        == screens.choices(spot, question).stream()
                                .map(Choice::name)
                                .distinct()
                                .count();
    }

    private boolean isOnScale(Instance.Spot spot, Question question) {
        if (!question.type().equals("range")
                || !(screens.value(spot, question) instanceof Value.Number(BigDecimal number))) {
            return true;
        }
        var start = new BigDecimal(question.parameter("start"));
        var end = new BigDecimal(question.parameter("end"));
        var step = new BigDecimal(question.parameter("step")).abs();
        return number.compareTo(start.min(end)) >= 0
                && number.compareTo(start.max(end)) <= 0
                && number.subtract(start).remainder(step).signum() == 0;
    }

    private static Optional<Failure> failure(Instance.Spot spot, String usual, String message) {
        Matcher rule = RULE.matcher(message);
        String code = rule.find() ? rule.group(1) : usual;
        return Optional.of(new Failure(new Ref(spot.path()), "", code, message));
    }

    private String requiredMessage(Instance.Spot spot) {
        String raw =
                spot.element().getBindAttributeValue(XFormParser.NAMESPACE_JAVAROSA, "requiredMsg");
        return raw == null || raw.isEmpty() ? texts.of("session.required") : filled(spot, raw);
    }

    private String constraintMessage(Instance.Spot spot, IAnswerData data) {
        @Nullable String message = screens.prompt(spot).getConstraintText(data);
        return message == null || message.isEmpty()
                ? texts.of("session.constraint")
                : filled(spot, message);
    }

    private String filled(Instance.Spot spot, String message) {
        Matcher itext = ITEXT.matcher(message);
        String words =
                itext.matches() ? instance.form().getLocalizer().getText(itext.group(1)) : message;
        String filled = instance.form().fillTemplateString(words, spot.element().getRef());
        return Answers.figures(filled);
    }
}
