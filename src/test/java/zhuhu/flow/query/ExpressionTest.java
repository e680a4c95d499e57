package zhuhu.flow.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;
import zhuhu.flow.Where;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// What an expression finds among six households that differ in what is known of them.
class ExpressionTest {

    private static final Stamp BY =
            Stamp.of("李志远", "device", "2017-03-02T10:00:00", How.TYPED, null);
    private static final Stamp ANOTHER =
            Stamp.of("王一鸣", "device2", "2017-03-03T10:00:00", How.TYPED, null);

    @TempDir static Path folder;
    private static Workspace workspace;

    @BeforeAll
    static void fill() {
        workspace =
                value(
                        Workspace.create(
                                folder.resolve("村.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                value(PackReader.read("qianxinan-2017")),
                                true));
        RecordId village = Ids.village("望谟县", "石屯镇", "巧相村");
        state(village, "basics", Map.of("village_name", text("巧相村")));
        state(home("yes"), "housing", Map.of("unsafe_house", text("1"), "house_area", number(60)));
        state(home("yes"), "status", Map.of("poverty_status", text("0")));
        state(
                home("yes"),
                "place",
                Map.of("village", text(village.text()), "group_name", text("大坪组")));
        state(home("no"), "housing", Map.of("unsafe_house", text("0"), "house_area", number(90.5)));
        state(home("no"), "status", Map.of("poverty_status", text("1"), "exit_year", text("2016")));
        state(home("unknown"), "housing", Map.of("unsafe_house", text("unknown")));
        state(
                home("empty"),
                "housing",
                Map.of("unsafe_house", new Value.Empty(), "house_area", new Value.Empty()));
        state(home("never"), "status", Map.of("poverty_status", text("0")));
        state(home("sides"), "housing", Map.of("unsafe_house", text("1")));
        Revision agreed = workspace.revisions(home("sides")).getFirst();
        state(home("sides"), agreed, BY, Map.of("unsafe_house", text("0")));
        state(home("sides"), agreed, ANOTHER, Map.of("unsafe_house", text("unknown")));
        state(home("yes"), "income@2015", Map.of("net_income_per_head", number(3500)));
        state(home("yes"), "income@2016", Map.of("net_income_per_head", number(2500)));
        member("yes", "韦小妹", "01", List.of("01"));
        member("yes", "𠮷阿依·买买提", "03", List.of("02", "03"));
        member("no", "O'欧阳", "01", List.of("02"));
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    unsafe_house = 1                                | sides yes
                    unsafe_house = 是                               | sides yes
                    是否危房户 = 是                                   | sides yes
                    unsafe_house = 0                                | no
                    unsafe_house = ''                               | empty never
                    unsafe_house != ''                              | no sides unknown yes
                    unsafe_house is empty                           | empty
                    unsafe_house is not asked                       | never
                    unsafe_house is unknown                         | unknown
                    unsafe_house is answered                        | no sides yes
                    unsafe_house != 1                               | empty never no unknown
                    not unsafe_house = 1                            | empty never no unknown
                    unsafe_house in (1, 0)                          | no sides yes
                    unsafe_house not in (1, 0)                      | empty never unknown
                    house_area < 80                                 | yes
                    house_area >= 60                                | no yes
                    house_area <= 90.5 and house_area > 60          | no
                    house_area is empty                             | empty
                    house_area is not asked                         | never sides unknown
                    not (house_area > 60)                           | empty never sides unknown yes
                    exit_year <= 2016                               | no
                    village = 巧相村                                | yes
                    group_name contains 坪                          | yes
                    net_income_per_head < 3000                      | yes
                    person_name = '𠮷阿依·买买提'                    | yes
                    person_name contains '·'                        | yes
                    person_name = 'O''欧阳'                          | no
                    health contains 02                              | no yes
                    relation = 01 and health contains 02            | no yes
                    member(relation = 01 and health contains 02)    | no
                    member(relation = 户主 and not health = 02)     | yes
                    unsafe_house=1 and poverty_status!=1            | sides yes
                    unsafe_house=0 or unsafe_house=1 and house_area<70 | no yes
                    （unsafe_house＝0）                              | no
                    unsafe_house≠1 and house_area≥60                | no
                    """)
    void anExpressionFindsJustThese(String expression, String names) {
        assertThat(found(expression)).containsExactlyElementsOf(List.of(names.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    unsafe_house = 2                         | whereChoice
                    unsafe_house in (1, 是的)                | whereChoice
                    house_area > 很大                        | whereNumber
                    house_area in (1 2)                      | whereShape
                    house_area in ()                         | whereShape
                    unsafe_house is                          | whereShape
                    unsafe_house is not                      | whereShape
                    unsafe_house not 1                       | whereShape
                    member(unsafe_house = 1)                 | whereShape
                    member(member(relation = 01))            | whereShape
                    member relation = 01                     | whereShape
                    'unsafe_house' = 1                       | whereShape
                    unsafe_house = 1) or (1 = 1              | whereShape
                    person_name = 'a' union select 1         | whereShape
                    """)
    void whatMakesNoSenseIsRefusedWithTheReason(String expression, String code) {
        assertThat(codes(expression)).containsExactly(code);
    }

    @Test
    void anExpressionIsWrittenSoThatItReadsTheSame() {
        var reader = new ExpressionReader(new Fields(workspace.schema()));
        for (String text :
                List.of(
                        "unsafe_house = 1 and (poverty_status != 1 or house_area < 60)",
                        "not (member(relation = 01 and health contains 02)) or exit_year is not asked",
                        "person_name in ('O''欧阳', '韦小妹') and house_area is empty")) {
            Expression read = value(reader.read(text));
            assertThat(value(reader.read(read.text()))).isEqualTo(read);
        }
    }

    private static List<String> found(String expression) {
        var clause = value(new Where(workspace.schema()).households(expression));
        return workspace
                .query(
                        "SELECT h.household_no AS n FROM household h WHERE " + clause.sql(),
                        clause.args())
                .stream()
                .map(row -> String.valueOf(row.get("n")))
                .sorted()
                .toList();
    }

    private static List<String> codes(String expression) {
        return switch (new Where(workspace.schema()).households(expression)) {
            case Outcome.Done<?>(var done) -> throw new AssertionError("Done: " + done);
            case Outcome.Failed<?>(var problems) -> problems.stream().map(p -> p.code()).toList();
        };
    }

    private static RecordId home(String name) {
        RecordId id = Ids.householdByNumber(name);
        if (!workspace.exists(id)) {
            state(id, "number", Map.of("household_no", text(name)));
        }
        return id;
    }

    private static void member(String home, String name, String relation, List<String> health) {
        RecordId person = Ids.personByNumber(name);
        state(
                person,
                "residence",
                Map.of("household", text(home(home).text()), "relation", text(relation)));
        state(person, "identity", Map.of("person_name", text(name)));
        state(person, "health", Map.of("health", new Value.Many(health)));
    }

    private static void state(RecordId record, String section, Map<String, Value> values) {
        add(Revision.of(record, section, List.of(), Values.of(new TreeMap<>(values))), BY);
    }

    private static void state(RecordId record, Revision on, Stamp by, Map<String, Value> values) {
        add(
                Revision.of(
                        record, on.section(), List.of(on.id()), Values.of(new TreeMap<>(values))),
                by);
    }

    private static void add(Revision revision, Stamp by) {
        boolean done =
                workspace.write(writer -> {
                    writer.add(revision, by);
                    return true;
                });
        assertThat(done).isTrue();
    }

    private static Value text(String text) {
        return Value.text(text);
    }

    private static Value number(double number) {
        return new Value.Number(java.math.BigDecimal.valueOf(number));
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
