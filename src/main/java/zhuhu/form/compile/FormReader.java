package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormSheets;
import zhuhu.form.FormSheets.Sheet;

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
    private final Set<String> languages = new TreeSet<>();
    private final Map<String, List<Row>> read = new HashMap<>();

    private FormReader(FormSheets sheets) {
        this.sheets = sheets;
    }

    /// A form that is understood, and its XForm text.
    public record Compiled(CheckedForm form, String xform) {}

    /// The form, or every reason against it, in sheet and row order.
    public static Outcome<Compiled> compile(FormSheets sheets, Optional<String> name) {
        var reader = new FormReader(sheets);
        Form form = reader.read(name);
        return reader.refusals.isEmpty()
                ? Outcome.done(new Compiled(CheckedView.of(form), XFormWriter.write(form)))
                : Outcome.failed(
                        reader.refusals.inOrder(
                                sheets.sheets().stream().map(Sheet::name).toList()));
    }

    private Form read(Optional<String> name) {
        sheets.sheets().forEach(this::knownSheet);
        Settings settings = SettingsReader.read(rows("settings"), name, refusals);
        List<Row> survey = rows("survey");
        if (survey.isEmpty() && refusals.isEmpty()) {
            refusals.add(Problem.of("formNoSurvey"), Place.in(sheets.file()));
        }
        Map<String, ChoiceList> lists =
                ChoiceReader.read(rows("choices"), settings.sameChoiceTwice(), refusals);
        var root = SurveyReader.read(settings.root(), survey, lists, refusals);
        var names = new Names(root);
        List<EntityDeclaration> entities =
                EntityReader.read(rows("entities"), root, names, refusals);
        language(settings);
        var form = new Form(settings, root, names, lists, entities);
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
                                sheet, SHEETS.getOrDefault(name, Headers.SURVEY), refusals);
                rows.addAll(content.rows());
                languages.addAll(content.languages());
            }
        }
        read.put(name, rows);
        return rows;
    }

    private List<Row> rowsOf(String name) {
        return read.getOrDefault(name, List.of());
    }

    // Reason: a column without a language is the one language, whatever it is called.
    private void language(Settings settings) {
        Set<String> named = new TreeSet<>(languages);
        named.remove("");
        boolean isMixed = languages.contains("") && !named.isEmpty();
        String standard = settings.language();
        boolean isOther = named.size() == 1 && !standard.isEmpty() && !named.contains(standard);
        if (named.size() > 1 || isMixed || isOther) {
            var all = new ArrayList<>(named);
            if (languages.contains("")) {
                all.addFirst(standard.isEmpty() ? "default" : standard);
            } else if (isOther) {
                all.addFirst(standard);
            }
            refusals.add(
                    Problem.of("formLanguages", String.join("、", all)), Place.in(sheets.file()));
        }
    }

    private static String key(Sheet sheet) {
        return sheet.name().strip().toLowerCase(Locale.ROOT);
    }
}
