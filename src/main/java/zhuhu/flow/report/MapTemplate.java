package zhuhu.flow.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.pack.Headings;
import zhuhu.record.Kind;
import zhuhu.store.Workspace;
import zhuhu.workbook.template.Places;
import zhuhu.workbook.template.Template;
import zhuhu.workbook.template.TemplateColumn;
import zhuhu.workbook.template.TemplateSheet;

/// Opens a template and finds what its columns mean: as somebody said before of the same header,
/// else by what rosters call them. One thread.
public final class MapTemplate {

    private static final JsonMapper JSON = new JsonMapper();

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Headings headings;
    private final ReportFields fields;

    public MapTemplate(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.headings = Headings.of(workspace.pack());
        this.fields = new ReportFields(workspace, texts);
    }

    public ReportFields fields() {
        return fields;
    }

    /// Reads only.
    public Outcome<MappedTemplate> open(Path file) {
        return Template.open(file, headings, this::ofRow).map(t -> mapped(t, true));
    }

    /// One of those that the program brings along: they are filled as the national system states
    /// things, 人均纯收入 too.
    public Outcome<MappedTemplate> open(NationalTemplate national) {
        return Template.of(national.file(), national.bytes(), headings, this::ofRow)
                .map(t -> mapped(t, false));
    }

    private boolean ofRow(String place) {
        return place.startsWith(Places.MEMBER)
                || fields.named(place).map(ReportField::ofRow).orElse(false);
    }

    private MappedTemplate mapped(Template template, boolean county) {
        return new MappedTemplate(
                template, template.sheets().stream().map(s -> mapped(s, county)).toList());
    }

    private MappedTemplate.Sheet mapped(TemplateSheet shape, boolean county) {
        Optional<JsonNode> known = workspace.templateMap(shape.hash()).flatMap(MapTemplate::parse);
        var columns = new LinkedHashMap<Integer, Optional<ReportField>>();
        for (TemplateColumn column : shape.columns()) {
            Optional<ReportField> field =
                    known.map(k -> k.path("columns").path(String.valueOf(column.index())))
                            .filter(JsonNode::isTextual)
                            .map(node -> fields.byKey(node.asText()))
                            .orElseGet(() -> fields.of(column).map(f -> county(f, county)));
            columns.put(column.index(), column.pattern().isEmpty() ? field : Optional.empty());
        }
        Kind rows =
                known.flatMap(k -> Kind.of(k.path("rows").asText()))
                        .orElseGet(() -> rows(shape, columns.values().stream().toList()));
        return new MappedTemplate.Sheet(shape, rows, columns, known.isPresent());
    }

    /// Reason: a county that asks after the visits for 人均纯收入 wants what was verified; the national
    /// tables want what the system states, until it is keyed in.
    private ReportField county(ReportField field, boolean county) {
        return county && field.key().equals("household.stated_net_income_per_head")
                ? fields.byKey("household.net_income_now").orElse(field)
                : field;
    }

    /// What the rows of a list must be about to hold all that is asked.
    private Kind rows(TemplateSheet shape, List<Optional<ReportField>> columns) {
        List<ReportField> all =
                Stream.concat(
                                columns.stream().flatMap(Optional::stream),
                                shape.columns().stream()
                                        .flatMap(c -> Places.in(c.pattern()).stream())
                                        .flatMap(p -> fields.named(p).stream()))
                        .toList();
        if (all.stream().anyMatch(ReportField::ofPerson)) {
            return Kind.PERSON;
        }
        boolean household = all.stream().anyMatch(ReportField::ofHousehold);
        return household || all.isEmpty() ? Kind.HOUSEHOLD : Kind.VILLAGE;
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            // Reason: a mapping that a later version wrote is asked for anew, not failed on.
            return Optional.empty();
        }
    }

    /// Keeps the mapping of each list for the next time that the same header comes.
    public void remember(MappedTemplate mapped) {
        String at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        workspace.write(writer -> {
            int kept = 0;
            for (MappedTemplate.Sheet sheet : mapped.sheets()) {
                String mapping = json(sheet);
                boolean same =
                        workspace
                                .templateMap(sheet.shape().hash())
                                .filter(mapping::equals)
                                .isPresent();
                if (!same && !sheet.columns().isEmpty()) {
                    writer.templateMap(sheet.shape().hash(), mapping, at, author.name());
                    kept++;
                }
            }
            return kept;
        });
    }

    private static String json(MappedTemplate.Sheet sheet) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rows", sheet.rows().code());
        ObjectNode columns = json.putObject("columns");
        sheet.columns()
                .forEach((index, field) ->
                        columns.put(String.valueOf(index), field.map(ReportField::key).orElse("")));
        return json.toString();
    }
}
