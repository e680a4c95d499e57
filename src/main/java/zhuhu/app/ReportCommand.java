package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.report.CorrectMapping;
import zhuhu.flow.report.FillReport;
import zhuhu.flow.report.MapTemplate;
import zhuhu.flow.report.MappedTemplate;
import zhuhu.flow.report.NationalTemplate;
import zhuhu.flow.report.ReportField;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.template.TemplateColumn;

/// `report FILE --template COUNTY.xlsx --out OUT.xlsx [--village KEY ...] [--map HEADING=FIELD ...]
/// [--map-file F] [--rows KIND] [--date DATE]`; a template of the program's own is named
/// `national-a`, `-b`, `-c` or `-flat`.
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--template", paramLabel = "COUNTY.xlsx", required = true)
    Path template = Path.of("");

    @Option(names = "--out", paramLabel = "OUT.xlsx", required = true)
    Path out = Path.of("");

    @Option(names = "--village", paramLabel = "KEY")
    List<String> villages = List.of();

    @Option(names = "--map", paramLabel = "HEADING=FIELD")
    List<String> map = List.of();

    @Option(names = "--map-file", paramLabel = "F")
    @Nullable Path mapFile;

    @Option(names = "--rows", paramLabel = "KIND")
    @Nullable String rows;

    @Option(names = "--date", paramLabel = "DATE")
    @Nullable LocalDate date;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::run);
    }

    private int run(Workspace workspace) {
        var clock = Clock.systemDefaultZone();
        var author = CommandAuthor.of(workspace);
        var mapping = new MapTemplate(workspace, author, clock, console.texts());
        Outcome<MappedTemplate> mapped =
                said().then(words ->
                        open(mapping)
                                .then(m ->
                                        new CorrectMapping(mapping.fields())
                                                .apply(m, words, Optional.ofNullable(rows))));
        var fill = new FillReport(workspace, author, console.texts());
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        return switch (mapped) {
            case Outcome.Failed<MappedTemplate>(List<Problem> problems) ->
                    console.refused(problems);
            case Outcome.Done<MappedTemplate>(MappedTemplate ready) ->
                    switch (ChangesCommand.villages(workspace, villages)
                            .then(chosen -> fill(fill, ready, chosen, day))) {
                        case Outcome.Failed<FillReport.Filled>(List<Problem> problems) ->
                                console.refused(problems);
                        case Outcome.Done<FillReport.Filled>(FillReport.Filled filled) -> {
                            mapping.remember(ready);
                            yield print(ready, filled);
                        }
                    };
        };
    }

    private Outcome<FillReport.Filled> fill(
            FillReport fill, MappedTemplate mapped, Set<RecordId> chosen, LocalDate day) {
        return fill.fill(new FillReport.Request(mapped, chosen, out, day), Progress.NONE);
    }

    private Outcome<MappedTemplate> open(MapTemplate mapping) {
        Optional<NationalTemplate> national = NationalTemplate.named(template.toString());
        return national.isPresent() && !Files.exists(template)
                ? mapping.open(national.get())
                : mapping.open(template);
    }

    /// What `--map` and `--map-file` say, a line each.
    private Outcome<List<String>> said() {
        var said = new ArrayList<String>();
        if (mapFile != null) {
            try {
                Files.readAllLines(mapFile, StandardCharsets.UTF_8).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(said::add);
            } catch (IOException e) {
                return Outcome.failed(Problem.of("fileUnreadable", mapFile));
            }
        }
        said.addAll(map);
        return Outcome.done(said);
    }

    private int print(MappedTemplate mapped, FillReport.Filled filled) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", filled.file().toString());
        var lines = new ArrayList<String>();
        ArrayNode sheets = json.putArray("sheets");
        for (int i = 0; i < filled.sheets().size(); i++) {
            FillReport.FilledSheet sheet = filled.sheets().get(i);
            MappedTemplate.Sheet its = mapped.sheets().get(i);
            ObjectNode node = sheets.addObject();
            node.put("sheet", sheet.sheet());
            node.put("rowsAbout", its.rows().code());
            node.put("rows", sheet.rows());
            node.put("households", sheet.households());
            node.put("remembered", its.known());
            ArrayNode columns = node.putArray("columns");
            for (TemplateColumn column : its.shape().columns()) {
                Optional<ReportField> field =
                        its.columns().getOrDefault(column.index(), Optional.empty());
                ObjectNode each = columns.addObject();
                each.put("column", Place.letters(column.index()));
                each.put("heading", column.heading());
                each.put("pattern", column.pattern());
                each.put("field", field.map(ReportField::key).orElse(null));
                lines.add(
                        console.texts()
                                .of(
                                        "report.line.column",
                                        Place.letters(column.index()),
                                        column.heading(),
                                        column.pattern().isEmpty()
                                                ? field.map(f -> f.label() + "  " + f.key())
                                                        .orElse(console.texts().of("report.blank"))
                                                : column.pattern()));
            }
            lines.addFirst(
                    console.texts()
                            .of(
                                    "report.line.sheet",
                                    sheet.sheet(),
                                    sheet.rows(),
                                    sheet.households()));
        }
        lines.add(console.texts().of("report.written", filled.file()));
        json.set("problems", console.places(filled.problems()));
        if (!console.json()) {
            filled.problems().forEach(console::complain);
        }
        int status = filled.problems().isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS;
        return console.print(status, json, lines);
    }
}
