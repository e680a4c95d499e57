package zhuhu.flow.roster;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.pack.Headings;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.Stamp;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.Roster;
import zhuhu.workbook.roster.RosterConversion;
import zhuhu.workbook.roster.RosterReader;
import zhuhu.workbook.sheet.SpreadsheetFile;

/// Takes rosters into a workspace, one transaction a file. Runs on the caller's thread, which must
/// be the workspace's; it reads ahead on one of its own.
public final class ImportRosters {

    /// What is asked of an import. Shape: `date` is the 数据日期 for files that have none; `password`
    /// opens encrypted files; `unclear` what becomes of rows of which it cannot be told whom they
    /// are about.
    public record Request(
            List<Path> files,
            Optional<LocalDate> date,
            Optional<String> password,
            Unclear unclear) {
        public Request {
            files = List.copyOf(files);
        }

        public Request(List<Path> files, Optional<LocalDate> date, Optional<String> password) {
            this(files, date, password, Unclear.HELD);
        }

        public static Request of(Path... files) {
            return new Request(List.of(files), Optional.empty(), Optional.empty());
        }

        public Request dated(LocalDate day) {
            return new Request(files, Optional.of(day), password, unclear);
        }

        public Request locked(String word) {
            return new Request(files, date, Optional.of(word), unclear);
        }

        public Request taking(Unclear rows) {
            return new Request(files, date, password, rows);
        }
    }

    /// What becomes of a row whose number somebody else carries (号同人不同), and of a household whose
    /// number another one carries (疑似拆户/并户).
    public enum Unclear {
        /// Nothing comes in until the roster says otherwise.
        HELD,
        /// They come in as records of their own; whether they are the same is asked then.
        APART
    }

    private static final int BATCH = 128;
    private static final int AHEAD = 8;

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Headings headings;

    public ImportRosters(Workspace workspace, Author author, Clock clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.headings = Headings.of(workspace.pack());
    }

    /// What came of each file, in the order given. Fails if no file could be taken in; a file that
    /// could not, among others that could, stands in the list with its reason. After a cancel the
    /// files done before stay.
    public Outcome<List<ImportedRoster>> run(Request request, Progress progress) {
        var done = new ArrayList<ImportedRoster>();
        for (Path file : request.files()) {
            done.add(take(file, request, progress));
        }
        boolean nothing = done.stream().noneMatch(f -> f.failed().isEmpty());
        return nothing
                ? Outcome.failed(done.stream().flatMap(f -> f.failed().stream()).toList())
                : Outcome.done(done);
    }

    private ImportedRoster take(Path file, Request request, Progress progress) {
        String name = String.valueOf(file.getFileName());
        if (progress.cancelled()) {
            return ImportedRoster.failed(name, List.of(cancelled(name)));
        }
        var reader =
                new RosterReader(
                        headings,
                        rows -> progress.at("roster.reading", rows, 0),
                        progress::cancelled);
        Outcome<Roster> roster =
                SpreadsheetFile.open(file, request.password())
                        .then(opened -> reader.read(opened, request.date()));
        return switch (roster) {
            case Outcome.Done<Roster>(Roster read) ->
                    store(name, read, request.unclear(), progress);
            case Outcome.Failed<Roster>(List<Problem> problems) ->
                    ImportedRoster.failed(name, problems);
        };
    }

    private ImportedRoster store(String name, Roster roster, Unclear unclear, Progress progress) {
        // Reason: a reading that was cancelled half-way must not be taken for a short file.
        if (progress.cancelled()) {
            return ImportedRoster.failed(name, List.of(cancelled(name)));
        }
        if (roster.training() && !workspace.setting("training").orElse("0").equals("1")) {
            return ImportedRoster.failed(
                    name, List.of(Problem.of("rosterTraining", name).at(Place.in(name))));
        }
        try {
            return workspace.write(writer -> write(name, roster, unclear, writer, progress));
        } catch (Cancelled e) {
            return ImportedRoster.failed(name, List.of(cancelled(name)));
        }
    }

    private static Problem cancelled(String name) {
        return Problem.of("importCancelled", name).at(Place.in(name));
    }

