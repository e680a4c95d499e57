package zhuhu.screen.part;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdNote;

/// 随手记: one line to write, and what was noted before. Enter keeps the line; what is half written
/// stays until it is kept or wiped.
public final class NoteBox {

    private final Texts texts;
    private final Consumer<String> keep;
    private final PlainField field = new PlainField();
    private final VBox earlier = new VBox(2);
    private final ScrollPane scroll = new ScrollPane(earlier);
    private final VBox root = new VBox(12);

    /// `keep` gets what is written; `done` closes the box.
    public NoteBox(Texts texts, String household, Consumer<String> keep, Runnable done) {
        this.texts = texts;
        this.keep = keep;
        field.setId("note-field");
        field.setPromptText(texts.of("note.prompt"));
        field.onEnter(this::write);
        HBox.setHgrow(field, Priority.ALWAYS);
        var write = new Button(texts.of("note.keep"), Icon.CHECK.of(16));
        write.getStyleClass().add("primary");
        write.setMinWidth(Region.USE_PREF_SIZE);
        write.setOnAction(_ -> write());
        var close = new Button(texts.of("part.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> done.run());
        var line = new HBox(10, field, write, close);
        line.setAlignment(Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("note-scroll");
        root.getStyleClass().add("note-box");
        root.getChildren()
                .setAll(
                        Words.label(texts.of("note.title", household).strip(), "heading"),
                        line,
                        scroll);
    }

    public Region root() {
        return root;
    }

    /// What takes the focus.
    public Node first() {
        return field;
    }

    /// What was noted before, newest first.
    public void show(List<HouseholdNote> notes) {
        earlier.getChildren().setAll(notes.stream().map(n -> line(texts, n)).toList());
        if (notes.isEmpty()) {
            earlier.getChildren().setAll(Words.label(texts.of("note.none"), "soft"));
        }
        scroll.setVvalue(0);
    }

    /// What was written is in the file.
    public void kept() {
        field.clear();
    }

    /// A note with when and by whom.
    public static Node line(Texts texts, HouseholdNote note) {
        String at = note.at().substring(0, Math.min(16, note.at().length())).replace('T', ' ');
        var words = Words.lines(note.text());
        var who = Words.label(texts.of("note.by", at, note.by()).strip(), "faint", "small");
        var line = new VBox(who, words);
        line.getStyleClass().add("note-line");
        return line;
    }

    private void write() {
        String text = field.settled().get();
        if (!text.isBlank()) {
            keep.accept(text);
        }
    }
}
