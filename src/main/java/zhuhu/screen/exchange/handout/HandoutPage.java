package zhuhu.screen.exchange.handout;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.handout.AssignTasks.Assigned;
import zhuhu.flow.handout.AssignTasks.Task;
import zhuhu.record.RecordId;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.handout.HandoutModel.Stage;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// 发任务包: the round, the villages, and what was written for each.
public final class HandoutPage implements ExchangePage {

    private final HandoutModel model;
    private final Desk desk;
    private final Texts texts;
    private final FilePick pick;
    private final Consumer<Path> reveal;
    private final RoundBar rounds;
    private final VillageTable table;
    private final PasswordField password = new PasswordField();
    private final Button write = new Button("", Icon.TASK.of(18));
    private final Node choosing;
    private final VBox problems = new VBox();
    private final VBox root = new VBox(14);

    /// `reveal` shows a file's folder in the system's own way.
    public HandoutPage(
            HandoutModel model,
            Desk desk,
            Texts texts,
            Layers layers,
            FilePick pick,
            Clock clock,
            Consumer<Path> reveal) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.pick = pick;
        this.reveal = reveal;
        this.rounds = new RoundBar(model, desk, texts, layers, clock);
        this.table = new VillageTable(model, desk, texts);
        this.choosing = choosing();
        root.getStyleClass().add("pane");
        model.stage().subscribe(_ -> arrange());
        model.chosen().addListener((SetChangeListener<RecordId>) _ -> count());
        model.villages().subscribe(this::count);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.HANDOUT;
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
        if (model.stage().get() instanceof Stage.Choosing && !write.isDisabled()) {
            write.requestFocus();
        } else if (root.lookup(".button.primary") instanceof Node button) {
            button.requestFocus();
        }
    }

    private void arrange() {
        Node now =
                switch (model.stage().get()) {
                    case Stage.Choosing(List<Problem> why) -> {
                        problems.getChildren().setAll(Notes.of(texts, why));
                        problems.setManaged(!why.isEmpty());
                        yield choosing;
                    }
                    case Stage.Running(var job) ->
                            new JobPane(texts, texts.of("handout.running"), job).root();
                    case Stage.Over(Path folder, Assigned assigned) -> over(folder, assigned);
                };
        root.getChildren().setAll(rounds.root(), now);
        VBox.setVgrow(now, Priority.ALWAYS);
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.stage().get() instanceof Stage.Over) {
            model.close();
            model.refresh();
            event.consume();
        }
    }

    private void count() {
        write.setText(texts.of("handout.write", model.chosen().size(), model.households()));
        write.setDisable(model.chosen().isEmpty());
    }

    private Node choosing() {
        var paper = new CheckBox(texts.of("handout.paper"));
        paper.setId("handout-paper");
        paper.selectedProperty().bindBidirectional(model.paper());
        password.setId("handout-password");
        password.setPromptText(texts.of("handout.password"));
        password.setPrefWidth(desk.emPx() * 15);
        write.setId("handout-write");
        write.getStyleClass().add("primary");
        write.setMinWidth(Region.USE_PREF_SIZE);
        write.setOnAction(_ ->
                pick.newFolder(texts.of("handout.folder"))
                        .ifPresent(folder -> model.assign(folder, password.getText())));
        var foot = new HBox(14, paper, password, Words.spring(), write);
        foot.setAlignment(Pos.CENTER_LEFT);
        var sheet =
                new VBox(
                        12,
                        Words.label(texts.of("handout.title"), "heading"),
                        Words.lines(texts.of("handout.why"), "soft"),
                        table.node(),
                        problems,
                        foot);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        sheet.getStyleClass().addAll("sheet", "padded");
        return sheet;
    }

    private Node over(Path folder, Assigned assigned) {
        var list = new VBox(10);
        for (Task task : assigned.tasks()) {
            list.getChildren().add(line(task));
        }
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var open = new Button(texts.of("handout.reveal"), Icon.OPEN.of(18));
        open.getStyleClass().add("primary");
        open.setOnAction(_ -> reveal.accept(assigned.tasks().getFirst().book()));
        var back = new Button(texts.of("handout.again"));
        back.setId("handout-back");
        back.setOnAction(_ -> {
            model.close();
            model.refresh();
        });
        var box =
                new VBox(
                        14,
                        Notes.good(
                                texts.of(
                                        "handout.over",
                                        assigned.tasks().size(),
                                        assigned.round().title()),
                                texts.of("handout.over.next", assigned.round().due())),
                        Notes.of(texts, assigned.problems()),
                        Words.lines(String.valueOf(folder.toAbsolutePath()), "soft"),
                        scroll,
                        new HBox(10, Words.spring(), back, open));
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    private Node line(Task task) {
        var words =
                new VBox(
                        2,
                        Words.label(String.valueOf(task.book().getFileName()), "strong"),
                        Words.label(counts(task), "soft", "small"));
        task.sheets()
                .ifPresent(sheets ->
                        words.getChildren()
                                .add(
                                        Words.label(
                                                texts.of(
                                                        "handout.over.paper",
                                                        sheets.file().getFileName(),
                                                        sheets.pages()),
                                                "soft",
                                                "small")));
        var mark = Icon.CHECK.of(18);
        mark.getStyleClass().add("icon-green");
        var row = new HBox(12, mark, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String counts(Task task) {
        String counts = texts.of("handout.over.line", task.households(), task.points());
        return task.drafts() == 0
                ? counts
                : counts + texts.of("handout.over.drafts", task.drafts());
    }
}
