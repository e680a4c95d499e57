package zhuhu.workbook.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.pack.Headings;
import zhuhu.pack.Headings.Meaning;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.SpreadsheetFile;

/// Reads a roster file: which sheets are rosters, of which day, and which rows make a household.
/// One thread at a time.
public final class RosterReader {

    private final Headings headings;
    private final LongConsumer rowsRead;
    private final BooleanSupplier cancelled;

    /// `rowsRead` is told how far the reading is, every thousand rows; reading stops soon after
    /// `cancelled` says so.
    public RosterReader(Headings headings, LongConsumer rowsRead, BooleanSupplier cancelled) {
        this.headings = headings;
        this.rowsRead = rowsRead;
        this.cancelled = cancelled;
    }

    /// `date` is the 数据日期 where the file has none. Fails where no sheet is a roster, or none tells
    /// its day.
    public Outcome<Roster> read(SpreadsheetFile file, Optional<LocalDate> date) {
        var collector = new SheetCollector(headings, rowsRead, cancelled);
        return file.read(collector).then(_ -> roster(file, collector, date));
    }

    private Outcome<Roster> roster(
            SpreadsheetFile file, SheetCollector collector, Optional<LocalDate> date) {
        var doubts = new ArrayList<Problem>();
        var sheets = new ArrayList<RosterSheet>();
        List<RosterSheet> found = collector.sheets();
        if (collector.isWorkbook()) {
            return Outcome.failed(
                    Problem.of("rosterIsWorkbook", file.name()).at(Place.in(file.name())));
        }
        for (RosterSheet sheet : found) {
            Optional<Problem> lacking = lacking(sheet);
            lacking.ifPresent(doubts::add);
            if (lacking.isEmpty()) {
                sheets.add(sheet);
            }
        }
        doubts.addAll(collector.left());
        if (sheets.isEmpty()) {
            return Outcome.failed(
                    doubts.isEmpty()
                            ? List.of(
                                    Problem.of("rosterEmpty", file.name())
                                            .at(Place.in(file.name())))
                            : doubts);
        }
        Set<LocalDate> stated = dates(sheets);
        if (stated.isEmpty() && date.isEmpty()) {
            return Outcome.failed(
                    Problem.of("rosterNoDate", file.name()).at(Place.in(file.name())));
        }
        LocalDate day = stated.isEmpty() ? date.get() : new TreeSet<>(stated).last();
        doubts.addAll(dateDoubts(stated, day, date, sheets.getFirst().name()));
        sheets.forEach(s -> merged(s).ifPresent(doubts::add));
        List<String> titles = sheets.getFirst().titles();
        String source = titles.isEmpty() ? "名册" : titles.getFirst();
        var origin = new Roster.Origin(file.id(), source, day, collector.training());
        return Outcome.done(grouped(origin, sheets, doubts));
    }

    private static Roster grouped(
            Roster.Origin origin, List<RosterSheet> sheets, List<Problem> doubts) {
        var households = new HouseholdRows();
        sheets.forEach(households::add);
        int rows = sheets.stream().mapToInt(s -> s.rows().size()).sum();
        return new Roster(
                origin, rows, households.groups(), households.refused(), doubts, unknown(sheets));
    }

    /// R111: a sheet that reads as a roster but lacks a column without which no row can be placed.
    private static Optional<Problem> lacking(RosterSheet sheet) {
        Header header = sheet.header();
        var lacking = new ArrayList<String>();
        if (header.column("person_name").isEmpty()) {
            lacking.add("姓名");
        }
        if (header.column("village_name").isEmpty()) {
            lacking.add("行政村");
        }
        if (header.column("household_no").isEmpty() && header.column("relation").isEmpty()) {
            lacking.add("户编号 / 与户主关系");
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.of("R111", String.join("、", lacking)).at(Place.in(sheet.name())));
    }

    private static Optional<Problem> merged(RosterSheet sheet) {
        return sheet.rows().stream()
                .filter(SheetRow::merged)
                .findFirst()
                .map(row ->
                        Problem.of("rosterMerged").at(new Place(sheet.name(), row.number(), null)));
    }

    private static List<String> unknown(List<RosterSheet> sheets) {
        var unknown = new LinkedHashSet<String>();
        for (RosterSheet sheet : sheets) {
            sheet.header().columns().stream()
                    .filter(c -> c.meaning().isEmpty())
                    .forEach(c -> unknown.add(c.heading()));
        }
        return List.copyOf(unknown);
    }

    private static Set<LocalDate> dates(List<RosterSheet> sheets) {
        var dates = new TreeSet<LocalDate>();
        var seen = new TreeSet<String>();
        for (RosterSheet sheet : sheets) {
            sheet.header().columns().stream()
                    .filter(c -> c.meaning().filter(m -> m instanceof Meaning.DataDate).isPresent())
                    .findFirst()
                    .ifPresent(c ->
                            sheet.rows().stream()
                                    .map(r -> r.cell(c.index()).text().strip())
                                    .filter(seen::add)
                                    .forEach(t -> Dates.of(t).ifPresent(dates::add)));
        }
        if (dates.isEmpty()) {
            sheets.forEach(s -> s.titles().forEach(t -> Dates.inTitle(t).ifPresent(dates::add)));
        }
        return dates;
    }

    private static List<Problem> dateDoubts(
            Set<LocalDate> stated, LocalDate day, Optional<LocalDate> asked, String sheet) {
        var doubts = new ArrayList<Problem>();
        if (stated.size() > 1) {
            doubts.add(Problem.of("rosterManyDates", day).at(Place.in(sheet)));
        }
        if (asked.isPresent() && !asked.get().equals(day)) {
            doubts.add(Problem.of("rosterOtherDate", day, asked.get()).at(Place.in(sheet)));
        }
        return doubts;
    }
}
