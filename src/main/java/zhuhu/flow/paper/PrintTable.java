package zhuhu.flow.paper;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.paper.Block;
import zhuhu.paper.Paper;
import zhuhu.paper.PaperFile;
import zhuhu.store.Workspace;

/// Prints any list of the window as a table across the sheet: what it shows is what is printed, in
/// its order, with the heads repeated on each page. Reads only.
public final class PrintTable {

    private static final int LONG = 30;
    private static final int TO_WRITE_IN = 18;

    /// A list as it stands in the window. Shape: a cell a head in each row; `about` says what was
    /// filtered, "" for nothing.
    public record Sheet(String title, String about, List<String> heads, List<List<String>> rows) {
        public Sheet {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    public PrintTable(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Failed: the file cannot be written; what stood there is untouched.
    public Outcome<Printed> print(Path out, Sheet sheet) {
        String at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString();
        var blocks = new ArrayList<Block>();
        var numbered = new ArrayList<List<String>>();
        for (List<String> row : sheet.rows()) {
            var cells = new ArrayList<String>();
            cells.add(String.valueOf(numbered.size() + 1));
            cells.addAll(row);
            numbered.add(cells);
        }
        var heads = new ArrayList<String>();
        heads.add(texts.of("paper.no"));
        heads.addAll(sheet.heads());
        blocks.add(new Block.Table(heads, weights(heads, numbered), numbered, 0));
        blocks.add(new Block.Note(texts.of("paper.count", sheet.rows().size())));
        var paper =
                new Paper(
                        sheet.title(),
                        sheet.about(),
                        sheet.title(),
                        Paper.Shape.ACROSS,
                        blocks,
                        texts.of(
                                "paper.list.foot",
                                author.unit(),
                                author.name(),
                                at.replace('T', ' ')),
                        new Heads(workspace, texts, at).watermark());
        return PaperFile.save(out, List.of(paper).iterator(), Heads.words(texts), false)
                .map(pages -> new Printed(out, 1, pages));
    }

    /// As wide as what stands in a column, within reason.
    private static List<Float> weights(List<String> heads, List<List<String>> rows) {
        var weights = new ArrayList<Float>();
        for (int column = 0; column < heads.size(); column++) {
            int widest = width(heads.get(column));
            for (List<String> row : rows) {
                widest = Math.max(widest, width(row.get(column)));
            }
            int at = column;
            boolean empty = rows.stream().allMatch(row -> row.get(at).isEmpty());
            int wanted = empty && !rows.isEmpty() ? TO_WRITE_IN : widest + 1;
            weights.add((float) Math.clamp(wanted, 3, LONG));
        }
        return weights;
    }

    private static int width(String words) {
        return words.codePoints().map(c -> c < 0x2e80 ? 1 : 2).sum();
    }
}
