package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import zhuhu.flow.query.Condition;
import zhuhu.flow.query.Fields.Field;
import zhuhu.flow.query.Operator;

/// One condition while it is being put together. The window's thread only.
final class AskRow {

    private final BooleanProperty or = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Field>> field =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Operator> operator = new SimpleObjectProperty<>(Operator.IS);
    private final ObjectProperty<List<String>> values = new SimpleObjectProperty<>(List.of());

    /// `changed` runs after every change.
    AskRow(Runnable changed) {
        or.subscribe((_, _) -> changed.run());
        field.subscribe((_, _) -> changed.run());
        operator.subscribe((_, _) -> changed.run());
        values.subscribe((_, _) -> changed.run());
    }

    /// Whether it begins another group instead of belonging to the one above.
    BooleanProperty or() {
        return or;
    }

    ObjectProperty<Optional<Field>> field() {
        return field;
    }

    ObjectProperty<Operator> operator() {
        return operator;
    }

    ObjectProperty<List<String>> values() {
        return values;
    }

    /// Another property: what was compared with the old one goes.
    void about(Field about) {
        values.set(List.of());
        operator.set(Operator.of(about.type()).getFirst());
        field.set(Optional.of(about));
    }

    /// Empty while something is missing, or is no number where one must be.
    Optional<Condition> condition() {
        return field.get()
                .filter(f -> operator.get().alone() || fits(f))
                .map(f ->
                        new Condition(
                                f.name(),
                                operator.get(),
                                operator.get().alone() ? List.of() : values.get()));
    }

    private boolean fits(Field about) {
        return !values.get().isEmpty()
                && values.get().stream()
                        .allMatch(v ->
                                !v.isEmpty()
                                        && (!about.isNumber()
                                                || v.matches("-?[0-9]+(\\.[0-9]+)?")));
    }
}
