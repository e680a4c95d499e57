package zhuhu.screen.home;

import java.time.Clock;
import java.time.LocalDateTime;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.Page;
import zhuhu.screen.part.Words;

/// The first page: ring and four checks, what to do next, visits to go on with, deadlines, files
/// and the last copy. Everything on it leads somewhere.
public final class HomeView implements Page {

    private final HomeModel model;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;
    private final HomeWays ways;
    private final VBox content = new VBox(16);
    private final ScrollPane root = new ScrollPane(content);
    private boolean narrow;
    private boolean wantsFocus;

    public HomeView(HomeModel model, Desk desk, Texts texts, Clock clock, HomeWays ways) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
        this.ways = ways;
        content.getStyleClass().add("pane");
        root.setFitToWidth(true);
        model.overview().subscribe(_ -> fill());
        model.explain().subscribe((_, _) -> fill());
        desk.installation().subscribe((_, _) -> fill());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
    }

    @Override
    public void focus() {
        wantsFocus = true;
        takeFocus();
    }

    private void takeFocus() {
        // Reason: what there is to do is known only after the first answer has come.
        Node first = content.lookup(".next-thing");
        if (wantsFocus && first != null && model.overview().get().known()) {
            wantsFocus = false;
            first.requestFocus();
        }
    }

    private boolean hasFocus() {
        Node owner = content.getScene() == null ? null : content.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void narrow(boolean nowNarrow) {
        if (narrow != nowNarrow) {
            narrow = nowNarrow;
            fill();
        }
    }

    private void fill() {
        wantsFocus = wantsFocus || hasFocus();
        Overview overview = model.overview().get();
        LocalDateTime now = LocalDateTime.now(clock);
        String name = desk.now().name();
        String hello = name.isBlank() ? texts.of("home.title") : texts.of("home.hello", name);
        var progress = new ProgressSheet(texts, desk.emPx(), ways).of(overview);
        var next = new NextSheet(texts, ways).of(overview, model.explain().get(), now);
        var open = new OpenSheet(texts, ways).of(overview.today());
        var dates = new DeadlineSheet(texts, ways).of(overview.deadlines(), now.toLocalDate());
        var files = new FilesSheet(texts, ways).of(overview, now);
        content.getChildren().setAll(Words.label(hello, "title"));
        if (narrow) {
            content.getChildren().addAll(progress, next);
            open.ifPresent(content.getChildren()::add);
            content.getChildren().addAll(dates, files);
        } else {
            var right = new VBox(16, next);
            open.ifPresent(right.getChildren()::add);
            right.getChildren().add(files);
            content.getChildren()
                    .add(new HBox(16, grow(new VBox(16, progress, dates)), grow(right)));
        }
        takeFocus();
    }

    private static Region grow(Region region) {
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setPrefWidth(400);
        region.setMinWidth(0);
        region.setMaxHeight(Double.MAX_VALUE);
        return region;
    }
}
