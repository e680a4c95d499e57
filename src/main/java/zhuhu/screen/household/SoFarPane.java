package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.Tries;
import zhuhu.flow.TryResult;
import zhuhu.flow.VisitSoFar;
import zhuhu.record.RecordId;
import zhuhu.screen.Desk;
import zhuhu.screen.part.NoteBox;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// Below the card: one more try, a note, what a draft still misses, and what was tried and noted so
/// far.
public final class SoFarPane {

    private static final int MOST_MISSING = 4;
    private static final double MOST_EMS = 12;

    /// States in which it makes sense to write down one more try.
    private static final Set<String> TRYING = Set.of("", "todo", "draft", "absent", "refused");

    private final SoFarModel model;
    private final Texts texts;
    private final PlainField note = new PlainField();
    private final VBox lines = new VBox(6);
    private final FlowPane tries = new FlowPane(6, 4);
    private final VBox root = new VBox(8);
    private final ScrollPane scroll;
    private boolean asking;

    public SoFarPane(SoFarModel model, Desk desk, Texts texts) {
        this.model = model;
        this.texts = texts;
        note.setId("card-note");
        note.setPromptText(texts.of("note.prompt"));
        note.setRight(Words.label("F2", "key-hint"));
        note.onEnter(this::write);
        HBox.setHgrow(note, Priority.ALWAYS);
        var noted = new HBox(8, Words.label(texts.of("visit.note"), "soft"), note);
        noted.setAlignment(Pos.CENTER_LEFT);
        tries.setAlignment(Pos.CENTER_LEFT);
        tries.getChildren().add(Words.label(texts.of("try.title"), "soft"));
        for (TryResult result : TryResult.values()) {
            var button = new Button(result.words(texts));
            button.setId("try-" + result.outcome() + "-" + result.ordinal());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> model.tried(result));
            tries.getChildren().add(button);
        }
        tries.managedProperty().bind(tries.visibleProperty());
        scroll = new Lines(lines, () -> desk.emPx() * MOST_EMS);
        root.getStyleClass().add("so-far");
        root.getChildren().setAll(tries, noted, scroll);
        model.soFar().subscribe(_ -> fresh());
        model.problems().subscribe(_ -> fill());
        model.dropped().subscribe(_ -> fill());
    }

    public Region root() {
        return root;
    }

    /// Shows another household, or the same anew.
    void show(RecordId household) {
        model.show(household);
    }

    /// Brings the focus to the note (F2).
    public void focusNote() {
        note.requestFocus();
    }

    private void write() {
        String text = note.settled().get();
        if (!text.isBlank()) {
            model.note(text, note::clear);
        }
    }

    /// As high as its lines, up to a limit; then they scroll.
    private static final class Lines extends ScrollPane {

        private static final double BAR_PX = 16;

        private final VBox lines;
        private final DoubleSupplier mostPx;

        Lines(VBox lines, DoubleSupplier mostPx) {
            super(lines);
            this.lines = lines;
            this.mostPx = mostPx;
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setFocusTraversable(false);
        }

        private double needPx() {
            double width = Math.max(0, getWidth() - BAR_PX);
            return Math.min(lines.prefHeight(width) + 2, mostPx.getAsDouble());
        }

        @Override
        protected double computeMinHeight(double width) {
            return needPx();
        }

        @Override
        protected double computePrefHeight(double width) {
            return needPx();
        }

        @Override
        protected double computeMaxHeight(double width) {
            return needPx();
        }
    }

    private void fresh() {
        asking = false;
        fill();
    }

    private void fill() {
        lines.getChildren().clear();
        if (!model.problems().get().isEmpty()) {
            lines.getChildren().add(Notes.of(texts, model.problems().get()));
        }
        model.dropped().get().ifPresent(_ -> lines.getChildren().add(gone()));
        Optional<VisitSoFar> soFar = model.soFar().get();
        tries.setVisible(soFar.map(s -> TRYING.contains(s.state())).orElse(false));
        soFar.ifPresent(s -> {
            s.draft().ifPresent(draft -> lines.getChildren().add(draft(draft)));
            if (!s.tries().isEmpty()) {
                lines.getChildren().add(tried(s));
            }
            s.notes().forEach(n -> lines.getChildren().add(NoteBox.line(texts, n)));
        });
        scroll.requestLayout();
        root.requestLayout();
    }

    private Node draft(VisitSoFar.Begun draft) {
        int missing = draft.missing().size();
        String words =
                missing == 0
                        ? texts.of("card.draft.ready", draft.screen())
                        : texts.of("card.draft", draft.screen(), missing);
        var drop = new Button(texts.of("card.draft.drop"));
        drop.setId("card-draft-drop");
        drop.getStyleClass().add("quiet");
        drop.setMinWidth(Region.USE_PREF_SIZE);
        drop.setOnAction(_ -> ask(true));
        var head = line(words, drop);
        var box = new VBox(3, head);
        box.getStyleClass().addAll("note", "calm");
        draft.missing().stream()
                .limit(MOST_MISSING)
                .forEach(m -> box.getChildren().add(Words.lines(m, "soft", "small")));
        if (missing > MOST_MISSING) {
            box.getChildren()
                    .add(
                            Words.label(
                                    texts.of("card.draft.more", missing - MOST_MISSING),
                                    "soft",
                                    "small"));
        }
        if (asking) {
            box.getChildren().setAll(sure());
        }
        return box;
    }

    private void ask(boolean now) {
        asking = now;
        fill();
    }

    private Node sure() {
        var yes = new Button(texts.of("card.draft.drop"));
        yes.setId("card-draft-sure");
        yes.setMinWidth(Region.USE_PREF_SIZE);
        yes.setOnAction(_ -> model.drop());
        var no = new Button(texts.of("card.draft.keep"));
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(_ -> ask(false));
        return line(texts.of("card.draft.sure"), yes, no);
    }

    private Node gone() {
        var undo = new Button(texts.of("card.draft.undo"));
        undo.setId("card-draft-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undoDrop());
        var row = line(texts.of("card.draft.gone"), undo);
        row.getStyleClass().addAll("note", "good");
        return row;
    }

    private static HBox line(String words, Node... after) {
        var label = Words.lines(words);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var row = new HBox(8, label);
        row.getChildren().addAll(List.of(after));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node tried(VisitSoFar soFar) {
        var box = new VBox(2);
        boolean due = soFar.state().equals("absent") && soFar.open();
        box.getChildren()
                .add(
                        Words.label(
                                due
                                        ? texts.of("card.tries.due", soFar.tries().size())
                                        : texts.of("card.tries", soFar.tries().size()),
                                "subheading"));
        for (Tries.Try one : soFar.tries()) {
            box.getChildren()
                    .add(
                            Words.lines(
                                    texts.of("card.try", one.date(), one.visitor(), one.result())
                                            .strip()));
        }
        return box;
    }
}
