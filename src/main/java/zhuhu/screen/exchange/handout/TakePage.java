package zhuhu.screen.exchange.handout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.handout.PackWords;
import zhuhu.flow.handout.TakeTask;
import zhuhu.flow.handout.UpdatePack;
import zhuhu.flow.merge.RowClass;
import zhuhu.pack.Manifest;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.handout.TakeModel.Pack;
import zhuhu.screen.exchange.handout.TakeModel.Stage;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// 收任务包: the next round's task for a laptop that has work already; and a newer campaign.
public final class TakePage implements ExchangePage {

    private final TakeModel model;
    private final Texts texts;
    private final FilePick pick;
    private final VBox task = new VBox(12);
    private final VBox pack = new VBox(10);
    private final VBox root = new VBox(14, task, pack);

    public TakePage(TakeModel model, Texts texts, FilePick pick) {
        this.model = model;
        this.texts = texts;
        this.pick = pick;
        root.getStyleClass().add("pane");
        List.of(task, pack).forEach(box -> box.getStyleClass().addAll("sheet", "padded"));
        VBox.setVgrow(task, Priority.ALWAYS);
        model.stage().subscribe(_ -> arrange());
        model.pack().subscribe(_ -> arrangePack());
        model.campaign().subscribe(_ -> arrangePack());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.TASK;
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
        if (task.lookup(".button.primary") instanceof Node button) {
            button.requestFocus();
        }
    }

