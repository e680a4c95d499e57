package zhuhu.screen;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Words;

/// The window around an open workspace: rail, header, one content pane. Ctrl+1 to Ctrl+4 go to the
/// places of the rail.
public final class ShellView {

    // Reason: below this many letters of width the rail shows icons alone and side panels fold.
    private static final double WIDE_EMS = 84;

    private final ShellModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final EnumMap<Place, Page> pages;
    private final EnumMap<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final BorderPane root = new BorderPane();
    private final VBox rail = new VBox();
    private final HBox header = new HBox();
    private final Label brand = new Label();
    private final ChangeListener<Number> widths = (_, _, _) -> fold();

    public ShellView(
            ShellModel model, Desk desk, Texts texts, Layers layers, Map<Place, Page> pages) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pages = new EnumMap<>(pages);
        rail.getStyleClass().add("rail");
        header.getStyleClass().add("header");
        fillRail();
        root.setLeft(rail);
        root.widthProperty().addListener(widths);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.place().subscribe((_, _) -> show());
        model.visit().subscribe((_, _) -> show());
        model.face().subscribe((_, _) -> fillHeader());
        model.asides().subscribe((_, _) -> fillHeader());
        desk.installation().subscribe((_, _) -> fillHeader());
        desk.installation().subscribe((_, _) -> fold());
        fillHeader();
        show();
    }

    public Parent root() {
        return root;
    }

    private void fillRail() {
        var mark = Words.label(texts.of("app.mark"), "brand-mark");
        double markPx = 34;
        mark.setMinSize(markPx, markPx);
        mark.setMaxSize(markPx, markPx);
        brand.setText(texts.of("app.name"));
        brand.getStyleClass().add("brand");
        var top = new HBox(8, mark, brand);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox.setMargin(top, new Insets(0, 0, 16, 4));
        rail.getChildren().add(top);
        for (Place place : pages.keySet()) {
            var button = new ToggleButton(place.words(texts), place.icon().of(21));
            button.getStyleClass().add("rail-button");
            button.setId("rail-" + place.name().toLowerCase(Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(
                    new Tooltip(texts.of("shell.key", place.words(texts), place.ordinal() + 1)));
            button.setOnAction(_ -> go(place));
            buttons.put(place, button);
            rail.getChildren().add(button);
        }
    }

    private void go(Place place) {
        if (model.visit().get().isPresent()) {
            model.putAside().get().run();
        }
        // Reason: what cannot be put aside is left through its own button, so that it is saved.
        if (model.visit().get().isPresent()) {
            mark();
            return;
        }
        if (model.place().get() == place) {
            mark();
        }
        model.place().set(place);
    }

    private void show() {
        Optional<Parent> visit = model.visit().get();
        if (visit.isPresent()) {
            root.setCenter(visit.get());
            root.setTop(null);
        } else {
            Optional.ofNullable(pages.get(model.place().get()))
                    .ifPresent(page -> {
                        root.setCenter(new BorderPane(page.root(), header, null, null, null));
                        page.entered();
                        Platform.runLater(page::focus);
                    });
        }
        mark();
        fold();
    }

    private void mark() {
        // Reason: in a visit, keys belong to its questions; the rail must never catch the focus.
        boolean visiting = model.visit().get().isPresent();
        buttons.forEach((place, button) -> {
            button.setSelected(model.place().get() == place);
            button.setFocusTraversable(!visiting);
        });
    }

    private void fold() {
        double width = root.getWidth();
        boolean narrow = width > 0 && width < WIDE_EMS * desk.emPx();
        boolean icons = narrow || model.visit().get().isPresent();
        rail.getStyleClass().remove("narrow");
        if (icons) {
            rail.getStyleClass().add("narrow");
        }
        brand.setVisible(!icons);
        brand.setManaged(!icons);
        double railPx = icons ? Math.max(64, desk.emPx() * 4.4) : desk.emPx() * 11.5;
        rail.setMinWidth(railPx);
        rail.setPrefWidth(railPx);
        buttons.values()
                .forEach(b ->
                        b.setContentDisplay(
                                icons ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        pages.values().forEach(page -> page.narrow(narrow));
    }

    private void fillHeader() {
        Face face = model.face().get();
        var names =
                new VBox(
                        Words.label(face.name(), "heading"),
                        Words.label(
                                texts.of("shell.campaign", face.campaign(), face.round()),
                                "soft",
                                "small"));
        names.setMinWidth(0);
        header.getChildren().setAll(names);
        model.daysLeft().ifPresent(days -> header.getChildren().add(due(days)));
        if (face.training()) {
            header.getChildren().add(Words.label(texts.of("shell.training"), "badge", "doubt"));
        }
        header.getChildren().add(Words.spring());
        model.asides().get().forEach(aside -> header.getChildren().add(back(aside)));
        header.getChildren().addAll(mask(), lock(), who());
    }

    /// The way back to a visit that was put aside.
    private Node back(ShellModel.Aside aside) {
        var button = new Button(texts.of("shell.aside", aside.title()), Icon.GO.of(15));
        button.getStyleClass().addAll("who", "aside");
        button.setTooltip(new Tooltip(texts.of("shell.aside.tip")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> aside.back().run());
        return button;
    }

    private Node due(long days) {
        String words =
                days > 0
                        ? texts.of("shell.days.left", days)
                        : days == 0
                                ? texts.of("shell.days.today")
                                : texts.of("shell.days.over", -days);
        return Words.label(words, "badge", days < 0 ? "bad" : days <= 7 ? "doubt" : "teal");
    }

    /// Covers ids, phones and bank numbers everywhere; before a projector they always are.
    private Node mask() {
        boolean covered = desk.masked();
        var button = round("shell-mask", covered ? Icon.COVERED : Icon.SEEN);
        button.setTooltip(
                new Tooltip(
                        desk.now().projector()
                                ? texts.of("shell.mask.projector")
                                : texts.of(covered ? "shell.mask.off" : "shell.mask.on")));
        button.setDisable(desk.now().projector());
        button.setOnAction(_ -> desk.change(i -> i.look(i.projector(), !i.masked(), i.large())));
        return button;
    }

    private Node lock() {
        var button = round("shell-lock", Icon.LOCK);
        button.setTooltip(new Tooltip(texts.of("shell.lock")));
        button.setOnAction(_ -> model.lock());
        return button;
    }

    private static Button round(String id, Icon icon) {
        var button = new Button("", icon.of(18));
        button.setId(id);
        button.getStyleClass().addAll("who", "round");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node who() {
        Installation now = desk.now();
        String words = now.known() ? now.name() : texts.of("shell.nobody");
        var button = new Button(words, Icon.PERSON.of(18));
        button.setId("shell-who");
        button.getStyleClass().add("who");
        button.setTooltip(new Tooltip(texts.of("shell.who.tip")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> new WhoDialog(desk, texts, layers).ask(() -> {}));
        return button;
    }

    private void pressed(KeyEvent event) {
        if (layers.dialogOpen() || model.visit().get().isPresent()) {
            return;
        }
        for (Place place : pages.keySet()) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + (place.ordinal() + 1));
            if (new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN).match(event)) {
                event.consume();
                go(place);
            }
        }
        boolean find = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN).match(event);
        if (find && model.place().get() != Place.HOUSEHOLDS) {
            model.place().set(Place.HOUSEHOLDS);
        }
    }
}
