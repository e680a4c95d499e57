package zhuhu.screen.exchange.settle;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableIntegerValue;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.settle.SettleModel.Done;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// 定冲突: what is contested, side by side; by rule; and what lost. Left and right take a side, the
/// digits where there are more, E writes a third, D puts off, Enter goes on, Ctrl+Z takes back.
public final class SettlePage implements ExchangePage {

    /// The three things to do here.
    private enum Tab {
        ONE,
        RULES,
        LOST
    }

    private final SettleModel model;
    private final Texts texts;
    private final ConflictList list;
    private final SidesPane sides;
    private final RulesPane rules;
    private final LostPane lost;
    private final HBox tabs = new HBox(8);
    private final HBox undo = new HBox(10);
    private final Button back = new Button();
    private final Label done = Words.label("");
    private final VBox root = new VBox(12);
    private Tab tab = Tab.ONE;
    private boolean narrow;

    public SettlePage(
            SettleModel model, Background background, Desk desk, Texts texts, FilePick pick) {
        this.model = model;
        this.texts = texts;
        this.list = new ConflictList(model, texts);
        this.sides = new SidesPane(model, desk, texts);
        this.rules = new RulesPane(model, texts);
        this.lost = new LostPane(model.acts(), background, desk, texts, pick);
        root.getStyleClass().addAll("pane", "settle");
        tabs.setAlignment(Pos.CENTER_LEFT);
        buildUndo();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.chosen().subscribe(_ -> sides.fill());
        model.refused().subscribe((_, _) -> sides.fill());
        model.whole().subscribe((_, _) -> sides.fill());
        model.writing().subscribe((_, _) -> written());
        desk.installation().subscribe((_, _) -> sides.fill());
        model.count().subscribe(_ -> arrange());
        model.loaded().subscribe((_, _) -> arrange());
        model.rules().subscribe((_, _) -> fillTabs());
        model.done().subscribe(_ -> fillUndo());
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.CONFLICTS;
    }

    @Override
    public ObservableIntegerValue badge() {
        return model.count();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
        if (tab == Tab.LOST) {
            lost.refresh();
        }
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void focus() {
        if (tab == Tab.LOST) {
            lost.first().requestFocus();
        } else if (model.count().get() == 0 && undo.isVisible()) {
            back.requestFocus();
        } else {
            list.list().requestFocus();
        }
    }

    @Override
    public void narrow(boolean now) {
        narrow = now;
        arrange();
    }

    // ---- what is shown

    private void arrange() {
        fillTabs();
        root.getChildren().setAll(tabs, undo, body());
        VBox.setVgrow(root.getChildren().getLast(), Priority.ALWAYS);
        fillUndo();
        // Reason: with the last one settled the list is gone; the keyboard stays on this page.
        if (root.getScene() != null && model.loaded().get() && model.count().get() == 0) {
            Platform.runLater(this::focus);
        }
    }

    private Node body() {
        if (tab == Tab.LOST) {
            return lost.root();
        }
        if (model.loaded().get() && model.count().get() == 0) {
            VBox empty =
                    Notes.empty(Icon.CHECK, texts.of("settle.none"), texts.of("settle.none.why"));
            return empty;
        }
        if (tab == Tab.RULES) {
            return rules.root();
        }
        var both = new HBox(16, list.root(), sides.root());
        list.root().setMinWidth(narrow ? 190 : 230);
        list.root().setPrefWidth(narrow ? 210 : 250);
        return both;
    }

    private void fillTabs() {
        tabs.getChildren()
                .setAll(
                        tab(Tab.ONE, texts.of("settle.tab.one", model.count().get())),
                        tab(Tab.RULES, texts.of("settle.tab.rules", model.rules().get().size())),
                        tab(Tab.LOST, texts.of("settle.tab.lost")));
    }

    private Node tab(Tab of, String words) {
        var chip = new ToggleButton(words);
        chip.setId("settle-tab-" + of.name().toLowerCase(java.util.Locale.ROOT));
        chip.getStyleClass().add("chip");
        chip.setSelected(tab == of);
        chip.setOnAction(_ -> {
            tab = of;
            arrange();
            if (of == Tab.LOST) {
                lost.refresh();
            }
            focus();
        });
        return chip;
    }

    private void buildUndo() {
        back.setText(texts.of("settle.act.undo"));
        back.setGraphic(Words.label("Ctrl+Z", "key-hint"));
        back.setId("settle-undo");
        back.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.undo());
        done.setMinWidth(0);
        HBox.setHgrow(done, Priority.ALWAYS);
        done.setMaxWidth(Double.MAX_VALUE);
        undo.getStyleClass().addAll("note", "good", "settle-undo");
        undo.setAlignment(Pos.CENTER_LEFT);
        undo.getChildren().setAll(Icon.CHECK.of(18), done, back);
    }

    private void fillUndo() {
        List<Done> all = model.done().get();
        boolean any = !all.isEmpty() && tab != Tab.LOST;
        undo.setVisible(any);
        undo.setManaged(any);
        if (any) {
            done.setText(texts.of("settle.done", all.getLast().words(), all.size()));
        }
    }

    private void written() {
        sides.fill();
        if (model.writing().get()) {
            Optional.ofNullable(sides.root().lookup(".settle-field .text-input"))
                    .or(() -> Optional.ofNullable(sides.root().lookup(".settle-field .combo-box")))
                    .ifPresent(Node::requestFocus);
        } else if (root.getScene() != null) {
            list.list().requestFocus();
        }
    }

    // ---- by keyboard

    private void pressed(KeyEvent event) {
        boolean back = event.isShortcutDown() && event.getCode() == KeyCode.Z;
        // Reason: in a field it takes back what was typed there.
        if (back && !model.writing().get() && !typing(event.getTarget())) {
            model.undo();
            event.consume();
            return;
        }
        if (tab != Tab.ONE || event.isAltDown()) {
            return;
        }
        boolean taken =
                model.writing().get() ? writing(event) : !typing(event.getTarget()) && act(event);
        if (taken) {
            event.consume();
        }
    }

    private boolean writing(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            model.keep();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            model.stopWriting();
            return true;
        }
        return false;
    }

    private static boolean typing(EventTarget target) {
        return target instanceof TextInputControl || target instanceof ComboBoxBase<?>;
    }

    private boolean act(KeyEvent event) {
        if (event.isShortcutDown() || event.isShiftDown()) {
            return false;
        }
        int count = model.chosen().get().map(c -> c.sides().size()).orElse(0);
        KeyCode code = event.getCode();
        switch (code) {
            case LEFT -> takeOfTwo(0, count);
            case RIGHT -> takeOfTwo(1, count);
            case E -> model.write(0);
            case D -> model.defer();
            case ENTER -> {
                if (event.getTarget() instanceof javafx.scene.control.ButtonBase) {
                    return false;
                }
                model.step(1);
            }
            default -> {
                int digit = code.isDigitKey() ? code.getCode() - KeyCode.DIGIT0.getCode() : 0;
                if (digit < 1 || digit > count) {
                    return false;
                }
                model.take(digit - 1);
            }
        }
        return true;
    }

    /// Of more than two sides left and right do not say which.
    private void takeOfTwo(int side, int count) {
        if (count == 2) {
            model.take(side);
        }
    }
}
