package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import zhuhu.screen.Page;

/// One page of 交换. The window's thread only.
public interface ExchangePage extends Page {

    ExchangeSlot slot();

    /// How many things wait for a person there; 0 shows nothing.
    default ObservableIntegerValue badge() {
        return Bindings.createIntegerBinding(() -> 0);
    }

    /// Something came in, went out or was settled, here or elsewhere: count anew. The page need not
    /// be shown now; the one that is gets [#entered()] as well.
    default void changed() {}

    /// Files and folders were dropped on 交换 while this page was shown, or no other took them.
    /// Whether this page reads them.
    default boolean dropped(List<Path> files) {
        return false;
    }
}
