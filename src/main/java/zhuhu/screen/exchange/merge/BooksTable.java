package zhuhu.screen.exchange.merge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.exchange.merge.Merging.Book;
import zhuhu.screen.exchange.merge.Merging.Counts;
import zhuhu.screen.exchange.merge.Merging.RowClass;
import zhuhu.screen.exchange.merge.Merging.Standing;
import zhuhu.screen.part.Columns;

/// The files with what they bring, and all of them together in the first line. Space ticks; a click
/// on a number shows the rows behind it.
final class BooksTable {

    /// What the table is for now.
    enum Mode {
        CHOOSE,
        LOOK
    }

    /// A line: one file, or empty for all.
    private record Line(Optional<Book> book, Counts counts) {}

    private final MergeModel model;
    private final Desk desk;
    private final Texts texts;
    private final TableView<Line> table = new TableView<>();
    private final TableColumn<Line, Line> tick = new TableColumn<>("");
    private final Map<RowClass, TableColumn<Line, Integer>> numbers = new EnumMap<>(RowClass.class);
    private final List<TableColumn<Line, ?>> wide = new ArrayList<>();
    private boolean filling;

    BooksTable(MergeModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        table.setId("merge-books");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(now -> {
                    if (!filling && now != null) {
                        look(now);
                    }
                });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.books().subscribe(this::fill);
        model.ticked().subscribe(table::refresh);
        columns();
        desk.installation().subscribe((_, _) -> columns());
    }

    TableView<?> node() {
        return table;
    }

    void show(Mode mode) {
        tick.setVisible(mode == Mode.CHOOSE);
    }

    void narrow(boolean narrow) {
        wide.forEach(c -> c.setVisible(!narrow));
    }

    private void fill() {
        filling = true;
        var lines = new ArrayList<Line>();
        if (model.books().size() > 1) {
            lines.add(
                    new Line(
                            Optional.empty(),
                            Counts.sum(model.books().stream().map(Book::counts).toList())));
        }
        model.books().forEach(b -> lines.add(new Line(Optional.of(b), b.counts())));
        table.getItems().setAll(lines);
        filling = false;
        table.getSelectionModel().selectFirst();
        table.scrollTo(0);
    }

    private void look(Line line) {
        boolean some = model.only().get().map(is -> line.counts().of(is) > 0).orElse(true);
        if (!some) {
            model.only().set(Optional.empty());
        }
        model.shown().set(line.book().map(Book::path));
    }

    private void pressed(KeyEvent event) {
        Line line = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && line != null) {
            event.consume();
            line.book().ifPresent(model::tick);
        }
    }

    private void columns() {
        double em = desk.emPx();
        table.getColumns().clear();
        wide.clear();
        table.setFixedCellSize(Math.round(em * 2.5));
        tick.setCellValueFactory(l -> new SimpleObjectProperty<>(l.getValue()));
        tick.setCellFactory(_ -> new Tick());
        tick.setMinWidth(em * 2.8);
        tick.setMaxWidth(em * 2.8);
        table.getColumns().add(tick);
        text("file", 12, em, "strong", b -> b.file());
        text("village", 6, em, "plain", b -> b.about().village());
        text("round", 5, em, "soft", b -> b.about().round());
        wide.add(table.getColumns().getLast());
        text("by", 5.3, em, "soft", b -> b.about().by());
        text("at", 7, em, "soft", b -> day(b.about().at()));
        table.getColumns().getLast().setMinWidth(em * 7);
        wide.add(table.getColumns().getLast());
        for (RowClass is : RowClass.values()) {
            TableColumn<Line, Integer> column = new TableColumn<>(word(texts, is));
            column.setCellValueFactory(
                    l -> new SimpleObjectProperty<>(l.getValue().counts().of(is)));
            column.setCellFactory(_ -> new Number(is));
            column.getStyleClass().add("number");
            column.setPrefWidth(em * (is == RowClass.SAME ? 4.2 : 3.5));
            column.setMinWidth(em * (is == RowClass.SAME ? 4.2 : 3.5));
            numbers.put(is, column);
            table.getColumns().add(column);
        }
        TableColumn<Line, Line> state = new TableColumn<>(texts.of("upward.book.state"));
        state.setCellValueFactory(l -> new SimpleObjectProperty<>(l.getValue()));
        state.setCellFactory(_ -> new State());
        state.setPrefWidth(em * 6);
        state.setMinWidth(em * 5);
        table.getColumns().add(state);
    }

    private void text(String key, double ems, double em, String look, Function<Book, String> text) {
        Columns.add(
                table,
                texts.of("upward.book." + key),
                ems,
                em,
                look,
                line ->
                        line.book()
                                .map(text)
                                .orElse(
                                        key.equals("file")
                                                ? texts.of("upward.book.all", model.books().size())
                                                : ""));
    }

    private static String day(String at) {
        return at.substring(0, Math.min(10, at.length()));
    }

    static String word(Texts texts, RowClass is) {
        return texts.of("upward.class." + is.name().toLowerCase(Locale.ROOT));
    }

    /// A box to tick, where merging makes sense.
    private final class Tick extends TableCell<Line, Line> {
        private final CheckBox box = new CheckBox();

        Tick() {
            box.setFocusTraversable(false);
            box.setOnAction(
                    _ -> Optional.ofNullable(getItem()).flatMap(Line::book).ifPresent(model::tick));
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            Optional<Book> book = empty || line == null ? Optional.empty() : line.book();
            setGraphic(book.isPresent() ? box : null);
            book.ifPresent(b -> {
                box.setSelected(model.ticked().contains(b.path()));
                box.setDisable(!b.canMerge());
            });
        }
    }

    /// How many rows of a class; a click shows them.
    private final class Number extends TableCell<Line, Integer> {
        private final RowClass is;

        Number(RowClass is) {
            this.is = is;
            getStyleClass().add("number");
            setOnMouseClicked(_ -> {
                if (getItem() != null && getItem() > 0) {
                    model.only().set(Optional.of(is));
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Integer count, boolean empty) {
            super.updateItem(count, empty);
            setText(empty || count == null ? "" : String.valueOf(count));
            getStyleClass().removeAll("zero", "strong", "words-bad", "words-doubt");
            if (count != null && !empty) {
                getStyleClass().add(look(count));
            }
        }

        private String look(int count) {
            if (count == 0) {
                return "zero";
            }
            return switch (is) {
                case NEW, SAME, CHANGED -> "strong";
                case CONFLICT, HAND_EDITED -> "words-doubt";
                case DAMAGED, REFUSED -> "words-bad";
            };
        }
    }

    /// What can be done with a file, in words.
    private final class State extends TableCell<Line, Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("words-bad", "words-good", "soft");
            Optional<Book> book = empty || line == null ? Optional.empty() : line.book();
            String words = book.map(b -> state(texts, b)).orElse("");
            setText(words);
            setTooltip(words.length() < 10 ? null : new Tooltip(words));
            book.ifPresent(b -> getStyleClass().add(look(b.standing())));
        }

        private String look(Standing standing) {
            return switch (standing) {
                case READY, KNOWN -> "soft";
                case MERGED -> "words-good";
                case REFUSED, STOPPED -> "words-bad";
            };
        }
    }

    static String state(Texts texts, Book book) {
        String word =
                texts.of(
                        "upward.standing."
                                + book.standing().name().toLowerCase(Locale.ROOT)
                                + ".short");
        return book.standing() == Standing.REFUSED && !book.problems().isEmpty()
                ? texts.of("upward.standing.refused.why", texts.message(book.problems().getFirst()))
                : word;
    }
}
