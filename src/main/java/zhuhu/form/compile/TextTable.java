package zhuhu.form.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhuhu.form.compile.Element.Asked;

/// The words that stand in the form's text table: those in several languages, messages and choice
/// labels that name questions (XForms allow an output only in labels, hints and this table), and
/// guidance, which is a form of its hint.
final class TextTable {

    private static final String LONG = "";
    private static final String GUIDANCE = "guidance";

    private record Words(Cell cell, Spot spot) {}

    private final Form form;
    private final Paths paths;

    /// Language, text id, form of the text (long, guidance).
    private final Map<String, Map<String, Map<String, Words>>> texts = new LinkedHashMap<>();

    TextTable(Form form, Paths paths) {
        this.form = form;
        this.paths = paths;
        for (Element element : form.names().all()) {
            Spot spot = Spot.at(element, form.root());
            message(element, Column.CONSTRAINT_MESSAGE, "jr:constraintMsg", spot);
            message(element, Column.REQUIRED_MESSAGE, "jr:requiredMsg", spot);
            words(element, spot);
        }
        Spot atRoot = new Spot(form.root(), 1);
        for (ChoiceList list : form.lists().values()) {
            for (int i = 0; form.isInTable(list) && i < list.options().size(); i++) {
                ChoiceList.Option option = list.options().get(i);
                String id = list.name() + "-" + i;
                put(id, LONG, option.label(), option.words(), atRoot);
            }
        }
    }

    static String reference(String id) {
        return "jr:itext('" + id + "')";
    }

    void into(Xml model) {
        if (texts.isEmpty()) {
            return;
        }
        Map<String, Map<String, Boolean>> all = new LinkedHashMap<>();
        texts.values()
                .forEach(byId ->
                        byId.forEach((id, forms) ->
                                forms.keySet()
                                        .forEach(f ->
                                                all.computeIfAbsent(id, _ -> new LinkedHashMap<>())
                                                        .put(f, true))));
        Xml itext = model.add("itext");
        List<String> languages = form.isTranslated() ? form.languages() : List.of("default");
        for (String language : languages) {
            Xml translation = itext.add("translation").set("lang", language);
            if (language.equals(form.settings().language()) || language.equals("default")) {
                translation.set("default", "true()");
            }
            Map<String, Map<String, Words>> said = texts.getOrDefault(language, Map.of());
            all.forEach((id, forms) ->
                    text(translation, id, forms.keySet(), said.getOrDefault(id, Map.of())));
        }
    }

    private void text(Xml translation, String id, Iterable<String> forms, Map<String, Words> said) {
        Xml text = translation.add("text").set("id", id);
        for (String shape : forms) {
            Xml value = text.add("value");
            if (!shape.equals(LONG)) {
                value.set("form", shape);
            }
            Words words = said.get(shape);
            if (words == null) {
                value.text("-");
            } else {
                paths.words(words.cell().text(), words.spot(), value);
            }
        }
    }

    private void message(Element element, Column column, String key, Spot spot) {
        if (form.isInTable(element, column)) {
            put(element, column, ":" + key, LONG, spot);
        }
    }

    private void words(Element element, Spot spot) {
        boolean isSeen = !(element instanceof Asked asked) || asked.isShown();
        if (!isSeen) {
            return;
        }
        if (form.isInTable(element, Column.LABEL)) {
            put(element, Column.LABEL, ":label", LONG, spot);
        }
        if (form.isInTable(element, Column.HINT)) {
            put(element, Column.HINT, ":hint", LONG, spot);
            put(element, Column.GUIDANCE_HINT, ":hint", GUIDANCE, spot);
        }
    }

    private void put(Element element, Column column, String key, String shape, Spot spot) {
        element.cell(column)
                .ifPresent(c ->
                        put(
                                element.path() + key,
                                shape,
                                c,
                                element.row().translations(column),
                                spot));
    }

    private void put(String id, String shape, Cell only, Map<String, Cell> words, Spot spot) {
        if (!form.isTranslated() || words.isEmpty()) {
            String language = form.isTranslated() ? form.languages().getFirst() : "default";
            put(language, id, shape, new Words(only, spot));
        } else {
            words.forEach((language, cell) -> put(language, id, shape, new Words(cell, spot)));
        }
    }

    private void put(String language, String id, String shape, Words words) {
        texts.computeIfAbsent(language, _ -> new LinkedHashMap<>())
                .computeIfAbsent(id, _ -> new LinkedHashMap<>())
                .put(shape, words);
    }
}
