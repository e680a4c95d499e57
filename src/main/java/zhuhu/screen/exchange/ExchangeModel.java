package zhuhu.screen.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import zhuhu.screen.Background;

/// Which page of 交换 is shown, and for whom the list of pages is made. The window's thread only.
public final class ExchangeModel {

    /// Whose file this is, which decides what is shown first.
    public enum Whose {
        /// Nothing was read yet.
        EMPTY,
        /// One village, or a file made from a task workbook.
        VILLAGE,
        TOWNSHIP
    }

    private final Supplier<Whose> whose;
    private final Background background;
    private final ReadOnlyObjectWrapper<Whose> file = new ReadOnlyObjectWrapper<>(Whose.TOWNSHIP);
    private final ObjectProperty<Optional<ExchangeSlot>> page =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty all = new SimpleBooleanProperty();
    private final List<Runnable> listeners = new ArrayList<>();

    /// `whose` is called on the workspace's thread.
    public ExchangeModel(Supplier<Whose> whose, Background background) {
        this.whose = whose;
        this.background = background;
    }

    /// Looks whose file this is; the first time it also chooses the page to begin with.
    void refresh() {
        background.run(
                whose,
                now -> {
                    file.set(now);
                    if (page.get().isEmpty()) {
                        page.set(Optional.of(first(now)));
                    }
                });
    }

    private static ExchangeSlot first(Whose file) {
        return switch (file) {
            case EMPTY -> ExchangeSlot.ROSTERS;
            case VILLAGE -> ExchangeSlot.HAND_IN;
            case TOWNSHIP -> ExchangeSlot.MERGE;
        };
    }

    ReadOnlyObjectProperty<Whose> file() {
        return file.getReadOnlyProperty();
    }

    /// Empty until it is known whose file this is.
    ObjectProperty<Optional<ExchangeSlot>> page() {
        return page;
    }

    /// Whether a village's laptop shows what it seldom needs, too.
    BooleanProperty all() {
        return all;
    }

    /// Whether a page stands in the list now.
    boolean lists(ExchangeSlot slot) {
        boolean shown = page.get().equals(Optional.of(slot));
        return switch (file.get()) {
            case TOWNSHIP -> true;
            case EMPTY -> shown || all.get() || slot.isOfVillage() || slot == ExchangeSlot.ROSTERS;
            case VILLAGE -> shown || all.get() || slot.isOfVillage();
        };
    }

    /// Goes to a page.
    public void go(ExchangeSlot slot) {
        page.set(Optional.of(slot));
    }

    /// Something came in, went out or was settled: every page counts anew.
    public void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
        refresh();
    }

    void onChanged(Runnable listener) {
        listeners.add(listener);
    }
}
