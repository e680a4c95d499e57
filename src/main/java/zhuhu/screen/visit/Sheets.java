package zhuhu.screen.visit;

import javafx.scene.Parent;
import zhuhu.screen.Theme;

/// The looks of what opens above the window.
final class Sheets {

    private Sheets() {}

    /// Dresses the content of a popup as the window below it is. Reason: a popup is a window of its
    /// own and knows neither our palette nor our text size.
    static void dress(Parent content, double textPx) {
        content.getStylesheets()
                .setAll(
                        Theme.sheet("/zhuhu/screen/base.css"),
                        Theme.sheet("/zhuhu/screen/visit.css"));
        content.getStyleClass().add("root");
        content.setStyle("-fx-font-size: " + textPx + "px;");
    }
}
