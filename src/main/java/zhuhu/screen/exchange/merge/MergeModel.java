package zhuhu.screen.exchange.merge;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.screen.Background;
import zhuhu.screen.Job;
import zhuhu.screen.exchange.merge.Merging.Book;
import zhuhu.screen.exchange.merge.Merging.Counts;
import zhuhu.screen.exchange.merge.Merging.Lock;
import zhuhu.screen.exchange.merge.Merging.Open;
import zhuhu.screen.exchange.merge.Merging.Order;
import zhuhu.screen.exchange.merge.Merging.Row;
import zhuhu.screen.exchange.merge.Merging.RowClass;

/// Merging workbooks: choosing them, asking for their passwords, trying them out, merging those
/// that are ticked. The window's thread only.
public final class MergeModel {

    private static final List<RowClass> FIRST =
            List.of(
                    RowClass.REFUSED,
                    RowClass.DAMAGED,
                    RowClass.CONFLICT,
                    RowClass.HAND_EDITED,
                    RowClass.CHANGED,
                    RowClass.NEW,
                    RowClass.SAME);

    /// Where it stands.
    public sealed interface Stage {
        /// Nothing is chosen; `problems` say why what was chosen cannot be looked at.
        record Idle(List<Problem> problems) implements Stage {
            public Idle {
                problems = List.copyOf(problems);
            }
        }

        /// Files are looked for, or their locks tried.
        record Looking() implements Stage {}

        /// A file wants its password; `wrong` if one was tried; `more` others want one too.
        record WantsPassword(Path file, boolean wrong, int more) implements Stage {}

        record Trying(Job job) implements Stage {}

        /// What merging would bring.
        record Tried() implements Stage {}

        record Merging(Job job) implements Stage {}

        /// What it brought.
        record Over(Open open) implements Stage {}
    }

