package zhuhu.flow.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.FillVisit;
import zhuhu.flow.HouseholdList;
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
import zhuhu.store.Arrival;
import zhuhu.store.FactSink;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A township that took the facts of two village laptops, and takes one of them out again.
class WithdrawBookTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author CLERK = new Author("镇扶贫站", "清水镇", "", "d9");
    private static final String FIRST = "a1".repeat(16);
    private static final String SECOND = "b2".repeat(16);

    @TempDir Path folder;
    private List<Path> rosters = List.of();
    private Workspace town;
    private LocalDateTime now = LocalDateTime.of(2017, 3, 6, 9, 0);

    @BeforeEach
    void prepare() {
        rosters = done(MakeSample.in(folder.resolve("sample"), 1, 6, 5)).rosters();
        town = file("town");
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Workspace file(String name) {
        Workspace made =
                done(
                        Workspaces.create(
                                folder.resolve(name + ".zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        var request = ImportRosters.Request.of(rosters.toArray(Path[]::new));
        done(new ImportRosters(made, CLERK, CLOCK).run(request, Progress.NONE));
        return made;
    }

    private static List<RecordId> households(Workspace workspace) {
        return new HouseholdList(workspace)
                .lines(HouseholdList.Filter.ALL).stream().map(HouseholdList.Line::id).toList();
    }

    private void visit(Workspace workspace, RecordId household, String who, String whereabouts) {
        var answers =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("outcome", "05")
                        .put("whereabouts", whereabouts)
                        .put("visitors", who);
        var author = new Author(who, "上坝村", "", "laptop-" + who);
        now = now.plusMinutes(1);
        done(
                Visit.open(
                                workspace,
                                household,
                                "2017-03",
                                author,
                                () -> now,
                                Visit.Keep.AT_THE_END)
                        .then(visit -> {
                            try (visit) {
                                return FillVisit.of(workspace, visit, answers, false);
                            }
                        }));
    }

    /// Takes all facts of another file in, as a merge does.
    private void take(Workspace from, String packageId, String file) {
        town.write(writer -> {
            writer.arriving(Arrival.of(packageId, packageId + packageId, file, "2017-03-07", "镇"));
            from.facts(
                    List.of(),
                    new FactSink() {
                        @Override
                        public void revision(Revision revision, List<Stamp> by) {
                            by.forEach(stamp -> writer.add(revision, stamp));
                        }

                        @Override
                        public void withdrawal(Withdrawal withdrawal) {
                            writer.withdraw(withdrawal);
                        }

                        @Override
                        public void takeBack(TakeBack takeBack) {
                            writer.takeBack(takeBack);
                        }
                    });
            writer.arrived();
            return true;
        });
    }

    private List<String> dump() {
        var lines = new ArrayList<String>();
        town.dump(lines::add);
        return lines;
    }

    private WithdrawBook act() {
        now = now.plusMinutes(1);
        return new WithdrawBook(town, CLERK, () -> now);
    }

    private WithdrawBook.Book book(String key) {
        return done(act().find(key));
    }

    private static <T> List<String> codes(Outcome<T> outcome) {
        return outcome instanceof Outcome.Failed<T>(List<Problem> problems)
                ? problems.stream().map(Problem::code).toList()
                : List.of();
    }

    @Test
    void withdrawingOneOfTwoLeavesWhatTheOtherAloneWouldHaveBrought() {
        List<RecordId> homes = households(town);
        try (Workspace one = file("one");
                Workspace two = file("two")) {
            visit(one, homes.get(0), "甲", "搬到县城");
            visit(one, homes.get(1), "甲", "搬到州里");
            visit(two, homes.get(1), "乙", "搬到省城");
            visit(two, homes.get(2), "乙", "搬到邻县");
            take(two, SECOND, "乙.xlsx");
            List<String> alone = dump();
            take(one, FIRST, "甲.xlsx");
            List<String> both = dump();

            Withdrawing preview = done(act().preview(book("甲.xlsx"), Progress.NONE));
            assertThat(dump()).isEqualTo(both);
            assertThat(preview.changes()).isNotEmpty();
            assertThat(preview.closed()).isNotEmpty();
            assertThat(preview.opened()).isEmpty();
            assertThat(preview.resting()).isEmpty();
            assertThat(preview.gone()).isPositive();
            assertThat(preview.changes())
                    .extracting(Withdrawing.SectionChange::label)
                    .doesNotContain("");

            Withdrawing done =
                    done(act().withdraw(book(FIRST.substring(0, 8)), "录错村", Progress.NONE));
            assertThat(done).usingRecursiveComparison().isEqualTo(preview);
            assertThat(dump()).isEqualTo(alone);
            assertThat(book("甲.xlsx").withdrawn()).isTrue();
            assertThat(book("甲.xlsx").reason()).isEqualTo("录错村");
            assertThat(codes(act().preview(book("甲.xlsx"), Progress.NONE)))
                    .containsExactly("withdrawAlready");

            take(one, FIRST, "甲.xlsx");
            assertThat(dump())
                    .as("what was withdrawn stays so when it comes again")
                    .isEqualTo(alone);

            done(act().takeBack(book("甲.xlsx"), Progress.NONE));
            assertThat(dump()).isEqualTo(both);
            assertThat(codes(act().takeBack(book("甲.xlsx"), Progress.NONE)))
                    .containsExactly("withdrawNotWithdrawn");
            assertThat(town.verify()).isEmpty();

            done(act().withdraw(book("甲.xlsx"), "", Progress.NONE));
            assertThat(dump()).isEqualTo(alone);
        }
    }

    @Test
    void whatWasStatedOnTopStaysAndIsListed() {
        List<RecordId> homes = households(town);
        try (Workspace one = file("one")) {
            visit(one, homes.getFirst(), "甲", "搬到县城");
            take(one, FIRST, "甲.xlsx");
            visit(town, homes.getFirst(), "丙", "搬到州里");

            Withdrawing changes = done(act().withdraw(book("甲.xlsx"), "", Progress.NONE));

            assertThat(changes.resting())
                    .extracting(Withdrawing.Resting::by)
                    .isNotEmpty()
                    .containsOnly("丙");
            assertThat(changes.resting())
                    .extracting(Withdrawing.Resting::section)
                    .contains("departure");
            assertThat(String.join("\n", dump())).contains("搬到州里").doesNotContain("搬到县城");
        }
    }

    @Test
    void whatNobodyMergedOrIsCalledAlikeIsRefusedAndNothingIsWritten() {
        List<RecordId> homes = households(town);
        try (Workspace one = file("one");
                Workspace two = file("two")) {
            visit(one, homes.get(0), "甲", "搬到县城");
            visit(two, homes.get(1), "乙", "搬到省城");
            take(one, FIRST, "回访.xlsx");
            take(two, SECOND, "回访.xlsx");
            List<String> before = dump();

            assertThat(codes(act().find("没有.xlsx"))).containsExactly("withdrawUnknown");
            assertThat(codes(act().find(FIRST.substring(0, 7)))).containsExactly("withdrawUnknown");
            assertThat(codes(act().find("回访.xlsx"))).containsExactly("withdrawSeveral");
            assertThat(book(SECOND.substring(0, 9)).file()).isEqualTo("回访.xlsx");
            try (Workspace nothing = file("empty-handed")) {
                take(nothing, "c3".repeat(16), "空.xlsx");
            }
            assertThat(codes(act().withdraw(book("空.xlsx"), "", Progress.NONE)))
                    .containsExactly("withdrawNothing");
            assertThat(dump()).isEqualTo(before);
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