    @Override
    public boolean dropped(List<Path> files) {
        if (files.size() != 1) {
            return false;
        }
        model.look(files.getFirst(), "");
        return true;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !(model.stage().get() instanceof Stage.Running)) {
            model.close();
            event.consume();
        }
    }

    private void arrange() {
        task.getChildren().setAll(Words.label(texts.of("handout.take"), "heading"));
        task.getChildren()
                .addAll(
                        switch (model.stage().get()) {
                            case Stage.Idle(List<Problem> why) -> idle(why);
                            case Stage.Locked(Path file, List<Problem> why) -> locked(file, why);
                            case Stage.Planned planned -> planned(planned);
                            case Stage.Running(var job) ->
                                    List.of(
                                            new JobPane(texts, texts.of("handout.take"), job)
                                                    .root());
                            case Stage.Over(TakeTask.Taken taken) -> over(taken);
                        });
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private Button choose() {
        var choose = new Button(texts.of("handout.take.choose"), Icon.OPEN.of(18));
        choose.setId("take-choose");
        choose.setOnAction(_ -> pick.task().ifPresent(file -> model.look(file, "")));
        return choose;
    }

    private List<Node> idle(List<Problem> why) {
        Button choose = choose();
        choose.getStyleClass().add("primary");
        Region mark = Icon.TASK.of(30);
        mark.getStyleClass().add("icon-teal");
        var drop = new VBox(mark, Words.lines(texts.of("handout.take.why"), "soft"), choose);
        drop.getStyleClass().add("drop");
        VBox.setMargin(choose, new Insets(6, 0, 0, 0));
        VBox.setVgrow(drop, Priority.ALWAYS);
        return List.of(drop, Notes.of(texts, why));
    }

    private List<Node> locked(Path file, List<Problem> why) {
        var password = new PasswordField();
        password.setId("take-password");
        var open = new Button(texts.of("task.unlock"));
        open.getStyleClass().add("primary");
        open.setDefaultButton(true);
        open.setOnAction(_ -> model.look(file, password.getText()));
        HBox.setHgrow(password, Priority.ALWAYS);
        return List.of(
                Words.lines(String.valueOf(file.getFileName()), "strong"),
                Fields.of(texts.of("task.password"), new HBox(10, password, open)),
                Notes.of(texts, why));
    }

    private List<Node> planned(Stage.Planned planned) {
        TakeTask.Plan plan = planned.plan();
        var act = new Button(texts.of("handout.take.do"), Icon.CHECK.of(18));
        act.setId("take-do");
        act.getStyleClass().add("primary");
        act.setDefaultButton(true);
        act.setOnAction(_ -> model.take(planned));
        var lines = new ArrayList<String>();
        lines.add(round(plan));
        lines.addAll(
                plan.pack()
                        .map(changes -> PackWords.of(changes, texts))
                        .orElseGet(() -> List.of(texts.of("handout.take.pack.older"))));
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> model.close());
        String by = plan.by().isEmpty() ? texts.of("task.township") : plan.by();
        return List.of(
                Notes.plain(
                        texts.of("handout.take.whose", plan.villages(), by),
                        String.join("\n", lines)),
                Words.lines(String.valueOf(planned.task().getFileName()), "soft"),
                Words.spring(),
                new HBox(10, choose(), Words.spring(), leave, act));
    }

    private String round(TakeTask.Plan plan) {
        String to = plan.round().title();
        String now = plan.from().map(Manifest.Round::title).orElse("");
        return switch (plan.turn()) {
            case STAYS -> texts.of("handout.take.stays", to, plan.round().due());
            case ENTERS -> texts.of("handout.take.enters", now, to, plan.round().due());
            case KEEPS_NEWER -> texts.of("handout.take.keeps", to, now);
        };
    }

    private List<Node> over(TakeTask.Taken taken) {
        var counts = taken.book().counts();
        var nodes = new ArrayList<Node>();
        nodes.add(
                Notes.good(
                        texts.of("handout.take.over", taken.plan().villages()),
                        round(taken.plan())
                                + "\n"
                                + texts.of(
                                        "handout.take.over.rows",
                                        counts.of(RowClass.NEW),
                                        counts.of(RowClass.CHANGED),
                                        counts.of(RowClass.SAME),
                                        counts.of(RowClass.CONFLICT))));
        nodes.add(Notes.of(texts, taken.book().problems()));
        Button choose = choose();
        choose.getStyleClass().add("primary");
        nodes.add(Words.spring());
        nodes.add(new HBox(10, Words.spring(), choose));
        return nodes;
    }

    private void arrangePack() {
        var look = new Button(texts.of("handout.pack.look"));
        look.setId("pack-look");
        look.setOnAction(_ -> model.lookAtPack());
        var row = new HBox(10, Words.spring(), look);
        pack.getChildren()
                .setAll(
                        Words.label(texts.of("handout.pack"), "heading"),
                        Words.lines(model.campaign().get(), "strong"),
                        Words.lines(texts.of("handout.pack.why"), "soft"));
        switch (model.pack().get()) {
            case Pack.Unknown() -> {}
            case Pack.Updated() ->
                    pack.getChildren()
                            .add(
                                    Notes.good(
                                            texts.of("handout.pack.done"),
                                            texts.of("handout.pack.done.next")));
            case Pack.Looked(Outcome<UpdatePack.Plan> outcome) -> looked(outcome, row);
        }
        pack.getChildren().add(row);
    }

    private void looked(Outcome<UpdatePack.Plan> outcome, HBox row) {
        switch (outcome) {
            case Outcome.Done<UpdatePack.Plan>(UpdatePack.Plan plan) -> {
                List<String> lines = PackWords.of(plan, texts);
                String rest = String.join("\n", lines.subList(1, lines.size()));
                pack.getChildren()
                        .add(
                                plan.isNothing()
                                        ? Notes.good(lines.getFirst(), rest)
                                        : Notes.plain(lines.getFirst(), rest));
                if (!plan.isNothing()) {
                    var act = new Button(texts.of("handout.pack.do"), Icon.CHECK.of(18));
                    act.setId("pack-do");
                    act.setOnAction(_ -> model.updatePack());
                    row.getChildren().add(act);
                }
            }
            case Outcome.Failed<UpdatePack.Plan>(List<Problem> why) ->
                    pack.getChildren().add(Notes.of(texts, why));
        }
    }
}
