package zhuhu.flow.settle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Labels;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.PlainBook;

/// The whole history of a record as a workbook of one sheet: a row for each thing that a statement
/// changed, oldest first.
public final class HistoryBook {

    private HistoryBook() {}

    /// Shape: `section` limits it to one. Failed: the file cannot be written.
    public static Outcome<Path> write(
            Workspace workspace, RecordId record, Optional<String> section, Path out) {
        Texts texts = Texts.chinese();
        RecordHistory history = RecordHistory.of(workspace, record);
        var rows = new ArrayList<List<String>>();
        for (RecordHistory.Said said : history.all()) {
            if (section.map(said.revision().section()::equals).orElse(true)) {
                rows(history, said, texts, rows);
            }
        }
        var content =
                new PlainBook.Content(
                        texts.of("settle.history.title"),
                        texts.of("settle.history.of", Labels.of(workspace, record)),
                        texts.of("settle.history.below", record.shortKey(), rows.size()),
                        List.of(
                                texts.of("settle.lost.section"),
                                texts.of("settle.history.by"),
                                texts.of("settle.history.at"),
                                texts.of("settle.history.source"),
                                texts.of("settle.lost.property"),
                                texts.of("settle.history.before"),
                                texts.of("settle.history.after"),
                                texts.of("settle.history.state"),
                                texts.of("settle.history.revision")),
                        rows);
        return put(out, content, workspace);
    }

    private static void rows(
            RecordHistory history, RecordHistory.Said said, Texts texts, List<List<String>> rows) {
        List<RecordHistory.Difference> changed = history.changed(said);
        List<RecordHistory.Difference> told =
                changed.isEmpty()
                        ? List.of(
                                new RecordHistory.Difference("", texts.of("history.same"), "", ""))
                        : changed;
        for (RecordHistory.Behind behind : said.behind()) {
            for (RecordHistory.Difference each : told) {
                rows.add(
                        List.of(
                                history.title(said.revision().section()),
                                behind.stamp().by(),
                                Objects.requireNonNullElse(behind.stamp().at(), ""),
                                history.words(behind) + " " + history.source(behind),
                                each.label(),
                                each.before(),
                                each.after(),
                                state(said, behind, texts),
                                said.revision().id().hex()));
            }
        }
    }

    private static String state(RecordHistory.Said said, RecordHistory.Behind behind, Texts texts) {
        return behind.withdrawn()
                .map(w -> texts.of("settle.history.withdrawn", w.by(), w.reason()).strip())
                .orElse(
                        said.isHead()
                                ? texts.of("history.now")
                                : texts.of("settle.history.replaced"));
    }

    static Outcome<Path> put(Path out, PlainBook.Content content, Workspace workspace) {
        try {
            PlainBook.write(out, content, workspace.setting("training").equals(Optional.of("1")));
            return Outcome.done(out);
        } catch (IOException e) {
            return Outcome.failed(Problem.of("settleUnwritten", out));
        }
    }
}
