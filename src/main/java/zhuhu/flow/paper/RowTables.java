package zhuhu.flow.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.form.Choice;
import zhuhu.form.FormNode.Question;
import zhuhu.form.Outline.Line;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Row;
import zhuhu.paper.Block;

/// A repeat on paper: a row a member, a column a question; one table for each group of questions,
/// several where a group has too many for the width.
final class RowTables {

    private static final int COLUMNS = 9;
    private static final int LEGEND = 24;

    private final Visit visit;
    private final Texts texts;
    private final BiFunction<Ref, Question, String> cell;

    /// `cell` gives the words of one answer.
    RowTables(Visit visit, Texts texts, BiFunction<Ref, Question, String> cell) {
        this.visit = visit;
        this.texts = texts;
        this.cell = cell;
    }

    /// The tables of a repeat. Shape: `rows` as the screen has them; `blank` empty rows to add.
    List<Block> of(Line.Table table, List<Row> rows, int blank) {
        boolean people = table.repeat().entity().equals(Optional.of("person"));
        var blocks = new ArrayList<Block>();
        for (Group group : joined(groups(table.lines()))) {
            List<Line.Asked> asked = group.asked();
            for (int from = 0; from < asked.size(); from += COLUMNS) {
                int to = Math.min(asked.size(), from + COLUMNS);
                List<Line.Asked> columns = asked.subList(from, to);
                boolean named =
                        people
                                && columns.stream()
                                        .noneMatch(a -> a.question().name().equals("person_name"));
                blocks.addAll(table(group.heading(), columns, rows, named, blank));
            }
        }
        return blocks;
    }

    private record Group(String heading, List<Line.Asked> asked) {}

    private static List<Group> groups(List<Line> lines) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("", new ArrayList<>()));
        for (Line line : lines) {
            switch (line) {
                case Line.Heading(_, String label) ->
                        groups.add(new Group(label, new ArrayList<>()));
                case Line.Asked asked -> groups.getLast().asked().add(asked);
                case Line.Noted _, Line.Table _ -> {}
            }
        }
        groups.removeIf(group -> group.asked().isEmpty());
        return groups;
    }

    /// Reason: paper is dear; small groups that stand beside each other share one table.
    private static List<Group> joined(List<Group> groups) {
        var joined = new ArrayList<Group>();
        for (Group group : groups) {
            int before = joined.isEmpty() ? COLUMNS : joined.getLast().asked().size();
            if (before + group.asked().size() <= COLUMNS) {
                Group last = joined.removeLast();
                var both = new ArrayList<>(last.asked());
                both.addAll(group.asked());
                joined.add(new Group(last.heading() + " · " + group.heading(), both));
            } else {
                joined.add(group);
            }
        }
        return joined;
    }

    private List<Block> table(
            String heading, List<Line.Asked> asked, List<Row> rows, boolean named, int blank) {
        var heads = new ArrayList<String>();
        var weights = new ArrayList<Float>();
        if (named) {
            heads.add(texts.of("paper.who"));
            weights.add(1.1f);
        }
        for (Line.Asked each : asked) {
            heads.add(each.number() + " " + each.question().label());
            weights.add(weight(each.question()));
        }
        var cells = new ArrayList<List<String>>();
        for (Row row : rows) {
            cells.add(cells(row, asked, named));
        }
        var blocks = new ArrayList<Block>();
        if (!heading.isEmpty()) {
            blocks.add(new Block.Heading(heading));
        }
        blocks.add(new Block.Table(heads, weights, cells, blank));
        if (blank > 0) {
            legend(asked).ifPresent(blocks::add);
        }
        return blocks;
    }

    private List<String> cells(Row row, List<Line.Asked> asked, boolean named) {
        var cells = new ArrayList<String>();
        if (named) {
            cells.add(row.label());
        }
        for (Line.Asked each : asked) {
            cells.add(
                    visit.find(each.question().name(), row.id()).stream()
                            .findFirst()
                            .map(ref -> cell.apply(ref, each.question()))
                            .orElse(""));
        }
        return cells;
    }

    /// What may be chosen, for lists that are short enough to print.
    private Optional<Block> legend(List<Line.Asked> asked) {
        var lists = new LinkedHashMap<String, String>();
        for (Line.Asked each : asked) {
            List<Choice> choices = each.question().choices();
            boolean plain = choices.stream().allMatch(c -> c.name().matches("0|1|unknown"));
            if (!choices.isEmpty() && choices.size() <= LEGEND && !plain) {
                String words = String.join("／", choices.stream().map(Choice::label).toList());
                lists.merge(words, each.number(), (a, b) -> a + "、" + b);
            }
        }
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        lists.forEach((choices, numbers) -> words.add(texts.of("paper.legend", numbers, choices)));
        return Optional.of(new Block.Note(String.join("　", words)));
    }

    private static float weight(Question question) {
        return switch (question.kind()) {
            case INTEGER, DECIMAL -> 0.8f;
            case TEXT -> question.name().endsWith("id_no") ? 1.9f : 1.4f;
            default -> question.choices().size() <= 3 ? 0.9f : 1.2f;
        };
    }
}
