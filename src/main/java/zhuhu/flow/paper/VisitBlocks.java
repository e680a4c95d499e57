package zhuhu.flow.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.base.Texts;
import zhuhu.flow.Judgement;
import zhuhu.flow.Visit;
import zhuhu.form.FormNode.Question;
import zhuhu.form.Outline;
import zhuhu.form.Outline.Line;
import zhuhu.form.PartView;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.paper.Block;
import zhuhu.record.Values;

/// A finished visit for the household's file: what was answered, screen by screen, with the
/// judgement and the reasons given.
final class VisitBlocks {

    private static final int LONG = 26;

    private final Visit visit;
    private final Texts texts;
    private final Said said;
    private final RowTables tables;
    private final Map<String, Line.Table> repeats = new HashMap<>();

    VisitBlocks(Visit visit, Outline outline, Texts texts, Said said) {
        this.visit = visit;
        this.texts = texts;
        this.said = said;
        this.tables =
                new RowTables(
                        visit,
                        texts,
                        (ref, question) ->
                                visit.isRelevant(ref)
                                        ? said.of(question, visit.value(ref))
                                        : texts.of("paper.notAsked"));
        outline.parts().stream()
                .flatMap(part -> part.screens().stream())
                .flatMap(screen -> screen.lines().stream())
                .filter(Line.Table.class::isInstance)
                .map(Line.Table.class::cast)
                .forEach(table -> repeats.put(table.repeat().name(), table));
    }

    /// `reasons`: rows of rule and reason, as the visit keeps them; `done` who finished it, when.
    List<Block> blocks(List<Values> reasons, String done) {
        var blocks = new ArrayList<Block>();
        for (PartView part : visit.parts()) {
            blocks.add(new Block.Part(part.label()));
            for (PartView.ScreenName name : part.screens()) {
                screen(name, visit.screen(name.name()), blocks);
            }
        }
        judgement(visit.judgement(), blocks);
        reasons(reasons, blocks);
        blocks.add(new Block.Note(done));
        blocks.add(
                new Block.Signatures(
                        List.of(
                                texts.of("paper.sign.head"),
                                texts.of("paper.sign.visitor"),
                                texts.of("paper.sign.village"),
                                texts.of("paper.sign.date"))));
        return blocks;
    }

    private void screen(PartView.ScreenName name, ScreenView screen, List<Block> blocks) {
        blocks.add(new Block.Heading(name.number() + "　" + name.label()));
        var fields = new ArrayList<Block.Field>();
        int before = blocks.size();
        for (Item item : screen.items()) {
            switch (item) {
                case Item.Asked asked when !isJudgement(asked.question()) ->
                        fields.add(field(asked));
                case Item.Table table -> {
                    flush(fields, blocks);
                    table(table, blocks);
                }
                case Item.Asked _, Item.Note _, Item.Heading _ -> {}
            }
        }
        flush(fields, blocks);
        if (blocks.size() == before) {
            blocks.removeLast();
        }
    }

    private void table(Item.Table table, List<Block> blocks) {
        Line.Table outline = repeats.get(table.repeat());
        if (outline == null || table.rows().isEmpty()) {
            blocks.add(new Block.Note(texts.of("paper.noRows", table.label())));
        } else {
            blocks.addAll(tables.of(outline, table.rows(), 0));
        }
    }

    private Block.Field field(Item.Asked asked) {
        String answer = said.of(asked.question(), asked.value());
        String words = answer.isEmpty() ? texts.of("paper.empty") : answer;
        boolean wide = asked.label().length() + words.length() > LONG;
        return new Block.Field(
                asked.number(), asked.label(), List.of(), words, Block.Answered.GIVEN, wide);
    }

    private void judgement(Judgement judgement, List<Block> blocks) {
        boolean asked =
                judgement.standards().stream()
                        .anyMatch(s -> s.state() != Judgement.State.UNKNOWN || !s.why().isEmpty());
        if (!asked) {
            return;
        }
        blocks.add(new Block.Part(texts.of("paper.judgement")));
        if (!judgement.line().isEmpty()) {
            blocks.add(new Block.Note(texts.of("paper.line", judgement.line())));
        }
        List<List<String>> rows =
                judgement.standards().stream()
                        .map(s -> List.of(s.label(), state(s.state()), s.why()))
                        .toList();
        List<String> heads =
                List.of(
                        texts.of("paper.standard"),
                        texts.of("paper.holds"),
                        texts.of("paper.because"));
        blocks.add(new Block.Table(heads, List.of(1.4f, 0.8f, 4f), rows, 0));
    }

    private String state(Judgement.State state) {
        return switch (state) {
            case HOLDS -> texts.of("paper.holds.yes");
            case FAILS -> texts.of("paper.holds.no");
            case UNKNOWN -> texts.of("paper.holds.unknown");
        };
    }

    private void reasons(List<Values> reasons, List<Block> blocks) {
        if (reasons.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(texts.of("paper.reasons")));
        List<List<String>> rows =
                reasons.stream().map(r -> List.of(r.plain("rule"), r.plain("reason"))).toList();
        blocks.add(
                new Block.Table(
                        List.of(texts.of("paper.rule"), texts.of("paper.reason")),
                        List.of(1f, 6f),
                        rows,
                        0));
    }

    private static boolean isJudgement(Question question) {
        return List.of(question.appearance().split(" ", -1)).contains("judgement");
    }

    private static void flush(List<Block.Field> fields, List<Block> blocks) {
        if (!fields.isEmpty()) {
            blocks.add(new Block.Fields(fields));
            fields.clear();
        }
    }
}
