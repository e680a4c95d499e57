package zhuhu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.base.Outcome;
import zhuhu.pack.Check;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.ScratchTables;

/// Every check with a family that trips it and one that does not, over derived rows. The cases
/// stand in `checks/cases.txt`.
class NamedChecksTest {

    private static final Path CASES = Path.of("src/test/resources/checks/cases.txt");
    private static final Pack PACK = pack();
    private static final String HEAD =
            "relation=01 sex=1 person_name=王一 birth_date=1975-05-01 work_area=03 work_months=6";
    private static final String WIFE = "relation=02 sex=2 person_name=李二 birth_date=1978-02-03";
    private static final String ADULT =
            "id_kind=09 ethnicity=01 health=01 labour_skill=01 school_status=01 education=03"
                    + " medical_insurance=1";
    private static final String HOME =
            "registered=1 household_type=01 identify_year=2014 poverty_status=0 not_exit_reason=07"
                    + " main_cause=09 member_count=2 phone=13800000009 head_name=王一 arable_land=5"
                    + " irrigated_land=2 forest_land=3 house_area=50 unsafe_house=0"
                    + " unsafe_house_grade=B water_difficult=0 water_safe=1 domestic_power=1"
                    + " broadcast_tv=1 road_type=03 road_distance=0.5 relocation_state=0";
    private static final String INCOME =
            "income_members=2 wage_income=9000 business_income=3000 property_income=0"
                    + " transfer_income=0 total_income=12000 business_expense=1000 net_income=11000"
                    + " net_income_per_head=5500";
    private static final String VISIT =
            "visited_on=2017-03-05 outcome=01 identification_conclusion=01 four_have=00"
                    + " helper_known=1 helper_said=张三 current_helpers=张三 measure_count=1"
                    + " measures_fit=1 signed=1";

    /// One line of the table.
    record Case(String rule, String level, String trips, String passes) {}

