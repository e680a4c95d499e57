package zhuhu.flow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import zhuhu.base.Outcome;
import zhuhu.base.PlaceOrder;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.picture.BookPictures;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.export.BookSource.RecordLabel;
import zhuhu.workbook.export.Pace;
import zhuhu.workbook.export.PostedSource;
import zhuhu.workbook.export.ReportPart;
import zhuhu.workbook.export.TaskPart;
import zhuhu.workbook.export.WorkbookWriter;

/// Writes what a workspace knows, or some of its villages, as a workbook. A workbook that went out
/// is remembered among the packages; a posted list is not. One thread.
public final class ExportWorkbook {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    /// What to write: the whole workbook with its history, or the list that a village posts.
    public enum Content {
        WORKBOOK,
        POSTED_LIST
    }

    /// Shape: `villages` keys of villages, none for all; `password` encrypts the file.
    public record Choice(
            Path out, Content content, List<String> villages, Optional<String> password) {
        public Choice {
            villages = List.copyOf(villages);
        }

        /// Everything, readable without a password.
        public static Choice everything(Path out) {
            return new Choice(out, Content.WORKBOOK, List.of(), Optional.empty());
        }
    }

    /// What was written. Shape: `packageId` 32 hex digits, "" for a posted list; `records` how many
    /// of each kind; `drafts` stayed behind.
    public record Exported(
            Path file,
            String packageId,
            SortedMap<Kind, Long> records,
            long revisions,
            long drafts,
            Pictures pictures) {}

    /// The pictures that the records name. Shape: `written` to `folder`, readable by anybody;
    /// `left` where the workbook is encrypted, because beside it they would not be.
    public record Pictures(Path folder, int written, int left) {}

