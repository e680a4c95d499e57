package zhuhu.screen.part;

import java.math.BigDecimal;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.IncomeYears;
import zhuhu.flow.IncomeYears.Cell;
import zhuhu.flow.IncomeYears.Row;
import zhuhu.flow.IncomeYears.Year;

/// A household's income in the years that are known: a column a year, the change against the year
/// before beside each figure, leaps marked.
public final class YearsTable {

    private final Texts texts;

    public YearsTable(Texts texts) {
        this.texts = texts;
    }

    public Node of(IncomeYears years) {
        var grid = new GridPane();
        grid.getStyleClass().add("years");
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(first);
        grid.add(Words.label("", "years-head"), 0, 0);
        for (int i = 0; i < years.years().size(); i++) {
            var column = new ColumnConstraints();
            column.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            grid.add(head(years.years().get(i)), i + 1, 0);
        }
        int at = 1;
        for (Row row : years.rows()) {
            boolean whole =
                    row.property().startsWith("net_") || row.property().startsWith("stated");
            grid.add(Words.lines(row.label(), "years-label", whole ? "strong" : "soft"), 0, at);
            for (int i = 0; i < row.cells().size(); i++) {
                grid.add(cell(row, row.cells().get(i), years.years().get(i)), i + 1, at);
            }
            at++;
        }
        return grid;
    }

    private Node head(Year year) {
        String line =
                year.line()
                        .map(l ->
                                texts.of(
                                        l.verified() ? "years.line" : "years.lineUnsure",
                                        Integer.toString(l.amount())))
                        .orElse("");
        var head =
                new VBox(
                        Words.label(
                                texts.of("years.year", Integer.toString(year.year())), "strong"),
                        Words.label(line, "faint", "small"));
        head.setAlignment(Pos.CENTER_RIGHT);
        head.getStyleClass().add("years-head");
        return head;
    }

    private Node cell(Row row, Cell cell, Year year) {
        Label amount = Words.label(cell.amount().map(Yuan::of).orElse("—"));
        amount.getStyleClass().add(cell.amount().isEmpty() ? "not-asked" : "years-amount");
        boolean perHead =
                row.property().equals(IncomeYears.PER_HEAD)
                        || row.property().equals(IncomeYears.STATED);
        boolean below = perHead && isBelow(cell, year);
        if (below) {
            amount.getStyleClass().add("words-bad");
            amount.setTooltip(new Tooltip(texts.of("years.below")));
        }
        Label change = Words.label(change(row, cell), "small");
        boolean leap = perHead && cell.isLeap();
        change.getStyleClass().add(leap ? "words-doubt" : "faint");
        var box = new HBox(6, change, amount);
        if (leap) {
            change.setGraphic(Icon.WARNING.of(12));
            change.setTooltip(new Tooltip(texts.of("years.leap")));
        }
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    /// Reason: how many people are counted is no income, and a change of nothing says nothing.
    private static String change(Row row, Cell cell) {
        return cell.change()
                .filter(c -> c.signum() != 0 && !row.property().equals("income_members"))
                .map(Yuan::share)
                .orElse("");
    }

    private static boolean isBelow(Cell cell, Year year) {
        return cell.amount()
                .flatMap(a -> year.line().map(l -> a.compareTo(BigDecimal.valueOf(l.amount())) < 0))
                .orElse(false);
    }
}
