package zhuhu.flow.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.Labels;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Reads the ledger of a workspace. One thread at a time.
public final class Ledger {

    /// The kinds that are kept in it, in the order of the screen.
    public static final List<Kind> KINDS = List.of(Kind.ISSUE, Kind.MEASURE, Kind.PAIRING);

    private final Workspace workspace;
    private final LocalDate today;
    private final Map<String, HouseholdList.Line> homes = new HashMap<>();

    public Ledger(Workspace workspace, LocalDate today) {
        this.workspace = workspace;
        this.today = today;
    }

    /// All entries of a kind: what is overdue first, the longest first; then by due date, those
    /// without one last.
    public List<LedgerEntry> entries(Kind kind) {
        if (workspace.schema().property(kind, "household").isEmpty()) {
            return List.of();
        }
        new HouseholdList(workspace)
                .lines(HouseholdList.Filter.ALL)
                .forEach(line -> homes.put(line.id().text(), line));
        var entries = new ArrayList<LedgerEntry>();
        for (Map<String, String> row : workspace.query("SELECT * FROM " + kind.code())) {
            entries.add(entry(kind, row));
        }
        entries.sort(
                Comparator.comparingLong(LedgerEntry::overdueDays)
                        .reversed()
                        .thenComparing(e -> LedgerStates.isDone(e.state()))
                        .thenComparing(e -> e.due().isEmpty() ? "9999" : e.due())
                        .thenComparing(LedgerEntry::village)
                        .thenComparing(LedgerEntry::group)
                        .thenComparing(LedgerEntry::head)
                        .thenComparing(e -> e.id().text()));
        return entries;
    }

    private LedgerEntry entry(Kind kind, Map<String, String> row) {
        Optional<HouseholdList.Line> home = Optional.ofNullable(homes.get(text(row, "household")));
        String village =
                home.map(HouseholdList.Line::village)
                        .orElseGet(() ->
                                workspace
                                        .recordOf(text(row, "village"))
                                        .map(v -> Labels.of(workspace, v))
                                        .orElse(""));
        String state = state(kind, row);
        String due = kind == Kind.PAIRING ? text(row, "until") : text(row, "due");
        return new LedgerEntry(
                new RecordId(kind, UUID.fromString(text(row, "id"))),
                home.map(HouseholdList.Line::id),
                village,
                home.map(HouseholdList.Line::group).orElse(""),
                home.map(HouseholdList.Line::head).orElse(""),
                words(kind, row),
                sort(kind, row),
                kind == Kind.PAIRING ? text(row, "helper_unit") : text(row, "owner"),
                level(kind, row),
                kind == Kind.ISSUE ? text(row, "found_on") : text(row, "since"),
                due,
                state,
                text(row, "progress"),
                result(kind, row),
                text(row, "signed"),
                LedgerStates.isDone(state) ? 0 : overdue(due));
    }

    private static String state(Kind kind, Map<String, String> row) {
        return switch (kind) {
            case ISSUE -> LedgerStates.ofIssue(text(row, "state"));
            case MEASURE -> LedgerStates.ofMeasure(text(row, "progress"));
            default -> LedgerStates.ofPairing(text(row, "until"));
        };
    }

    private static String words(Kind kind, Map<String, String> row) {
        return switch (kind) {
            case ISSUE -> text(row, "title");
            case MEASURE -> text(row, "content");
            default -> text(row, "helper_name");
        };
    }

    private String sort(Kind kind, Map<String, String> row) {
        return switch (kind) {
            case ISSUE -> label(kind, "category", row);
            case MEASURE -> label(kind, "measure_class", row);
            default -> text(row, "helper_post");
        };
    }

    private String level(Kind kind, Map<String, String> row) {
        return switch (kind) {
            case ISSUE -> label(kind, "level_needed", row);
            case MEASURE -> label(kind, "cause_addressed", row);
            default -> label(kind, "unit_level", row);
        };
    }

    private static String result(Kind kind, Map<String, String> row) {
        return switch (kind) {
            case ISSUE -> text(row, "evidence");
            case MEASURE -> text(row, "effect");
            default -> text(row, "helper_phone");
        };
    }

    private String label(Kind kind, String property, Map<String, String> row) {
        String choice = text(row, property);
        Schema schema = workspace.schema();
        return choice.isEmpty()
                ? ""
                : schema.property(kind, property).map(p -> p.labelOf(choice)).orElse(choice);
    }

    private long overdue(String due) {
        try {
            return due.isEmpty()
                    ? 0
                    : Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(due), today));
        } catch (DateTimeParseException e) {
            // Reason: a workbook may have brought a date in words; it is shown, and counts for
            // none.
            return 0;
        }
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }
}
