package zhuhu.flow.change;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.change.RosterChange.Sort;
import zhuhu.flow.change.RosterChange.State;
import zhuhu.store.Workspace;
import zhuhu.workbook.change.ChangeBook;
import zhuhu.workbook.change.ChangeBook.Column;
import zhuhu.workbook.change.ChangeBook.Line;
import zhuhu.workbook.export.BookFile;

/// Writes 变更清单 as a workbook to print, tick by hand and file. Reads only.
public final class ExportChanges {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    public ExportChanges(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// How many lines were written. Failed: the file cannot be written; what stood there is
    /// untouched.
    public Outcome<Long> export(FindChanges.Found found, Path out) {
        LocalDateTime at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        var content =
                new ChangeBook.Content(
                        texts.of("change.title"),
                        author.unit(),
                        at,
                        workspace.setting("training").orElse("0").equals("1"),
                        texts.of("export.training"),
                        texts.of("export.page"),
                        columns(),
                        sheets(found, at));
        return BookFile.save(out, Optional.empty(), stream -> ChangeBook.write(stream, content));
    }

    private List<ChangeBook.Sheet> sheets(FindChanges.Found found, LocalDateTime at) {
        List<RosterChange> all = found.changes();
        List<RosterChange> toKey =
                all.stream()
                        .filter(c -> c.state() != State.UNSETTLED && c.state() != State.DONE)
                        .toList();
        var sheets = new ArrayList<ChangeBook.Sheet>();
        String note =
                found.left() > 0
                        ? texts.of("change.sheet.left", found.left())
                        : texts.of("change.sheet.note");
        sheets.add(sheet("property", toKey.stream().filter(ExportChanges::isProperty), note, at));
        sheets.add(sheet("whole", toKey.stream().filter(c -> !isProperty(c)), "", at));
        sheets.add(
                sheet(
                        "unsettled",
                        all.stream().filter(c -> c.state() == State.UNSETTLED),
                        texts.of("change.sheet.unsettled.note"),
                        at));
        sheets.add(sheet("done", all.stream().filter(c -> c.state() == State.DONE), "", at));
        return Stream.concat(
                        sheets.stream().limit(1),
                        sheets.stream().skip(1).filter(s -> !s.lines().isEmpty()))
                .toList();
    }

    private static boolean isProperty(RosterChange change) {
        return change.what().sort() == Sort.PROPERTY || change.what().sort() == Sort.UNLISTED;
    }

    private ChangeBook.Sheet sheet(
            String key, Stream<RosterChange> changes, String note, LocalDateTime at) {
        List<Line> lines = changes.map(this::line).toList();
        long households = lines.stream().map(Line::group).distinct().count();
        String below =
                texts.of(
                        "change.sheet.below",
                        author.unit(),
                        at.toLocalDate(),
                        roster(),
                        households,
                        lines.size());
        return new ChangeBook.Sheet(texts.of("change.sheet." + key), below, note, lines);
    }

    private String roster() {
        return workspace.packages().stream()
                .filter(p -> p.direction().equals("in") && p.type().equals("roster"))
                .map(Workspace.PackageRow::date)
                .max(String::compareTo)
                .orElseGet(() -> texts.of("change.noRoster"));
    }

    private List<Column> columns() {
        return List.of(
                column("village", 10, false, true),
                column("householdNo", 16, false, true),
                column("head", 9, false, true),
                column("name", 9, false, false),
                column("personNo", 16, false, false),
                column("sort", 9, true, false),
                column("property", 15, false, false),
                column("roster", 17, false, false),
                column("verified", 22, false, false),
                column("code", 7, true, false),
                column("by", 9, true, false),
                column("on", 11, true, false),
                column("why", 20, false, false),
                column("state", 8, true, false),
                column("keyed", 10, true, false));
    }

    private Column column(String key, double width, boolean centred, boolean repeats) {
        return new Column(texts.of("change.column." + key), width, centred, repeats);
    }

    private Line line(RosterChange c) {
        return new Line(
                c.whose().household().text(),
                List.of(
                        c.whose().village(),
                        c.whose().householdNo(),
                        c.whose().head(),
                        c.whose().name(),
                        c.whose().personNo(),
                        texts.of("change.sort." + c.what().sort().code()),
                        c.what().label(),
                        c.said().roster(),
                        c.said().verified(),
                        c.said().code(),
                        c.source().by(),
                        c.source().on(),
                        why(c),
                        texts.of("change.state." + c.state().code()),
                        keyed(c)));
    }

    private String why(RosterChange c) {
        return Stream.of(c.source().visit(), c.source().reason(), c.source().document())
                .filter(words -> !words.isEmpty())
                .reduce((a, b) -> a + "；" + b)
                .orElse("");
    }

    private String keyed(RosterChange c) {
        return switch (c.state()) {
            case OPEN, NOT_DONE -> texts.of("change.box");
            case KEYED ->
                    c.tick()
                            .map(t -> texts.of("change.ticked", t.by(), t.at().substring(0, 10)))
                            .orElse("");
            case DONE, UNSETTLED -> texts.of("change.noBox");
        };
    }
}
