package zhuhu.screen;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/// Where in the open workspace a person is: a place of the rail, or in a visit. The window's thread
/// only.
public final class ShellModel {

    private final Clock clock;
    private final ObjectProperty<Face> face;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.HOME);
    private final ReadOnlyObjectWrapper<Optional<Parent>> visit =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private Runnable lock = () -> {};

    public ShellModel(Face face, Clock clock) {
        this.face = new SimpleObjectProperty<>(face);
        this.clock = clock;
    }

    public ObjectProperty<Face> face() {
        return face;
    }

    public ObjectProperty<Place> place() {
        return place;
    }

    /// The visit that fills the window; empty when at a place of the rail.
    public ReadOnlyObjectProperty<Optional<Parent>> visit() {
        return visit.getReadOnlyProperty();
    }

    public void enterVisit(Parent view) {
        visit.set(Optional.of(view));
    }

    public void leaveVisit() {
        visit.set(Optional.empty());
    }

    /// How the window is locked.
    public void onLock(Runnable act) {
        lock = act;
    }

    public void lock() {
        lock.run();
    }

    /// Days until the round ends; empty where it has no end.
    public Optional<Long> daysLeft() {
        return face.get().daysLeft(LocalDate.now(clock));
    }
}
