package zhuhu.flow.roster;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A workspace into which tests import rosters.
final class Township implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2017-03-05T06:00:00Z"), ZoneOffset.UTC);
    private static final Pack PACK = value(PackReader.read("qianxinan-2017"));

    final Workspace workspace;

    Township(Path folder) {
        this(folder.resolve("township.zhuhu"), true);
    }

    private Township(Path file, boolean training) {
        var passphrase = Passphrase.of("training").orElseThrow();
        workspace = value(Workspace.create(file, passphrase, PACK, training));
    }

    /// A workspace for real work.
    static Township real(Path file) {
        return new Township(file, false);
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    static <T> List<Problem> problems(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> throw new AssertionError(String.valueOf(value));
            case Outcome.Failed<T>(List<Problem> problems) -> problems;
        };
    }

    ImportedRoster take(Path file) {
        return value(run(ImportRosters.Request.of(file))).getFirst();
    }

    Outcome<List<ImportedRoster>> run(ImportRosters.Request request) {
        return run(request, Progress.NONE);
    }

    Outcome<List<ImportedRoster>> run(ImportRosters.Request request, Progress progress) {
        var author = new Author("李干事", "白云乡", "13800000000", "device-1");
        return new ImportRosters(workspace, author, CLOCK).run(request, progress);
    }

    List<RecordId> all(Kind kind) {
        var all = new java.util.ArrayList<RecordId>();
        workspace.records(kind, all::add);
        return all;
    }

    Values shown(RecordId record, String section) {
        return workspace.section(record, section).shown();
    }

    RecordId named(String name) {
        return all(Kind.PERSON).stream()
                .filter(p -> shown(p, "identity").plain("person_name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Every revision of every record and who stands behind it.
    String facts() {
        var lines = new StringBuilder();
        for (Kind kind : List.of(Kind.VILLAGE, Kind.HOUSEHOLD, Kind.PERSON)) {
            for (RecordId record : all(kind)) {
                for (Revision revision : workspace.revisions(record)) {
                    lines.append(revision)
                            .append(workspace.attestations(revision.id()))
                            .append('\n');
                }
            }
        }
        return lines.toString();
    }

    static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    static Stream<Problem> coded(List<Problem> problems, String code) {
        return problems.stream().filter(p -> p.code().equals(code));
    }

    @Override
    public void close() {
        workspace.close();
    }
}
