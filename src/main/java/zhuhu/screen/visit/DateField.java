package zhuhu.screen.visit;

import atlantafx.base.controls.Calendar;
import java.time.LocalDate;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.part.Icon;

/// A date typed in any of the usual spellings, or picked from a calendar (Alt+Down). Shows ISO.
final class DateField extends LineField {

    DateField(Asked asked, Seat seat) {
        super(asked, seat);
        field().setPromptText(seat.texts().of("visit.datePrompt"));
        field().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        if (!seat.cell()) {
            var open = new Button("", Icon.BOOK.of(16));
            open.getStyleClass().addAll("calendar-button", "flat");
            open.setFocusTraversable(false);
            open.setTooltip(new Tooltip(seat.texts().of("visit.calendar")));
            open.setOnAction(_ -> openCalendar());
            box().getChildren().add(open);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            event.consume();
            openCalendar();
        }
    }

    private void openCalendar() {
        leave();
        // Reason: without a date there is nothing to show but the calendar's own month of today.
        var calendar =
                asked().value() instanceof Value.Text(String iso)
                        ? new Calendar(LocalDate.parse(iso))
                        : new Calendar();
        var popup = new Popup();
        var frame = new StackPane(calendar);
        frame.getStyleClass().add("calendar-popup");
        Sheets.dress(frame, field().getFont().getSize());
        popup.getContent().add(frame);
        popup.setAutoHide(true);
        calendar.valueProperty()
                .addListener((_, _, day) -> {
                    if (day != null) {
                        seat().model().answer(asked(), Value.text(day.toString()));
                        popup.hide();
                        field().requestFocus();
                    }
                });
        Bounds at = field().localToScreen(field().getBoundsInLocal());
        popup.show(field(), at.getMinX(), at.getMaxY() + 4);
        calendar.requestFocus();
    }
}
