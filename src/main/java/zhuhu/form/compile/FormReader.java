package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.CheckedForm;
import zhuhu.form.ExternalList;
import zhuhu.form.FormSheets;
import zhuhu.form.FormSheets.Sheet;
import zhuhu.form.ListFiles;

/// Reads the sheets of one form and gathers everything that is not understood. One use; one thread.
public final class FormReader {

    private static final Map<String, Headers> SHEETS =
            Map.of(
                    "survey", Headers.SURVEY,
                    "choices", Headers.CHOICES,
                    "settings", Headers.SETTINGS,
                    "entities", Headers.ENTITIES);

    private final FormSheets sheets;
    private final Refusals refusals = new Refusals();
    private final Set<String> languages = new LinkedHashSet<>();
    private String standard = "default";
    private boolean isTwofold;
    private final Map<String, List<Row>> read = new HashMap<>();

    private FormReader(FormSheets sheets) {
        this.sheets = sheets;
    }

    /// A form that is understood, its XForm text, and its lists in files where they were looked
    /// for.
    public record Compiled(CheckedForm form, String xform, Map<String, ExternalList> lists) {}

    /// The form, or every reason against it, in sheet and row order.
    public static Outcome<Compiled> compile(
            FormSheets sheets, Optional<String> name, Optional<ListFiles> files) {
        var reader = new FormReader(sheets);
        Form form = reader.read(name);
        Map<String, ExternalList> lists =
                files.map(f -> FileLists.read(form, f, reader.refusals)).orElse(Map.of());
        return reader.refusals.isEmpty()
                ? Outcome.done(
                        new Compiled(CheckedView.of(form, lists), XFormWriter.write(form), lists))
                : Outcome.failed(
                        reader.refusals.inOrder(
                                sheets.sheets().stream().map(Sheet::name).toList()));
    }

    private Form read(Optional<String> name) {
        sheets.sheets().forEach(this::knownSheet);
        Settings settings = SettingsReader.read(rows("settings"), name, refusals);
        standard = settings.language().isEmpty() ? "default" : settings.language();
        var externals = new Externals(refusals);
        List<Row> survey = rows("survey");
        if (survey.isEmpty() && refusals.isEmpty()) {
            refusals.add(Problem.of("formNoSurvey"), Place.in(sheets.file()));
        }
        Map<String, ChoiceList> lists =
                ChoiceReader.read(rows("choices"), settings.sameChoiceTwice(), refusals);
        var root = SurveyReader.read(settings.root(), survey, lists, externals, refusals);
        var names = new Names(root);
        List<EntityDeclaration> entities =
                EntityReader.read(rows("entities"), root, names, refusals);
        var form = new Form(settings, languages(), root, names, lists, externals, entities);
        FormRules.check(form, rowsOf("entities"), refusals);
        return form;
    }

    private void knownSheet(Sheet sheet) {
        String name = key(sheet);
        boolean isEmpty = sheet.rows().stream().allMatch(r -> r.stream().allMatch(String::isBlank));
        if (!SHEETS.containsKey(name) && !name.startsWith("_") && !isEmpty) {
            refusals.add(Problem.of("formSheetUnknown", sheet.name()), Place.in(sheet.name()));
        }
    }

    private List<Row> rows(String name) {
        var rows = new ArrayList<Row>();
        for (Sheet sheet : sheets.sheets()) {
            if (key(sheet).equals(name)) {
                SheetReader.Content content =
                        SheetReader.read(
                                sheet,
                                SHEETS.getOrDefault(name, Headers.SURVEY),
                                standard,
                                refusals);
                rows.addAll(content.rows());
                languages.addAll(content.languages());
                isTwofold |= content.isTwofold();
            }
        }
        read.put(name, rows);
        return rows;
    }

    private List<Row> rowsOf(String name) {
        return read.getOrDefault(name, List.of());
    }

    /// The languages that people may choose, the standard one first.
    private List<String> languages() {
        var all = new ArrayList<>(languages);
        boolean isUnnamed = standard.equals("default") && all.contains("default") && !isTwofold;
        if (isUnnamed && all.size() > 1) {
            // Reason: a label in one language and a hint in none named are most likely the same
            // language; read as two, each would lack half of the words.
            all.remove("default");
            refusals.add(
                    Problem.of("formLanguageMixed", String.join("、", all)),
                    Place.in(sheets.file()));
        } else if (all.remove(standard)) {
            all.addFirst(standard);
        } else if (!standard.equals("default") && !all.isEmpty()) {
            refusals.add(
                    Problem.of("formDefaultLanguage", standard, String.join("、", all)),
                    Place.in(sheets.file()));
        }
        return all;
    }

    private static String key(Sheet sheet) {
        return sheet.name().strip().toLowerCase(Locale.ROOT);
    }
}
