package zhuhu.screen.exchange.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.merge.Merging.Book;
import zhuhu.screen.exchange.merge.Merging.Open;
import zhuhu.screen.exchange.merge.Merging.Standing;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Words;

/// The files above, their rows below; at the top what can be done with them, or what came of it.
final class BooksPane {

    private final MergeModel model;
    private final Texts texts;
    private final FilePick pick;
    private final MergeWays ways;
    private final BooksTable table;
    private final RowsPane rows;
    private final Button merge;
    private Node next = new HBox();
    private final SplitPane split = new SplitPane();

    BooksPane(MergeModel model, Desk desk, Texts texts, FilePick pick, MergeWays ways) {
        this.model = model;
        this.texts = texts;
        this.pick = pick;
        this.ways = ways;
        this.table = new BooksTable(model, desk, texts);
        this.rows = new RowsPane(model, desk, texts, ways);
        this.merge = new Button("", Icon.MERGE.of(18));
        merge.setId("merge-go");
        merge.getStyleClass().add("primary");
        merge.setMinWidth(Region.USE_PREF_SIZE);
        merge.setOnAction(_ -> model.merge());
        model.ticked().subscribe(this::count);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("merge-split");
        split.getItems().setAll(table.node(), rows.root());
        split.setDividerPositions(0.46);
    }

    void narrow(boolean narrow) {
        table.narrow(narrow);
        rows.narrow(narrow);
    }

    void focus() {
        // Reason: a split pane holds its parts only once it was dressed.
        split.applyCss();
        table.node().requestFocus();
    }

    void focusNext() {
        next.requestFocus();
    }

    private void count() {
        int chosen = model.ticked().size();
        merge.setText(texts.of("upward.merge.go", chosen));
        merge.setDisable(chosen == 0);
    }

    /// What merging would bring.
    Region tried() {
        count();
        table.show(BooksTable.Mode.CHOOSE);
        var more = new Button(texts.of("upward.merge.add"), Icon.ADD.of(16));
        more.setId("merge-add");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> model.add(pick.workbooks()));
        var clear = new Button(texts.of("upward.merge.clear"));
        clear.setId("merge-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(_ -> model.clear());
        return whole(
                new HBox(
                        10,
                        title("upward.merge.tried", sum()),
                        Words.spring(),
                        clear,
                        more,
                        merge));
    }

    private Node title(String key, String below) {
        var small = Words.label(below, "soft", "small");
        var box = new VBox(1, Words.label(texts.of(key), "title"), small);
        box.setMinWidth(0);
        return box;
    }

    /// “28 个文件：可合并 26，以前合并过 1，拒收 1”.
    private String sum() {
        var parts = new ArrayList<String>();
        for (Standing standing : Standing.values()) {
            long n = model.books().stream().filter(b -> b.standing() == standing).count();
            if (n > 0) {
                String word =
                        texts.of(
                                "upward.standing."
                                        + standing.name().toLowerCase(Locale.ROOT)
                                        + ".short");
                parts.add(texts.of("upward.merge.sum.part", word, n));
            }
        }
        return texts.of("upward.merge.sum", model.books().size(), String.join("，", parts));
    }

    /// What merging brought.
    Region over(Open open) {
        table.show(BooksTable.Mode.LOOK);
        var back = new Button(texts.of("upward.merge.back"), Icon.BACK.of(16));
        back.setId("merge-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.clear());
        boolean all = model.books().stream().allMatch(b -> b.standing() == Standing.MERGED);
        var head =
                new HBox(
                        10,
                        back,
                        title(all ? "upward.merge.over" : "upward.merge.over.part", sum()),
                        Words.spring());
        Region page = whole(head);
        ((VBox) page).getChildren().add(1, todo(open));
        return page;
    }

    private Node todo(Open open) {
        var buttons = new ArrayList<Button>();
        if (open.conflicts() > 0) {
            buttons.add(way("conflicts", open.conflicts(), Icon.SPLIT, ways::conflicts));
        }
        if (open.held() > 0) {
            buttons.add(way("waiting", open.held(), Icon.HAND, ways::waiting));
        }
        if (open.pending() > 0) {
            buttons.add(way("pending", open.pending(), Icon.CLOCK, ways::waiting));
        }
        boolean clean = buttons.isEmpty();
        buttons.add(way("account", 0, Icon.SHIELD, ways::account));
        buttons.getFirst().getStyleClass().add("primary");
        next = buttons.getFirst();
        boolean all = model.books().stream().allMatch(b -> b.standing() == Standing.MERGED);
        String said =
                !clean
                        ? texts.of("upward.merge.todo")
                        : texts.of(all ? "upward.merge.clean" : "upward.merge.clean.part");
        var words = Words.label(said, "strong");
        words.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(12, (clean ? Icon.CHECK : Icon.WARNING).of(20), words);
        line.getChildren().addAll(buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("note", clean ? "good" : "doubt");
        return line;
    }

    private Button way(String what, int count, Icon icon, Runnable go) {
        var button = new Button(texts.of("upward.merge.next." + what, count), icon.of(16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("merge-next-" + what);
        button.setOnAction(_ -> go.run());
        return button;
    }

    private Region whole(HBox head) {
        head.setAlignment(Pos.CENTER_LEFT);
        var page = new VBox(12, head);
        List<Book> rosters = model.books().stream().filter(b -> b.has("readNotOurs")).toList();
        if (!rosters.isEmpty()) {
            page.getChildren().add(rosters(rosters));
        }
        page.getChildren().add(split);
        VBox.setVgrow(split, Priority.ALWAYS);
        return page;
    }

    private Node rosters(List<Book> found) {
        var to = new Button(texts.of("upward.merge.rosters.go"), Icon.IMPORT.of(16));
        to.setMinWidth(Region.USE_PREF_SIZE);
        to.setOnAction(_ -> ways.rosters());
        var words = Words.label(texts.of("upward.merge.rosters", found.size()), "soft");
        var line = new HBox(10, words, Words.spring(), to);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("note", "plain");
        return line;
    }
}
