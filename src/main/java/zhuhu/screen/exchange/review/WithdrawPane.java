package zhuhu.screen.exchange.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.review.WithdrawBook;
import zhuhu.flow.review.Withdrawing;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// What taking one workbook out, or back in, changes, before it is done and after.
public final class WithdrawPane {

    private final WithdrawModel model;
    private final Desk desk;
    private final Texts texts;
    private final Button open = new Button("", Icon.RETURN.of(16));
    private Optional<WithdrawBook.Book> chosen = Optional.empty();
    private String id = "";

    public WithdrawPane(WithdrawModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        open.setId("withdraw-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> chosen.ifPresent(model::look));
        model.books().subscribe(_ -> choose(id));
    }

    public WithdrawModel model() {
        return model;
    }

    /// The button that begins, for the package that is chosen in a list.
    public Button button() {
        return open;
    }

    /// The workbook with this id is the one that the button is about.
    public void choose(String packageId) {
        id = packageId;
        chosen = model.book(packageId);
        boolean out = chosen.map(WithdrawBook.Book::withdrawn).orElse(false);
        open.setText(texts.of(out ? "withdraw.open.back" : "withdraw.open.out"));
        open.setDisable(chosen.isEmpty());
    }

    /// Whether a workbook is taken out now.
    public boolean isOut(String packageId) {
        return model.book(packageId).map(WithdrawBook.Book::withdrawn).orElse(false);
    }

    /// The page of a stage; nothing where it is idle.
    public Optional<Node> of(WithdrawModel.Stage stage) {
        return switch (stage) {
            case WithdrawModel.Stage.Idle() -> Optional.empty();
            case WithdrawModel.Stage.Running(var job) ->
                    Optional.of(new JobPane(texts, texts.of("withdraw.running"), job).root());
            case WithdrawModel.Stage.Refused(var problems) ->
                    Optional.of(sheet(List.of(Notes.of(texts, problems), foot())));
            case WithdrawModel.Stage.Previewed(var book, Withdrawing changes) ->
                    Optional.of(preview(book, changes));
            case WithdrawModel.Stage.Done(var book, Withdrawing changes) ->
                    Optional.of(done(book, changes));
        };
    }

    private Node preview(WithdrawBook.Book book, Withdrawing changes) {
        boolean back = book.withdrawn();
        var why = new PlainField();
        why.setId("withdraw-why");
        why.setPromptText(texts.of("withdraw.why.prompt"));
        var act =
                new Button(
                        texts.of(back ? "withdraw.act.back" : "withdraw.act.out", book.file()),
                        Icon.RETURN.of(18));
        // Reason: a file's name may hold what a button would take for a mark of its key.
        act.setMnemonicParsing(false);
        act.setId("withdraw-act");
        act.getStyleClass().add("primary");
        act.setMinWidth(Region.USE_PREF_SIZE);
        act.setOnAction(_ -> model.act(book, why.settled().get()));
        var nodes = new ArrayList<Node>();
        nodes.add(
                Words.label(
                        texts.of(back ? "withdraw.title.back" : "withdraw.title.out", book.file()),
                        "heading"));
        nodes.add(
                Words.lines(texts.of(back ? "withdraw.about.back" : "withdraw.about.out"), "soft"));
        if (back && !book.reason().isEmpty()) {
            nodes.add(Words.lines(texts.of("withdraw.reason", book.reason()), "soft"));
        }
        nodes.add(counts(changes));
        nodes.add(table(changes));
        if (!back) {
            nodes.add(Fields.of(texts.of("withdraw.why"), why));
        }
        nodes.add(foot(act));
        return sheet(nodes);
    }

    private Node done(WithdrawBook.Book book, Withdrawing changes) {
        boolean back = book.withdrawn();
        String what = texts.of(back ? "withdraw.done.back" : "withdraw.done.out", book.file());
        return sheet(
                List.of(
                        Notes.good(what, texts.of("withdraw.done.next")),
                        counts(changes),
                        table(changes),
                        foot()));
    }

    private Node counts(Withdrawing changes) {
        var row =
                new HBox(
                        18,
                        figure(texts.of("withdraw.count.records"), changes.records()),
                        figure(texts.of("withdraw.count.changes"), changes.changes().size()),
                        figure(texts.of("withdraw.count.gone"), changes.gone()),
                        figure(texts.of("withdraw.count.opened"), changes.opened().size()),
                        figure(texts.of("withdraw.count.closed"), changes.closed().size()),
                        figure(texts.of("withdraw.count.resting"), changes.resting().size()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node figure(String words, int count) {
        var box =
                new VBox(
                        0,
                        Words.label(Integer.toString(count), "heading"),
                        Words.label(words, "soft", "small"));
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /// A line of the table: what happens to a section.
    record Line(String kind, String label, String section, String before, String after) {}

    private TableView<Line> table(Withdrawing changes) {
        var lines = new ArrayList<Line>();
        changes.opened().forEach(c -> lines.add(contest(texts.of("withdraw.kind.opened"), c)));
        changes.closed().forEach(c -> lines.add(contest(texts.of("withdraw.kind.closed"), c)));
        changes.resting()
                .forEach(r ->
                        lines.add(
                                new Line(
                                        texts.of("withdraw.kind.resting"),
                                        r.label(),
                                        r.sectionLabel(),
                                        texts.of("withdraw.kind.resting.by", r.by(), r.at()),
                                        "")));
        changes.changes()
                .forEach(c ->
                        lines.add(
                                new Line(
                                        texts.of("withdraw.kind.change"),
                                        c.label(),
                                        c.sectionLabel(),
                                        c.before(),
                                        c.after())));
        double em = desk.emPx();
        var table = new TableView<Line>();
        table.setId("withdraw-table");
        Columns.add(table, texts.of("withdraw.column.kind"), 6, em, "soft", Line::kind);
        Columns.add(table, texts.of("withdraw.column.label"), 8, em, "strong", Line::label);
        Columns.add(table, texts.of("withdraw.column.section"), 9, em, "plain", Line::section);
        Columns.add(table, texts.of("withdraw.column.before"), 23, em, "plain", Line::before);
        Columns.add(table, texts.of("withdraw.column.after"), 14, em, "plain", Line::after);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(Math.round(em * 2.65));
        table.getItems().setAll(lines);
        table.setPlaceholder(Words.label(texts.of("withdraw.table.none"), "soft"));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private static Line contest(String kind, Withdrawing.Contest contest) {
        return new Line(kind, contest.label(), contest.sectionLabel(), "", "");
    }

    private Node foot(Button... acts) {
        var leave = new Button(texts.of("withdraw.leave"));
        leave.setId("withdraw-leave");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(_ -> model.close());
        var row = new HBox(10, Words.spring(), leave);
        row.getChildren().addAll(acts);
        return row;
    }

    private static Node sheet(List<Node> nodes) {
        var box = new VBox(12);
        box.getChildren().setAll(nodes);
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }
}
