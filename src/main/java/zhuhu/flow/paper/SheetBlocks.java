package zhuhu.flow.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Texts;
import zhuhu.flow.LastTime;
import zhuhu.flow.Visit;
import zhuhu.form.Choice;
import zhuhu.form.FormNode.Question;
import zhuhu.form.Outline;
import zhuhu.form.Outline.Line;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.paper.Block;
import zhuhu.record.Value;

/// A visit's questions for the kitchen table: everything that may be asked of this household, with
/// what is known and room to write. Whatever depends on an answer not yet given is marked, not left
/// out.
final class SheetBlocks {

    private static final String OUTCOME = "outcome";
    private static final String VISITED = "01";
    private static final int LONG_LABEL = 20;
    private static final int LONG_OPTIONS = 22;
    private static final int BLANK_MEMBERS = 2;
    private static final int BLANK_ROWS = 3;

    private final Visit visit;
    private final Outline outline;
    private final Texts texts;
    private final Said said;
    private final RowTables tables;

    /// `visit` is used up: its answers are those of a household that was met.
    SheetBlocks(Visit visit, Outline outline, Texts texts, Said said) {
        this.visit = visit;
        this.outline = outline;
        this.texts = texts;
        this.said = said;
        this.tables = new RowTables(visit, texts, this::known);
    }

    List<Block> blocks() {
        Optional<String> arrival = supposeMet();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(texts.of("paper.sheet.how")));
        for (Outline.Part part : outline.parts()) {
            boolean whole = arrival.equals(Optional.of(part.name()));
            List<Block> inside =
                    part.screens().stream()
                            .filter(s -> whole || isOpen(s.name()))
                            .flatMap(this::screen)
                            .toList();
            if (!inside.isEmpty()) {
                blocks.add(new Block.Part(part.label()));
                blocks.addAll(inside);
            }
        }
        blocks.add(
                new Block.Signatures(
                        List.of(
                                texts.of("paper.sign.head"),
                                texts.of("paper.sign.visitor"),
                                texts.of("paper.sign.village"),
                                texts.of("paper.sign.date"))));
        return blocks;
    }

    /// Answers, in this throw-away visit, that the household was met, so that the form opens its
    /// parts; gives the part where that is asked.
    private Optional<String> supposeMet() {
        List<Ref> found = visit.find(OUTCOME, "");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Ref outcome = found.getFirst();
        boolean offered =
                visit.form()
                        .form()
                        .questions()
                        .filter(q -> q.name().equals(OUTCOME))
                        .flatMap(q -> q.choices().stream())
                        .anyMatch(c -> c.name().equals(VISITED));
        if (offered) {
            visit.answer(outcome, Value.text(VISITED));
        }
        String path = outcome.path();
        return outline.parts().stream()
                .map(Outline.Part::name)
                .filter(name -> !name.isEmpty() && path.contains(name + "/"))
                .findFirst();
    }

    private boolean isOpen(String screen) {
        return visit.parts().stream()
                .map(PartView::screens)
                .flatMap(List::stream)
                .anyMatch(s -> s.name().equals(screen));
    }

    private Stream<Block> screen(Outline.Screen screen) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(screen.number() + "　" + screen.label()));
        var fields = new ArrayList<Block.Field>();
        for (Line line : screen.lines()) {
            switch (line) {
                case Line.Asked(String number, Question question) ->
                        field(number, question).ifPresent(fields::add);
                case Line.Heading(_, String label) -> {
                    flush(fields, blocks);
                    blocks.add(new Block.Heading(label));
                }
                case Line.Table table -> {
                    flush(fields, blocks);
                    if (!table.repeat().label().equals(screen.label())) {
                        blocks.add(new Block.Heading(table.repeat().label()));
                    }
                    blocks.addAll(tables.of(table, rows(screen.name(), table), blank(table)));
                }
                case Line.Noted _ -> {}
            }
        }
        flush(fields, blocks);
        return blocks.size() > 1 ? blocks.stream() : Stream.empty();
    }

    private static void flush(List<Block.Field> fields, List<Block> blocks) {
        if (!fields.isEmpty()) {
            blocks.add(new Block.Fields(fields));
            fields.clear();
        }
    }

    private Optional<Block.Field> field(String number, Question question) {
        if (List.of(question.appearance().split(" ", -1)).contains("judgement")) {
            return Optional.empty();
        }
        Ref ref = visit.find(question.name(), "").getFirst();
        List<String> options =
                question.readOnly()
                        ? List.of()
                        : question.choices().stream().map(Choice::label).toList();
        boolean toTick = options.size() <= 26;
        int room = options.stream().mapToInt(o -> o.length() + 2).sum();
        boolean wide =
                question.label().length() > LONG_LABEL
                        || toTick && room > LONG_OPTIONS
                        || options.isEmpty()
                                && question.kind() == zhuhu.form.AnswerKind.TEXT
                                && !question.appearance().contains("numbers");
        String label = visit.isRelevant(ref) ? question.label() : "◇" + question.label();
        return Optional.of(
                new Block.Field(
                        number,
                        label,
                        toTick ? options : List.of(),
                        known(ref, question),
                        question.readOnly() ? Block.Answered.GIVEN : Block.Answered.KNOWN,
                        wide));
    }

    /// What was known before this visit; all sides where they differ.
    private String known(Ref ref, Question question) {
        if (question.calculated()) {
            return ref.path().contains("[") ? said.of(question, visit.value(ref)) : "";
        }
        return visit.lastTime(ref)
                .map(last ->
                        last.sides().isEmpty()
                                ? said.of(question, last.value())
                                : last.sides().stream()
                                        .map(LastTime.Side::value)
                                        .map(value -> said.of(question, value))
                                        .distinct()
                                        .collect(Collectors.joining(texts.of("paper.or"))))
                .orElse("");
    }

    private List<ScreenView.Row> rows(String screen, Line.Table table) {
        if (!isOpen(screen)) {
            return List.of();
        }
        return visit.screen(screen).items().stream()
                .filter(Item.Table.class::isInstance)
                .map(Item.Table.class::cast)
                .filter(t -> t.repeat().equals(table.repeat().name()))
                .flatMap(t -> t.rows().stream())
                .filter(row -> table.repeat().entity().isPresent())
                .toList();
    }

    private static int blank(Line.Table table) {
        return table.repeat().entity().equals(Optional.of("person")) ? BLANK_MEMBERS : BLANK_ROWS;
    }
}
