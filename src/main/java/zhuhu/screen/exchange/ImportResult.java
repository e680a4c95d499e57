package zhuhu.screen.exchange;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.roster.Counts;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// What came of an import: counts a file, and every place that wants a look.
final class ImportResult {

    private final List<ImportedRoster> files;
    private final ImportModel model;
    private final Desk desk;
    private final Texts texts;

    ImportResult(List<ImportedRoster> files, ImportModel model, Desk desk, Texts texts) {
        this.files = files;
        this.model = model;
        this.desk = desk;
        this.texts = texts;
    }

    /// A line of the list of places.
    private record Spot(String file, String kind, String where, String what, String next) {}

    Parent root() {
        List<Spot> spots = spots();
        var back = new Button(texts.of("import.back"), Icon.BACK.of(16));
        back.setId("import-back");
        var top = new HBox(12, back, Words.label(texts.of("import.over"), "title"), Words.spring());
        top.setAlignment(Pos.CENTER_LEFT);
        back.setOnAction(_ -> model.close());
        if (!spots.isEmpty()) {
            var copy = new Button(texts.of("import.copy"), Icon.COPY.of(16));
            copy.setId("import-copy");
            copy.setOnAction(_ -> {
                copy(spots);
                copy.setText(texts.of("import.copied"));
            });
            top.getChildren().add(copy);
        }
        var box = new VBox(14, top);
        box.getChildren().add(files());
        int held = files.stream().mapToInt(file -> file.held().size()).sum();
        if (held > 0) {
            box.getChildren().add(apart(held));
        }
        if (!spots.isEmpty()) {
            TableView<Spot> table = table(spots);
            VBox.setVgrow(table, Priority.ALWAYS);
            box.getChildren()
                    .addAll(Words.label(texts.of("import.spots", spots.size()), "heading"), table);
        }
        return box;
    }

    /// Rows of which it cannot be told whom they are about, and the way to let them in.
    private Node apart(int held) {
        var act = new Button(texts.of("links.apart", held), Icon.COPY.of(16));
        act.setId("import-apart");
        act.setMinWidth(Region.USE_PREF_SIZE);
        act.setOnAction(_ -> model.apart());
        var why = Words.lines(texts.of("links.apart.why"), "soft");
        HBox.setHgrow(why, Priority.ALWAYS);
        var row = new HBox(12, act, why);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node files() {
        var cards = new FlowPane(14, 14);
        for (ImportedRoster file : files) {
            Region card = file(file);
            card.setPrefWidth(desk.emPx() * (files.size() == 1 ? 56 : 26.5));
            cards.getChildren().add(card);
        }
        if (files.size() <= 2) {
            return cards;
        }
        var scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(desk.emPx() * 16);
        scroll.setPrefHeight(desk.emPx() * 17);
        return scroll;
    }

    private Region file(ImportedRoster file) {
        var name = Words.label(file.file(), "heading");
        var head = new HBox(10, name);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!file.date().isEmpty()) {
            head.getChildren()
                    .add(Words.label(texts.of("import.dated", file.date()), "badge", "teal"));
        }
        var box = new VBox(12, head);
        if (file.failed().isEmpty()) {
            box.getChildren().add(counts(file));
            if (file.isClean()) {
                head.getChildren().add(Words.label(texts.of("import.clean"), "badge", "good"));
            }
        } else {
            box.getChildren().add(Notes.of(texts, file.failed()));
        }
        if (!file.unknownColumns().isEmpty()) {
            box.getChildren()
                    .add(
                            Words.lines(
                                    texts.of(
                                            "import.unknown",
                                            file.unknownColumns().size(),
                                            String.join("、", file.unknownColumns())),
                                    "soft",
                                    "small"));
        }
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    private Node counts(ImportedRoster file) {
        var grid = new GridPane(18, 5);
        grid.addRow(
                0,
                Words.label(""),
                head(texts.of("import.fresh")),
                head(texts.of("import.changed")),
                head(texts.of("import.same")));
        line(grid, 1, texts.of("import.villages"), file.villages());
        line(grid, 2, texts.of("import.households"), file.households());
        line(grid, 3, texts.of("import.persons"), file.persons());
        var rows =
                new VBox(
                        5,
                        Words.label(texts.of("import.rows", file.rows()), "strong"),
                        tally(texts.of("import.held", file.held().size()), file.held(), "doubt"),
                        tally(
                                texts.of("import.refused", file.refused().size()),
                                file.refused(),
                                "bad"),
                        tally(
                                texts.of("import.doubts", file.doubts().size()),
                                file.doubts(),
                                "doubt"));
        var both = new HBox(36, grid, rows);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Node head(String words) {
        var label = Words.label(words, "soft", "small");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static void line(GridPane grid, int row, String words, Counts counts) {
        grid.addRow(
                row,
                Words.label(words, "soft"),
                number(counts.fresh()),
                number(counts.changed()),
                number(counts.same()));
    }

    private static Node number(int count) {
        var label = Words.label(String.valueOf(count), count == 0 ? "faint" : "strong");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Node tally(String words, List<Problem> problems, String look) {
        return problems.isEmpty()
                ? Words.label(words, "faint", "small")
                : Words.label(words, "badge", look);
    }

    private List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        for (ImportedRoster file : files) {
            file.refused().forEach(p -> spots.add(spot(file, texts.of("import.kind.refused"), p)));
            file.held().forEach(p -> spots.add(spot(file, texts.of("import.kind.held"), p)));
            file.doubts().forEach(p -> spots.add(spot(file, texts.of("import.kind.doubt"), p)));
        }
        return spots;
    }

    private Spot spot(ImportedRoster file, String kind, Problem problem) {
        String where = problem.place() == null ? "" : Notes.words(texts, problem.place());
        return new Spot(file.file(), kind, where, texts.message(problem), texts.next(problem));
    }

    private TableView<Spot> table(List<Spot> spots) {
        var table = new TableView<Spot>();
        double em = desk.emPx();
        Columns.add(table, texts.of("import.kind"), 4.5, em, "strong", Spot::kind);
        if (files.size() > 1) {
            Columns.add(table, texts.of("import.file"), 10, em, "soft", Spot::file);
        }
        Columns.add(table, texts.of("import.where"), 12, em, "soft", Spot::where);
        Columns.add(table, texts.of("import.what"), 24, em, "plain", Spot::what);
        Columns.add(table, texts.of("import.next"), 22, em, "soft", Spot::next);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setFixedCellSize(Math.round(em * 2.65));
        table.getItems().setAll(spots);
        return table;
    }

    private void copy(List<Spot> spots) {
        var text = new StringBuilder();
        text.append(
                String.join(
                        "\t",
                        texts.of("import.file"),
                        texts.of("import.kind"),
                        texts.of("import.where"),
                        texts.of("import.what"),
                        texts.of("import.next")));
        for (Spot spot : spots) {
            text.append('\n')
                    .append(
                            String.join(
                                    "\t",
                                    spot.file(),
                                    spot.kind(),
                                    spot.where(),
                                    spot.what(),
                                    spot.next()));
        }
        var content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
