package zhuhu.flow.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.FoundFacts;
import zhuhu.workbook.read.OpenBook;

/// Sending visits back and approving them, on one file.
class ReviewTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author VISITOR = new Author("王示范", "上坝村", "", "d1");
    private static final Author CLERK = new Author("镇扶贫站", "清水镇", "", "d9");
    private static final String ROUND = "2017-03";

    @TempDir Path folder;
    private Workspace workspace;
    private LocalDateTime now = LocalDateTime.of(2017, 3, 6, 9, 0);

    @BeforeEach
    void prepare() {
        MakeSample.Made sample = done(MakeSample.in(folder.resolve("sample"), 2, 6, 5));
        workspace =
                done(
                        Workspaces.create(
                                folder.resolve("town.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        var rosters = ImportRosters.Request.of(sample.rosters().toArray(Path[]::new));
        done(new ImportRosters(workspace, VISITOR, CLOCK).run(rosters, Progress.NONE));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<RecordId> households() {
        return new HouseholdList(workspace)
                .lines(HouseholdList.Filter.ALL).stream()
                        .filter(line -> line.state().equals("todo"))
                        .map(HouseholdList.Line::id)
                        .toList();
    }

    private RecordId fill(RecordId household, String visitors) {
        ObjectNode answers =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("outcome", "05")
                        .put("whereabouts", "搬到县城")
                        .put("visitors", visitors);
        FillVisit.Filled filled =
                done(
                        Visit.open(
                                        workspace,
                                        household,
                                        ROUND,
                                        VISITOR,
                                        () -> now,
                                        Visit.Keep.AT_THE_END)
                                .then(visit -> {
                                    try (visit) {
                                        return FillVisit.of(workspace, visit, answers, false);
                                    }
                                }));
        assertThat(filled.finalised()).as(filled.toString()).isTrue();
        return filled.visit();
    }

    private Outcome<FillVisit.Filled> answer(RecordId household, ObjectNode answers) {
        return Visit.open(workspace, household, ROUND, VISITOR, () -> now, Visit.Keep.AT_THE_END)
                .then(visit -> {
                    try (visit) {
                        return FillVisit.of(workspace, visit, answers, false);
                    }
                });
    }

    private static ObjectNode verified(String section, String words) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.putArray("returned").addObject().put("section", section).put("answer", words);
        return answers;
    }

    private SendBack clerk() {
        now = now.plusMinutes(1);
        return new SendBack(workspace, CLERK, () -> now);
    }

    private String state(RecordId visit) {
        return ReviewList.of(workspace, ROUND).stream()
                .filter(line -> line.visit().equals(visit))
                .map(ReviewList.Line::state)
                .findFirst()
                .orElse("none");
    }

    private String listed(RecordId household) {
        return HouseholdStates.of(workspace).of(household.text());
    }

    private static <T> List<String> codes(Outcome<T> outcome) {
        return outcome instanceof Outcome.Failed<T>(List<Problem> problems)
                ? problems.stream().map(Problem::code).toList()
                : List.of();
    }

    @Test
    void aSectionSentBackIsAnsweredWhenItIsStatedAnewAndEditedAfterApproval() {
        RecordId home = households().getFirst();
        RecordId visit = fill(home, "甲");
        assertThat(state(visit)).isEqualTo("received");

        done(clerk().back(visit, List.of("上门情况"), "走访人写全"));
        assertThat(state(visit)).isEqualTo("returned");
        assertThat(listed(home)).isEqualTo("returned");

        fill(home, "甲、乙");
        assertThat(state(visit)).isEqualTo("answered");
        ReviewPoint point = ReviewPoints.of(workspace, ROUND).getFirst();
        assertThat(point.comment()).isEqualTo("走访人写全");
        assertThat(point.askedBy()).isEqualTo("镇扶贫站");
        assertThat(point.answeredBy()).isEqualTo("王示范");
        assertThat(point.changes())
                .extracting(ReviewPoint.Difference::before, ReviewPoint.Difference::now)
                .contains(org.assertj.core.groups.Tuple.tuple("甲", "甲、乙"));

        SendBack.Approved approved =
                clerk().approve(List.of(visit), SendBack.Open.APPROVED_TOO, Progress.NONE);
        assertThat(approved.visits()).containsExactly(visit);
        assertThat(state(visit)).isEqualTo("approved");
        assertThat(ReviewPoints.of(workspace, ROUND))
                .extracting(ReviewPoint::state, ReviewPoint::comment)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("approved", "走访人写全"));

        fill(home, "丙");
        assertThat(state(visit)).isEqualTo("edited");
        assertThat(listed(home)).isEqualTo("edited");
    }

    @Test
    void aPointIsAnsweredWithoutAChangeByConfirmingItWithAReason() {
        RecordId home = households().getFirst();
        RecordId visit = fill(home, "甲");
        done(clerk().back(visit, List.of("arrival"), "走访人写全"));
        var before = workspace.section(visit, "arrival").shown();

        assertThat(codes(answer(home, verified("departure", "已核实，无误"))))
                .containsExactly("sendbackNoPoint");
        assertThat(done(answer(home, verified("上门情况", "已核实，无误"))).finalised()).isTrue();

        assertThat(state(visit)).isEqualTo("answered");
        assertThat(workspace.section(visit, "arrival").shown()).isEqualTo(before);
        ReviewPoint point = ReviewPoints.of(workspace, ROUND).getFirst();
        assertThat(point.answer()).isEqualTo("已核实，无误");
        assertThat(point.answeredBy()).isEqualTo("王示范");
        assertThat(point.changes()).isEmpty();
        assertThat(codes(answer(home, verified("arrival", "再说一次"))))
                .containsExactly("sendbackNoPoint");
    }

    @Test
    void aWholeVisitIsAnsweredWithoutAChangeByFinishingItAgain() {
        RecordId home = households().getFirst();
        RecordId visit = fill(home, "甲");
        done(clerk().back(visit, List.of(), "重新核对"));

        assertThat(done(answer(home, verified("*", "全部核对过"))).finalised()).isTrue();

        assertThat(state(visit)).isEqualTo("answered");
        assertThat(ReviewPoints.of(workspace, ROUND).getFirst().answer()).isEqualTo("全部核对过");
    }

    @Test
    void finishingAgainWithoutAWordAnswersNothing() {
        RecordId home = households().getFirst();
        RecordId visit = fill(home, "甲");
        done(clerk().back(visit, List.of("arrival"), "走访人写全"));

        done(answer(home, JsonNodeFactory.instance.objectNode()));

        assertThat(state(visit)).isEqualTo("returned");
    }

    @Test
    void aVisitThatWasSentBackOpensOnThatScreenAndKeepsTheAnswerInItsDraft() {
        RecordId home = households().getFirst();
        RecordId visit = fill(home, "甲");
        done(clerk().back(visit, List.of("departure"), "去向写清楚"));

        try (Visit open = open(home)) {
            assertThat(open.current()).isEqualTo("departure");
            assertThat(open.sentBack())
                    .extracting(p -> p.point().comment(), p -> p.screen())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("去向写清楚", "departure"));
            open.answerPoint("departure", " 已核实 ");
            open.answerPoint("arrival", "没有退回的不收");
        }
        try (Visit again = open(home)) {
            assertThat(again.sentBack()).extracting(p -> p.answer()).containsExactly("已核实");
        }
        assertThat(state(visit)).isEqualTo("returned");
    }

    private Visit open(RecordId household) {
        return done(
                Visit.open(workspace, household, ROUND, VISITOR, () -> now, Visit.Keep.AT_ONCE));
    }

    @Test
    void aWholeVisitSentBackIsAnsweredByAnyChange() {
        RecordId home = households().getFirst();
        RecordId visit = fill(home, "甲");

        done(clerk().back(visit, List.of(), "重新核对"));
        assertThat(state(visit)).isEqualTo("returned");
        assertThat(ReviewPoints.of(workspace, ROUND).getFirst().sectionLabel()).isEqualTo("整份回访");

        fill(home, "甲、丁");
        assertThat(state(visit)).isEqualTo("answered");
    }

    @Test
    void takingBackMakesWhatWasSaidBeforeCountAgainAndItCanBeSaidAnew() {
        RecordId visit = fill(households().getFirst(), "甲");
        var before = dump();
        done(clerk().back(visit, List.of("arrival"), "走访人写全"));
        done(clerk().takeBack(visit, List.of(), SendBack.What.RETURNS));
        assertThat(state(visit)).isEqualTo("received");
        assertThat(dump()).isEqualTo(before);

        done(clerk().back(visit, List.of("arrival"), "走访人写全"));
        assertThat(state(visit)).isEqualTo("returned");
        assertThat(
                        clerk().approve(List.of(visit), SendBack.Open.APPROVED_TOO, Progress.NONE)
                                .visits())
                .containsExactly(visit);
        assertThat(state(visit)).isEqualTo("approved");

        done(clerk().takeBack(visit, List.of(), SendBack.What.APPROVALS));
        assertThat(state(visit)).isEqualTo("returned");
        assertThat(codes(clerk().takeBack(visit, List.of(), SendBack.What.APPROVALS)))
                .containsExactly("sendbackNothing");
    }

    @Test
    void approvingInBulkLeavesOutWhatIsOpenAndSaysWhy() {
        List<RecordId> homes = households();
        RecordId first = fill(homes.get(0), "甲");
        RecordId sentBack = fill(homes.get(1), "甲");
        done(clerk().back(sentBack, List.of(), "看不清"));
        var unvisited = done(new FindVisits(workspace, ROUND).one(homes.get(2).text()));

        SendBack.Approved approved =
                clerk().approve(
                                List.of(first, sentBack, unvisited),
                                SendBack.Open.LEFT_OUT,
                                Progress.NONE);

        List<String> whyFirst =
                approved.left().stream()
                        .filter(left -> left.visit().equals(first))
                        .flatMap(left -> left.why().stream())
                        .map(Problem::code)
                        .toList();
        assertThat(approved.visits().contains(first)).isEqualTo(whyFirst.isEmpty());
        assertThat(whyFirst).isSubsetOf("sendbackDoubts");
        assertThat(
                        approved.left().stream()
                                .filter(left -> left.visit().equals(sentBack))
                                .flatMap(left -> left.why().stream())
                                .map(Problem::code))
                .contains("sendbackUnanswered");

        SendBack.Approved anyway =
                clerk().approve(
                                List.of(first, sentBack, unvisited),
                                SendBack.Open.APPROVED_TOO,
                                Progress.NONE);
        assertThat(anyway.left()).extracting(SendBack.LeftOut::visit).containsExactly(unvisited);
        assertThat(state(first)).isEqualTo("approved");
        assertThat(state(sentBack)).isEqualTo("approved");
    }

    @Test
    void approvingByVillageAndByExpressionMeansFinishedVisits() {
        List<RecordId> homes = households();
        homes.forEach(home -> fill(home, "甲"));
        var find = new FindVisits(workspace, ROUND);
        List<String> villages =
                new HouseholdList(workspace)
                        .lines(HouseholdList.Filter.ALL).stream()
                                .map(HouseholdList.Line::village)
                                .distinct()
                                .toList();

        List<RecordId> all = done(find.of(wanted(villages, "")));
        List<RecordId> one = done(find.of(wanted(villages.subList(0, 1), "")));
        List<RecordId> some = done(find.of(wanted(List.of(), "registered=1")));

        assertThat(all).hasSize(homes.size());
        assertThat(one).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(some).isNotEmpty().isSubsetOf(all);
        assertThat(codes(find.of(wanted(List.of(), "gibberish")))).containsExactly("whereShape");
    }

    private static FindVisits.Wanted wanted(List<String> villages, String where) {
        return new FindVisits.Wanted(List.of(), villages, where);
    }

    @Test
    void aSlipBringsWhatWasSentBackToTheVillageAndNothingElse() throws java.io.IOException {
        List<RecordId> homes = households();
        RecordId visit = fill(homes.get(0), "甲");
        RecordId other = fill(homes.get(1), "甲");
        done(clerk().back(visit, List.of("arrival"), "=走访人写全"));
        clerk().approve(List.of(other), SendBack.Open.APPROVED_TOO, Progress.NONE);
        var order = new ReturnSlips.Order(folder.resolve("slips"), List.of(), ROUND);

        ReturnSlips.Written written = done(slips().write(order, Progress.NONE));

        assertThat(written.slips()).hasSize(1);
        Path file = written.slips().getFirst().file();
        java.nio.file.Files.copy(
                file,
                Path.of("target", "slip.xlsx"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(written.slips().getFirst().points()).isEqualTo(1);
        assertThat(done(zhuhu.flow.VerifyBook.verify(file, java.util.Optional.empty()))).isEmpty();
        var read = new ArrayList<zhuhu.record.Revision>();
        try (OpenBook book =
                done(
                        BookReader.open(
                                file, java.util.Optional.empty(), zhuhu.base.Texts.chinese()))) {
            assertThat(book.about().purpose()).isEqualTo("slip");
            assertThat(book.about().packageId()).contains(written.slips().getFirst().packageId());
            done(book.facts(new Collected(read)));
        }
        assertThat(read)
                .extracting(zhuhu.record.Revision::record, zhuhu.record.Revision::section)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(visit, "review.arrival"));
        assertThat(read.getFirst())
                .isEqualTo(workspace.section(visit, "review.arrival").allHeads().getFirst());

        ReturnSlips.Written second = done(slips().write(order, Progress.NONE));
        assertThat(second.slips().getFirst().file()).isNotEqualTo(file).exists();

        fill(homes.get(0), "甲、乙");
        assertThat(codes(slips().write(order, Progress.NONE))).containsExactly("sendbackNoSlip");
    }

    private ReturnSlips slips() {
        return new ReturnSlips(workspace, CLERK, CLOCK, zhuhu.base.Texts.chinese());
    }

    private record Collected(List<zhuhu.record.Revision> read) implements FoundFacts {
        @Override
        public void revision(zhuhu.record.Revision revision, List<zhuhu.record.Stamp> stamps) {
            assertThat(stamps).isNotEmpty();
            read.add(revision);
        }

        @Override
        public void waiting(
                zhuhu.record.Revision revision,
                List<zhuhu.record.Stamp> stamps,
                java.util.SortedSet<zhuhu.record.FactId> missing) {
            throw new AssertionError(revision.toString());
        }

        @Override
        public void withdrawal(zhuhu.record.Withdrawal withdrawal) {}

        @Override
        public void takeBack(zhuhu.record.TakeBack takeBack) {}

        @Override
        public void damaged(Problem problem) {
            throw new AssertionError(problem.toString());
        }
    }

    @Test
    void twoClerksWhoDifferAreShownAsReturned() {
        RecordId visit = fill(households().getFirst(), "甲");
        clerk().approve(List.of(visit), SendBack.Open.APPROVED_TOO, Progress.NONE);
        var said = workspace.section(visit, "review.*").allHeads().getFirst();
        var other =
                zhuhu.record.Revision.of(
                        visit,
                        "review.*",
                        List.of(),
                        said.values()
                                .with("state", zhuhu.record.Value.text("returned"))
                                .with("comment", zhuhu.record.Value.text("照片不对")));
        workspace.write(writer -> {
            writer.add(
                    other,
                    zhuhu.record.Stamp.of("另一人", "d8", "2017-03-06", zhuhu.record.How.TYPED, null));
            return true;
        });

        assertThat(state(visit)).isEqualTo("returned");
        assertThat(ReviewPoints.of(workspace, ROUND).getFirst().comment()).isEqualTo("照片不对");
        assertThat(clerk().approve(List.of(visit), SendBack.Open.LEFT_OUT, Progress.NONE).left())
                .isNotEmpty();
    }

    @Test
    void whatCannotBeSentBackIsRefusedAndNothingIsWritten() {
        List<RecordId> homes = households();
        RecordId visit = fill(homes.getFirst(), "甲");
        var before = dump();

        assertThat(codes(clerk().back(visit, List.of(), "  ")))
                .containsExactly("sendbackNoComment");
        assertThat(codes(clerk().back(visit, List.of("没有的屏"), "改")))
                .containsExactly("sendbackNoSection");
        RecordId unvisited = done(new FindVisits(workspace, ROUND).one(homes.get(1).text()));
        assertThat(codes(clerk().back(unvisited, List.of(), "改")))
                .containsExactly("sendbackNotFinished");
        assertThat(dump()).isEqualTo(before);
    }

    private List<String> dump() {
        var lines = new ArrayList<String>();
        workspace.dump(lines::add);
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