    private final Merging merging;
    private final Background background;
    private final Runnable changed;
    private final SequencedMap<Path, Order> orders = new LinkedHashMap<>();
    private final Deque<Path> locked = new ArrayDeque<>();
    private final ObservableList<Book> books = FXCollections.observableArrayList();
    private final ObservableSet<Path> ticked = FXCollections.observableSet();
    private final ObjectProperty<Optional<Path>> shown =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RowClass>> only =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Idle(List.of()));

    /// `changed` runs when something was merged.
    public MergeModel(Merging merging, Background background, Runnable changed) {
        this.merging = merging;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// Files that were read, in their order.
    public ObservableList<Book> books() {
        return books;
    }

    /// Files that shall be merged.
    public ObservableSet<Path> ticked() {
        return ticked;
    }

    /// The file whose rows are looked at; empty for all files.
    public ObjectProperty<Optional<Path>> shown() {
        return shown;
    }

    /// The class of rows that is looked at; empty for all.
    public ObjectProperty<Optional<RowClass>> only() {
        return only;
    }

    /// Adds files and folders and tries all out anew; ignored while something is under way.
    public boolean add(List<Path> chosen) {
        if (chosen.isEmpty() || !isFree()) {
            return false;
        }
        if (stage.get() instanceof Stage.Over) {
            clear();
        }
        stage.set(new Stage.Looking());
        background.run(() -> found(chosen), this::answered, this::stuck);
        return true;
    }

    private record Found(List<Path> files, List<Path> locked) {}

    private Outcome<Found> found(List<Path> chosen) {
        return merging.books(chosen)
                .map(files ->
                        new Found(
                                files,
                                files.stream()
                                        .filter(f ->
                                                merging.lock(new Order(f, Optional.empty()))
                                                        != Lock.OPEN)
                                        .toList()));
    }

    private void answered(Outcome<Found> outcome) {
        switch (outcome) {
            case Outcome.Done<Found>(Found found) -> asked(found);
            case Outcome.Failed<Found>(List<Problem> problems) ->
                    stage.set(orders.isEmpty() ? new Stage.Idle(problems) : new Stage.Tried());
        }
    }

    private void asked(Found found) {
        for (Path file : found.files()) {
            orders.putIfAbsent(file, new Order(file, Optional.empty()));
        }
        for (Path file : found.locked()) {
            boolean known =
                    Optional.ofNullable(orders.get(file)).flatMap(Order::password).isPresent();
            if (!known && !locked.contains(file)) {
                locked.add(file);
            }
        }
        next(false);
    }

    private void next(boolean wrong) {
        if (!locked.isEmpty()) {
            stage.set(new Stage.WantsPassword(locked.element(), wrong, locked.size() - 1));
        } else if (orders.isEmpty()) {
            stage.set(new Stage.Idle(List.of()));
        } else {
            tryOut();
        }
    }

    /// The password that was asked for. It is tried on the other locked files too, because a
    /// township often gives out one.
    public void password(String word) {
        if (locked.isEmpty()) {
            return;
        }
        List<Path> wanting = List.copyOf(locked);
        stage.set(new Stage.Looking());
        background.run(
                () ->
                        wanting.stream()
                                .filter(f ->
                                        merging.lock(new Order(f, Optional.of(word))) == Lock.OPEN)
                                .toList(),
                opened -> {
                    opened.forEach(f -> orders.put(f, new Order(f, Optional.of(word))));
                    locked.removeAll(opened);
                    next(!opened.contains(wanting.getFirst()));
                },
                this::stuck);
    }

    /// Leaves out the file that wants its password.
    public void skip() {
        if (!locked.isEmpty()) {
            orders.remove(locked.remove());
            next(false);
        }
    }

    private void tryOut() {
        List<Order> all = List.copyOf(orders.values());
        run(
                all,
                merging::tryOut,
                Stage.Trying::new,
                read -> {
                    show(read);
                    ticked.clear();
                    read.stream()
                            .filter(b -> b.standing() == Merging.Standing.READY)
                            .forEach(b -> ticked.add(b.path()));
                    stage.set(new Stage.Tried());
                });
    }

    /// Ticks a file, or takes the tick away.
    public void tick(Book book) {
        if (!book.canMerge() || !(stage.get() instanceof Stage.Tried)) {
            return;
        }
        if (!ticked.remove(book.path())) {
            ticked.add(book.path());
        }
    }

    /// Merges what is ticked.
    public void merge() {
        List<Order> chosen =
                orders.values().stream().filter(o -> ticked.contains(o.file())).toList();
        if (chosen.isEmpty() || !(stage.get() instanceof Stage.Tried)) {
            return;
        }
        run(
                chosen,
                merging::merge,
                Stage.Merging::new,
                merged -> {
                    var all = new ArrayList<Book>(merged);
                    books.stream()
                            .filter(b -> b.standing() == Merging.Standing.REFUSED)
                            .forEach(all::add);
                    show(all);
                    ticked.clear();
                    orders.clear();
                    background.run(
                            merging::open,
                            open -> {
                                stage.set(new Stage.Over(open));
                                changed.run();
                            },
                            this::stuck);
                });
    }

    /// Puts the files aside, unmerged.
    public void clear() {
        orders.clear();
        locked.clear();
        ticked.clear();
        show(List.of());
        stage.set(new Stage.Idle(List.of()));
    }

    /// Rows of the file and class that are looked at. Shape: with their file; those that a person
    /// should see first come first.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (RowClass is : FIRST) {
            if (only.get().map(is::equals).orElse(true)) {
                for (Book book : looked()) {
                    book.rows().stream()
                            .filter(row -> row.is() == is)
                            .forEach(row -> lines.add(new Line(book, row)));
                }
            }
        }
        return lines;
    }

    /// A row with the file it stands in.
    public record Line(Book book, Row row) {}

    /// Counts of the file that is looked at, or of all.
    public Counts counts() {
        return Counts.sum(looked().stream().map(Book::counts).toList());
    }

    List<Book> looked() {
        return shown.get()
                .map(p -> books.stream().filter(b -> b.path().equals(p)).toList())
                .orElse(List.copyOf(books));
    }

    boolean isFree() {
        return switch (stage.get()) {
            case Stage.Idle(_), Stage.Tried(), Stage.Over(_) -> true;
            case Stage.Looking(), Stage.WantsPassword(_, _, _), Stage.Trying(_), Stage.Merging(_) ->
                    false;
        };
    }

    private void show(List<Book> read) {
        shown.set(Optional.empty());
        only.set(Optional.empty());
        books.setAll(read);
    }

    private void run(
            List<Order> what, Act act, Function<Job, Stage> under, Consumer<List<Book>> then) {
        Job job = background.start(progress -> act.on(what, progress), then, this::stuck);
        if (!job.over().get()) {
            stage.set(under.apply(job));
        }
    }

    private interface Act {
        List<Book> on(List<Order> orders, Progress progress);
    }

    /// Reason: a mistake of ours was reported; the files are still there to be tried again.
    private void stuck() {
        stage.set(books.isEmpty() ? new Stage.Idle(List.of()) : new Stage.Tried());
    }
}