    public ExportWorkbook(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Failed: a village is not known, or the file could not be written; what stood there is
    /// untouched.
    public Outcome<Exported> export(Choice choice, Progress progress) {
        if (choice.password().map(String::isBlank).orElse(false)) {
            return Outcome.failed(Problem.of("exportBlankPassword"));
        }
        progress.at("export.step.prepare", 0, 0);
        return villages(choice.villages())
                .then(villages ->
                        switch (choice.content()) {
                            case WORKBOOK ->
                                    workbook(
                                            choice,
                                            villages,
                                            Optional.empty(),
                                            Optional.empty(),
                                            progress);
                            case POSTED_LIST -> posted(choice, villages);
                        });
    }

    /// What makes a village's workbook a task workbook, and what was found out for all villages at
    /// once.
    public interface Task {
        /// `records`: all that the workbook holds.
        TaskPart part(Collection<RecordId> records);

        CheckWorkspace.Checked checked();
    }

    /// Writes a task workbook; otherwise as [#export(Choice, Progress)]. Reason: the checks run
    /// over the whole workspace, so forty villages share one run.
    public Outcome<Exported> export(Choice choice, Task task, Progress progress) {
        return villages(choice.villages())
                .then(villages ->
                        workbook(choice, villages, Optional.of(task), Optional.empty(), progress));
    }

    /// Writes a workbook that goes up, with its account; otherwise as [#export(Choice, Progress)].
    public Outcome<Exported> export(Choice choice, ReportPart report, Progress progress) {
        if (choice.password().map(String::isBlank).orElse(false)) {
            return Outcome.failed(Problem.of("exportBlankPassword"));
        }
        progress.at("export.step.prepare", 0, 0);
        return villages(choice.villages())
                .then(villages ->
                        workbook(
                                choice, villages, Optional.empty(), Optional.of(report), progress));
    }

    private Outcome<List<RecordId>> villages(List<String> keys) {
        var villages = new ArrayList<RecordId>();
        var problems = new ArrayList<Problem>();
        for (String key : keys) {
            switch (new FindRecord(workspace).by(key, Kind.VILLAGE)) {
                case Outcome.Done<RecordId>(RecordId village) -> villages.add(village);
                case Outcome.Failed<RecordId>(List<Problem> why) -> problems.addAll(why);
            }
        }
        return problems.isEmpty() ? Outcome.done(villages) : Outcome.failed(problems);
    }

    private Outcome<Exported> workbook(
            Choice choice,
            List<RecordId> villages,
            Optional<Task> task,
            Optional<ReportPart> report,
            Progress progress) {
        LocalDateTime at = LocalDateTime.now(clock).withNano(0);
        var records = new BookRecords(workspace, villages);
        var labels = new BookLabels(workspace);
        var head = new BookHeading(workspace, records, labels, texts).head(author, at);
        var source = new WorkspaceBook(workspace, head, records, labels, task, report, texts);
        return BookFile.save(choice.out(), choice.password(), source, texts, pace(progress))
                .then(written -> {
                    remember(choice.out(), type(task, report), written, at, head.units());
                    return pictures(choice, records)
                            .map(pictures ->
                                    new Exported(
                                            choice.out(),
                                            written.packageId(),
                                            written.records(),
                                            written.revisions(),
                                            head.drafts().size(),
                                            pictures));
                });
    }

    /// Reason: a picture beside an encrypted workbook would show what its password keeps.
    private Outcome<Pictures> pictures(Choice choice, BookRecords records) {
        Path folder = BookPictures.folder(choice.out());
        SortedSet<String> names = BookPictures.named(workspace, records.all());
        if (choice.password().isPresent()) {
            int left = (int) names.stream().filter(workspace::hasAttachment).count();
            return Outcome.done(new Pictures(folder, 0, left));
        }
        return BookPictures.write(workspace, names, folder)
                .map(written -> new Pictures(folder, written, 0));
    }

    /// As which it is remembered among the packages.
    private static String type(Optional<Task> task, Optional<ReportPart> report) {
        return task.map(_ -> TaskPart.PURPOSE)
                .or(() -> report.map(_ -> ReportPart.PURPOSE))
                .orElse("workbook");
    }

    private void remember(
            Path out,
            String type,
            WorkbookWriter.Written written,
            LocalDateTime at,
            List<String> units) {
        String note = String.join("、", units);
        workspace.write(writer -> {
            writer.packageRow(
                    new Workspace.PackageRow(
                            written.packageId(),
                            "out",
                            type,
                            String.valueOf(out.getFileName()),
                            "",
                            at.toString(),
                            author.name(),
                            note));
            return out;
        });
    }

    private static Pace pace(Progress progress) {
        return new Pace() {
            @Override
            public void at(String step, long done, long total) {
                progress.at(step, done, total);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    private Outcome<Exported> posted(Choice choice, List<RecordId> villages) {
        var records = new BookRecords(workspace, villages);
        var source =
                new PostedSource(
                        workspace.pack().manifest().title(),
                        author.unit(),
                        LocalDateTime.now(clock).withNano(0),
                        BookHeading.use(workspace),
                        postedVillages(records));
        if (source.villages().isEmpty()) {
            return Outcome.failed(Problem.of("exportNothingToPost"));
        }
        return BookFile.savePosted(choice.out(), choice.password(), source, texts)
                .map(households ->
                        new Exported(
                                choice.out(),
                                "",
                                new TreeMap<>(Map.of(Kind.HOUSEHOLD, households)),
                                0,
                                0,
                                new Pictures(BookPictures.folder(choice.out()), 0, 0)));
    }

    /// Registered households that have not ended, with those who live in them now.
    private List<PostedSource.Village> postedVillages(BookRecords records) {
        var labels = new BookLabels(workspace);
        var lists = new TreeMap<String, List<PostedSource.Household>>();
        List<Map<String, String>> rows =
                workspace.query(
                        """
                        SELECT h.id AS id, h.village AS village, h.group_name AS group_name,
                            (SELECT count(*) FROM person p
                             WHERE p.household = h.id AND coalesce(p.change, '0') <> '2') AS persons
                        FROM household h WHERE h.registered = '1' AND coalesce(h.ended, '0') <> '1'
                        ORDER BY h.head_name, h.key
                        """);
        rows.sort(
                Comparator.comparing(
                        row -> row.getOrDefault("group_name", ""), PlaceOrder.INSTANCE));
        for (Map<String, String> row : rows) {
            lists.computeIfAbsent(row.getOrDefault("village", ""), _ -> new ArrayList<>())
                    .add(
                            new PostedSource.Household(
                                    row.getOrDefault("group_name", ""),
                                    label(labels, row.getOrDefault("id", "")),
                                    Long.parseLong(row.getOrDefault("persons", "0"))));
        }
        return records.of(Kind.VILLAGE).stream()
                .filter(v -> lists.containsKey(v.text()))
                .map(v ->
                        new PostedSource.Village(
                                label(labels, v.text()), lists.getOrDefault(v.text(), List.of())))
                .toList();
    }

    private static String label(BookLabels labels, String id) {
        return labels.of(id).map(RecordLabel::label).orElse("");
    }
}
