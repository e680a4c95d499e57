package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.List;

/// Messages and choice labels that name questions. XForms allow an output only in labels, hints and
/// the text table, so these go there.
final class LiveTexts {

    private record Text(String id, String words, Spot spot) {}

    private final Paths paths;
    private final List<Text> texts = new ArrayList<>();

    LiveTexts(Form form, Paths paths) {
        this.paths = paths;
        for (Element element : form.names().all()) {
            Spot spot = Spot.at(element, form.root());
            message(element, Column.CONSTRAINT_MESSAGE, "jr:constraintMsg", spot);
            message(element, Column.REQUIRED_MESSAGE, "jr:requiredMsg", spot);
        }
        Spot atRoot = new Spot(form.root(), 1);
        for (ChoiceList list : form.lists().values()) {
            for (int i = 0; list.isLive() && i < list.options().size(); i++) {
                String words = list.options().get(i).label().text();
                texts.add(new Text(list.name() + "-" + i, words, atRoot));
            }
        }
    }

    static boolean isLive(Cell cell) {
        return cell.text().contains("${");
    }

    static String reference(String id) {
        return "jr:itext('" + id + "')";
    }

    void into(Xml model) {
        if (texts.isEmpty()) {
            return;
        }
        Xml translation =
                model.add("itext")
                        .add("translation")
                        .set("lang", "default")
                        .set("default", "true()");
        for (Text text : texts) {
            Xml value = translation.add("text").set("id", text.id()).add("value");
            paths.words(text.words(), text.spot(), value);
        }
    }

    private void message(Element element, Column column, String key, Spot spot) {
        element.cell(column)
                .filter(LiveTexts::isLive)
                .ifPresent(c -> texts.add(new Text(element.path() + ":" + key, c.text(), spot)));
    }
}
