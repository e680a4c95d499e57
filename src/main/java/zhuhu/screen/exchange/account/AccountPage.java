package zhuhu.screen.exchange.account;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.paper.Printed;
import zhuhu.flow.upward.Account;
import zhuhu.flow.upward.AccountTables;
import zhuhu.flow.upward.ReportUpward;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.account.AccountModel.Said;
import zhuhu.screen.exchange.account.AccountModel.Table;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.TableText;
import zhuhu.screen.part.Words;

/// 对账: files with what their rows were, villages, households without an answer; printed, copied,
/// and handed up with a certificate.
public final class AccountPage implements ExchangePage {

    private final AccountModel model;
    private final Desk desk;
    private final Texts texts;
    private final FilePick pick;
    private final Clock clock;
    private final Consumer<Path> reveal;
    private final AccountTables tables;
    private final TableView<List<String>> table = new TableView<>();
    private final HBox chips = new HBox(7);
    private final Label open = Words.label("", "soft", "small");
    private final Label about = Words.label("", "faint", "small");
    private final VBox said = new VBox(8);
    private final VBox root = new VBox(12);

    /// `reveal` shows a file's folder in the system's own way.
    public AccountPage(
            AccountModel model,
            Desk desk,
            Texts texts,
            FilePick pick,
            Clock clock,
            Consumer<Path> reveal) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.pick = pick;
        this.clock = clock;
        this.reveal = reveal;
        this.tables = new AccountTables(texts);
        table.setId("account-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        VBox.setVgrow(table, Priority.ALWAYS);
        var copy = new Button(texts.of("upward.rows.copy"), Icon.COPY.of(16));
        copy.getStyleClass().add("quiet");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> TableText.copy(table));
        chips.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(10, chips, Words.spring(), copy);
        line.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("pane");
        root.getChildren().setAll(head(), said, line, about, table);
        about.managedProperty().bind(about.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        model.account().subscribe(_ -> fill());
        model.table().subscribe(_ -> fill());
        model.said().subscribe(this::say);
        desk.installation().subscribe((_, _) -> fill());
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.ACCOUNT;
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
        table.requestFocus();
    }

    private Node head() {
        var print = new Button(texts.of("upward.account.print"), Icon.PRINT.of(16));
        print.setId("account-print");
        print.setMinWidth(Region.USE_PREF_SIZE);
        print.setOnAction(_ ->
                pick.newPdf(texts.of("upward.account.pdf", LocalDate.now(clock)))
                        .ifPresent(model::print));
        var report = new Button(texts.of("upward.account.report"), Icon.SHIELD.of(16));
        report.setId("account-report");
        report.getStyleClass().add("primary");
        report.setMinWidth(Region.USE_PREF_SIZE);
        report.setOnAction(_ ->
                pick.newWorkbook(texts.of("upward.account.book", LocalDate.now(clock)))
                        .ifPresent(
                                out -> model.report(out, texts.of("upward.account.certificate"))));
        var titles = new VBox(1, Words.label(texts.of("upward.account.title"), "title"), open);
        titles.setMinWidth(0);
        var head = new HBox(10, titles, Words.spring(), print, report);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void fill() {
        Account account = model.account().get();
        open.setText(tables.open(account));
        chips.getChildren().clear();
        for (Table each : Table.values()) {
            var chip = new ToggleButton(sheet(each, account).title());
            chip.setId("account-" + each.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add("chip");
            chip.setSelected(each == model.table().get());
            chip.setOnAction(_ -> {
                model.table().set(each);
                fill();
            });
            chips.getChildren().add(chip);
        }
        show(sheet(model.table().get(), account));
    }

    private PrintTable.Sheet sheet(Table which, Account account) {
        return switch (which) {
            case FILES -> tables.files(account);
            case VILLAGES -> tables.villages(account);
            case MISSING -> tables.missing(account);
        };
    }

    private void show(PrintTable.Sheet sheet) {
        double em = desk.emPx();
        about.setText(sheet.about());
        table.getColumns().clear();
        table.setFixedCellSize(Math.round(em * 2.5));
        for (int column = 0; column < sheet.heads().size(); column++) {
            int at = column;
            boolean first = column == 0;
            boolean number =
                    !first
                            && !sheet.rows().isEmpty()
                            && sheet.rows().stream().allMatch(r -> r.get(at).matches("[0-9—]+"));
            Columns.add(
                    table,
                    sheet.heads().get(column),
                    first ? 12 : number ? 3.6 : 7,
                    em,
                    number ? "number" : first ? "strong" : "soft",
                    row -> at < row.size() ? row.get(at) : "");
            boolean day =
                    sheet.rows().stream().anyMatch(r -> r.get(at).matches("\\d{4}-\\d\\d-\\d\\d"));
            if (number || day) {
                table.getColumns().getLast().setMinWidth(em * (day ? 7 : 3.6));
            }
        }
        table.getItems().setAll(sheet.rows());
        table.setPlaceholder(
                Notes.empty(
                        Icon.BOOK,
                        texts.of("upward.account.empty"),
                        texts.of("upward.account.empty.next")));
    }

    private void say(Said now) {
        said.setVisible(!(now instanceof Said.Nothing));
        said.getChildren()
                .setAll(
                        switch (now) {
                            case Said.Nothing() -> List.of();
                            case Said.Running(var job) ->
                                    List.of(
                                            new JobPane(
                                                            texts,
                                                            texts.of("upward.account.running"),
                                                            job)
                                                    .root());
                            case Said.Failed(List<Problem> problems) ->
                                    List.of(Notes.of(texts, problems));
                            case Said.Paper(Printed printed) ->
                                    List.of(
                                            done(
                                                    texts.of("upward.account.printed"),
                                                    String.valueOf(printed.file().getFileName()),
                                                    printed.file()));
                            case Said.Handed(ReportUpward.Reported reported) ->
                                    List.of(
                                            done(
                                                    texts.of("upward.account.handed"),
                                                    texts.of(
                                                            "upward.account.handed.next",
                                                            reported.workbook()
                                                                    .file()
                                                                    .getFileName(),
                                                            reported.certificate().getFileName(),
                                                            reported.check().substring(0, 16)),
                                                    reported.certificate()));
                        });
    }

    private Node done(String what, String next, Path file) {
        var show = new Button(texts.of("exchange.out.reveal"), Icon.OPEN.of(16));
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(_ -> reveal.accept(file));
        var close = new Button(texts.of("part.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> model.close());
        Region note = Notes.good(what, next);
        HBox.setHgrow(note, Priority.ALWAYS);
        var line = new HBox(10, note, show, close);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
