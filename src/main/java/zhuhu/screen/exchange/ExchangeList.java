package zhuhu.screen.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.screen.part.Words;

/// The pages of 交换 by group with what waits in each: a column at the left, or chips above where the
/// room is narrow.
final class ExchangeList {

    private final ExchangeModel model;
    private final Map<ExchangeSlot, ExchangePage> pages;
    private final Texts texts;
    private final EnumMap<ExchangeSlot, ToggleButton> buttons = new EnumMap<>(ExchangeSlot.class);
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final FlowPane row = new FlowPane();
    private final Button more = new Button();
    private boolean narrow;

    ExchangeList(ExchangeModel model, Map<ExchangeSlot, ExchangePage> pages, Texts texts) {
        this.model = model;
        this.pages = pages;
        this.texts = texts;
        column.getStyleClass().add("exchange-list");
        row.getStyleClass().add("exchange-chips");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("exchange-scroll");
        more.setId("exchange-more");
        more.getStyleClass().addAll("quiet", "small");
        more.setOnAction(_ -> model.all().set(!model.all().get()));
        pages.forEach((slot, page) -> buttons.put(slot, button(slot, page)));
        model.file().subscribe(_ -> fill());
        model.page().subscribe(_ -> fill());
        model.all().subscribe(_ -> fill());
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        row.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Stands beside or above the page.
    void narrow(boolean now, BorderPane around) {
        narrow = now;
        around.setLeft(now ? null : scroll);
        around.setTop(now ? row : null);
        fill();
    }

    /// Goes to the page before or after, as listed.
    void turn(int step) {
        List<ExchangeSlot> listed = listed();
        int at = model.page().get().map(listed::indexOf).orElse(-1) + step;
        if (at >= 0 && at < listed.size()) {
            model.go(listed.get(at));
        }
    }

    private List<ExchangeSlot> listed() {
        return pages.keySet().stream().filter(model::lists).toList();
    }

    private ToggleButton button(ExchangeSlot slot, ExchangePage page) {
        var badge = new Label();
        badge.getStyleClass().addAll("badge", "count");
        badge.setMinWidth(Label.USE_PREF_SIZE);
        page.badge()
                .subscribe(now -> {
                    badge.setText(String.valueOf(now));
                    badge.setVisible(now.intValue() > 0);
                    badge.setManaged(now.intValue() > 0);
                });
        var words = new Label(slot.words(texts));
        words.setMinWidth(Label.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var face = new HBox(slot.icon().of(18), words, badge);
        face.getStyleClass().add("exchange-face");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new ToggleButton(slot.words(texts), face);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("exchange-" + slot.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("exchange-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(slot.why(texts)));
        button.setOnAction(_ -> {
            model.go(slot);
            mark();
        });
        return button;
    }

    private void fill() {
        column.getChildren().clear();
        row.getChildren().clear();
        ExchangeSlot.@Nullable Group group = null;
        for (ExchangeSlot slot : listed()) {
            if (slot.group() != group) {
                group = slot.group();
                if (!narrow) {
                    column.getChildren().add(Words.label(group.words(texts), "exchange-group"));
                }
            }
            Optional.ofNullable(buttons.get(slot)).ifPresent(this::add);
        }
        boolean ofVillage = model.file().get() != ExchangeModel.Whose.TOWNSHIP;
        if (ofVillage) {
            more.setText(texts.of(model.all().get() ? "upward.less" : "upward.more"));
            add(more);
        }
        mark();
    }

    private void add(Node node) {
        (narrow ? row : column).getChildren().add(node);
    }

    private void mark() {
        buttons.forEach(
                (slot, button) -> button.setSelected(model.page().get().equals(Optional.of(slot))));
    }

    private void pressed(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case KeyCode.DOWN, KeyCode.RIGHT -> 1;
                    case KeyCode.UP, KeyCode.LEFT -> -1;
                    default -> 0;
                };
        List<ToggleButton> shown = listed().stream().map(buttons::get).toList();
        int at = shown.indexOf(event.getTarget());
        if (step != 0 && at >= 0 && at + step >= 0 && at + step < shown.size()) {
            event.consume();
            shown.get(at + step).requestFocus();
        }
    }
}
