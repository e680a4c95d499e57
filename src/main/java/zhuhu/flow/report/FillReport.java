package zhuhu.flow.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.report.RegisterRows.Household;
import zhuhu.flow.report.ReportField.Saying;
import zhuhu.flow.report.ReportField.Source;
import zhuhu.flow.report.ReportField.What;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.template.CellValue;
import zhuhu.workbook.template.Places;
import zhuhu.workbook.template.SheetFill;
import zhuhu.workbook.template.TemplateColumn;
import zhuhu.workbook.template.TemplateSheet;
import zhuhu.workbook.template.TemplateSheet.Slot;
import zhuhu.workbook.template.TemplateWriter;

/// Fills a county's template from the register. Reads only; one thread.
public final class FillReport {

    /// What is asked. Shape: `villages` empty for all; `date` the day that the report bears.
    public record Request(MappedTemplate mapped, Set<RecordId> villages, Path out, LocalDate date) {
        public Request {
            villages = Set.copyOf(villages);
        }
    }

    /// What was written. Shape: `sheets` by their place in the template; `problems` what stays
    /// blank and why, with places in the template.
    public record Filled(Path file, List<FilledSheet> sheets, List<Problem> problems) {
        public Filled {
            sheets = List.copyOf(sheets);
            problems = List.copyOf(problems);
        }
    }

    /// Shape: `rows` of the list; 0 where there is none.
    public record FilledSheet(String sheet, long rows, long households) {}

    private static final int MOST_CARDS = 300;
    private static final int MOST_ROWS = 1_000_000;
    private static final Set<String> RATES = Set.of("per_head", "distance", "year");
    private static final Pattern MEMBER = Pattern.compile(Places.MEMBER + "(\\d{1,2})[.．:：]?(.+)");

    private final Workspace workspace;
    private final Author author;
    private final Texts texts;
    private final ReportFields fields;

    public FillReport(Workspace workspace, Author author, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.texts = texts;
        this.fields = new ReportFields(workspace, texts);
    }

    /// Failed: nothing to fill in, too much, or the file cannot be written; what stood there is
    /// untouched.
    public Outcome<Filled> fill(Request request, Progress progress) {
        var rows = new RegisterRows(workspace, request.villages(), asked(request.mapped()));
        long households = rows.count(What.HOUSEHOLDS);
        if (households == 0) {
            return Outcome.failed(Problem.of("reportNobody"));
        }
        boolean cards =
                request.mapped().sheets().stream()
                        .anyMatch(s -> s.shape().form() == TemplateSheet.Form.CARD);
        if (cards && households > MOST_CARDS) {
            return Outcome.failed(Problem.of("reportCards", households, MOST_CARDS));
        }
        if (rows.personRows() > MOST_ROWS) {
            return Outcome.failed(Problem.of("reportRows", rows.personRows(), MOST_ROWS));
        }
        var filling = new Filling(request, rows, households, progress);
        List<SheetFill> fills = filling.sheets();
        String training =
                workspace.setting("training").orElse("0").equals("1")
                        ? texts.of("export.training")
                        : "";
        return BookFile.save(
                        request.out(),
                        Optional.empty(),
                        out -> {
                            TemplateWriter.write(out, request.mapped().template(), fills, training);
                            return fills.size();
                        })
                .map(_ -> new Filled(request.out(), filling.filled(), filling.problems()));
    }

    private List<ReportField> asked(MappedTemplate mapped) {
        var asked = new ArrayList<ReportField>();
        for (MappedTemplate.Sheet sheet : mapped.sheets()) {
            sheet.columns().values().forEach(f -> f.ifPresent(asked::add));
            sheet.shape().columns().forEach(c -> places(c.pattern(), asked));
            sheet.shape().slots().forEach(s -> places(s.text(), asked));
        }
        return asked;
    }

    private void places(String text, List<ReportField> asked) {
        Places.in(text).forEach(name -> named(name).ifPresent(asked::add));
    }

    /// The field of a place; of a numbered member, the field that the member has.
    private Optional<ReportField> named(String name) {
        Matcher member = MEMBER.matcher(name);
        return member.matches() ? fields.named(member.group(2)) : fields.named(name);
    }

