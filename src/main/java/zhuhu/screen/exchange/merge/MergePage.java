package zhuhu.screen.exchange.merge;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.merge.MergeModel.Stage;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// Merging: the door for the files, the table of what they would bring, and what they brought.
public final class MergePage implements ExchangePage {

    private final MergeModel model;
    private final Desk desk;
    private final Texts texts;
    private final FilePick pick;
    private final BooksPane books;
    private final Region door;
    private final Button files;
    private final VBox root = new VBox();

    /// `ways` lead on from what a merge brought.
    public MergePage(MergeModel model, Desk desk, Texts texts, FilePick pick, MergeWays ways) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.pick = pick;
        this.books = new BooksPane(model, desk, texts, pick, ways);
        this.files = new Button(texts.of("upward.merge.files"), Icon.BOOK.of(18));
        this.door = door();
        root.getStyleClass().add("pane");
        model.stage().subscribe(_ -> arrange());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.MERGE;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {}

    @Override
    public void narrow(boolean narrow) {
        books.narrow(narrow);
    }

    @Override
    public boolean dropped(List<Path> chosen) {
        return model.add(chosen);
    }

    @Override
    public void focus() {
        switch (model.stage().get()) {
            case Stage.Idle(_) -> files.requestFocus();
            case Stage.Tried() -> books.focus();
            case Stage.Over(_) -> books.focusNext();
            case Stage.WantsPassword(_, _, _) -> focus(".text-input");
            case Stage.Looking(), Stage.Trying(_), Stage.Merging(_) -> focus(".button");
        }
    }

    private void focus(String css) {
        if (root.lookup(css) instanceof Node node) {
            node.requestFocus();
        }
    }

    private void arrange() {
        Node now =
                switch (model.stage().get()) {
                    case Stage.Idle(var problems) -> door(problems);
                    case Stage.Looking() -> centred(looking());
                    case Stage.WantsPassword(Path file, boolean wrong, int more) ->
                            centred(password(file, wrong, more));
                    case Stage.Trying(var job) -> centred(job("upward.merge.trying", job));
                    case Stage.Tried() -> books.tried();
                    case Stage.Merging(var job) -> centred(job("upward.merge.merging", job));
                    case Stage.Over(var open) -> books.over(open);
                };
        root.getChildren().setAll(now);
        VBox.setVgrow(now, Priority.ALWAYS);
        // Reason: the button that led here is gone; the keyboard goes on with what has come.
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.stage().get() instanceof Stage.Over) {
            model.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            model.merge();
            event.consume();
        }
    }

    private Region job(String title, zhuhu.screen.Job job) {
        return (Region) new JobPane(texts, texts.of(title), job).root();
    }

    private Region looking() {
        var box = new VBox(Words.label(texts.of("upward.merge.looking"), "heading"));
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    private Region password(Path file, boolean wrong, int more) {
        var field = new PasswordField();
        field.setId("merge-password");
        var note =
                new Label(
                        wrong
                                ? texts.of("upward.merge.password.wrong")
                                : more > 0
                                        ? texts.of("upward.merge.password.more", more)
                                        : texts.of("upward.merge.password.why"));
        if (wrong) {
            note.getStyleClass().add("words-bad");
        }
        Runnable go =
                () -> {
                    if (!field.getText().isEmpty()) {
                        model.password(field.getText());
                    }
                };
        field.setOnAction(_ -> go.run());
        var skip = new Button(texts.of("upward.merge.skip"));
        skip.setId("merge-skip");
        skip.setCancelButton(true);
        skip.setOnAction(_ -> model.skip());
        var open = new Button(texts.of("upward.merge.open"));
        open.setId("merge-open");
        open.getStyleClass().add("primary");
        open.setOnAction(_ -> go.run());
        var box =
                new VBox(
                        14,
                        Words.lines(
                                texts.of("upward.merge.password.title", file.getFileName()),
                                "heading"),
                        Fields.of(texts.of("upward.merge.password"), field, note),
                        new HBox(10, Words.spring(), skip, open));
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    private Region door() {
        Region mark = Icon.MERGE.of(34);
        mark.getStyleClass().add("icon-teal");
        files.setId("merge-files");
        files.getStyleClass().add("primary");
        files.setOnAction(_ -> model.add(pick.workbooks()));
        var folder = new Button(texts.of("upward.merge.folder"), Icon.OPEN.of(18));
        folder.setId("merge-folder");
        folder.setOnAction(_ -> pick.workbookFolder().ifPresent(f -> model.add(List.of(f))));
        var buttons = new HBox(10, files, folder);
        buttons.setAlignment(Pos.CENTER);
        VBox.setMargin(buttons, new Insets(6, 0, 14, 0));
        var steps = new VBox(7);
        steps.setMaxWidth(Region.USE_PREF_SIZE);
        for (int i = 1; i <= 3; i++) {
            steps.getChildren().add(Words.label(texts.of("upward.merge.step." + i), "soft"));
        }
        var drop =
                new VBox(
                        mark,
                        Words.label(texts.of("upward.merge.drop"), "subheading"),
                        Words.label(texts.of("upward.merge.drop.why"), "soft", "small"),
                        buttons,
                        steps);
        drop.getStyleClass().add("drop");
        VBox.setVgrow(drop, Priority.ALWAYS);
        return drop;
    }

    private Region door(List<Problem> problems) {
        var sheet = new VBox(12, Words.label(texts.of("upward.merge.title"), "heading"));
        if (!problems.isEmpty()) {
            sheet.getChildren().add(Notes.of(texts, problems));
        }
        sheet.getChildren().add(door);
        sheet.getStyleClass().addAll("sheet", "padded");
        return sheet;
    }

    private Node centred(Region region) {
        region.setMaxSize(desk.emPx() * 40, Region.USE_PREF_SIZE);
        return new StackPane(region);
    }
}
