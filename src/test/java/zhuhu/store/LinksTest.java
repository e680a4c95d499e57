package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.record.Attestation;
import zhuhu.record.Histories;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.Link;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Records that are one: read, listed, counted, searched and exported as one, and split again.
final class LinksTest {

    private static final RecordId VILLAGE = Ids.village("县", "镇", "泥堡村");
    private static final List<RecordId> HOMES =
            new TreeSet<>(
                            List.of(
                                    Ids.householdByNumber("9901000001"),
                                    Ids.householdByNumber("9901000002"),
                                    Ids.householdByNumber("9901000003")))
                    .stream().toList();
    private static final RecordId LOW = HOMES.get(0);
    private static final RecordId MIDDLE = HOMES.get(1);
    private static final RecordId HIGH = HOMES.get(2);
    private static final RecordId CHILD = Ids.personByNumber("990100000101");
    private static final RecordId MOTHER = Ids.personByNumber("990100000201");

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Fixture.create(folder.resolve("links.zhuhu"));
    }

    @AfterEach
    void close() {
        assertThat(workspace.verify()).isEmpty();
        workspace.close();
    }

    private void household(RecordId id, String number, String head) {
        Fixture.state(workspace, id, "number", Fixture.ROSTER, "household_no", number);
        Fixture.state(
                workspace,
                id,
                "place",
                Fixture.ROSTER,
                "village",
                VILLAGE.text(),
                "group_name",
                "一组",
                "head_name",
                head);
    }

    private void twoHomes() {
        Fixture.state(workspace, VILLAGE, "basics", Fixture.ROSTER, "village_name", "泥堡村");
        household(LOW, "9901000001", "王一鸣");
        household(MIDDLE, "9901000002", "王一鸣");
        person(CHILD, LOW, "王小一");
        person(MOTHER, MIDDLE, "赵二妹");
    }

    private void person(RecordId id, RecordId home, String name) {
        Fixture.state(workspace, id, "residence", Fixture.ROSTER, "household", home.text());
        Fixture.state(workspace, id, "identity", Fixture.ROSTER, "person_name", name);
    }

    private Revision answer(RecordId one, RecordId other, boolean same, Stamp stamp) {
        var link = new Link(one, other, same);
        Revision revision = Fixture.next(workspace, link.id(), Link.SECTION, link.values());
        Fixture.add(workspace, revision, stamp);
        return revision;
    }

    private List<String> ids(String sql, Object... args) {
        return workspace.query(sql, args).stream().map(r -> r.getOrDefault("id", "")).toList();
    }

    @Test
    void bothAreOneRowAndWhoLivesInEitherLivesInTheClass() {
        twoHomes();
        answer(MIDDLE, LOW, true, Fixture.VISITOR);
        assertThat(ids("SELECT id FROM household")).containsExactly(LOW.text());
        assertThat(ids("SELECT id FROM person WHERE household = ? ORDER BY id", MIDDLE.text()))
                .containsExactlyInAnyOrder(CHILD.text(), MOTHER.text());
        assertThat(workspace.sections(MIDDLE)).isEqualTo(workspace.sections(LOW));
        assertThat(workspace.section(MOTHER, "residence").shown().plain("household"))
                .isEqualTo(MIDDLE.text());
        assertThat(workspace.one(MIDDLE)).isEqualTo(LOW);
        assertThat(workspace.recordOf(MIDDLE.text())).contains(LOW);
        assertThat(workspace.exists(MIDDLE)).isTrue();
        assertThat(workspace.searchHouseholds("赵二妹"))
                .extracting(Workspace.Found::household)
                .containsExactly(LOW);
    }

    @Test
    void whatMembersSayDifferentlyIsAConflictUntilItIsSettledAndComesBackWhenSplit() {
        twoHomes();
        Revision same = answer(LOW, MIDDLE, true, Fixture.VISITOR);
        assertThat(workspace.section(LOW, "number")).isInstanceOf(Section.Contested.class);
        assertThat(workspace.section(LOW, "place")).isInstanceOf(Section.Agreed.class);
        Fixture.state(workspace, LOW, "number", Fixture.OTHER, "household_no", "9901000002");
        assertThat(workspace.section(MIDDLE, "number").shown().plain("household_no"))
                .isEqualTo("9901000002");
        withdraw(same);
        assertThat(workspace.section(MIDDLE, "number").shown().plain("household_no"))
                .isEqualTo("9901000002");
        assertThat(workspace.section(LOW, "number").shown().plain("household_no"))
                .isEqualTo("9901000002");
        assertThat(workspace.section(LOW, "number")).isInstanceOf(Section.Agreed.class);
        assertThat(ids("SELECT id FROM household ORDER BY id"))
                .containsExactly(LOW.text(), MIDDLE.text());
        assertThat(ids("SELECT id FROM person WHERE household = ?", MIDDLE.text()))
                .containsExactly(MOTHER.text());
    }

    private void withdraw(Revision revision) {
        List<Attestation> standing = workspace.attestations(revision.id());
        Fixture.write(
                workspace,
                writer -> {
                    writer.withdraw(
                            standing.stream().map(Attestation::id).toList(), "我", null, null, "错");
                    return true;
                });
    }

    @Test
    void numbersOfEveryMemberFindTheOneRecordAndEachMemberKeepsItsOwn() {
        twoHomes();
        answer(LOW, MIDDLE, true, Fixture.VISITOR);
        assertThat(workspace.numbers("household_no", "9901000002"))
                .containsExactly(new Workspace.Number("household_no", "9901000002", LOW, false));
        var all = new ArrayList<Workspace.Number>();
        workspace.numbers("household_no", all::add);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        new Workspace.Number("household_no", "9901000001", LOW, false),
                        new Workspace.Number("household_no", "9901000002", MIDDLE, false));
        Fixture.state(workspace, MIDDLE, "number", Fixture.OTHER, "household_no", "9901000001");
        assertThat(workspace.numbers("household_no", "9901000001"))
                .containsExactly(new Workspace.Number("household_no", "9901000001", LOW, true));
    }

    @Test
    void aClassOfThreeGoesByTheLowestThatIsKnown() {
        Fixture.state(workspace, HIGH, "contact", Fixture.ROSTER, "phone", "1");
        Fixture.state(workspace, HIGH, "income@2016", Fixture.ROSTER, "wage_income", 100);
        answer(LOW, MIDDLE, true, Fixture.VISITOR);
        answer(MIDDLE, HIGH, true, Fixture.VISITOR);
        person(CHILD, MIDDLE, "王小一");
        assertThat(workspace.one(LOW)).isEqualTo(HIGH);
        assertThat(ids("SELECT household AS id FROM person")).containsExactly(HIGH.text());
        Fixture.state(workspace, MIDDLE, "contact", Fixture.OTHER, "phone", "1");
        assertThat(ids("SELECT household AS id FROM person")).containsExactly(MIDDLE.text());
        assertThat(ids("SELECT household AS id FROM household_income"))
                .containsExactly(MIDDLE.text());
        Fixture.state(workspace, LOW, "contact", Fixture.OTHER, "phone", "1");
        assertThat(ids("SELECT id FROM household")).containsExactly(LOW.text());
        assertThat(ids("SELECT household AS id FROM person")).containsExactly(LOW.text());
        assertThat(HistoriesTest.dump(workspace).lines().filter(l -> l.contains("\"phone\":\"1\"")))
                .hasSize(1);
    }

    @Test
    void whileTheAnswerIsContestedWhatWasAgreedBeforeCounts() {
        twoHomes();
        var link = new Link(LOW, MIDDLE, true);
        Revision same = Revision.of(link.id(), Link.SECTION, List.of(), link.values());
        Fixture.add(workspace, same, Fixture.VISITOR);
        Revision not =
                Revision.of(
                        link.id(),
                        Link.SECTION,
                        List.of(same.id()),
                        new Link(LOW, MIDDLE, false).values());
        Revision stays = Revision.of(link.id(), Link.SECTION, List.of(same.id()), link.values());
        Fixture.add(workspace, not, Fixture.OTHER);
        assertThat(workspace.one(MIDDLE)).isEqualTo(MIDDLE);
        Fixture.add(workspace, stays, Fixture.VISITOR);
        assertThat(workspace.section(link.id(), Link.SECTION))
                .isInstanceOf(Section.Contested.class);
        assertThat(workspace.one(MIDDLE)).isEqualTo(LOW);
    }

    @Test
    void aRehearsedJoiningLeavesNothing() {
        twoHomes();
        String before = HistoriesTest.dump(workspace);
        var link = new Link(LOW, MIDDLE, true);
        long households =
                workspace.rehearse(writer -> {
                    writer.add(
                            Revision.of(link.id(), Link.SECTION, List.of(), link.values()),
                            Fixture.VISITOR);
                    return (long) ids("SELECT id FROM household").size();
                });
        assertThat(households).isEqualTo(1);
        assertThat(HistoriesTest.dump(workspace)).isEqualTo(before);
        assertThat(workspace.one(MIDDLE)).isEqualTo(MIDDLE);
    }

    @Test
    void insideATransactionALinkCountsAtOnce() {
        twoHomes();
        var link = new Link(LOW, MIDDLE, true);
        Fixture.write(
                workspace,
                writer -> {
                    writer.add(
                            Revision.of(link.id(), Link.SECTION, List.of(), link.values()),
                            Fixture.VISITOR);
                    assertThat(workspace.one(MIDDLE)).isEqualTo(LOW);
                    assertThat(workspace.sections(MIDDLE)).isEqualTo(workspace.sections(LOW));
                    return true;
                });
    }

    @Test
    void aLinkThatNamesOthersThanItsIdCountsForNothing() {
        twoHomes();
        Fixture.add(
                workspace,
                Revision.of(
                        Ids.link(LOW, HIGH),
                        Link.SECTION,
                        List.of(),
                        new Link(LOW, MIDDLE, true).values()),
                Fixture.VISITOR);
        assertThat(workspace.classes().isEmpty()).isTrue();
    }

    @Test
    void theFactsOfOneBringThoseOfAllThatWereEverTheSame() {
        twoHomes();
        Revision same = answer(LOW, MIDDLE, true, Fixture.VISITOR);
        Fixture.state(workspace, LOW, "number", Fixture.OTHER, "household_no", "9901000002");
        answer(LOW, HIGH, false, Fixture.VISITOR);
        withdraw(same);
        var records = new TreeSet<RecordId>();
        var seen = new TreeSet<String>();
        workspace.facts(
                List.of(LOW),
                new FactSink() {
                    @Override
                    public void revision(Revision revision, List<Stamp> stamps) {
                        records.add(revision.record());
                        seen.add(revision.id().hex());
                    }

                    @Override
                    public void withdrawal(Withdrawal withdrawal) {
                        seen.add("withdrawal");
                    }

                    @Override
                    public void takeBack(TakeBack takeBack) {
                        throw new AssertionError();
                    }
                });
        assertThat(records)
                .containsExactly(
                        Stream.of(LOW, MIDDLE, Ids.link(LOW, MIDDLE), Ids.link(LOW, HIGH))
                                .sorted()
                                .toArray(RecordId[]::new));
        assertThat(seen).contains("withdrawal");
    }

    @Test
    void theFileOpenedAgainStillKnowsWhoIsOne() {
        twoHomes();
        answer(LOW, MIDDLE, true, Fixture.VISITOR);
        String before = HistoriesTest.dump(workspace);
        workspace.close();
        workspace = Fixture.open(folder.resolve("links.zhuhu"));
        assertThat(workspace.one(MIDDLE)).isEqualTo(LOW);
        workspace.rebuild();
        assertThat(HistoriesTest.dump(workspace)).isEqualTo(before);
    }

    static Stream<Long> seeds() {
        return Histories.seeds(12).stream();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linksBeforeOrAfterTheRecordsInAnyPortionsLeaveTheSame(long seed) {
        List<Consumer<Workspace.Writer>> acts = acts(new Random(seed));
        String first = played(acts, new Random(seed), "a");
        Collections.shuffle(acts, new Random(seed + 1));
        String second = played(acts, new Random(seed + 2), "b");
        assertThat(second).as("seed %d", seed).isEqualTo(first);
    }

    /// Persons move between households, visits are made, and links said, taken back and denied.
    private static List<Consumer<Workspace.Writer>> acts(Random random) {
        var acts = new ArrayList<Consumer<Workspace.Writer>>();
        var made = new ArrayList<Revision>();
        for (int i = 0; i < 40; i++) {
            Revision revision = chance(random, made);
            made.add(revision);
            Stamp stamp = random.nextBoolean() ? Fixture.VISITOR : Fixture.OTHER;
            acts.add(writer -> writer.add(revision, stamp));
            if (random.nextInt(8) == 0) {
                acts.add(writer ->
                        writer.withdraw(
                                List.of(Attestation.of(revision.id(), stamp).id()),
                                "我",
                                null,
                                null,
                                "错"));
            }
        }
        return acts;
    }

    private static Revision chance(Random random, List<Revision> made) {
        RecordId home = HOMES.get(random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> {
                var link =
                        new Link(
                                home,
                                HOMES.get((HOMES.indexOf(home) + 1) % 3),
                                random.nextInt(4) > 0);
                yield over(random, made, link.id(), Link.SECTION, link.values());
            }
            case 1 ->
                    over(
                            random,
                            made,
                            random.nextBoolean() ? CHILD : MOTHER,
                            "residence",
                            Fixture.values("household", home.text()));
            case 2 ->
                    over(
                            random,
                            made,
                            Ids.visit("try", "household_visit", home, "2017-03"),
                            "about",
                            Fixture.values("subject", home.text(), "round", "2017-03"));
            case 3 ->
                    over(
                            random,
                            made,
                            home,
                            "income@2016",
                            Fixture.values("wage_income", random.nextInt(3)));
            default ->
                    over(
                            random,
                            made,
                            home,
                            "number",
                            Fixture.values("household_no", "990100000" + random.nextInt(4)));
        };
    }

    /// Rests on some of what was said of any member before.
    private static Revision over(
            Random random,
            List<Revision> made,
            RecordId record,
            String section,
            zhuhu.record.Values values) {
        var below =
                made.stream()
                        .filter(r -> r.section().equals(section))
                        .filter(r -> r.record().kind() == record.kind())
                        .filter(r -> record.kind() == Kind.HOUSEHOLD || r.record().equals(record))
                        .filter(_ -> random.nextInt(3) == 0)
                        .map(Revision::id)
                        .toList();
        return Revision.of(record, section, below, values);
    }

    private String played(List<Consumer<Workspace.Writer>> acts, Random random, String name) {
        try (Workspace played = Fixture.create(folder.resolve(name + ".zhuhu"))) {
            for (int from = 0; from < acts.size(); ) {
                int to = Math.min(acts.size(), from + 1 + random.nextInt(6));
                List<Consumer<Workspace.Writer>> portion = acts.subList(from, to);
                Fixture.write(
                        played,
                        writer -> {
                            portion.forEach(act -> act.accept(writer));
                            return true;
                        });
                from = to;
            }
            assertThat(played.verify()).isEmpty();
            var rows = new StringBuilder(HistoriesTest.dump(played));
            for (String table : List.of("household", "person", "visit", "household_income")) {
                for (Map<String, String> row :
                        played.query("SELECT * FROM \"%s\" ORDER BY 2, 1".formatted(table))) {
                    var sorted = new java.util.TreeMap<>(row);
                    sorted.remove("record_no");
                    rows.append(sorted).append('\n');
                }
            }
            return rows.toString();
        }
    }
}