    /// One run.
    private final class Filling {

        private final Request request;
        private final RegisterRows rows;
        private final long households;
        private final Progress progress;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<What, Long> totals = new EnumMap<>(What.class);
        private long contested;

        Filling(Request request, RegisterRows rows, long households, Progress progress) {
            this.request = request;
            this.rows = rows;
            this.households = households;
            this.progress = progress;
            for (What what : What.values()) {
                totals.put(what, rows.count(what));
            }
        }

        List<SheetFill> sheets() {
            var fills = new ArrayList<SheetFill>();
            for (MappedTemplate.Sheet sheet : request.mapped().sheets()) {
                blank(sheet);
                fills.add(fill(sheet));
            }
            return fills;
        }

        List<Problem> problems() {
            var all = new ArrayList<>(problems);
            if (contested > 0) {
                all.add(Problem.of("reportContested", contested));
            }
            return all;
        }

        List<FilledSheet> filled() {
            return request.mapped().sheets().stream()
                    .map(s ->
                            new FilledSheet(
                                    s.shape().name(),
                                    s.shape().form() == TemplateSheet.Form.LIST ? rows(s) : 0,
                                    households))
                    .toList();
        }

        private void blank(MappedTemplate.Sheet sheet) {
            for (TemplateColumn column : sheet.blank()) {
                problems.add(
                        Problem.of("reportHeading", column.heading())
                                .at(
                                        Place.cell(
                                                sheet.shape().name(),
                                                sheet.shape().headerFirst() + 1,
                                                column.index())));
            }
            for (TemplateColumn column : sheet.shape().columns()) {
                unknown(
                        sheet.shape(),
                        column.pattern(),
                        Place.cell(
                                sheet.shape().name(),
                                sheet.shape().dataFirst() + 1,
                                column.index()));
            }
            for (Slot slot : sheet.shape().slots()) {
                unknown(
                        sheet.shape(),
                        slot.text(),
                        Place.cell(sheet.shape().name(), slot.row() + 1, slot.column()));
            }
        }

        private void unknown(TemplateSheet shape, String text, Place at) {
            boolean list = shape.form() == TemplateSheet.Form.LIST;
            boolean slot = shape.columns().stream().noneMatch(c -> c.pattern().equals(text));
            for (String name : Places.in(text)) {
                Optional<ReportField> field = named(name);
                if (field.isEmpty()) {
                    problems.add(Problem.of("reportPlace", name).at(at));
                } else if (list && slot && field.get().ofRow() && households > 1) {
                    problems.add(Problem.of("reportPlaceOfOne", name).at(at));
                }
            }
        }

        private long rows(MappedTemplate.Sheet sheet) {
            return switch (sheet.rows()) {
                case PERSON -> rows.personRows();
                case VILLAGE -> rows.villages().size();
                default -> households;
            };
        }

        private SheetFill fill(MappedTemplate.Sheet sheet) {
            TemplateSheet shape = sheet.shape();
            return switch (shape.form()) {
                case LIST ->
                        new SheetFill(
                                shape, rows(sheet), taker -> list(sheet, taker), one(), List.of());
                case PLAIN -> new SheetFill(shape, 0, _ -> {}, one(), List.of());
                case CARD -> new SheetFill(shape, 0, _ -> {}, one(), cards(sheet));
            };
        }

        private void list(MappedTemplate.Sheet sheet, SheetFill.Taker taker) {
            var values = new RowValues(sheet, fields, this::said);
            if (sheet.rows() == Kind.VILLAGE) {
                villages(values, taker);
                return;
            }
            var done = new long[1];
            rows.each((_, household) -> {
                if (RegisterRows.contested(household)) {
                    contested++;
                }
                take(taker, values.of(household));
                if (++done[0] % 100 == 0) {
                    progress.at("report.filling", done[0], households);
                    if (progress.cancelled()) {
                        throw new UncheckedIOException(new IOException(texts.of("report.stopped")));
                    }
                }
            });
        }

