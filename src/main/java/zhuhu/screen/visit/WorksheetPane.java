package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.flow.FillWorksheet;
import zhuhu.flow.IncomeYears;
import zhuhu.flow.Visit;
import zhuhu.flow.Worksheet;
import zhuhu.flow.Worksheet.Move;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.form.ScreenView.Item.Table;
import zhuhu.form.ScreenView.Row;
import zhuhu.pack.CostRate;
import zhuhu.record.Value;
import zhuhu.screen.part.Words;
import zhuhu.screen.part.YearsTable;

/// 算准贫困账: lines of income and expense, their sums beside what is answered now, and the years beside
/// each other. The sums become answers only by the button (F8), and go back by another.
final class WorksheetPane implements Rows {

    private final Seat seat;
    private final VBox root = new VBox();
    private final Label none = new Label();
    private final WorksheetGrid grid;
    private final SumsPane sums;
    private final VBox yearsBox = new VBox();
    private final Button known;
    private final Button adopt;
    private final Button back;
    private final MenuButton rates = new MenuButton();
    private final Map<Ref, Cell> cells = new HashMap<>();
    private Optional<IncomeYears> years = Optional.empty();
    private Optional<Worksheet> sheet = Optional.empty();
    private List<Move> adopted = List.of();
    private List<Asked> asked = List.of();

    WorksheetPane(Seat seat) {
        this.seat = seat.inCell();
        grid = new WorksheetGrid(this.seat, row -> seat.model().removeRow(Worksheet.REPEAT, row));
        sums = new SumsPane(seat.texts());
        known = keyed("sheet.known", "F6", this::listKnown);
        var add = keyed("sheet.add", "F7", () -> seat.model().addRow(Worksheet.REPEAT));
        adopt = keyed("sheet.adopt", "F8", this::adopt);
        adopt.getStyleClass().add("primary");
        adopt.setId("sheet-adopt");
        back = keyed("sheet.back", "Shift+F8", this::takeBack);
        rates.setText(seat.texts().of("sheet.rates"));
        rates.setTooltip(new Tooltip(seat.texts().of("sheet.ratesHint")));
        rates.getStyleClass().add("sheet-rates");
        build(add);
        seat.model().with(Asking::of, this::asked);
    }

    /// What the pane needs of the visit once.
    private record Asking(List<CostRate> rates, IncomeYears years) {
        static Asking of(Visit visit) {
            return new Asking(visit.pack().costRates(), visit.incomeYears());
        }
    }

