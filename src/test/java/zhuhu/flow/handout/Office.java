package zhuhu.flow.handout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Labels;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A township's office in a test: an invented township in a training workspace, and the answers
/// that its villages would give.
final class Office {

    static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    static final LocalDateTime NOW = LocalDateTime.now(CLOCK);
    static final Author CLERK = new Author("王示范", "清水镇", "", "office");
    static final Texts TEXTS = Texts.chinese();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final MakeSample.Made sample;

    Office(Path folder, int villages, int households, long seed) {
        this.folder = folder;
        this.sample = done(MakeSample.in(folder.resolve("sample"), villages, households, seed));
    }

    /// A township's workspace with the rosters read.
    Workspace township(String name) {
        Workspace workspace =
                done(
                        Workspaces.create(
                                folder.resolve(name + ".zhuhu"),
                                PASSPHRASE,
                                done(PackReader.read("qianxinan-2017")),
                                true));
        done(
                new ImportRosters(workspace, CLERK, CLOCK)
                        .run(
                                ImportRosters.Request.of(sample.rosters().toArray(Path[]::new)),
                                Progress.NONE));
        return workspace;
    }

    /// Households that the sample has answers for and that this workspace knows.
    List<Path> answers(Workspace workspace) {
        return sample.answers().stream()
                .filter(f ->
                        new FindRecord(workspace).subject(key(f)) instanceof Outcome.Done<RecordId>)
                .toList();
    }

    static String key(Path answers) {
        return String.valueOf(answers.getFileName()).replace(".json", "");
    }

    /// Fills the visit of one household in the round the workspace is in; gives the household.
    static RecordId fill(Workspace workspace, Path answers, Author author, boolean draft) {
        return fill(workspace, answers, workspace.setting("round").orElseThrow(), author, draft);
    }

    static RecordId fill(
            Workspace workspace, Path answers, String round, Author author, boolean draft) {
        RecordId subject = done(new FindRecord(workspace).subject(key(answers)));
        try (Visit visit =
                done(
                        Visit.open(
                                workspace,
                                subject,
                                round,
                                author,
                                () -> NOW,
                                draft ? Visit.Keep.AT_ONCE : Visit.Keep.AT_THE_END))) {
            FillVisit.Filled filled = done(FillVisit.of(workspace, visit, json(answers), draft));
            if (!draft && !filled.stops().isEmpty()) {
                throw new AssertionError(filled.stops().toString());
            }
        }
        return subject;
    }

    /// Sends the first answered screen of a household's visit of the round back.
    static void sendBack(Workspace workspace, RecordId household, String comment) {
        var manifest = workspace.pack().manifest();
        String round = workspace.setting("round").orElseThrow();
        RecordId visit = Ids.visit(manifest.name(), manifest.visitForm(), household, round);
        Section arrival = workspace.section(visit, "arrival");
        String heads =
                arrival.allHeads().stream().map(r -> r.id().hex()).collect(Collectors.joining(" "));
        Values review =
                Values.NONE
                        .with("state", Value.text("returned"))
                        .with("comment", Value.text(comment))
                        .with("of", Value.text(heads));
        Stamp stamp = Stamp.of("王示范", "office", NOW.toString(), How.TYPED, null);
        workspace.write(writer -> {
            writer.add(Revision.of(visit, "review.arrival", List.of(), review), stamp);
            return visit;
        });
    }

    private static JsonNode json(Path answers) {
        try {
            return JSON.readTree(Files.readAllBytes(answers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RecordId> villages(Workspace workspace) {
        var villages = new ArrayList<RecordId>();
        workspace.records(Kind.VILLAGE, villages::add);
        villages.sort(Comparator.comparing(v -> Labels.of(workspace, v)));
        return villages;
    }

    static List<String> dump(Workspace workspace) {
        var lines = new ArrayList<String>();
        workspace.dump(lines::add);
        return lines;
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