        private void villages(RowValues values, SheetFill.Taker taker) {
            Map<What, Map<String, Long>> counts = new EnumMap<>(What.class);
            for (What what : What.values()) {
                counts.put(what, rows.counts(what));
            }
            rows.villages()
                    .forEach((id, village) -> {
                        Map<What, Long> its = new EnumMap<>(What.class);
                        counts.forEach((what, all) -> its.put(what, all.getOrDefault(id, 0L)));
                        take(taker, List.of(values.of(village, its)));
                    });
        }

        private static void take(SheetFill.Taker taker, List<Map<Integer, CellValue>> rows) {
            try {
                taker.take(rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<SheetFill.Card> cards(MappedTemplate.Sheet sheet) {
            var values = new RowValues(sheet, fields, this::said);
            var cards = new ArrayList<SheetFill.Card>();
            rows.each((id, household) -> {
                var head = RowValues.head(household);
                String name = household.household().getOrDefault("head_name", "");
                cards.add(
                        new SheetFill.Card(
                                name.isEmpty() ? id.shortKey() : name,
                                place -> place(place, values, household, head)));
            });
            return cards;
        }

        private CellValue place(
                String name, RowValues values, Household household, Map<String, String> head) {
            Matcher member = MEMBER.matcher(name);
            if (!member.matches()) {
                return fields.named(name)
                        .map(f -> values.of(f, household, head))
                        .orElse(CellValue.BLANK);
            }
            int at = Integer.parseInt(member.group(1)) - 1;
            return at < 0 || at >= household.persons().size()
                    ? CellValue.BLANK
                    : fields.named(member.group(2))
                            .map(f -> values.of(f, household, household.persons().get(at)))
                            .orElse(CellValue.BLANK);
        }

        /// Places outside lists: what is not about a row; about the household where there is only
        /// one.
        private Function<String, CellValue> one() {
            var single = new LinkedHashMap<String, Household>();
            if (households == 1) {
                rows.each((id, household) -> single.put(id.text(), household));
            }
            return name -> {
                Optional<ReportField> field = fields.named(name);
                if (field.isEmpty()) {
                    return CellValue.BLANK;
                }
                if (field.get().ofRow() && !single.isEmpty()) {
                    Household only = single.firstEntry().getValue();
                    var sheet = request.mapped().sheets().getFirst();
                    return new RowValues(sheet, fields, this::said)
                            .of(field.get(), only, RowValues.head(only));
                }
                return said(field.get());
            };
        }

        private CellValue said(ReportField field) {
            return switch (field.source()) {
                case Source.Said(Saying saying) ->
                        switch (saying) {
                            case DATE -> new CellValue.Day(request.date());
                            case AUTHOR -> CellValue.of(author.name());
                            case UNIT -> CellValue.of(author.unit());
                            case PHONE -> CellValue.of(author.phone());
                            case NUMBER, WITHIN -> CellValue.BLANK;
                        };
                case Source.Total(What what) -> CellValue.of(totals.getOrDefault(what, 0L));
                case Source.Of(Kind kind, _, _, Schema.Property property)
                        when kind == Kind.VILLAGE ->
                        ofVillages(property);
                case Source.Of _, Source.OfHead _, Source.Other _, Source.NetIncome _ ->
                        CellValue.BLANK;
            };
        }

        /// Of several villages: the sum of numbers, each different word once.
        private CellValue ofVillages(Schema.Property property) {
            List<CellValue> all =
                    rows.villages().values().stream()
                            .map(v -> RowValues.cell(property, v.getOrDefault(property.name(), "")))
                            .filter(v -> !(v instanceof CellValue.Blank))
                            .toList();
            boolean figures =
                    all.size() > 1 && all.stream().allMatch(v -> v instanceof CellValue.Figure);
            if (figures && RATES.stream().anyMatch(property.name()::contains)) {
                // Reason: what is counted a head or measured cannot be added up.
                return CellValue.BLANK;
            }
            if (figures) {
                return new CellValue.Figure(
                        all.stream()
                                .map(v -> ((CellValue.Figure) v).number())
                                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
            }
            List<String> words = all.stream().map(CellValue::words).distinct().toList();
            return CellValue.of(
                    words.size() > 3
                            ? texts.of("report.several", words.getFirst(), words.size())
                            : String.join("、", words));
        }
    }
}
