package zhuhu.screen.visit;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
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

/// An invented household in a real workspace with the real pack: five members, and one section on
/// which two people disagree.
public final class Family {

    public static final RecordId HOUSEHOLD = id(Kind.HOUSEHOLD, 1);
    static final RecordId HEAD = id(Kind.PERSON, 11);
    public static final Author AUTHOR = new Author("王一鸣", "坡脚村五人小组", "13900000000", "device-1");
    public static final Supplier<LocalDateTime> CLOCK = () -> LocalDateTime.of(2017, 3, 6, 10, 15);

    private static final RecordId VILLAGE = id(Kind.VILLAGE, 2);
    private static final Stamp ROSTER =
            Stamp.of("名册", null, "2017-02-20", How.ROSTER, "9f".repeat(32));

    private Family() {}

    /// A workspace with the family in it, at `file`.
    public static Workspace workspace(Path file) {
        return workspace(file, 5);
    }

    /// As the other, with so many members, 1 to 12.
    public static Workspace workspace(Path file, int members) {
        var pack = value(PackReader.read("qianxinan-2017"));
        var workspace =
                value(Workspaces.create(file, Passphrase.of("training").orElseThrow(), pack, true));
        workspace.write(writer -> {
            village(writer);
            household(writer);
            people(writer, members);
            disagree(writer);
            return true;
        });
        return workspace;
    }

    public static Visit visit(Workspace workspace) {
        return value(
                Visit.open(workspace, HOUSEHOLD, "2017-03", AUTHOR, CLOCK, Visit.Keep.AT_ONCE));
    }

    public static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new AssertionError(
                            problems.stream().map(Texts.chinese()::message).toList());
        };
    }

    private static RecordId id(Kind kind, int number) {
        return new RecordId(kind, new UUID(0x5000_8000L, 0x8000_0000_0000_0000L + number));
    }

    private static void village(Workspace.Writer writer) {
        state(
                writer,
                VILLAGE,
                "basics",
                Map.of("village_name", Value.text("坡脚村"), "township", Value.text("者相镇")));
    }

    private static void household(Workspace.Writer writer) {
        state(writer, HOUSEHOLD, "number", Map.of("household_no", Value.text("9901010001")));
        state(
                writer,
                HOUSEHOLD,
                "place",
                Map.of(
                        "village", Value.text(VILLAGE.text()),
                        "group_name", Value.text("第三组"),
                        "head_name", Value.text("石阿才"),
                        "head_id_no", Value.text(citizen("99010119680412", 1))));
        state(
                writer,
                HOUSEHOLD,
                "identification",
                Map.of(
                        "registered", Value.text("1"),
                        "identify_standard", Value.text("01"),
                        "household_type", Value.text("01"),
                        "identify_year", Value.number(2014)));
        state(
                writer,
                HOUSEHOLD,
                "status",
                Map.of("poverty_status", Value.text("1"), "exit_year", Value.number(2016)));
        state(
                writer,
                HOUSEHOLD,
                "cause",
                Map.of(
                        "main_cause", Value.text("07"),
                        "other_causes", Value.many(List.of("03", "09"))));
        state(writer, HOUSEHOLD, "members", Map.of("member_count", Value.number(5)));
        state(writer, HOUSEHOLD, "contact", Map.of("phone", Value.text("13900000001")));
        state(
                writer,
                HOUSEHOLD,
                "bank",
                Map.of(
                        "bank", Value.text("农村信用社"),
                        "bank_account", Value.text("9990010100200300456")));
        state(
                writer,
                HOUSEHOLD,
                "stated_income@2016",
                Map.of("stated_net_income_per_head", Value.number(3420)));
        state(
                writer,
                HOUSEHOLD,
                "housing",
                Map.of(
                        "house_area", Value.number(86),
                        "house_structure", Value.text("02"),
                        "unsafe_house", Value.text("0")));
        state(
                writer,
                HOUSEHOLD,
                "water",
                Map.of("water_difficult", Value.text("0"), "water_safe", Value.text("1")));
    }

    private static void people(Workspace.Writer writer, int members) {
        String[][] people = {
            {"石阿才", "01", "1", "99010119680412", "02"},
            {"韦秀英", "02", "2", "99010119700809", "01"},
            {"石小龙", "03", "1", "99010120050521", "02"},
            {"石小妹", "04", "2", "99010120120130", "06"},
            {"石老太", "12", "2", "99010119420315", "01"},
            {"石老爹", "11", "1", "99010119400102", "01"},
            {"石大龙", "03", "1", "99010119930606", "03"},
            {"罗春梅", "06", "2", "99010119950218", "03"},
            {"石明明", "08", "1", "99010120150911", "06"},
            {"石亮亮", "08", "1", "99010120161224", "06"},
            {"石二妹", "04", "2", "99010119980305", "04"},
            {"石三妹", "04", "2", "99010120011117", "04"}
        };
        for (int i = 0; i < members; i++) {
            String[] one = people[i];
            person(writer, 11 + i, one[0], one[1], one[2], citizen(one[3], 1 + i), one[4]);
        }
    }

    private static void person(
            Workspace.Writer writer,
            int number,
            String name,
            String relation,
            String sex,
            String idNo,
            String education) {
        RecordId person = id(Kind.PERSON, number);
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
                        "id_no", Value.text(idNo),
                        "ethnicity", Value.text("03")));
        state(writer, person, "education", Map.of("education", Value.text(education)));
        state(writer, person, "health", Map.of("health", Value.many(List.of("01"))));
        state(writer, person, "labour", Map.of("labour_skill", Value.text("01")));
        state(
                writer,
                person,
                "insurance",
                Map.of("medical_insurance", Value.text("1"), "dibao", Value.text("0")));
    }

    /// Two visitors say different things of the house.
    private static void disagree(Workspace.Writer writer) {
        for (int side = 0; side < 2; side++) {
            var values =
                    Values.of(
                            new TreeMap<>(
                                    Map.of(
                                            "water_source",
                                            Value.text(side == 0 ? "01" : "03"),
                                            "domestic_power",
                                            Value.text(side == 0 ? "1" : "0"))));
            var stamp =
                    new Stamp(
                            side == 0 ? "赵二妹" : "名册",
                            "device-2",
                            side == 0 ? "2017-03-02T09:00:00" : "2017-02-20",
                            How.TYPED,
                            "visit-2",
                            null,
                            null,
                            null);
            writer.add(Revision.of(HOUSEHOLD, "utilities", List.of(), values), stamp);
        }
    }

    private static void state(
            Workspace.Writer writer, RecordId record, String section, Map<String, Value> values) {
        writer.add(Revision.of(record, section, List.of(), Values.of(values)), ROSTER);
    }

    /// A well-formed number of nobody: no area begins with 99.
    static String citizen(String areaAndBirth, int order) {
        String first = areaAndBirth + String.format("%03d", order);
        return first + CitizenId.check(first + "0");
    }
}