    static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ", -1)))
                .map(parts ->
                        new Case(
                                parts.get(0).split(" ", -1)[0],
                                parts.get(0).split(" ", -1)[1],
                                parts.get(1),
                                parts.get(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCheckFindsWhatItShouldAndNothingElse(Case each) {
        assertThat(found(each.trips())).as("trips").contains(each.rule() + " " + each.level());
        assertThat(found(each.passes()))
                .as("passes")
                .doesNotContain(each.rule() + " " + each.level());
    }

    @Test
    void nothingIsFoundInAFamilyThatNothingIsWrongWith() {
        assertThat(found("")).isEmpty();
    }

    @Test
    void noCheckIsWithoutACase() throws IOException {
        var tried = new TreeSet<String>();
        cases().forEach(c -> tried.add(c.rule() + " " + c.level()));
        var known = new TreeSet<String>();
        PACK.checks().all().forEach(c -> known.add(c.id() + " " + c.level().code()));

        assertThat(tried).isEqualTo(known);
    }

    @Test
    void everyCheckSaysWhereItStandsAndEveryDoubtHasReasonsToChoose() {
        for (Check check : PACK.checks().all()) {
            assertThat(check.section()).as(check.id()).isNotEmpty();
            boolean asks =
                    check.question().isEmpty()
                            || PACK.form("household_visit")
                                    .orElseThrow()
                                    .form()
                                    .questions()
                                    .anyMatch(q -> q.name().equals(check.question()));
            assertThat(asks).as(check.id() + " " + check.question()).isTrue();
            assertThat(check.reasons().isEmpty())
                    .as(check.id())
                    .isEqualTo(!check.level().code().equals("doubt"));
        }
    }

    // ---- the family

    private static List<String> found(String changes) {
        try (var tables = new ScratchTables(PACK.schema())) {
            var family = new Family();
            Stream.of(changes.split(" +", -1)).filter(c -> !c.isEmpty()).forEach(family::change);
            family.records().forEach(tables::put);
            var now =
                    new Circumstances(
                            LocalDate.of(2017, 3, 5),
                            "2017-03",
                            2016,
                            "2016",
                            "贵州",
                            PACK.povertyLines());
            RunChecks.Found found = RunChecks.of(PACK.checks(), tables, now, _ -> true);
            assertThat(found.problems()).isEmpty();
            String home = id("household", "h").text();
            return found.findings().stream()
                    .filter(f -> f.household().equals(home))
                    .map(f -> f.rule() + " " + f.level().code())
                    .toList();
        }
    }

    /// Records by a short name of the table's, each a flat list of properties.
    private static final class Family {
        private final Map<String, Map<String, String>> flat = new LinkedHashMap<>();
        private final Set<String> nobodys = new TreeSet<>();

        Family() {
            lay("vil", "province=贵州省 village_name=上坝村");
            lay("h", HOME);
            lay("m1", ADULT + " " + HEAD);
            lay("m2", ADULT + " " + WIFE);
            lay("i", INCOME);
            lay("v", VISIT);
        }

        private void lay(String name, String properties) {
            for (String property : properties.split(" ", -1)) {
                int at = property.indexOf('=');
                set(name, property.substring(0, at), property.substring(at + 1));
            }
        }

        private void set(String name, String property, String value) {
            var properties = flat.computeIfAbsent(name, _ -> new TreeMap<>());
            properties.put(property, value);
            if (value.equals("-")) {
                properties.remove(property);
                if (property.equals("household")) {
                    nobodys.add(name);
                }
            }
        }

        void change(String change) {
            if (change.startsWith("crowd=")) {
                for (int i = 2; i <= Integer.parseInt(change.substring(6)); i++) {
                    home("home" + i);
                    set("home" + i + ".p1", "since", "2016-01-01");
                }
                return;
            }
            int value = change.indexOf('=');
            int dot = change.lastIndexOf('.', value);
            String name = change.substring(0, dot);
            String property = change.substring(dot + 1, value);
            if (name.startsWith("home")) {
                home(name.split("\\.", 2)[0]);
            }
            boolean more = name.matches("m([3-9]|1[01])") && !flat.containsKey(name);
            if (more) {
                lay(
                        name,
                        "id_kind=09 relation=99 person_name=王"
                                + "甲乙丙丁戊己庚辛壬".charAt(Integer.parseInt(name.substring(1)) - 3));
                set(
                        "h",
                        "member_count",
                        ""
                                + (2
                                        + flat.keySet().stream()
                                                .filter(k -> k.matches("m([3-9]|1[01])"))
                                                .count()));
            }
            if (name.startsWith("g") && !flat.containsKey(name)) {
                lay(name, "change=2 relation=11 sex=1");
            }
            set(name, property, change.substring(value + 1));
        }

        private void home(String name) {
            if (!flat.containsKey(name)) {
                lay(name, "registered=1");
                lay(
                        name + ".m1",
                        "id_kind=09 relation=01 sex=1 person_name=赵大 health=02 birth_date=1960-01-01");
            }
        }

        Map<RecordId, Map<String, Values>> records() {
            var records = new LinkedHashMap<RecordId, Map<String, Values>>();
            flat.forEach((name, properties) -> {
                String home = name.startsWith("home") ? name.split("\\.", 2)[0] : "h";
                String own = name.substring(name.lastIndexOf('.') + 1);
                var all = new TreeMap<>(properties);
                switch (own.charAt(0)) {
                    case 'm', 'g' -> {
                        if (!nobodys.contains(name)) {
                            all.put("household", id("household", home).text());
                            records.put(id("person", name), sections(Kind.PERSON, all));
                        }
                    }
                    case 'p' -> {
                        all.put("household", id("household", home).text());
                        all.put("helper_name", "张三");
                        records.put(id("pairing", name), sections(Kind.PAIRING, all));
                    }
                    case 'v' -> {
                        if (own.equals("vil")) {
                            records.put(id("village", "vil"), sections(Kind.VILLAGE, all));
                        } else {
                            var sections = sections(Kind.VISIT, all);
                            sections.put(
                                    "about",
                                    values(
                                            Map.of(
                                                    "subject",
                                                    id("household", "h").text(),
                                                    "round",
                                                    "2017-03",
                                                    "form",
                                                    "household_visit")));
                            sections.put(
                                    "finalised", Values.NONE.with("finalised", Value.number(1)));
                            records.put(id("visit", "v"), sections);
                        }
                    }
                    case 'i' -> {}
                    default -> records.put(id("household", name), household(name, all));
                }
            });
            return records;
        }

        private Map<String, Values> household(String name, Map<String, String> all) {
            all.put("village", id("village", "vil").text());
            var sections = sections(Kind.HOUSEHOLD, all);
            if (name.equals("h")) {
                sections.put("income@2016", values(flat.getOrDefault("i", Map.of())));
                if (all.containsKey("stated_2015")) {
                    sections.put(
                            "stated_income@2015",
                            values(
                                    Map.of(
                                            "stated_net_income_per_head",
                                            all.getOrDefault("stated_2015", ""))));
                }
            } else if (all.containsKey("per_head")) {
                sections.put(
                        "income@2016",
                        values(Map.of("net_income_per_head", all.getOrDefault("per_head", ""))));
            }
            return sections;
        }
    }

    private static Map<String, Values> sections(Kind kind, Map<String, String> flat) {
        var sections = new TreeMap<String, Values>();
        flat.forEach((property, text) ->
                PACK.schema()
                        .of(kind)
                        .filter(s -> !s.perRow())
                        .filter(s ->
                                s.properties().stream().anyMatch(p -> p.name().equals(property)))
                        .findFirst()
                        .ifPresent(section ->
                                sections.merge(
                                        section.name(),
                                        values(Map.of(property, text)),
                                        (a, b) -> b.over(a))));
        return sections;
    }

    private static Values values(Map<String, String> flat) {
        Values values = Values.NONE;
        for (var each : flat.entrySet()) {
            String text = each.getValue();
            boolean number =
                    text.matches("-?[0-9]+(\\.[0-9]+)?")
                            && each.getKey()
                                    .matches(
                                            ".*(income|expense|per_head|_members|_land|_area|_months|_count|_year|_distance|member_count)(_.*)?");
            values =
                    values.with(
                            each.getKey(),
                            number
                                    ? Value.number(new java.math.BigDecimal(text))
                                    : text.contains(",")
                                            ? new Value.Many(List.of(text.split(",", -1)))
                                            : Value.text(text));
        }
        return values;
    }

    private static RecordId id(String kind, String name) {
        return new RecordId(
                Kind.of(kind).orElseThrow(),
                java.util.UUID.nameUUIDFromBytes(
                        (kind + name).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static Pack pack() {
        return switch (PackReader.read("qianxinan-2017")) {
            case Outcome.Done<Pack>(Pack pack) -> pack;
            case Outcome.Failed<Pack>(var problems) -> throw new AssertionError(problems);
        };
    }
}
