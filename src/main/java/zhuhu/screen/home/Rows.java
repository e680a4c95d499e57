package zhuhu.screen.home;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Words;

/// Sheets of the first page and the rows on them.
final class Rows {

    private Rows() {}

    static Region sheet(String title, Node... inside) {
        var box = new VBox(10, Words.label(title, "heading"));
        box.getChildren().addAll(inside);
        box.getStyleClass().addAll("sheet", "padded");
        box.setMinWidth(0);
        return box;
    }

    /// A thing to do, with why below it.
    static Button thing(Icon icon, String title, String why, Runnable act) {
        var mark = new StackPane(icon.of(19));
        mark.getStyleClass().addAll("door-mark", "icon-teal");
        mark.setMinSize(34, 34);
        mark.setMaxSize(34, 34);
        var words = new VBox(Words.label(title, "subheading"), Words.label(why, "soft", "small"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(14, mark, words, Icon.GO.of(16));
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = leading(title, line, act);
        button.getStyleClass().add("next-thing");
        return button;
    }

    /// A line that leads somewhere; `spoken` is what it says aloud.
    static Button line(String spoken, Runnable act, Node... inside) {
        var line = new HBox(12, inside);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = leading(spoken, line, act);
        button.getStyleClass().add("home-line");
        return button;
    }

    private static Button leading(String spoken, HBox line, Runnable act) {
        var button = new Button("", line);
        button.setAccessibleText(spoken);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(20));
        button.setOnAction(_ -> act.run());
        return button;
    }

    /// Words that give way where there is no room.
    static Region shy(String text, String... classes) {
        var label = Words.label(text, classes);
        label.setMinWidth(0);
        return label;
    }

    /// Words that are always shown whole.
    static Region whole(String text, String... classes) {
        var label = Words.label(text, classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
