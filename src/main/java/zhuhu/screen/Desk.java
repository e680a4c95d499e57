package zhuhu.screen;

import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.flow.Author;

/// This installation as the window uses it: read once, watched, and saved at every change. The
/// window's thread only.
public final class Desk {

    private final UserFolder folder;
    private final ReadOnlyObjectWrapper<Installation> installation;

    public Desk(UserFolder folder) {
        this.folder = folder;
        this.installation =
                new ReadOnlyObjectWrapper<>(folder.load(() -> UUID.randomUUID().toString()));
    }

    public ReadOnlyObjectProperty<Installation> installation() {
        return installation.getReadOnlyProperty();
    }

    public Installation now() {
        return installation.get();
    }

    public Author author() {
        return now().author();
    }

    /// Changes it and saves it.
    public void change(UnaryOperator<Installation> change) {
        Installation changed = change.apply(now());
        if (!changed.equals(now())) {
            folder.save(changed);
            installation.set(changed);
        }
    }

    /// Whether ids, phones and bank numbers are hidden now.
    public boolean masked() {
        return now().masked() || now().projector();
    }

    /// Size of the body text in pixels.
    public double emPx() {
        return now().projector() ? 20 : now().large() ? 16 : 14;
    }
}
