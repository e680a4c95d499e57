package zhuhu.flow.settle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.FactSink;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Laptops that hold the same invented village and meet only by handing facts over.
public final class Laptops {

    public static final Author LI = new Author("李志远", "清水镇", "", "d1");
    public static final Author WANG = new Author("王秀英", "清水镇", "", "d2");
    public static final Author CLERK = new Author("镇上小陈", "清水镇", "", "d9");
    public static final LocalDateTime SIXTH = LocalDateTime.of(2017, 3, 6, 10, 0);
    public static final LocalDateTime NINTH = LocalDateTime.of(2017, 3, 9, 16, 30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final MakeSample.Made sample;

    public Laptops(Path folder) {
        this.folder = folder;
        this.sample = done(MakeSample.in(folder.resolve("sample"), 1, 8, 5));
        try (Workspace first = create(folder.resolve("first.zhuhu"))) {
            var clock = Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
            for (Path roster : sample.rosters()) {
                done(
                        new ImportRosters(first, CLERK, clock)
                                .run(ImportRosters.Request.of(roster), Progress.NONE));
            }
        }
    }

    private static Workspace create(Path file) {
        return done(
                Workspaces.create(
                        file,
                        Passphrase.of("training").orElseThrow(),
                        done(PackReader.read("qianxinan-2017")),
                        true));
    }

    /// One more laptop with the roster and nothing else.
    public Workspace laptop(String name) {
        return laptop(name, "first");
    }

    /// A copy of a laptop that is closed.
    public Workspace laptop(String name, String from) {
        try {
            Path file = folder.resolve(name + ".zhuhu");
            Files.copy(folder.resolve(from + ".zhuhu"), file);
            return done(Workspaces.open(file, Passphrase.of("training").orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers of the households that let the visitor in, in order.
    public List<Path> answers() {
        return sample.answers().stream().filter(Laptops::isMet).sorted().toList();
    }

    private static boolean isMet(Path answers) {
        return read(answers).path("outcome").asText().equals("01");
    }

    public RecordId household(Workspace workspace, Path answers) {
        String key = answers.getFileName().toString().replace(".json", "");
        return done(new FindRecord(workspace).subject(key));
    }

    /// A whole visit with these answers, changed.
    public RecordId visit(
            Workspace workspace,
            Path answers,
            Author author,
            LocalDateTime at,
            Consumer<ObjectNode> change) {
        var json = (ObjectNode) read(answers);
        change.accept(json);
        try (Visit visit =
                done(
                        Visit.open(
                                workspace,
                                household(workspace, answers),
                                workspace.setting("round").orElseThrow(),
                                author,
                                () -> at,
                                Visit.Keep.AT_THE_END))) {
            FillVisit.Filled filled = done(FillVisit.of(workspace, visit, json, false));
            if (!filled.finalised()) {
                throw new AssertionError(filled.stops().toString());
            }
            return visit.id();
        }
    }

    static JsonNode read(Path json) {
        try {
            return JSON.readTree(Files.readAllBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that `from` knows comes to `to`.
    public static void hand(Workspace from, Workspace to) {
        var facts = new ArrayList<Consumer<Workspace.Writer>>();
        from.facts(
                List.of(),
                new FactSink() {
                    @Override
                    public void revision(Revision revision, List<Stamp> behind) {
                        behind.forEach(stamp -> facts.add(w -> w.add(revision, stamp)));
                    }

                    @Override
                    public void withdrawal(Withdrawal withdrawal) {
                        facts.add(w -> w.withdraw(withdrawal));
                    }

                    @Override
                    public void takeBack(TakeBack takeBack) {
                        facts.add(w -> w.takeBack(takeBack));
                    }
                });
        to.write(writer -> {
            facts.forEach(fact -> fact.accept(writer));
            return facts.size();
        });
    }

    public static List<String> dump(Workspace workspace) {
        var lines = new ArrayList<String>();
        workspace.dump(lines::add);
        return lines;
    }

    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new AssertionError(
                            problems.stream().map(Texts.chinese()::message).toList());
        };
    }
}
