package zhuhu.form.compile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.type.QuestionTypes;
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
                    Column.SAVE_TO);

    private final Refusals refusals;
    private final Map<String, ChoiceList> lists;
    private Container open;

    private SurveyReader(Container form, Map<String, ChoiceList> lists, Refusals refusals) {
        this.open = form;
        this.lists = lists;
        this.refusals = refusals;
    }

    static Container read(
            String root, List<Row> rows, Map<String, ChoiceList> lists, Refusals refusals) {
        Row none = Row.none("survey");
        var form = new Container(root, Element.Kind.FORM, none, null);
        var reader = new SurveyReader(form, lists, refusals);
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
                    if (!OF_CONTAINERS.contains(column)) {
                        refusals.add(Problem.of("formNotForGroup", word(column)), cell.place());
                    }
                });
        open = new Container(name(row), kind, row, open);
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
        Optional<QuestionTypes.Typed> typed = QuestionTypes.of(type.text());
        if (typed.isEmpty() || typed.get().list().isEmpty() && typed.get().type().takesList()) {
            unknownType(type, typed.isPresent());
            name(row);
            return;
        }
        String list = list(typed.get(), type);
        var asked = new Asked(name(row), typed.get().type(), list, row, open);
        QuestionRules.check(asked, Optional.ofNullable(lists.get(list)), refusals);
    }

    private void unknownType(Cell type, boolean isListMissing) {
        Problem problem;
        if (isListMissing) {
            problem = Problem.of("formNoList", type.text());
        } else if (QuestionTypes.isLater(type.text())) {
            problem = Problem.of("formTypeLater", type.text());
        } else {
            problem = Problem.of("formTypeUnknown", type.text());
        }
        refusals.add(problem, type.place());
    }

    private String list(QuestionTypes.Typed typed, Cell type) {
        if (!typed.type().takesList()) {
            return "";
        }
        Matcher other = OTHER.matcher(typed.list());
        String list = other.matches() ? other.group(1) : typed.list();
        if (other.matches()) {
            refusals.add(Problem.of("formOrOther"), type.place());
        } else if (!lists.containsKey(list)) {
            refusals.add(Problem.of("formListUnknown", list), type.place());
        }
        return list;
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
