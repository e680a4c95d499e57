package zhuhu.workbook.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.record.Kind;
import zhuhu.record.Value;
import zhuhu.workbook.sheet.Cell;

/// Reads one data row. Made for one row; what it says of the household and the village it adds to
/// what earlier rows of the household said.
final class RowConversion {

    private final RosterRow at;
    private final SheetPlan plan;
    private final LocalDate day;
    private final HouseholdDraft household;
    private final Statements stated = new Statements();
    private final Set<String> untouched = new HashSet<>();
    private final List<Problem> doubts = new ArrayList<>();
    private String name = "";
    private IdReading id = IdReading.NONE;

    RowConversion(RosterRow at, SheetPlan plan, LocalDate day, HouseholdDraft household) {
        this.at = at;
        this.plan = plan;
        this.day = day;
        this.household = household;
    }

    RosterPerson person() {
        boolean formula = false;
        for (SheetPlan.Known known : plan.known()) {
            Cell cell = at.cell(known.column());
            formula |= cell.formula();
            read(known, cell);
        }
        for (Column column : plan.other()) {
            keep(column, at.cell(column));
        }
        if (at.row().hidden() || formula) {
            doubts.add(
                    (at.row().hidden()
                                    ? Problem.of("R118")
                                    : new Problem("R118", "rosterFormula", List.of(), null))
                            .at(at.place()));
        }
        return new RosterPerson(
                at.place(),
                at.row(),
                name,
                stated.get("number", "person_no").plain(),
                id,
                stated.get("identity", "birth_date").plain(),
                stated.get("residence", "relation").plain().equals("01"),
                stated.values(),
                untouched,
                doubts);
    }

    private void read(SheetPlan.Known known, Cell cell) {
        switch (known.kind() == Kind.PERSON ? known.name() : "") {
            case "person_name" -> readName(known, cell);
            case "id_no" -> readId(known, cell);
            default -> {
                if (!cell.isBlank()) {
                    take(known, cell, known.reader().read(cell));
                }
            }
        }
    }

    private void take(SheetPlan.Known known, Cell cell, Reading reading) {
        switch (reading) {
            case Reading.Nothing() -> {}
            case Reading.Stated(Value value, var also) -> {
                state(known, value, known.name());
                also.forEach((property, more) -> state(known, more, property));
            }
            case Reading.Unreadable(List<String> options) -> {
                leave(known, cell);
                doubts.add(unreadable(known.column(), cell, options));
            }
            case Reading.Rounded() -> {
                leave(known, cell);
                doubts.add(
                        new Problem(
                                        "R16",
                                        "rosterRounded",
                                        List.of(known.column().heading(), cell.text()),
                                        null)
                                .at(at.place(known.column())));
            }
        }
    }

    private void state(SheetPlan.Known known, Value value, String property) {
        if (known.kind() == Kind.PERSON) {
            stated.put(known.section(), property, value);
            return;
        }
        Value stands = household.state(known, property, value, at);
        if (!stands.equals(value)) {
            keep(known.column(), at.cell(known.column()));
            if (household.contradicted(property)) {
                doubts.add(
                        Problem.of("R114", known.column().heading(), stands.plain(), value.plain())
                                .at(at.place(known.column())));
            }
        }
    }

    private void leave(SheetPlan.Known known, Cell cell) {
        keep(known.column(), cell);
        if (known.kind() == Kind.PERSON) {
            untouched.add(known.name());
        } else {
            household.untouched(known.name());
        }
    }

    private void keep(Column column, Cell cell) {
        Value text = Value.text(cell.text());
        if (!text.equals(Value.EMPTY)) {
            stated.put(RosterConversion.OTHER, column.heading(), text);
        }
    }

    private Problem unreadable(Column column, Cell cell, List<String> options) {
        Problem problem =
                options.isEmpty()
                        ? new Problem(
                                "R112",
                                "rosterNotReadable",
                                List.of(column.heading(), cell.text()),
                                null)
                        : Problem.of(
                                "R112", column.heading(), cell.text(), String.join("、", options));
        return problem.at(at.place(column));
    }

    private void readName(SheetPlan.Known known, Cell cell) {
        String plain = Plain.text(cell.text());
        name = isIdeographic(plain) ? Plain.folded(plain) : plain;
        if (!name.equals(plain)) {
            doubts.add(Problem.of("R115", plain, name).at(at.place(known.column())));
        }
        if (name.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            doubts.add(Problem.of("R01", name).at(at.place(known.column())));
        }
        stated.put(known.section(), known.name(), Value.text(name));
    }

    private static boolean isIdeographic(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isIdeographic(c) || c <= ' ' || c == 0x3000);
    }

    private void readId(SheetPlan.Known known, Cell cell) {
        id = IdReading.of(cell, day);
        var where = at.place(known.column());
        switch (id) {
            case IdReading.None() -> doubts.add(Problem.of("R02", name).at(where));
            case IdReading.Whole(String text, var fault) -> {
                stated.put(known.section(), known.name(), Value.text(text));
                if (text.length() == 20) {
                    stated.putFirst(known.section(), "id_kind", Value.text("03"));
                }
                fault.ifPresent(f -> doubts.add(fault(f, text).at(where)));
            }
            case IdReading.Damaged(String raw, _) -> {
                stated.put(known.section(), "id_no_raw", Value.text(raw));
                untouched.add(known.name());
                doubts.add(Problem.of("R16", raw).at(where));
            }
        }
    }

    private static Problem fault(CitizenId.Fault fault, String text) {
        return switch (fault) {
            case R03 -> Problem.of("R03", text, text.length());
            case R04 -> Problem.of("R04", text);
            case R05 -> Problem.of("R05", text);
            case R06 -> Problem.of("R06", text);
            case R12 -> Problem.of("R12", text);
        };
    }
}
