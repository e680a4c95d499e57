package zhuhu.screen.home;

import atlantafx.base.controls.RingProgressIndicator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.Page;
import zhuhu.screen.home.HomeModel.Next;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;
import zhuhu.store.Workspace.PackageRow;

/// The first page: ring, counts, what to do next, deadlines, last files.
public final class HomeView implements Page {

    private final HomeModel model;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;
    private final Runnable toExchange;
    private final Consumer<String> toState;
    private final VBox content = new VBox(18);
    private final ScrollPane root = new ScrollPane(content);
    private boolean narrow;
    private boolean wantsFocus;

    /// `toState` leads to the households in that state.
    public HomeView(
            HomeModel model,
            Desk desk,
            Texts texts,
            Clock clock,
            Runnable toExchange,
            Consumer<String> toState) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
        this.toExchange = toExchange;
        this.toState = toState;
        content.getStyleClass().add("pane");
        root.setFitToWidth(true);
        model.overview().subscribe(_ -> fill());
        desk.installation().subscribe((_, _) -> fill());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
    }

    @Override
    public void focus() {
        wantsFocus = true;
        takeFocus();
    }

    private void takeFocus() {
        // Reason: what there is to do is known only after the first answer has come.
        Node first = content.lookup(".next-thing");
        if (wantsFocus && first != null && model.overview().get().known()) {
            wantsFocus = false;
            first.requestFocus();
        }
    }

    private boolean hasFocus() {
        Node owner = content.getScene() == null ? null : content.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void narrow(boolean nowNarrow) {
        if (narrow != nowNarrow) {
            narrow = nowNarrow;
            fill();
        }
    }

    private void fill() {
        wantsFocus = wantsFocus || hasFocus();
        Overview overview = model.overview().get();
        String name = desk.now().name();
        String hello = name.isBlank() ? texts.of("home.title") : texts.of("home.hello", name);
        Node left = grow(progress(overview));
        Node right = grow(next(overview));
        Node below =
                narrow
                        ? new VBox(18, deadlines(overview), files(overview))
                        : new HBox(18, grow(deadlines(overview)), grow(files(overview)));
        content.getChildren()
                .setAll(
                        Words.label(hello, "title"),
                        narrow ? new VBox(18, left, right) : new HBox(18, left, right),
                        below);
        takeFocus();
    }

    private Region progress(Overview overview) {
        var ring = new RingProgressIndicator(overview.share(), false);
        double size = desk.emPx() * 10.5;
        ring.setMinSize(size, size);
        ring.setPrefSize(size, size);
        ring.setStringConverter(new Percent());
        var figures =
                new VBox(
                        6,
                        Words.label(
                                texts.of("home.closed", overview.closed(), overview.due()),
                                "heading"),
                        Words.lines(texts.of("home.households", overview.households()), "soft"));
        var states = new VBox(5);
        for (String state : States.ORDER) {
            if (!state.isEmpty() && overview.of(state) > 0) {
                var row =
                        new HBox(
                                10,
                                fixed(States.badge(texts, state)),
                                Words.label(texts.of("home.count", overview.of(state)), "soft"));
                row.setAlignment(Pos.CENTER_LEFT);
                states.getChildren().add(row);
            }
        }
        figures.getChildren().add(states);
        var both = new HBox(28, ring, figures);
        both.setAlignment(Pos.CENTER_LEFT);
        return sheet(texts.of("home.progress"), both);
    }

    private Node fixed(Region badge) {
        var box = new StackPane(badge);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(desk.emPx() * 5.5);
        return box;
    }

    private Region next(Overview overview) {
        var things = new VBox(6);
        for (Next thing : HomeModel.next(overview)) {
            things.getChildren().add(thing(thing, overview));
        }
        if (things.getChildren().isEmpty() && overview.known()) {
            things.getChildren().add(Words.lines(texts.of("home.nothing"), "soft"));
        }
        return sheet(texts.of("home.next"), things);
    }

    private Node thing(Next thing, Overview overview) {
        return switch (thing) {
            case IMPORT ->
                    row(
                            Icon.IMPORT,
                            texts.of("home.import"),
                            texts.of("home.import.why"),
                            toExchange);
            case RETURNED ->
                    row(
                            Icon.WARNING,
                            texts.of("home.returned", overview.of("returned")),
                            texts.of("home.returned.why"),
                            () -> toState.accept("returned"));
            case DRAFTS ->
                    row(
                            Icon.CLOCK,
                            texts.of("home.drafts", overview.of("draft")),
                            texts.of("home.drafts.why"),
                            () -> toState.accept("draft"));
            case TODO ->
                    row(
                            Icon.HOUSEHOLD,
                            texts.of("home.todo", overview.of("todo")),
                            texts.of("home.todo.why"),
                            () -> toState.accept("todo"));
            case ABSENT ->
                    row(
                            Icon.PERSON,
                            texts.of("home.absent", overview.of("absent")),
                            texts.of("home.absent.why"),
                            () -> toState.accept("absent"));
            case EXPORT ->
                    row(
                            Icon.EXPORT,
                            texts.of("home.export"),
                            texts.of("home.export.why"),
                            toExchange);
        };
    }

    private static Button row(Icon icon, String title, String why, Runnable act) {
        var mark = new StackPane(icon.of(20));
        mark.getStyleClass().addAll("door-mark", "icon-teal");
        mark.setMinSize(38, 38);
        mark.setMaxSize(38, 38);
        var words = new VBox(Words.label(title, "subheading"), Words.label(why, "soft", "small"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(14, mark, words, Icon.GO.of(16));
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", line);
        button.getStyleClass().add("next-thing");
        button.setAccessibleText(title);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(20));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private Region deadlines(Overview overview) {
        var rows = new VBox(8);
        LocalDate today = LocalDate.now(clock);
        for (Overview.Deadline deadline : overview.deadlines()) {
            long days = ChronoUnit.DAYS.between(today, deadline.day());
            String words =
                    days > 0
                            ? texts.of("shell.days.left", days)
                            : days == 0
                                    ? texts.of("shell.days.today")
                                    : texts.of("shell.days.over", -days);
            var title = Words.label(deadline.title());
            title.setMinWidth(0);
            Label day = Words.label(deadline.day().toString(), "soft");
            Label left =
                    Words.label(words, "badge", days < 0 ? "bad" : days <= 7 ? "doubt" : "teal");
            day.setMinWidth(Region.USE_PREF_SIZE);
            left.setMinWidth(Region.USE_PREF_SIZE);
            title.setTooltip(new Tooltip(deadline.title()));
            var row = new HBox(12, day, title, Words.spring(), left);
            row.setAlignment(Pos.CENTER_LEFT);
            rows.getChildren().add(row);
        }
        if (overview.deadlines().isEmpty()) {
            rows.getChildren().add(Words.label(texts.of("home.deadlines.none"), "soft"));
        }
        return sheet(texts.of("home.deadlines"), rows);
    }

    private Region files(Overview overview) {
        return sheet(
                texts.of("home.files"),
                new VBox(
                        8,
                        file(Icon.IMPORT, overview.lastIn(), texts.of("home.in.none")),
                        file(Icon.EXPORT, overview.lastOut(), texts.of("home.out.none"))));
    }

    private Node file(Icon icon, Optional<PackageRow> row, String none) {
        var line = new HBox(12, icon.of(18));
        line.setAlignment(Pos.CENTER_LEFT);
        if (row.isEmpty()) {
            line.getChildren().add(Words.label(none, "soft"));
            return line;
        }
        var name = Words.label(row.get().file());
        name.setMinWidth(0);
        String at = row.get().at();
        line.getChildren()
                .addAll(
                        name,
                        Words.spring(),
                        Words.label(
                                at.substring(0, Math.min(16, at.length())).replace('T', ' '),
                                "soft",
                                "small"));
        return line;
    }

    private static Region sheet(String title, Node inside) {
        var box = new VBox(14, Words.label(title, "heading"), inside);
        box.getStyleClass().addAll("sheet", "padded");
        box.setMinWidth(0);
        return box;
    }

    private static Region grow(Region region) {
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setPrefWidth(400);
        region.setMaxHeight(Double.MAX_VALUE);
        return region;
    }
}
