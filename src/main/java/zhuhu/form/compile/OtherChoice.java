package zhuhu.form.compile;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import zhuhu.base.Place;

/// What `or_other` adds: a choice `other`, and a text question that asks what.
final class OtherChoice {

    private static final String NAME = "other";

    private OtherChoice() {}

    static ChoiceList.Option of(ChoiceList list) {
        Place place = list.options().getLast().label().place();
        var languages = new LinkedHashSet<String>();
        list.options().forEach(o -> languages.addAll(o.words().keySet()));
        return new ChoiceList.Option(
                NAME, new Cell("其他", place), words(languages, place, "其他", "Other"), Map.of());
    }

    /// The row of the question that follows, in the languages that the sheet's labels have.
    static Row row(String question, Set<String> languages, Row of, Place place) {
        var cells = new EnumMap<Column, Cell>(Column.class);
        var words = new EnumMap<Column, Map<String, Cell>>(Column.class);
        cells.put(Column.TYPE, new Cell("text", place));
        cells.put(Column.NAME, new Cell(question + "_other", place));
        cells.put(Column.LABEL, new Cell("请说明“其他”是什么", place));
        cells.put(
                Column.RELEVANT, new Cell("selected(../" + question + ", '" + NAME + "')", place));
        if (!languages.isEmpty()) {
            words.put(Column.LABEL, words(languages, place, "请说明“其他”是什么", "Specify other."));
        }
        return new Row(of.sheet(), of.number(), cells, Map.of(), of.columns(), words);
    }

    private static Map<String, Cell> words(
            Set<String> languages, Place place, String chinese, String english) {
        var words = new LinkedHashMap<String, Cell>();
        for (String language : languages) {
            boolean isEnglish =
                    language.toLowerCase(Locale.ROOT).matches("english.*|en|.*\\(en\\)");
            words.put(language, new Cell(isEnglish ? english : chinese, place));
        }
        return words;
    }
}
