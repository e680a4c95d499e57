package zhuhu.flow.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.flow.HouseholdList;
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

/// The secretary's question from the rows to the counts.
class AskHouseholdsTest {

    private static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();
    private static final Stamp BY =
            Stamp.of("李志远", "device", "2017-03-02T10:00:00", How.TYPED, null);
    private static final RecordId FIRST = Ids.householdByNumber("9901");
    private static final RecordId SECOND = Ids.householdByNumber("9902");

    @TempDir Path folder;

    @Test
    void conditionsOnMembersSpeakOfOnePersonAndCountThem() {
        try (Workspace workspace = village()) {
            Condition son = new Condition("relation", Operator.IS, List.of("03"));
            Condition ill = new Condition("health", Operator.CONTAINS, List.of("02"));
            var ask = new AskHouseholds(workspace);

            assertThat(ask.ask(new Conditions(List.of(List.of(son, ill)))))
                    .isEqualTo(new AskHouseholds.Answer(Map.of(SECOND, 2), true));
            assertThat(ask.ask(new Conditions(List.of(List.of(son), List.of(ill)))))
                    .isEqualTo(new AskHouseholds.Answer(Map.of(FIRST, 0, SECOND, 0), false));
        }
    }

    @Test
    void whatIsFoundIsCountedByVillageAndGroup() {
        try (Workspace workspace = village()) {
            List<HouseholdList.Line> lines =
                    new HouseholdList(workspace).lines(HouseholdList.Filter.ALL);

            assertThat(Tally.of(lines, Map.of(SECOND, 2)))
                    .containsExactly(
                            new Tally("", "", 2, 5, 2),
                            new Tally("巧相村", "", 2, 5, 2),
                            new Tally("巧相村", "大坪组", 1, 2, 0),
                            new Tally("巧相村", "小坪组", 1, 3, 2));
            assertThat(Tally.of(List.of(), Map.of())).containsExactly(new Tally("", "", 0, 0, 0));
        }
    }

    @Test
    void aQuestionIsKeptInTheFileAndReadsBackAsItsRows() {
        Path file = folder.resolve("村.zhuhu");
        var conditions =
                new Conditions(
                        List.of(
                                List.of(
                                        new Condition("relation", Operator.IS, List.of("03")),
                                        new Condition("health", Operator.CONTAINS, List.of("02"))),
                                List.of(new Condition("phone", Operator.NOT_ASKED, List.of()))));
        try (Workspace workspace = village()) {
            String text = conditions.expression(new Fields(workspace.schema())).text();
            write(workspace, w -> w.question(new Workspace.Question("甲", text)));
            write(workspace, w -> w.question(new Workspace.Question("乙", "phone = ''")));
            write(workspace, w -> w.dropQuestion("乙"));
        }
        try (Workspace workspace = value(Workspace.open(file, PASSPHRASE))) {
            Workspace.Question kept = workspace.questions().getFirst();
            var reader = new ExpressionReader(new Fields(workspace.schema()));

            assertThat(workspace.questions()).hasSize(1);
            assertThat(Conditions.of(value(reader.read(kept.expression()))))
                    .isEqualTo(Optional.of(conditions));
            assertThat(Conditions.of(value(reader.read("not (phone = '')")))).isEmpty();
        }
    }

    private Workspace village() {
        Workspace workspace =
                value(
                        Workspace.create(
                                folder.resolve("村.zhuhu"),
                                PASSPHRASE,
                                value(PackReader.read("qianxinan-2017")),
                                true));
        RecordId village = Ids.village("望谟县", "石屯镇", "巧相村");
        state(workspace, village, "basics", Map.of("village_name", Value.text("巧相村")));
        place(workspace, FIRST, village, "大坪组");
        place(workspace, SECOND, village, "小坪组");
        member(workspace, FIRST, "11", "01", "02");
        member(workspace, FIRST, "12", "03", "01");
        member(workspace, SECOND, "21", "01", "01");
        member(workspace, SECOND, "22", "03", "02");
        member(workspace, SECOND, "23", "03", "02");
        member(workspace, SECOND, "24", "03", "02");
        state(
                workspace,
                Ids.personByNumber("24"),
                "change",
                Map.of("change", Value.text("2"), "changed_on", Value.text("2017-02-01")));
        return workspace;
    }

    private static void place(Workspace workspace, RecordId home, RecordId village, String group) {
        state(
                workspace,
                home,
                "place",
                Map.of("village", Value.text(village.text()), "group_name", Value.text(group)));
    }

    private static void member(
            Workspace workspace, RecordId home, String number, String relation, String health) {
        RecordId person = Ids.personByNumber(number);
        state(
                workspace,
                person,
                "residence",
                Map.of("household", Value.text(home.text()), "relation", Value.text(relation)));
        state(workspace, person, "health", Map.of("health", new Value.Many(List.of(health))));
    }

    private static void state(
            Workspace workspace, RecordId record, String section, Map<String, Value> values) {
        write(
                workspace,
                writer ->
                        writer.add(
                                Revision.of(
                                        record,
                                        section,
                                        List.of(),
                                        Values.of(new TreeMap<>(values))),
                                BY));
    }

    private static void write(
            Workspace workspace, java.util.function.Consumer<Workspace.Writer> act) {
        boolean done =
                workspace.write(writer -> {
                    act.accept(writer);
                    return true;
                });
        assertThat(done).isTrue();
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
