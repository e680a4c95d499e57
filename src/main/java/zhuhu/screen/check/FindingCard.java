package zhuhu.screen.check;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.check.Finding;
import zhuhu.flow.CheckWorkspace.Line;
import zhuhu.pack.Level;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// One finding: what, whose, what to do next, and the reason if it is a doubt.
final class FindingCard {

    private final ScrollPane root;

    FindingCard(ChecksModel model, Desk desk, Texts texts, ChecksView.Way way, Line line) {
        Finding finding = line.finding();
        String words = desk.masked() ? Masks.hideIn(finding.message()) : finding.message();
        var badge =
                Words.label(texts.of("level." + finding.level().code()), "badge", look(finding));
        var head = new HBox(8, badge, Words.label(finding.rule(), "soft"));
        head.setAlignment(Pos.CENTER_LEFT);
        var box =
                new VBox(12, head, Words.lines(words, "heading"), Words.lines(whose(line), "soft"));
        box.getStyleClass().add("padded");
        box.getChildren().add(Words.lines(finding.next(), "plain"));
        var go = new Button(texts.of("check.go"), Icon.GO.of(16));
        go.getStyleClass().add("primary");
        go.setOnAction(_ -> way.to(line));
        box.getChildren().add(go);
        if (finding.level() == Level.DOUBT) {
            box.getChildren().addAll(Words.rule(), reason(model, texts, line));
        }
        if (!model.refused().get().isEmpty()) {
            box.getChildren().add(Notes.of(texts, model.refused().get()));
        }
        root = new ScrollPane(box);
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
    }

    Parent root() {
        return root;
    }

    private static String look(Finding finding) {
        return switch (finding.level()) {
            case ERROR -> "bad";
            case DOUBT -> finding.wantsReason() ? "contested" : "good";
            case HINT -> "open";
        };
    }

    private static String whose(Line line) {
        return Stream.of(line.village(), line.group(), line.label(), line.person())
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private static VBox reason(ChecksModel model, Texts texts, Line line) {
        var field = new PlainField(line.finding().reason());
        field.setId("check-reason");
        field.setPromptText(texts.of("check.reason.prompt"));
        Runnable keep = () -> model.explain(line, field.settled().get());
        field.onEnter(keep);
        var save = new Button(texts.of("check.reason.keep"));
        save.setOnAction(_ -> keep.run());
        var chips = new FlowPane(6, 6);
        for (String usual : line.finding().usual()) {
            var chip = new Button(usual);
            chip.getStyleClass().addAll("chip", "reason-chip");
            chip.setOnAction(_ -> {
                field.setText(usual);
                keep.run();
            });
            chips.getChildren().add(chip);
        }
        return new VBox(8, Words.label(texts.of("check.reason"), "strong"), field, chips, save);
    }
}
