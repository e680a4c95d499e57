package zhuhu.pack;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.Choice;
import zhuhu.form.FormNode.Question;
import zhuhu.form.FormNode.SaveTo;
import zhuhu.form.FormSheets;
import zhuhu.pack.PackForms.Read;
import zhuhu.record.Kind;

/// Holds what a campaign's form saves against the register: known properties, no section that only
/// a roster may state, the same choices and shapes, and calculations that rest on their own section
/// alone. Source: `docs/file-format.md`, calculated values. One use; one thread.
final class SaveToRules {

    private static final Pattern MENTION =
            Pattern.compile("\\$\\{\\s*([A-Za-z_][\\w.-]*)\\s*}|/([A-Za-z_][\\w.-]*)(?![\\w.(/-])");
    private static final Set<Kind> KEPT = EnumSet.of(Kind.VILLAGE, Kind.HOUSEHOLD, Kind.PERSON);

    private final PackText pack;
    private final Schema register;
    private final Read read;
    private final Map<String, SaveTo> saved = new HashMap<>();
    private final Map<String, String> calculations = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private SaveToRules(PackText pack, Schema register, Read read) {
        this.pack = pack;
        this.register = register;
        this.read = read;
    }

    static void check(PackText pack, Schema register, Read read) {
        new SaveToRules(pack, register, read).check();
    }

    private void check() {
        read.sheets().sheets().stream()
                .filter(s -> s.name().strip().equalsIgnoreCase("survey"))
                .findFirst()
                .ifPresent(this::survey);
        List<Question> questions = read.form().form().questions().toList();
        for (Question question : questions) {
            question.saveTo().ifPresent(to -> saved.put(question.name(), to));
        }
        for (Question question : questions) {
            question.saveTo().ifPresent(to -> check(question, to));
        }
    }

    private void survey(FormSheets.Sheet survey) {
        if (survey.rows().isEmpty()) {
            return;
        }
        List<String> header =
                survey.rows().getFirst().stream()
                        .map(h -> h.strip().toLowerCase(Locale.ROOT))
                        .toList();
        int name = header.indexOf("name");
        int calculation =
                Math.max(header.indexOf("calculation"), header.indexOf("bind::calculate"));
        for (int i = 1; i < survey.rows().size(); i++) {
            String question = cell(survey.rows().get(i), name);
            rows.putIfAbsent(question, i + 1);
            String expression = cell(survey.rows().get(i), calculation);
            if (!expression.isEmpty()) {
                calculations.put(question, expression);
            }
        }
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column).strip() : "";
    }

    private void check(Question question, SaveTo to) {
        Optional<Kind> kind = Kind.of(to.list());
        Optional<Schema.Section> section = kind.flatMap(k -> register.sectionOf(k, to.property()));
        if (section.isEmpty()) {
            fault(question, Problem.of("packUnknownProperty", question.name(), saveTo(to)));
            return;
        }
        if (section.get().authority() == Schema.Authority.SYSTEM) {
            String label = section.get().label();
            fault(question, Problem.of("packSystemSection", question.name(), saveTo(to), label));
        }
        register.property(kind.orElseThrow(), to.property())
                .ifPresent(property -> shape(question, to, property));
        if (question.calculated() && KEPT.contains(kind.orElseThrow())) {
            ownSection(question, section.get());
        }
    }

    private void shape(Question question, SaveTo to, Schema.Property property) {
        if (question.kind() != property.type()) {
            fault(
                    question,
                    Problem.of(
                            "packTypeDiffers",
                            question.name(),
                            saveTo(to),
                            question.kind(),
                            property.type()));
        } else if (!names(question.choices()).equals(names(property.choices()))) {
            fault(question, Problem.of("packChoicesDiffer", question.name(), saveTo(to)));
        }
    }

    private static List<String> names(List<Choice> choices) {
        return choices.stream().map(c -> c.name() + "=" + c.label()).toList();
    }

    private void ownSection(Question question, Schema.Section section) {
        for (String mention : mentions(calculations.getOrDefault(question.name(), ""))) {
            SaveTo source = saved.get(mention);
            boolean isOwn =
                    source != null
                            && source.list().equals(section.kind().code())
                            && section.properties().stream()
                                    .anyMatch(p -> p.name().equals(source.property()));
            if (!isOwn) {
                fault(
                        question,
                        Problem.of(
                                "packCalculationReaches",
                                question.name(),
                                mention,
                                section.label()));
            }
        }
    }

    private static Set<String> mentions(String expression) {
        var mentions = new HashSet<String>();
        Matcher matcher = MENTION.matcher(expression);
        while (matcher.find()) {
            mentions.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return mentions;
    }

    private void fault(Question question, Problem problem) {
        int row = rows.getOrDefault(question.name(), 0);
        pack.problem(problem.at(new Place(read.path(), row, null)));
    }

    private static String saveTo(SaveTo to) {
        return to.list() + "#" + to.property();
    }
}
