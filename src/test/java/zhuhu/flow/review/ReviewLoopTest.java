package zhuhu.flow.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.FillVisit;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Progress;
import zhuhu.flow.Today;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A visit goes to the township and back again, in real files.
class ReviewLoopTest {

    private static final String ROUND = "2017-03";
    private static final Author VISITOR = new Author("李志远", "上坝村", "", "laptop");
    private static final Author CLERK = new Author("王示范", "清水镇", "", "office");

    @TempDir Path folder;
    private List<Path> rosters = List.of();
    private Workspace town;
    private Workspace village;
    private LocalDateTime now = LocalDateTime.of(2017, 3, 6, 9, 0);
    private int books;

    @BeforeEach
    void prepare() {
        rosters = done(MakeSample.in(folder.resolve("sample"), 2, 5, 7)).rosters();
        town = file("town");
        village = file("village");
    }

    @AfterEach
    void close() {
        town.close();
        village.close();
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
        done(new ImportRosters(made, CLERK, clock()).run(request, Progress.NONE));
        return made;
    }

    private Clock clock() {
        return Clock.fixed(now.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private RecordId visit(RecordId household, ObjectNode answers) {
        now = now.plusMinutes(1);
        FillVisit.Filled filled =
                done(
                        Visit.open(
                                        village,
                                        household,
                                        ROUND,
                                        VISITOR,
                                        () -> now,
                                        Visit.Keep.AT_THE_END)
                                .then(visit -> {
                                    try (visit) {
                                        return FillVisit.of(village, visit, answers, false);
                                    }
                                }));
        assertThat(filled.finalised()).as(filled.toString()).isTrue();
        return filled.visit();
    }

    private static ObjectNode moved(String visitors, String whereabouts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("outcome", "05")
                .put("whereabouts", whereabouts)
                .put("visitors", visitors);
    }

    private Path handIn() {
        now = now.plusMinutes(1);
        Path out = folder.resolve("book" + ++books + ".xlsx");
        var export = new ExportWorkbook(village, VISITOR, clock(), Texts.chinese());
        done(export.export(ExportWorkbook.Choice.everything(out), Progress.NONE));
        return out;
    }

    private MergedBook merge(Workspace into, Path book) {
        now = now.plusMinutes(1);
        Author author = into == town ? CLERK : VISITOR;
        var merged =
                new MergeBooks(into, author, clock(), Texts.chinese())
                        .merge(List.of(new MergeBooks.Order(book, Optional.empty())), Progress.NONE)
                        .books()
                        .getFirst();
        assertThat(merged.refused()).isEmpty();
        return merged;
    }

    private SendBack clerk() {
        now = now.plusMinutes(1);
        return new SendBack(town, CLERK, () -> now);
    }

    private String state(RecordId visit) {
        return ReviewList.of(town, ROUND).stream()
                .filter(line -> line.visit().equals(visit))
                .map(ReviewList.Line::state)
                .collect(Collectors.joining());
    }

    @Test
    void aVisitGoesBackByASlipIsAnsweredTwiceOverAndApproved() {
        RecordId home =
                new HouseholdList(village)
                        .lines(HouseholdList.Filter.ALL).stream()
                                .filter(line -> line.state().equals("todo"))
                                .map(HouseholdList.Line::id)
                                .findFirst()
                                .orElseThrow();
        RecordId visit = visit(home, moved("甲", "搬到县城"));
        merge(town, handIn());
        assertThat(state(visit)).isEqualTo("received");

        done(clerk().back(visit, List.of("arrival"), "走访人写全"));
        done(clerk().back(visit, List.of("departure"), "去向核实了吗"));
        var order = new ReturnSlips.Order(folder.resolve("slips"), List.of(), ROUND);
        Path slip =
                done(new ReturnSlips(town, CLERK, clock(), Texts.chinese())
                                .write(order, Progress.NONE))
                        .slips()
                        .getFirst()
                        .file();
        merge(village, slip);

        assertThat(HouseholdStates.of(village).of(home.text())).isEqualTo("returned");
        assertThat(Today.of(village).returned())
                .singleElement()
                .satisfies(open -> assertThat(open.words()).contains("走访人写全").contains("去向核实了吗"));
        assertThat(merge(village, slip).facts().isNothing()).isTrue();

        ObjectNode answers = moved("甲、乙", "搬到县城");
        answers.putArray("returned")
                .addObject()
                .put("section", "departure")
                .put("answer", "已核实，无误");
        visit(home, answers);
        assertThat(HouseholdStates.of(village).of(home.text())).isEqualTo("answered");
        merge(town, handIn());

        assertThat(state(visit)).isEqualTo("answered");
        assertThat(ReviewPoints.of(town, ROUND))
                .extracting(
                        ReviewPoint::section,
                        ReviewPoint::state,
                        ReviewPoint::answer,
                        ReviewPoint::answeredBy,
                        p -> p.changes().size())
                .containsExactly(
                        Tuple.tuple("arrival", "answered", "", "李志远", 1),
                        Tuple.tuple("departure", "answered", "已核实，无误", "李志远", 0));

        assertThat(
                        clerk().approve(List.of(visit), SendBack.Open.APPROVED_TOO, Progress.NONE)
                                .visits())
                .containsExactly(visit);
        assertThat(state(visit)).isEqualTo("approved");

        visit(home, moved("丙", "搬到省城"));
        merge(town, handIn());
        assertThat(state(visit)).isEqualTo("edited");
        assertThat(ReviewPoints.of(town, ROUND)).hasSize(2);
    }

    @Test
    void oneOfTwoHandInsIsTakenOutAndBackInAndStaysOutWhenItComesAgain() {
        List<RecordId> homes =
                new HouseholdList(village)
                        .lines(HouseholdList.Filter.ALL).stream()
                                .filter(line -> line.state().equals("todo"))
                                .map(HouseholdList.Line::id)
                                .toList();
        visit(homes.get(0), moved("甲", "搬到县城"));
        Path first = handIn();
        merge(town, first);
        List<String> afterFirst = dump();
        visit(homes.get(1), moved("甲", "搬到州里"));
        visit(homes.get(0), moved("甲", "搬到省城"));
        Path second = handIn();
        merge(town, second);
        List<String> afterBoth = dump();

        WithdrawBook act = new WithdrawBook(town, CLERK, () -> now);
        done(act.withdraw(done(act.find("book2.xlsx")), "交错了", Progress.NONE));
        assertThat(dump()).isEqualTo(afterFirst);

        MergedBook again = merge(town, second);
        assertThat(again.withdrawn()).isNotEmpty();
        assertThat(dump()).isEqualTo(afterFirst);

        now = now.plusMinutes(1);
        done(act.takeBack(done(act.find("book2.xlsx")), Progress.NONE));
        assertThat(dump()).isEqualTo(afterBoth);
    }

    private List<String> dump() {
        var lines = new ArrayList<String>();
        town.dump(lines::add);
        return lines;
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
