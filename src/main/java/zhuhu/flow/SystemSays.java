package zhuhu.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Texts;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What the register says of a household, in words, for the check of the five places and for the
/// table of measures. One thread at a time.
final class SystemSays {

    private final Workspace workspace;
    private final Shown shown;
    private final RecordId household;
    private final int year;
    private final UnderWay underWay;
    // Reason: these words become answers, which are the same whatever language the window speaks.
    private final Texts texts = Texts.chinese();

    SystemSays(Workspace workspace, Shown shown, RecordId household, int year) {
        this.workspace = workspace;
        this.shown = shown;
        this.household = household;
        this.year = year;
        this.underWay = new UnderWay(workspace, household);
    }

    /// By the names that forms use for it: `system_X`, `measures_done`, `causes_served`.
    Map<String, Value> values() {
        var says = new HashMap<String, Value>();
        says.put("system_people", words(people()));
        says.put("system_cause", words(labels("cause", "main_cause", "other_causes")));
        says.put("system_income", words(income()));
        says.put(
                "system_housing",
                words(
                        Stream.concat(
                                        area().stream(),
                                        labels("housing", "house_structure", "unsafe_house_grade")
                                                .stream())
                                .toList()));
        says.put("system_measures", words(measures()));
        says.put("system_helper", words(helpers()));
        says.put("system_status", words(labels("status", "poverty_status", "exit_year")));
        List<Map<String, String>> done = underWay.measuresDone();
        says.put("measures_done", Value.text(texts(done, "content", "；")));
        says.put("causes_served", Value.text(texts(done, "cause_addressed", " ")));
        return says;
    }

    private List<String> people() {
        String count = seen("members").plain("member_count");
        String rows = Integer.toString(VisitStart.members(workspace, household).size());
        return count.isEmpty() || count.equals(rows)
                ? List.of(texts.of("system.people", rows))
                : List.of(texts.of("system.peopleDiffer", count, rows));
    }

    private List<String> income() {
        String head = seen("income@" + year).plain("net_income_per_head");
        String stated = seen("stated_income@" + year).plain("stated_net_income_per_head");
        return Stream.of(
                        head.isEmpty() ? "" : texts.of("system.income", year, head),
                        stated.isEmpty() ? "" : texts.of("system.incomeStated", year, stated))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private List<String> area() {
        String area = seen("housing").plain("house_area");
        return area.isEmpty() ? List.of() : List.of(texts.of("system.area", area));
    }

    private List<String> measures() {
        return rows(Kind.MEASURE)
                .map(v ->
                        v.plain("progress").isEmpty()
                                ? v.plain("content")
                                : texts.of(
                                        "system.measure", v.plain("content"), v.plain("progress")))
                .toList();
    }

    private List<String> helpers() {
        return rows(Kind.PAIRING)
                .map(v -> (v.plain("helper_name") + " " + v.plain("helper_unit")).strip())
                .toList();
    }

    private Stream<Values> rows(Kind kind) {
        return underWay.records().stream()
                .filter(r -> r.kind() == kind)
                .map(r -> workspace.section(r, kind.code()).shown());
    }

    private List<String> labels(String section, String... properties) {
        Values values = seen(section);
        return Stream.of(properties)
                .flatMap(name ->
                        workspace.schema().property(Kind.HOUSEHOLD, name).stream()
                                .map(p -> values.get(name).map(v -> InWords.of(p, v)).orElse("")))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private Values seen(String section) {
        return shown.of(household, section).values();
    }

    private Value words(List<String> parts) {
        return Value.text(parts.isEmpty() ? texts.of("system.none") : String.join("、", parts));
    }

    private static String texts(List<Map<String, String>> rows, String column, String between) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(between));
    }
}
