package zhuhu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Progress;
import zhuhu.flow.Tries;
import zhuhu.flow.TryResult;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.flow.edit.HouseholdActs;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.form.Ref;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// What a task-force member does on one laptop until it loses its power: households in any order,
/// one not at home, a newborn, a head who died. Says each act on standard output after it is done.
/// A program of its own, so that it can be killed.
public final class DayAtWork {

    static final Author WEI = new Author("韦小妹", "楼下镇泥堡村", "", "laptop-1");
    static final LocalDateTime MORNING = LocalDateTime.of(2017, 3, 6, 9, 0);

    /// Households by what happens to them; the others are visited. Shape: places in [#keys].
    static final int ABSENT = 3;

    static final int TYPING = 10;
    static final int LEFT = 11;
    private static final List<Integer> FINISHED = List.of(7, 0, 9, 2, 5, 1, 4, 8, 6);

    private final Workspace workspace;
    private final Path sample;
    private final List<String> keys;
    private final PrintStream out;

    private DayAtWork(Workspace workspace, Path sample, PrintStream out) throws IOException {
        this.workspace = workspace;
        this.sample = sample;
        this.keys = keys(sample);
        this.out = out;
    }

    /// Entry of the program: the folder with `sample` in it; the work goes into `day.zhuhu`.
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Workspace workspace =
                done(
                        Workspaces.create(
                                folder.resolve("day.zhuhu"),
                                passphrase(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        new DayAtWork(workspace, folder.resolve("sample"), out).work();
    }

    static Passphrase passphrase() {
        return Passphrase.of("training").orElseThrow();
    }

    /// 户编号 of all households of the sample, in order.
    static List<String> keys(Path sample) throws IOException {
        try (Stream<Path> files = Files.list(sample.resolve("answers"))) {
            return files.map(f -> String.valueOf(f.getFileName()).replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    static JsonNode answers(Path sample, String key) throws IOException {
        return new ObjectMapper()
                .readTree(sample.resolve("answers").resolve(key + ".json").toFile());
    }

    private void work() throws IOException {
        try (Stream<Path> rosters = Files.list(sample.resolve("rosters"))) {
            var request = ImportRosters.Request.of(rosters.sorted().toArray(Path[]::new));
            done(
                    new ImportRosters(workspace, WEI, java.time.Clock.systemUTC())
                            .run(request, Progress.NONE));
        }
        out.println("imported");
        for (int i : FINISHED) {
            begin(i);
        }
        begin(LEFT);
        absent();
        newborn();
        deathOfAHead();
        for (int i : FINISHED) {
            finish(i);
        }
        type();
    }

    /// Somebody is at home, and talks about money first; then the next family comes by.
    private void begin(int i) {
        try (Visit visit = visit(i)) {
            visit.answer(one(visit, "outcome"), Value.text("01"));
            visit.goTo("income");
            visit.answer(one(visit, "income_stable"), Value.text("1"));
        }
        out.println("begun " + keys.get(i));
    }

    private void finish(int i) throws IOException {
        try (Visit visit = visit(i)) {
            FillVisit.Filled filled =
                    done(FillVisit.of(workspace, visit, answers(sample, keys.get(i)), false));
            if (!filled.finalised()) {
                throw new IllegalStateException(keys.get(i) + " " + filled.stops());
            }
        }
        out.println("finished " + keys.get(i));
    }

    private void absent() {
        done(
                new Tries(workspace, Texts.chinese())
                        .record(household(ABSENT), round(), WEI, () -> MORNING, TryResult.ABSENT));
        out.println("absent " + keys.get(ABSENT));
    }

    private void newborn() {
        RecordId household = withMembers(2);
        try (DirectEdit edit =
                done(DirectEdits.newcomer(workspace, household, "06", WEI, () -> MORNING))) {
            edit.answer(edit.find("relation").getFirst(), Value.text("04"));
            edit.answer(edit.find("person_name").getFirst(), Value.text("韦新芽"));
            edit.answer(edit.find("sex").getFirst(), Value.text("2"));
            edit.answer(edit.find("birth_date").getFirst(), Value.text("2017-03-01"));
            done(
                    edit.save(
                            DirectEdit.Manner.CHANGE,
                            Reason.of("入户时抱出来的"),
                            List.of("residence", "identity", "change")));
            out.println("newborn " + edit.record().text());
        }
    }

    private void deathOfAHead() {
        RecordId household = withMembers(3);
        List<RecordId> family = members(household);
        RecordId head = family.getFirst();
        RecordId next = family.get(1);
        var acts = new HouseholdActs(workspace, WEI, () -> MORNING);
        Map<RecordId, String> relations = new HashMap<>();
        acts.relations(household, next)
                .forEach((member, relation) -> relations.put(member, relation.orElse("99")));
        relations.remove(head);
        relations.remove(next);
        var leaving = new HouseholdActs.Leaving(head, "01", LocalDate.of(2017, 3, 2));
        done(acts.newHead(household, next, relations, Optional.of(leaving), Reason.of("邻居证明")));
        out.println("died " + head.text() + " " + next.text());
    }

    /// Types until the power goes.
    private void type() {
        try (Visit visit = visit(TYPING)) {
            visit.answer(one(visit, "outcome"), Value.text("01"));
            for (int i = 0; ; i++) {
                visit.answer(one(visit, "visitors"), Value.text("第" + i + "遍"));
                out.println("typed " + i);
            }
        }
    }

    private RecordId withMembers(int least) {
        // Reason: those whose visit has not begun can change members without an open form knowing.
        for (int i : List.of(TYPING, LEFT, ABSENT, 12, 13, 14, 15)) {
            RecordId household = household(i);
            if (i > LEFT && members(household).size() >= least) {
                return household;
            }
        }
        throw new IllegalStateException("No household with " + least + " members");
    }

    private List<RecordId> members(RecordId household) {
        return workspace
                .query(
                        "SELECT id FROM person WHERE household = ? AND coalesce(change, '0') <> '2'"
                                + " ORDER BY relation, id",
                        household.text())
                .stream()
                .flatMap(row -> workspace.recordOf(String.valueOf(row.get("id"))).stream())
                .toList();
    }

    private Visit visit(int i) {
        return done(
                Visit.open(
                        workspace, household(i), round(), WEI, () -> MORNING, Visit.Keep.AT_ONCE));
    }

    private RecordId household(int i) {
        return done(new FindRecord(workspace).subject(keys.get(i)));
    }

    private String round() {
        return workspace.setting("round").orElseThrow();
    }

    private static Ref one(Visit visit, String question) {
        return visit.find(question, "").getFirst();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
