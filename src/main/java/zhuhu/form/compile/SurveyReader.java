package zhuhu.form.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.type.CalculateType;
import zhuhu.form.type.QuestionType;
import zhuhu.form.type.QuestionTypes;
import zhuhu.form.type.TextType;
import zhuhu.form.xpath.References;

/// Reads the survey sheet's rows into a tree. One use; one thread.
final class SurveyReader {

    private static final Pattern BOUND =
            Pattern.compile("(begin|end)[ _]+(group|repeat|lgroup|looped group)");
    private static final Pattern OTHER =
            Pattern.compile("(\\S+) (or_other|or other|or_specify other)");
    private static final Set<Column> OF_CONTAINERS =
            Set.of(
                    Column.TYPE,
                    Column.NAME,
                    Column.LABEL,
                    Column.RELEVANT,
                    Column.READ_ONLY,
                    Column.APPEARANCE,
                    Column.SAVE_TO,
                    Column.REPEAT_COUNT);

    private final Refusals refusals;
    private final Map<String, ChoiceList> lists;
    private final Externals externals;
    private final Set<String> languages = new LinkedHashSet<>();
    private Container open;

    private SurveyReader(
            Container form, Map<String, ChoiceList> lists, Externals externals, Refusals refusals) {
        this.open = form;
        this.lists = lists;
        this.externals = externals;
        this.refusals = refusals;
    }

    /// The tree; `lists` gets the choice “other” where a question asks for it, `externals` the
    /// lists in files.
    static Container read(
            String root,
            List<Row> rows,
            Map<String, ChoiceList> lists,
            Externals externals,
            Refusals refusals) {
        Row none = Row.none("survey");
        var form = new Container(root, Element.Kind.FORM, none, null);
        var reader = new SurveyReader(form, lists, externals, refusals);
        rows.forEach(r -> reader.languages.addAll(r.translations(Column.LABEL).keySet()));
        rows.forEach(reader::row);
        for (Container left = reader.open; left != form; left = left.parent().orElse(form)) {
            refusals.add(Problem.of("formNoEnd", left.name()), left.row().place(Column.TYPE));
        }
        return form;
    }

    private void row(Row row) {
        Optional<Cell> type = row.cell(Column.TYPE);
        if (type.isEmpty()) {
            refusals.add(Problem.of("formNoType"), row.place(Column.TYPE));
            return;
        }
        Matcher bound = BOUND.matcher(type.get().text().toLowerCase(Locale.ROOT));
        if (!bound.matches()) {
            question(row, type.get());
        } else if (bound.group(1).equals("begin")) {
            begin(row, kind(bound.group(2)));
        } else {
            end(row, kind(bound.group(2)));
        }
    }

    private static Element.Kind kind(String word) {
        return word.equals("group") ? Element.Kind.GROUP : Element.Kind.REPEAT;
    }

    private void begin(Row row, Element.Kind kind) {
        row.cells()
                .forEach((column, cell) -> {
                    boolean isCountOfGroup =
                            column == Column.REPEAT_COUNT && kind == Element.Kind.GROUP;
                    if (!OF_CONTAINERS.contains(column) || isCountOfGroup) {
                        refusals.add(Problem.of("formNotForGroup", word(column)), cell.place());
                    }
                });
        String name = name(row);
        if (kind == Element.Kind.REPEAT && !name.isEmpty()) {
            row.cell(Column.REPEAT_COUNT).ifPresent(count -> counted(name, count, row));
        }
        open = new Container(name, kind, row, open);
    }

    /// Reason: the engine counts rows by a node; an expression needs one made for it.
    private void counted(String repeat, Cell count, Row row) {
        if (!RepeatCount.isReference(count)) {
            Row made = RepeatCount.row(repeat, count, row);
            new Asked(name(made), new CalculateType(), "", Map.of(), made, open);
        }
    }

    private void end(Row row, Element.Kind kind) {
        row.cell(Column.SAVE_TO)
                .ifPresent(cell -> refusals.add(Problem.of("formSaveToGroup"), cell.place()));
        Optional<Container> around = open.parent();
        if (around.isEmpty()) {
            refusals.add(Problem.of("formNoBegin"), row.place(Column.TYPE));
        } else if (open.kind() != kind) {
            refusals.add(
                    Problem.of("formWrongEnd", open.name(), open.row().number()),
                    row.place(Column.TYPE));
            open = around.get();
        } else {
            open = around.get();
        }
    }

    private void question(Row row, Cell type) {
        if (type.text().equalsIgnoreCase("csv-external")) {
            externals.list(name(row), type.place());
            return;
        }
        Optional<QuestionTypes.Typed> typed = QuestionTypes.of(type.text());
        if (typed.isEmpty() || typed.get().list().isEmpty() && typed.get().type().takesList()) {
            unknownType(type, typed.isPresent());
            name(row);
            return;
        }
        Matcher other = OTHER.matcher(typed.get().list());
        boolean isOther = other.matches();
        String list = list(typed.get().type(), isOther ? other.group(1) : typed.get().list(), type);
        Map<String, String> parameters = Parameters.read(row, typed.get().type(), refusals);
        String name = name(row);
        if (isOther) {
            offerOther(typed.get().type(), list, row, type);
        }
        var asked = new Asked(name, typed.get().type(), list, parameters, row, open);
        QuestionRules.check(asked, lists, refusals);
        if (isOther && !name.isEmpty()) {
            Row made = OtherChoice.row(name, languages, row, type.place());
            new Asked(name(made), new TextType(), "", Map.of(), made, open);
        }
    }

    private void offerOther(QuestionType question, String list, Row row, Cell type) {
        boolean isPlain = !question.takesFile() && question.kind() != AnswerKind.RANK;
        if (!isPlain || row.cell(Column.CHOICE_FILTER).isPresent()) {
            refusals.add(Problem.of("formOrOther"), type.place());
        } else {
            lists.computeIfPresent(list, (_, known) -> known.with(OtherChoice.of(known)));
        }
    }

    private void unknownType(Cell type, boolean isListMissing) {
        Problem problem;
        if (isListMissing) {
            problem = Problem.of("formNoList", type.text());
        } else {
            problem =
                    QuestionTypes.refusal(type.text())
                            .map(code -> Problem.of(code, type.text()))
                            .orElseGet(() -> Problem.of("formTypeUnknown", type.text()));
        }
        refusals.add(problem, type.place());
    }

    private String list(QuestionType question, String named, Cell type) {
        if (!question.takesList()) {
            return "";
        }
        if (question.takesFile()) {
            return externals.file(named, type.place());
        }
        if (!lists.containsKey(named)) {
            refusals.add(Problem.of("formListUnknown", named), type.place());
        }
        return named;
    }

    private String name(Row row) {
        Optional<Cell> cell = row.cell(Column.NAME);
        if (cell.isEmpty()) {
            refusals.add(Problem.of("formNoName"), row.place(Column.NAME));
            return "";
        }
        String name = cell.get().text();
        Place place = cell.get().place();
        if (name.equals("meta")) {
            refusals.add(Problem.of("formNameReserved", name), place);
        } else if (!References.isName(name)) {
            refusals.add(Problem.of("formName", name), place);
        } else {
            open.children().stream()
                    .filter(child -> child.name().equals(name))
                    .findFirst()
                    .ifPresent(first ->
                            refusals.add(
                                    Problem.of("formNameTwice", name, first.row().number()),
                                    place));
        }
        return name;
    }

    private static String word(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
