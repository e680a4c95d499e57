package zhuhu.screen;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;

/// Where in the open workspace a person is: a place of the rail, or in a visit. The window's thread
/// only.
public final class ShellModel {

    private final Clock clock;
    private final ObjectProperty<Face> face;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.HOME);
    private final ReadOnlyObjectWrapper<Optional<Parent>> visit =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private Runnable lock = () -> {};
    private final ObjectProperty<List<Aside>> asides = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Runnable> putAside = new SimpleObjectProperty<>(() -> {});

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

    /// Visits that are open and out of sight, and the way back to each.
    public ObjectProperty<List<Aside>> asides() {
        return asides;
    }

    /// A visit that is open and out of sight; `title` names its household.
    public record Aside(String title, Runnable back) {}

    /// Puts the visit aside that fills the window, if it can be: it stays open, out of sight.
    public ObjectProperty<Runnable> putAside() {
        return putAside;
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
