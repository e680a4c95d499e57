package zhuhu.screen.exchange;

import java.util.function.Predicate;
import javafx.scene.control.TableView;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.store.Workspace.PackageRow;

/// The files that came and went, newest first.
final class PackageTable {

    private final TableView<PackageRow> table = new TableView<>();

    /// `out` tells whether the workbook with an id is taken out now.
    PackageTable(PackagesModel model, Desk desk, Texts texts, Predicate<String> out) {
        double em = desk.emPx();
        table.setId("past-table");
        Columns.add(table, texts.of("exchange.past.at"), 9, em, "soft", PackageTable::at);
        Columns.add(
                table,
                texts.of("exchange.past.direction"),
                5,
                em,
                "plain",
                row ->
                        !row.direction().equals("in")
                                ? texts.of("exchange.past.out")
                                : out.test(row.id())
                                        ? texts.of("withdraw.past.out")
                                        : texts.of("exchange.past.in"));
        Columns.add(table, texts.of("exchange.past.file"), 18, em, "strong", PackageRow::file);
        Columns.add(table, texts.of("exchange.past.date"), 7, em, "soft", PackageRow::date);
        Columns.add(table, texts.of("exchange.past.by"), 6, em, "soft", PackageRow::by);
        Columns.add(table, texts.of("exchange.past.note"), 14, em, "soft", PackageRow::note);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setFixedCellSize(Math.round(em * 2.65));
        table.setItems(model.rows());
        table.setPlaceholder(
                Notes.empty(
                        Icon.BOOK,
                        texts.of("exchange.past.none"),
                        texts.of("exchange.past.none.next")));
    }

    TableView<PackageRow> node() {
        return table;
    }

    private static String at(PackageRow row) {
        return row.at().substring(0, Math.min(16, row.at().length())).replace('T', ' ');
    }
}
