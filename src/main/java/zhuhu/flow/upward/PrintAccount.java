package zhuhu.flow.upward;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.paper.Printed;
import zhuhu.paper.Block;
import zhuhu.paper.PageWords;
import zhuhu.paper.Paper;
import zhuhu.paper.PaperFile;
import zhuhu.store.Workspace;

/// 对账 on paper: A4 across, heads on each page. Reads only.
public final class PrintAccount {

    private static final int WIDEST = 26;

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    public PrintAccount(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Failed: the file cannot be written; what stood there is untouched.
    public Outcome<Printed> print(Path out) {
        Account account = Account.of(workspace);
        String at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString();
        var tables = new AccountTables(texts);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(tables.open(account)));
        for (PrintTable.Sheet sheet : tables.of(account)) {
            blocks.add(new Block.Heading(sheet.title()));
            if (!sheet.about().isEmpty()) {
                blocks.add(new Block.Note(sheet.about()));
            }
            blocks.add(new Block.Table(sheet.heads(), weights(sheet), sheet.rows(), 0));
        }
        var paper =
                new Paper(
                        texts.of("upward.account.title"),
                        workspace.pack().manifest().title() + "　" + account.roundTitle(),
                        texts.of("upward.account.title"),
                        Paper.Shape.ACROSS,
                        blocks,
                        texts.of(
                                "paper.list.foot",
                                author.unit(),
                                author.name(),
                                at.replace('T', ' ')),
                        workspace.setting("training").orElse("0").equals("1")
                                ? texts.of("paper.training")
                                : "");
        var words = new PageWords(texts.of("paper.known"), texts.of("paper.page"));
        return PaperFile.save(out, List.of(paper).iterator(), words, false)
                .map(pages -> new Printed(out, 1, pages));
    }

    private static List<Float> weights(PrintTable.Sheet sheet) {
        var weights = new ArrayList<Float>();
        for (int column = 0; column < sheet.heads().size(); column++) {
            int widest = width(sheet.heads().get(column));
            for (List<String> row : sheet.rows()) {
                widest = Math.max(widest, width(row.get(column)));
            }
            weights.add((float) Math.clamp(widest + 1, 4, WIDEST));
        }
        return weights;
    }

    private static int width(String words) {
        return words.codePoints().map(c -> c < 0x2e80 ? 1 : 2).sum();
    }
}
