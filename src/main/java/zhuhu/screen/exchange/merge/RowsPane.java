package zhuhu.screen.exchange.merge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.exchange.merge.MergeModel.Line;
import zhuhu.screen.exchange.merge.Merging.Book;
import zhuhu.screen.exchange.merge.Merging.CellChange;
import zhuhu.screen.exchange.merge.Merging.Counts;
import zhuhu.screen.exchange.merge.Merging.RowClass;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.TableText;
import zhuhu.screen.part.Words;

/// The rows of the file that is looked at, or of all files, by class: where, who, what was and is,
/// and why.
final class RowsPane {

    private final MergeModel model;
    private final Desk desk;
    private final Texts texts;
    private final MergeWays ways;
    private final HBox chips = new HBox(7);
    private final TableView<Line> table = new TableView<>();
    private final HBox head = new HBox(10);
    private final VBox root = new VBox(9);
    private boolean narrow;

    RowsPane(MergeModel model, Desk desk, Texts texts, MergeWays ways) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.ways = ways;
        table.setId("merge-rows");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(chips, Priority.ALWAYS);
        var copy = new Button(texts.of("upward.rows.copy"), Icon.COPY.of(16));
        copy.setId("merge-copy");
        copy.getStyleClass().add("quiet");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> TableText.copy(table));
        head.getChildren().setAll(chips, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("merge-rows");
        model.shown().subscribe((_, _) -> fill());
        model.only().subscribe((_, _) -> fill());
        model.books().subscribe(this::fill);
        desk.installation().subscribe((_, _) -> fill());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                go();
            }
        });
        fill();
    }

    Region root() {
        return root;
    }

    void narrow(boolean now) {
        narrow = now;
        fill();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            go();
        }
    }

    private void go() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .flatMap(l -> l.row().record())
                .ifPresent(ways::record);
    }

    private void fill() {
        chips();
        columns();
        List<Line> lines = model.lines();
        table.getItems().setAll(lines);
        table.setPlaceholder(placeholder());
        root.getChildren().setAll(head);
        Optional<Book> one = model.shown().get().flatMap(_ -> model.looked().stream().findFirst());
        Node troubles = one.map(this::troubles).orElse(null);
        if (troubles != null) {
            root.getChildren().add(troubles);
        }
        root.getChildren().add(table);
    }

    /// What is wrong with the file as a whole.
    private @Nullable Node troubles(Book book) {
        if (book.standing() == Merging.Standing.KNOWN) {
            return Notes.plain(
                    texts.of("upward.standing.known"), texts.of("upward.standing.known.next"));
        }
        return book.problems().isEmpty() ? null : Notes.of(texts, book.problems());
    }

    private Node placeholder() {
        Counts counts = model.counts();
        boolean unlisted =
                model.only().get().map(is -> counts.of(is) > 0).orElse(counts.rows() > 0);
        return Words.label(
                texts.of(unlisted ? "upward.rows.unlisted" : "upward.rows.none"), "soft");
    }

    private void chips() {
        chips.getChildren().clear();
        Counts counts = model.counts();
        chips.getChildren().add(chip(Optional.empty(), counts.rows()));
        for (RowClass is : RowClass.values()) {
            if (counts.of(is) > 0 || model.only().get().equals(Optional.of(is))) {
                chips.getChildren().add(chip(Optional.of(is), counts.of(is)));
            }
        }
    }

    private Node chip(Optional<RowClass> is, int count) {
        String word = is.map(c -> BooksTable.word(texts, c)).orElse(texts.of("upward.rows.all"));
        var chip = new ToggleButton(texts.of("upward.rows.chip", word, count));
        chip.getStyleClass().add("chip");
        chip.setId("merge-chip-" + is.map(c -> c.name().toLowerCase(Locale.ROOT)).orElse("all"));
        chip.setSelected(model.only().get().equals(is));
        chip.setOnAction(_ -> {
            model.only().set(is);
            chips();
        });
        return chip;
    }

    private void columns() {
        double em = desk.emPx();
        table.getColumns().clear();
        table.setFixedCellSize(Math.round(em * 2.5));
        Columns.add(table, texts.of("upward.row.class"), 4.5, em, "strong", this::is);
        if (model.shown().get().isEmpty() && !narrow) {
            Columns.add(table, texts.of("upward.book.file"), 9, em, "soft", l -> l.book().file());
        }
        Columns.add(table, texts.of("upward.row.where"), 9, em, "soft", this::where);
        Columns.add(table, texts.of("upward.row.who"), 6, em, "plain", l -> l.row().label());
        Columns.add(table, texts.of("upward.row.what"), 16, em, "plain", this::what);
        Columns.add(table, texts.of("upward.row.why"), 26, em, "soft", this::why);
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.setSortable(true);
        }
        // Reason: left to itself the table may give its room to the shortest column.
        table.getColumns().getFirst().setMaxWidth(6 * em);
    }

    private String is(Line line) {
        return BooksTable.word(texts, line.row().is());
    }

    private String where(Line line) {
        return texts.of("upward.row.place", line.row().sheet(), line.row().row());
    }

    /// “住房面积：86 → 68（已采纳）”.
    private String what(Line line) {
        return line.row().changes().stream().map(this::words).collect(Collectors.joining("；"));
    }

    private String words(CellChange change) {
        String blank = texts.of("upward.row.blank");
        return texts.of(
                "upward.row.change",
                change.label(),
                change.was().isEmpty() ? blank : change.was(),
                change.now().isEmpty() ? blank : change.now(),
                texts.of("upward.taken." + change.taken().name().toLowerCase(Locale.ROOT)));
    }

    private String why(Line line) {
        return line.row().reasons().stream()
                .map(p -> (texts.message(p) + texts.next(p)).strip())
                .collect(Collectors.joining(" "));
    }
}
