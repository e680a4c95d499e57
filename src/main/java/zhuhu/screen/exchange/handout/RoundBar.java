package zhuhu.screen.exchange.handout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.pack.Manifest;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Days;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Words;

/// The round that the file is in, its deadline, and the ways into another.
final class RoundBar {

    private final HandoutModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final Clock clock;
    private final HBox root = new HBox(10);

    RoundBar(HandoutModel model, Desk desk, Texts texts, Layers layers, Clock clock) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.clock = clock;
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().addAll("sheet", "padded");
        model.current().subscribe(_ -> show());
        model.rounds().subscribe(this::show);
    }

    HBox root() {
        return root;
    }

    private void show() {
        Optional<Manifest.Round> now = model.current().get();
        var words =
                new VBox(
                        2,
                        Words.label(texts.of("handout.round.now"), "faint", "small"),
                        Words.lines(
                                now.map(Manifest.Round::title)
                                        .orElse(texts.of("handout.round.none")),
                                "heading"),
                        Words.label(now.map(this::due).orElse(""), "soft"));
        words.setMinWidth(0);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        root.getChildren().setAll(words);
        now.ifPresent(round -> {
            var put = new Button(texts.of("handout.round.putOff"));
            put.setId("round-due-change");
            put.setOnAction(_ -> dialog().ask(round));
            put.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            root.getChildren().add(put);
        });
        if (model.rounds().size() > 1) {
            root.getChildren().add(others(now));
        }
        var begin = new Button(texts.of("handout.round.new"), Icon.ADD.of(18));
        begin.setId("round-new");
        begin.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        begin.setOnAction(_ -> dialog().askNew());
        root.getChildren().add(begin);
    }

    private MenuButton others(Optional<Manifest.Round> now) {
        var menu = new MenuButton(texts.of("handout.round.back"));
        menu.setId("round-back");
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        model.rounds().stream()
                .filter(r -> !Optional.of(r).equals(now))
                .forEach(round -> {
                    var item =
                            new MenuItem(
                                    texts.of(
                                            "handout.round.item",
                                            round.id(),
                                            round.title(),
                                            round.due()));
                    item.setOnAction(_ -> dialog().ask(round));
                    menu.getItems().add(item);
                });
        return menu;
    }

    private RoundDialog dialog() {
        return new RoundDialog(model, desk, texts, layers);
    }

    private String due(Manifest.Round round) {
        return Days.parse(round.due())
                .map(day -> ChronoUnit.DAYS.between(LocalDate.now(clock), day))
                .map(left ->
                        left >= 0
                                ? texts.of("handout.round.left", round.id(), round.due(), left)
                                : texts.of("handout.round.over", round.id(), round.due(), -left))
                .orElse("");
    }
}