    private ImportedRoster write(
            String name,
            Roster roster,
            Unclear unclear,
            Workspace.Writer writer,
            Progress progress) {
        var stamp =
                Stamp.of(roster.source(), null, roster.date().toString(), How.ROSTER, roster.id());
        var tally = new Tally();
        Optional<String> newer = newerThan(roster);
        tally.doubt(roster.doubts());
        newer.ifPresent(
                d -> tally.doubt(Problem.of("rosterOlder", roster.date(), d).at(Place.in(name))));
        tally.refuse(roster.refused());
        var into =
                new RosterImport(
                        workspace, writer, stamp, roster.id(), newer.isPresent(), unclear, tally);
        var conversion = new RosterConversion(roster, headings, workspace.schema());
        try (ExecutorService ahead = Executors.newSingleThreadExecutor()) {
            takeAll(conversion, into, tally, new Ahead(ahead, roster, progress));
        }
        record(name, roster, writer);
        columns(roster, conversion, writer);
        return tally.of(name, roster);
    }

    private record Ahead(ExecutorService thread, Roster roster, Progress progress) {}

    /// Reason: what the next roster has no column for, it neither took over nor refused.
    private static void columns(
            Roster roster, RosterConversion conversion, Workspace.Writer writer) {
        for (Map<Kind, Map<String, Set<String>>> sheet : conversion.columns()) {
            sheet.forEach((kind, sections) ->
                    sections.forEach((section, properties) ->
                            properties.forEach(property ->
                                    writer.rosterColumn(roster.id(), kind, section, property))));
        }
    }

    /// Batches of households are converted and hashed ahead of the thread that writes.
    private void takeAll(RosterConversion conversion, RosterImport into, Tally tally, Ahead ahead) {
        Roster roster = ahead.roster();
        Deque<Future<List<Read>>> waiting = new ArrayDeque<>();
        int next = 0;
        for (int done = 0; done < roster.households(); done += BATCH) {
            while (next < roster.households() && waiting.size() < AHEAD) {
                int from = next;
                waiting.add(ahead.thread().submit(() -> batch(roster, conversion, from)));
                next += BATCH;
            }
            for (Read read : result(waiting.remove())) {
                switch (read) {
                    case Read.Household(Prepared prepared) -> into.take(prepared);
                    case Read.Refused(List<Problem> rows) -> tally.refuse(rows);
                }
            }
            ahead.progress()
                    .at(
                            "roster.taking",
                            Math.min(done + BATCH, roster.households()),
                            roster.households());
            if (ahead.progress().cancelled()) {
                ahead.thread().shutdownNow();
                throw new Cancelled();
            }
        }
    }

    private sealed interface Read {
        record Household(Prepared prepared) implements Read {}

        record Refused(List<Problem> rows) implements Read {}
    }

    private static List<Read> batch(Roster roster, RosterConversion conversion, int from) {
        var batch = new ArrayList<Read>();
        for (int i = from; i < Math.min(from + BATCH, roster.households()); i++) {
            batch.add(
                    switch (conversion.household(i)) {
                        case RosterConversion.Converted.Taken(var household) ->
                                new Read.Household(Prepared.of(household, roster.id()));
                        case RosterConversion.Converted.Refused(List<Problem> rows) ->
                                new Read.Refused(rows);
                    });
        }
        return batch;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /// The newest 数据日期 among other rosters, if it is later than this one's.
    private Optional<String> newerThan(Roster roster) {
        return workspace.packages().stream()
                .filter(p -> p.direction().equals("in") && p.type().equals("roster"))
                .filter(p -> !p.id().equals(roster.id()))
                .map(Workspace.PackageRow::date)
                .filter(d -> d.compareTo(roster.date().toString()) > 0)
                .max(String::compareTo);
    }

    private void record(String name, Roster roster, Workspace.Writer writer) {
        boolean known = workspace.packages().stream().anyMatch(p -> p.id().equals(roster.id()));
        if (!known) {
            String at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
            writer.packageRow(
                    new Workspace.PackageRow(
                            roster.id(),
                            "in",
                            "roster",
                            name,
                            roster.date().toString(),
                            at,
                            author.name(),
                            roster.source()));
        }
    }

    /// Undoes the transaction of a file whose import was cancelled.
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
