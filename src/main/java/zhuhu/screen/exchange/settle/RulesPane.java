package zhuhu.screen.exchange.settle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.Ruling;
import zhuhu.flow.settle.Side;
import zhuhu.record.FactId;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// The rules that decide something now, as sentences; the chosen one with every place that it would
/// settle, and those that it leaves.
final class RulesPane {

    private static final int PREVIEWED = 200;

    private final SettleModel model;
    private final Texts texts;
    private final HBox root = new HBox(16);
    private Optional<String> chosen = Optional.empty();

    RulesPane(SettleModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        model.rules().subscribe(_ -> fill());
        model.refused().subscribe((_, _) -> fill());
    }

    Region root() {
        return root;
    }

    private void fill() {
        List<Ruling> rules = model.rules().get();
        if (rules.isEmpty()) {
            VBox empty =
                    Notes.empty(
                            Icon.SPLIT,
                            texts.of("settle.rules.none"),
                            texts.of("settle.rules.none.why"));
            HBox.setHgrow(empty, Priority.ALWAYS);
            root.getChildren().setAll(empty);
            return;
        }
        Ruling now =
                rules.stream()
                        .filter(r -> chosen.equals(Optional.of(r.rule().code())))
                        .findFirst()
                        .orElse(rules.getFirst());
        root.getChildren().setAll(sentences(rules, now), preview(now));
    }

    private Node sentences(List<Ruling> rules, Ruling now) {
        var list = new VBox(6);
        for (Ruling ruling : rules) {
            String words =
                    texts.of(
                            "settle.rules.sentence",
                            ruling.rule().sentence(texts),
                            ruling.decided().size());
            var button = new ToggleButton(words);
            button.setWrapText(true);
            button.setMinHeight(Region.USE_PREF_SIZE);
            button.getStyleClass().add("settle-rule");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setSelected(ruling.equals(now));
            button.setOnAction(_ -> {
                chosen = Optional.of(ruling.rule().code());
                fill();
            });
            list.getChildren().add(button);
        }
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("settle-rules");
        scroll.setMinWidth(0);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node preview(Ruling ruling) {
        var box = new VBox(10);
        box.getStyleClass().addAll("sheet", "settle-sheet");
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.getChildren().add(Words.lines(ruling.rule().sentence(texts), "heading"));
        box.getChildren()
                .add(
                        Words.lines(
                                texts.of(
                                        "settle.rules.decides",
                                        ruling.decided().size(),
                                        ruling.left().size()),
                                "soft"));
        if (!model.refused().get().isEmpty()) {
            box.getChildren().add(Notes.of(texts, model.refused().get()));
        }
        var rows = new VBox(2);
        for (Map.Entry<Conflict, FactId> each :
                ruling.decided().sequencedEntrySet().stream().limit(PREVIEWED).toList()) {
            rows.getChildren().add(row(each.getKey(), each.getValue()));
        }
        ruling.left().stream().limit(PREVIEWED).forEach(c -> rows.getChildren().add(left(c)));
        int untold = ruling.decided().size() + ruling.left().size() - rows.getChildren().size();
        if (untold > 0) {
            rows.getChildren().add(Words.label(texts.of("settle.rules.more", untold), "faint"));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var apply = new Button(texts.of("settle.rules.apply", ruling.decided().size()));
        apply.setId("settle-apply");
        apply.getStyleClass().add("primary");
        apply.setOnAction(_ -> model.byRule(ruling));
        box.getChildren()
                .addAll(
                        scroll,
                        Words.lines(texts.of("settle.rules.clock"), "faint", "small"),
                        new HBox(apply));
        return box;
    }

    private Node row(Conflict conflict, FactId taken) {
        Side side =
                conflict.sides().stream()
                        .filter(s -> s.id().equals(taken))
                        .findFirst()
                        .orElse(conflict.sides().getFirst());
        return line(
                conflict,
                Words.lines(
                        texts.of("settle.rules.takes", side.by(), side.day()), "soft", "small"));
    }

    private Node left(Conflict conflict) {
        return line(conflict, Words.lines(texts.of("settle.rules.left"), "words-doubt", "small"));
    }

    private Node line(Conflict conflict, Node words) {
        var who = Words.label(conflict.home().householdLabel(), "strong");
        who.setMinWidth(Region.USE_PREF_SIZE);
        var what = Words.label(conflict.title());
        what.setMinWidth(0);
        var line = new HBox(10, who, what, Words.spring(), words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("settle-preview");
        return line;
    }
}
