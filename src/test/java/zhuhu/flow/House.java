package zhuhu.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.FillVisit.Filled;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// One invented household in a workspace whose pack has two rounds: a man of forty who works away,
/// his mother of seventy-five who draws a pension, and some land given back to the forest.
final class House {

    static final RecordId HOUSEHOLD = id(Kind.HOUSEHOLD, 1);
    static final RecordId SON = id(Kind.PERSON, 11);
    static final Author AUTHOR = new Author("王示范", "清水镇", "", "d1");
    static final String FIRST = "2017-03";
    static final String SECOND = "2017-06";

    private static final Stamp ROSTER =
            Stamp.of("名册", null, "2017-02-20", How.ROSTER, "9f".repeat(32));

    private House() {}

    static Workspace workspace(Path file) {
        var files = new TreeMap<>(done(PackReader.read("qianxinan-2017")).files());
        String manifest =
                new String(files.get("qianxinan-2017/pack.toml"), StandardCharsets.UTF_8)
                        + """

                        [[rounds]]
                        id = "2017-06"
                        title = "6 月再回访"
                        start = "2017-06-01"
                        due = "2017-06-20"
                        income_year = 2016
                        """;
        files.put("qianxinan-2017/pack.toml", manifest.getBytes(StandardCharsets.UTF_8));
        var workspace =
                done(
                        Workspaces.create(
                                file,
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read(files)),
                                true));
        workspace.write(writer -> {
            household(writer);
            return true;
        });
        return workspace;
    }

    static Visit visit(Workspace workspace, String round, Visit.Keep keep) {
        var at = LocalDateTime.of(2017, round.equals(FIRST) ? 3 : 6, 6, 10, 0);
        return done(Visit.open(workspace, HOUSEHOLD, round, AUTHOR, () -> at, keep));
    }

    /// Fills and finalises the visit of a round.
    static Filled fill(Workspace workspace, String round, String answers) {
        String whole =
                "{'outcome':'01','identification_conclusion':'01'%s}"
                        .formatted(answers.isEmpty() ? "" : "," + answers)
                        .replace('\'', '"');
        try (Visit visit = visit(workspace, round, Visit.Keep.AT_THE_END)) {
            return done(FillVisit.of(workspace, visit, new ObjectMapper().readTree(whole), false));
        } catch (JsonProcessingException e) {
            throw new AssertionError(whole, e);
        }
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new AssertionError(
                            problems.stream().map(Texts.chinese()::message).toList());
        };
    }

    static RecordId id(Kind kind, int number) {
        return new RecordId(kind, new UUID(0x5000_8000L, 0x8000_0000_0000_0000L + number));
    }

    static void state(
            Workspace.Writer writer, RecordId record, String section, Map<String, Value> values) {
        writer.add(Revision.of(record, section, List.of(), Values.of(values)), ROSTER);
    }

    private static void household(Workspace.Writer writer) {
        state(
                writer,
                HOUSEHOLD,
                "place",
                Map.of("group_name", Value.text("第三组"), "head_name", Value.text("陆大山")));
        state(
                writer,
                HOUSEHOLD,
                "identification",
                Map.of("registered", Value.text("1"), "household_type", Value.text("04")));
        state(writer, HOUSEHOLD, "status", Map.of("poverty_status", Value.text("0")));
        state(
                writer,
                HOUSEHOLD,
                "cause",
                Map.of(
                        "main_cause", Value.text("07"),
                        "other_causes", Value.many(List.of("09"))));
        state(writer, HOUSEHOLD, "members", Map.of("member_count", Value.number(2)));
        state(writer, HOUSEHOLD, "family", Map.of("two_daughters", Value.text("0")));
        state(
                writer,
                HOUSEHOLD,
                "production",
                Map.of("arable_land", Value.number(3), "grain_to_green_land", Value.number(2)));
        state(
                writer,
                HOUSEHOLD,
                "stated_income@2015",
                Map.of("stated_net_income_per_head", Value.number(2000)));
        state(
                writer,
                HOUSEHOLD,
                "stated_income@2016",
                Map.of("stated_net_income_per_head", Value.number(3420)));
        person(writer, SON, "陆大山", "01", "1", "99010119770412", 1);
        person(writer, id(Kind.PERSON, 12), "韦老太", "12", "2", "99010119420315", 2);
        state(
                writer,
                SON,
                "labour",
                Map.of(
                        "labour_skill", Value.text("01"),
                        "work_area", Value.text("04"),
                        "work_months", Value.number(8),
                        "public_post_months", Value.number(3)));
    }

    private static void person(
            Workspace.Writer writer,
            RecordId person,
            String name,
            String relation,
            String sex,
            String areaAndBirth,
            int order) {
        String first = areaAndBirth + String.format("%03d", order);
        state(
                writer,
                person,
                "residence",
                Map.of(
                        "household", Value.text(HOUSEHOLD.text()),
                        "relation", Value.text(relation)));
        state(
                writer,
                person,
                "identity",
                Map.of(
                        "person_name", Value.text(name),
                        "sex", Value.text(sex),
                        "id_kind", Value.text("01"),
                        "id_no", Value.text(first + CitizenId.check(first + "0"))));
        state(
                writer,
                person,
                "insurance",
                Map.of(
                        "medical_insurance", Value.text("1"),
                        "pension_insurance", Value.text("1"),
                        "dibao", Value.text("1")));
    }
}
