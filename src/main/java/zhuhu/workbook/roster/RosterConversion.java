package zhuhu.workbook.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Headings;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Turns the rows of a roster into statements about households and persons. One thread at a time.
public final class RosterConversion {

    /// The section of a person that keeps what no property takes.
    public static final String OTHER = "roster_other";

    private final Roster roster;
    private final Headings headings;
    private final Schema schema;
    private final Map<RosterSheet, SheetPlan> plans = new IdentityHashMap<>();

    public RosterConversion(Roster roster, Headings headings, Schema schema) {
        this.roster = roster;
        this.headings = headings;
        this.schema = schema;
    }

    /// A household of the roster, or why none of its rows can be taken in (one problem a row).
    public sealed interface Converted {

        record Taken(RosterHousehold household) implements Converted {}

        record Refused(List<Problem> rows) implements Converted {
            public Refused {
                rows = List.copyOf(rows);
            }
        }
    }

    /// `index` from 0, below the roster's number of households.
    public Converted household(int index) {
        HouseholdRows.Group group = roster.groups().get(index);
        var draft = new HouseholdDraft();
        List<RosterRow> headFirst = headFirst(group.rows());
        List<RosterPerson> persons =
                headFirst.stream()
                        .map(r -> new RowConversion(r, plan(r), roster.date(), draft).person())
                        .sorted(Comparator.comparingInt(p -> p.row().number()))
                        .toList();
        Values village = draft.village();
        if (village.plain("village_name").isEmpty()) {
            return new Converted.Refused(
                    group.rows().stream()
                            .map(r -> Problem.of("rosterNoVillage").at(r.place()))
                            .toList());
        }
        return new Converted.Taken(household(group, draft, village, persons));
    }

    /// The properties that the sheets read so far have columns for, by kind and section; sheets as
    /// they were read.
    public List<Map<Kind, Map<String, Set<String>>>> columns() {
        return plans.values().stream().map(SheetPlan::asked).toList();
    }

    private static List<RosterRow> headFirst(List<RosterRow> rows) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(r -> !HouseholdRows.isHead(r.relation())));
        return sorted;
    }

    private SheetPlan plan(RosterRow row) {
        return plans.computeIfAbsent(
                row.sheet(),
                s -> new SheetPlan(s.header(), headings, schema, roster.date().getYear() - 1));
    }

    private RosterHousehold household(
            HouseholdRows.Group group,
            HouseholdDraft draft,
            Values village,
            List<RosterPerson> persons) {
        Statements stated = draft.stated();
        Optional<RosterPerson> head = persons.stream().filter(RosterPerson::head).findFirst();
        head.ifPresent(h -> {
            stated.putFirst("place", "head_name", Value.text(h.name()));
            if (h.id() instanceof IdReading.Whole(String text, _)) {
                stated.putFirst("place", "head_id_no", Value.text(text));
            }
        });
        register(stated);
        Place place = head.map(RosterPerson::place).orElseGet(() -> persons.getFirst().place());
        return new RosterHousehold(
                place,
                new RosterVillage(
                        village.plain("county"),
                        village.plain("township"),
                        village.plain("village_name"),
                        village),
                stated.get("number", "household_no").plain(),
                stated.get("place", "head_name").plain(),
                stated.get("place", "head_id_no").plain(),
                persons,
                stated.values(),
                draft.untouched(),
                plan(group.rows().getFirst()).asked(),
                HouseholdChecks.of(place, stated, persons, group.rows()));
    }

    /// Whom a national roster lists is registered, but for 一般农户.
    private void register(Statements stated) {
        boolean registered = !stated.get("identification", "household_type").plain().equals("05");
        boolean asNumber =
                schema.property(Kind.HOUSEHOLD, "registered")
                        .filter(p -> p.type() == AnswerKind.INTEGER)
                        .isPresent();
        Value value =
                asNumber ? Value.number(registered ? 1 : 0) : Value.text(registered ? "1" : "0");
        stated.putFirst("identification", "registered", value);
    }
}