    private void build(Button add) {
        root.getStyleClass().addAll("table-pane", "worksheet");
        var title = Words.label(seat.texts().of("sheet.title"), "subheading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var about = Words.lines(seat.texts().of("sheet.about"), "soft", "small");
        var top = new VBox(title, about);
        top.getStyleClass().add("sheet-top");
        none.setText(seat.texts().of("sheet.none"));
        none.getStyleClass().add("table-none");
        none.setWrapText(true);
        var acts = new FlowPane(known, add, rates);
        acts.getStyleClass().add("sheet-acts");
        var take = new HBox(adopt, back);
        take.setAlignment(Pos.CENTER_LEFT);
        take.getStyleClass().add("sheet-acts");
        yearsBox.getStyleClass().add("sheet-years");
        root.getChildren().setAll(top, none, grid.root(), acts, sums.root(), take, yearsBox);
    }

    private Button keyed(String key, String cap, Runnable act) {
        var button = new Button(seat.texts().of(key), Words.label(cap, "key-hint"));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void asked(Asking got) {
        years = Optional.of(got.years());
        rates.getItems().setAll(got.rates().stream().map(this::item).toList());
        show(rates, !got.rates().isEmpty());
        showYears();
    }

    private MenuItem item(CostRate rate) {
        String words =
                seat.texts()
                        .of(
                                rate.verified() ? "sheet.rateItem" : "sheet.rateItemUnsure",
                                rate.group(),
                                rate.item(),
                                rate.costShare(),
                                rate.source());
        var item = new MenuItem(words);
        item.setOnAction(_ ->
                seat.model()
                        .with(
                                visit -> fill(visit).addRate(rate),
                                row -> focus(row, "line_amount")));
        return item;
    }

    private FillWorksheet fill(Visit visit) {
        return new FillWorksheet(visit, seat.texts());
    }

    private void listKnown() {
        seat.model().with(visit -> fill(visit).listKnown(), this::listed);
    }

    private void listed(int lines) {
        none.setText(seat.texts().of(lines == 0 ? "sheet.nothingKnown" : "sheet.none"));
        asked.stream()
                .filter(a -> List.of("line_price", "line_money").contains(a.question().name()))
                .filter(a -> a.value().equals(Value.EMPTY))
                .findFirst()
                .ifPresent(a -> seat.model().jump(a.ref()));
    }

    private void focus(String row, String question) {
        asked.stream()
                .filter(a -> a.ref().path().contains("[" + row + "]"))
                .filter(a -> a.question().name().equals(question))
                .findFirst()
                .ifPresent(a -> seat.model().jump(a.ref()));
    }

    private void adopt() {
        if (!adopt.isDisabled()) {
            seat.model()
                    .with(
                            visit -> fill(visit).adopt(),
                            moves -> {
                                adopted = moves;
                                refresh();
                            });
        }
    }

    private void takeBack() {
        List<Move> moves = adopted;
        adopted = List.of();
        seat.model()
                .with(
                        visit -> {
                            fill(visit).takeBack(moves);
                            return true;
                        },
                        _ -> refresh());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Table now, Snapshot snapshot) {
        asked = VisitActs.asked(List.of(now));
        sheet = Worksheet.of(snapshot.screen());
        for (Row row : now.rows()) {
            for (Asked each : VisitActs.asked(row.items())) {
                cells.computeIfAbsent(each.ref(), _ -> grid.cell(each))
                        .show(each, row.label(), Optional.empty());
            }
        }
        grid.show(now.rows(), cells, sheet.map(Worksheet::lines).orElse(List.of()));
        boolean empty = now.rows().isEmpty();
        show(none, empty);
        show(grid.root(), !empty);
        refresh();
    }

    private void refresh() {
        sheet.ifPresent(s -> {
            sums.show(s, years);
            int moves = s.moves().size();
            adopt.setDisable(moves == 0);
            adopt.setText(
                    moves == 0
                            ? seat.texts().of("sheet.adopt")
                            : seat.texts().of("sheet.adoptMany", moves));
            show(adopt.getParent(), !s.lines().isEmpty() || !adopted.isEmpty());
            show(back, !adopted.isEmpty());
            back.setText(seat.texts().of("sheet.back", adopted.size()));
        });
        showYears();
    }

    private void showYears() {
        years.ifPresent(y -> {
            IncomeYears now = sheet.map(y::with).orElse(y);
            yearsBox.getChildren()
                    .setAll(
                            Words.label(seat.texts().of("years.title"), "subheading"),
                            new YearsTable(seat.texts()).of(now));
            show(yearsBox, now.years().size() > 1);
        });
    }

    @Override
    public List<Stop> stops() {
        var stops = new ArrayList<Stop>();
        for (Asked each : asked) {
            Cell cell = cells.get(each.ref());
            if (cell != null && !Field.isFixed(each)) {
                stops.add(new Stop(each.ref(), cell.field(), () -> grid.reveal(cell.root())));
            }
        }
        return stops;
    }

    @Override
    public Optional<Cell> focused() {
        return cells.values().stream().filter(c -> c.root().isFocusWithin()).findFirst();
    }

    @Override
    public void pressed(KeyEvent key) {
        Runnable act =
                switch (key.getCode()) {
                    case KeyCode.F6 -> this::listKnown;
                    case KeyCode.F7 -> () -> seat.model().addRow(Worksheet.REPEAT);
                    case KeyCode.F8 -> key.isShiftDown() ? this::takeBack : this::adopt;
                    default -> () -> {};
                };
        if (List.of(KeyCode.F6, KeyCode.F7, KeyCode.F8).contains(key.getCode())) {
            key.consume();
            // Reason: what is still being typed belongs to the account that is taken over.
            focused().ifPresent(cell -> cell.field().leave());
            act.run();
        }
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
