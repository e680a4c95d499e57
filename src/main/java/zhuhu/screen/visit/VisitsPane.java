package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Visit;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Theme;

/// The visits that are open, one of them shown; each keeps its place while another is. The window's
/// thread only.
public final class VisitsPane {

    /// What the window does around it.
    public interface Around {
        /// A visit is to be seen.
        void enter(Parent root);

        /// No visit is to be seen: the list is.
        void leave();
    }

    private record Open(Visit visit, Author author, VisitView view) {
        RecordId household() {
            return visit.subject();
        }
    }

    private final Texts texts;
    private final Background background;
    private final Around around;
    private final List<Open> open = new ArrayList<>();
    private final BorderPane root = new BorderPane();
    private final HBox bar = new HBox();
    private @Nullable Open shown;
    private @Nullable Open last;

    public VisitsPane(Texts texts, Background background, Around around) {
        this.texts = texts;
        this.background = background;
        this.around = around;
        root.setMinWidth(0);
        bar.getStyleClass().add("visits-bar");
        root.getStylesheets().add(Theme.sheet("/zhuhu/screen/visit.css"));
    }

    /// Opens a visit, or adds a view to what is open, and shows it.
    public void open(Visit visit, Author author) {
        var view = new VisitView(visit, texts, background, () -> leave(visit));
        var opened = new Open(visit, author, view);
        open.add(opened);
        show(opened);
    }

    /// Shows the open visit of a household, as `author` left it. False if there is none: somebody
    /// else's is closed first.
    public boolean show(RecordId household, Author author) {
        Optional<Open> known =
                open.stream().filter(o -> o.household().equals(household)).findFirst();
        if (known.isPresent() && !known.get().author().equals(author)) {
            leave(known.get().visit());
            return false;
        }
        known.ifPresent(this::show);
        return known.isPresent();
    }

    /// The visit that is shown.
    public Optional<VisitView> shown() {
        return Optional.ofNullable(shown).map(Open::view);
    }

    /// Whose visits are open, in the order of opening.
    public List<RecordId> households() {
        return open.stream().map(Open::household).toList();
    }

    /// The name of an open visit's household.
    public String title(RecordId household) {
        return open.stream()
                .filter(o -> o.household().equals(household))
                .map(o -> o.view().title())
                .findFirst()
                .orElse("");
    }

    /// Goes on to the next open visit; from the only one to the list, and from the list to the one
    /// seen last. False if none is open.
    public boolean turn() {
        if (open.isEmpty()) {
            return false;
        }
        Open now = shown;
        if (now == null) {
            show(last != null && open.contains(last) ? last : open.getFirst());
        } else if (open.size() == 1) {
            putAside();
            around.leave();
        } else {
            show(open.get((open.indexOf(now) + 1) % open.size()));
        }
        return true;
    }

    /// Keeps what is typed and where the visitor stands; the visit stays open, out of sight.
    public void putAside() {
        Open now = shown;
        if (now != null) {
            now.view().putAside();
            last = now;
            shown = null;
            root.setCenter(null);
        }
    }

    /// Closes every visit; what was entered is in the file.
    public void closeAll() {
        putAside();
        for (Open each : List.copyOf(open)) {
            close(each, () -> {});
        }
    }

    /// Whether an open visit holds what could not be saved.
    public boolean hasUnsaved() {
        return open.stream().anyMatch(o -> o.view().hasUnsaved());
    }

    private void leave(Visit visit) {
        open.stream()
                .filter(o -> o.visit() == visit)
                .findFirst()
                .ifPresent(closing -> {
                    boolean seen = shown == closing;
                    close(closing, seen ? around::leave : () -> {});
                });
    }

    private void close(Open closing, Runnable then) {
        open.remove(closing);
        if (shown == closing) {
            shown = null;
        }
        background.run(
                () -> {
                    closing.visit().close();
                    return true;
                },
                _ -> then.run());
    }

    private void show(Open next) {
        if (shown != next) {
            putAside();
        }
        shown = next;
        last = next;
        root.setCenter(next.view().root());
        fillBar();
        around.enter(root);
        next.view().comeBack();
    }

    private void fillBar() {
        bar.getChildren().clear();
        var words = new Label(texts.of("visits.open"));
        words.getStyleClass().add("soft");
        bar.getChildren().add(words);
        for (Open each : open) {
            var chip = new ToggleButton(each.view().title());
            chip.getStyleClass().add("chip");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setFocusTraversable(false);
            chip.setSelected(each == shown);
            chip.setOnAction(_ -> show(each));
            bar.getChildren().add(chip);
        }
        var key = new Label(texts.of("visits.key"));
        key.getStyleClass().add("key-hint");
        bar.getChildren().add(key);
        // Reason: the only visit needs no row to choose it from, and the questions need the room.
        root.setTop(open.size() > 1 ? bar : null);
    }
}
