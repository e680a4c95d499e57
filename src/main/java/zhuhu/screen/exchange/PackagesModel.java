package zhuhu.screen.exchange;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.screen.Background;
import zhuhu.store.Workspace.PackageRow;

/// Files that came and went. The window's thread only.
public final class PackagesModel {

    private final Exchange exchange;
    private final Background background;
    private final ObservableList<PackageRow> rows = FXCollections.observableArrayList();

    public PackagesModel(Exchange exchange, Background background) {
        this.exchange = exchange;
        this.background = background;
    }

    public void refresh() {
        background.run(exchange::packages, rows::setAll);
    }

    /// Newest first.
    public ObservableList<PackageRow> rows() {
        return rows;
    }
}
