package zhuhu.screen.exchange;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import zhuhu.base.Texts;
import zhuhu.screen.Page;

/// What comes in and goes out: a list of pages, and the one that was chosen. Files may be dropped
/// anywhere. Ctrl+PageUp and Ctrl+PageDown turn the pages.
public final class ExchangeView implements Page {

    private static final KeyCombination BEFORE =
            new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination AFTER =
            new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN);

    private final ExchangeModel model;
    private final EnumMap<ExchangeSlot, ExchangePage> pages = new EnumMap<>(ExchangeSlot.class);
    private final ExchangeList list;
    private final BorderPane root = new BorderPane();

    /// Shape: `pages` in any order.
    public ExchangeView(ExchangeModel model, List<ExchangePage> pages, Texts texts) {
        this.model = model;
        pages.forEach(page -> this.pages.put(page.slot(), page));
        this.list = new ExchangeList(model, this.pages, texts);
        root.getStyleClass().add("exchange");
        list.narrow(false, root);
        model.page().subscribe(_ -> show());
        model.onChanged(this::recount);
        root.setOnDragOver(this::over);
        root.setOnDragExited(_ -> root.getStyleClass().remove("over"));
        root.setOnDragDropped(this::dropped);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
        pages.values().forEach(ExchangePage::changed);
        shown().ifPresent(ExchangePage::entered);
    }

    @Override
    public void focus() {
        shown().ifPresent(ExchangePage::focus);
    }

    @Override
    public void narrow(boolean narrow) {
        list.narrow(narrow, root);
        pages.values().forEach(page -> page.narrow(narrow));
    }

    private Optional<ExchangePage> shown() {
        return model.page().get().flatMap(slot -> Optional.ofNullable(pages.get(slot)));
    }

    private void show() {
        Optional<ExchangeSlot> slot = model.page().get();
        // Reason: the page to begin with may not be built yet; then the first that is.
        if (slot.isPresent() && shown().isEmpty() && !pages.isEmpty()) {
            model.go(pages.keySet().iterator().next());
            return;
        }
        shown().ifPresent(page -> {
            root.setCenter(page.root());
            page.entered();
            if (root.getScene() != null) {
                Platform.runLater(page::focus);
            }
        });
    }

    private void recount() {
        pages.values().forEach(ExchangePage::changed);
        shown().ifPresent(ExchangePage::entered);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!root.getStyleClass().contains("over")) {
                root.getStyleClass().add("over");
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(take(files));
        event.consume();
    }

    /// Hands dropped files to the page that is shown, else to the first that reads them.
    boolean take(List<Path> files) {
        if (files.isEmpty()) {
            return false;
        }
        if (shown().map(page -> page.dropped(files)).orElse(false)) {
            return true;
        }
        for (ExchangeSlot slot : List.of(ExchangeSlot.MERGE, ExchangeSlot.ROSTERS)) {
            ExchangePage page = pages.get(slot);
            if (page != null) {
                model.go(slot);
                if (page.dropped(files)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void pressed(KeyEvent event) {
        int step = AFTER.match(event) ? 1 : BEFORE.match(event) ? -1 : 0;
        if (step != 0) {
            event.consume();
            list.turn(step);
        }
    }
}
