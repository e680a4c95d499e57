package zhuhu.screen.part;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;

/// Boxes that say what is wrong or well, and what to do next.
public final class Notes {

    private Notes() {}

    public static Region bad(String what, String next) {
        return note("bad", Icon.STOP, what, next);
    }

    public static Region doubt(String what, String next) {
        return note("doubt", Icon.WARNING, what, next);
    }

    public static Region good(String what, String next) {
        return note("good", Icon.CHECK, what, next);
    }

    public static Region plain(String what, String next) {
        return note("plain", Icon.STOP, what, next);
    }

    /// One box a problem.
    public static VBox of(Texts texts, List<Problem> problems) {
        var box = new VBox(8);
        for (Problem problem : problems) {
            box.getChildren().add(bad(where(texts, problem), texts.next(problem)));
        }
        return box;
    }

    /// Nothing here yet: an icon, what would be here, and the button that brings it.
    public static VBox empty(Icon icon, String title, String why, Button... acts) {
        Region mark = icon.of(44);
        mark.getStyleClass().add("icon-faint");
        var box = new VBox(10, mark, Words.label(title, "heading"), centred(why));
        box.setAlignment(Pos.CENTER);
        if (acts.length > 0) {
            var row = new HBox(10, acts);
            row.setAlignment(Pos.CENTER);
            VBox.setMargin(row, new Insets(8, 0, 0, 0));
            box.getChildren().add(row);
        }
        return box;
    }

    private static Node centred(String why) {
        var label = Words.lines(why, "soft");
        label.setMaxWidth(420);
        label.setAlignment(Pos.CENTER);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }

    private static String where(Texts texts, Problem problem) {
        Place place = problem.place();
        String what = texts.message(problem);
        // Reason: most words about a whole file name it themselves.
        return place == null || place.row() == 0 && what.contains(place.sheet())
                ? what
                : texts.of("part.place", words(texts, place), what);
    }

    /// A place as a person says it: sheet, row, column.
    public static String words(Texts texts, Place place) {
        String column = place.column();
        if (place.row() == 0) {
            return texts.of("part.sheet", place.sheet());
        }
        return column == null
                ? texts.of("part.row", place.sheet(), place.row())
                : texts.of("part.cell", place.sheet(), place.row(), column);
    }

    private static Region note(String kind, Icon icon, String what, String next) {
        var words = new VBox(2, Words.lines(what, "strong"));
        if (!next.isBlank()) {
            words.getChildren().add(Words.lines(next, "soft"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var note = new HBox(10, icon.of(20), words);
        note.getStyleClass().addAll("note", kind);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }
}
