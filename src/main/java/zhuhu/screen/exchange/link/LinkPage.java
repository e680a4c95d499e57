package zhuhu.screen.exchange.link;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.record.Kind;
import zhuhu.screen.Desk;
import zhuhu.screen.Job;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.link.Linking.Line;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// 重复: the pairs on the left, two cards side by side, three answers. S same, N not the same, D
/// later, left and right whose word stands, Ctrl+Z takes back.
public final class LinkPage implements ExchangePage {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final LinkModel model;
    private final Desk desk;
    private final Texts texts;
    private final ListView<Line> list = new ListView<>();
    private final StackPane middle = new StackPane();
    private final LinkCards cards;
    private final BorderPane work = new BorderPane();
    private final BorderPane root = new BorderPane();

    public LinkPage(LinkModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.cards = new LinkCards(model, desk, texts);
        var count = Words.label("", "soft");
        model.lines().subscribe(() -> count.setText(counted()));
        var title = new HBox(12, Words.label(texts.of("upward.page.duplicates"), "heading"), count);
        title.getStyleClass().add("links-title");
        list.setItems(model.lines());
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("links-list");
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (line != null) {
                        model.chosen().set(Optional.of(line));
                    }
                });
        model.chosen().subscribe(line -> line.ifPresent(list.getSelectionModel()::select));
        work.setLeft(list);
        work.setCenter(cards.root());
        root.setTop(title);
        root.setCenter(middle);
        root.getStyleClass().add("pane");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.looking().subscribe(_ -> show());
        model.lines().subscribe(this::show);
    }

    private String counted() {
        int open = model.open().get();
        int later = model.lines().size() - open;
        return later == 0
                ? texts.of("links.count", open)
                : texts.of("links.countLater", open, later);
    }

    private void show() {
        Optional<Job> job = model.looking().get();
        if (job.isPresent() && model.lines().isEmpty()) {
            var pane = new JobPane(texts, texts.of("links.looking"), job.get()).root();
            if (pane instanceof Region region) {
                region.setMaxSize(desk.emPx() * 40, Region.USE_PREF_SIZE);
            }
            middle.getChildren().setAll(pane);
        } else if (model.lines().isEmpty()) {
            var empty = Notes.empty(Icon.CHECK, texts.of("links.none"), texts.of("links.none.why"));
            var box = new VBox(24, empty, cards.spoken());
            box.setFillWidth(false);
            box.setAlignment(Pos.CENTER);
            middle.getChildren().setAll(box);
        } else {
            cards.listen();
            if (!middle.getChildren().equals(List.of(work))) {
                middle.getChildren().setAll(work);
                // Reason: while pairs were looked for there was no list that could take the keys.
                focus();
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        Runnable act = act(event);
        if (act != null) {
            event.consume();
            act.run();
        }
    }

    private @Nullable Runnable act(KeyEvent event) {
        if (UNDO.match(event)) {
            return model::undo;
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (!plain || model.chosen().get().isEmpty()) {
            return null;
        }
        return switch (event.getCode()) {
            case S -> model::same;
            case N -> model::notTheSame;
            case D -> model::later;
            case LEFT -> () -> model.stands().set(Stands.FIRST);
            case RIGHT -> () -> model.stands().set(Stands.SECOND);
            default -> null;
        };
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.DUPLICATES;
    }

    @Override
    public ObservableIntegerValue badge() {
        return model.open();
    }

    @Override
    public void changed() {
        model.stale();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.look();
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public void narrow(boolean narrow) {
        list.setPrefWidth(desk.emPx() * (narrow ? 12 : 17));
    }

    /// A pair in two lines.
    private final class Cell extends ListCell<Line> {

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(line == null || empty ? null : face(line));
        }

        private Region face(Line line) {
            String names =
                    line.first().equals(line.second())
                            ? line.first()
                            : texts.of("links.two", line.first(), line.second());
            String why = line.pair().evidence().getFirst();
            var head = new HBox(8, Words.label(names, "strong"), Words.spring(), kind(line));
            var face =
                    new VBox(
                            2,
                            head,
                            Words.label(desk.masked() ? Masks.hideIn(why) : why, "soft", "small"));
            face.setMaxWidth(list.getWidth() - 34);
            return face;
        }

        private Region kind(Line line) {
            String words =
                    line.pair().later()
                            ? texts.of("links.later")
                            : line.pair().first().kind() == Kind.HOUSEHOLD
                                    ? texts.of("links.household")
                                    : texts.of("links.person");
            var badge = Words.label(words, "badge");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            return badge;
        }
    }
}
