package zhuhu.screen.visit;

import javafx.beans.value.ObservableBooleanValue;
import zhuhu.base.Texts;

/// What a field needs around it. `cell` for a place in a table, where room is short; `masked` while
/// private answers are covered.
record Seat(
        VisitModel model, Texts texts, Words words, boolean cell, ObservableBooleanValue masked) {

    Seat inCell() {
        return new Seat(model, texts, words, true, masked);
    }
}
