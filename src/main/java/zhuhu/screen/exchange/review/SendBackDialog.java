package zhuhu.screen.exchange.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// Asks which screens go back, and why.
final class SendBackDialog {

    private final ReviewModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final PlainField comment = new PlainField();
    private final FlowPane usual = new FlowPane(8, 6);
    private final VBox screens = new VBox(4);
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final Button act = new Button();

    SendBackDialog(ReviewModel model, Desk desk, Texts texts, Layers layers) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
    }

    /// `whom`: the household's head, or how many.
    void ask(List<RecordId> visits, String whom) {
        comment.setId("sendback-comment");
        comment.setPromptText(texts.of("sendback.dialog.prompt"));
        act.setId("sendback-act");
        act.setText(texts.of("sendback.dialog.act"));
        act.getStyleClass().add("primary");
        act.setDisable(true);
        comment.settled().subscribe(words -> act.setDisable(words.isBlank()));
        comment.onEnter(() -> send(visits));
        act.setOnAction(_ -> send(visits));
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var scroll = new ScrollPane(screens);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(desk.emPx() * 15);
        scroll.setMaxHeight(desk.emPx() * 15);
        scroll.setFocusTraversable(false);
        var box =
                new VBox(
                        12,
                        Words.label(texts.of("sendback.dialog.title", whom), "heading"),
                        Words.lines(texts.of("sendback.dialog.why"), "soft"));
        if (visits.size() == 1) {
            box.getChildren().add(scroll);
            model.ask(visits.getFirst(), this::offer);
        }
        box.getChildren()
                .addAll(
                        Fields.of(texts.of("sendback.dialog.comment"), comment),
                        usual,
                        new HBox(10, Words.spring(), leave, act));
        model.comments(this::propose);
        box.setPrefWidth(desk.emPx() * 46);
        layers.dialog(box, comment, () -> {});
    }

    private void offer(List<Reviewing.Screen> there) {
        for (Reviewing.Screen screen : there) {
            var box = new CheckBox(screen.label());
            box.setSelected(screen.section().equals(Review.WHOLE));
            boxes.put(screen.section(), box);
            box.setOnAction(_ -> chose(screen.section()));
            screens.getChildren().add(box);
        }
    }

    /// The whole, or some of it.
    private void chose(String section) {
        if (section.equals(Review.WHOLE)) {
            boxes.forEach((name, box) -> box.setSelected(name.equals(Review.WHOLE)));
        } else {
            boolean some =
                    boxes.entrySet().stream()
                            .anyMatch(e ->
                                    !e.getKey().equals(Review.WHOLE) && e.getValue().isSelected());
            boxes.forEach((name, box) -> {
                if (name.equals(Review.WHOLE)) {
                    box.setSelected(!some);
                }
            });
        }
    }

    private void propose(List<String> before) {
        for (String words : before) {
            var chip = new Button(words);
            chip.setMnemonicParsing(false);
            chip.getStyleClass().add("chip");
            chip.setMaxWidth(desk.emPx() * 22);
            chip.setMinHeight(Region.USE_PREF_SIZE);
            chip.setOnAction(_ -> {
                comment.setText(words);
                comment.requestFocus();
                comment.end();
            });
            usual.getChildren().add(chip);
        }
    }

    private void send(List<RecordId> visits) {
        String words = comment.settled().get();
        if (words.isBlank()) {
            return;
        }
        var sections = new ArrayList<String>();
        boxes.forEach((name, box) -> {
            if (box.isSelected() && !name.equals(Review.WHOLE)) {
                sections.add(name);
            }
        });
        layers.close();
        model.back(visits, sections, words);
    }
}
