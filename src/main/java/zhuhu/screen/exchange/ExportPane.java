package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.ExportWorkbook.Content;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.Exchange.VillageLine;
import zhuhu.screen.exchange.ExportModel.Stage;
import zhuhu.screen.exchange.handout.DraftsBox;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.screen.safety.BackupBox;
import zhuhu.screen.safety.SafetyModel;

/// An export: what to take, progress, and where the workbook lies.
final class ExportPane {

    private final ExportModel model;
    private final Desk desk;
    private final Texts texts;
    private final FilePick pick;
    private final Consumer<Path> reveal;

    private final Optional<SafetyModel> safety;

    ExportPane(
            ExportModel model,
            Desk desk,
            Texts texts,
            FilePick pick,
            Consumer<Path> reveal,
            Optional<SafetyModel> safety) {
        this.safety = safety;
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.pick = pick;
        this.reveal = reveal;
    }

    Node of(Stage stage) {
        return switch (stage) {
            case Stage.Idle() -> new StackPane();
            case Stage.Choosing(List<Problem> problems) -> centred(choosing(problems));
            case Stage.Running(var job) ->
                    centred(
                            (Region)
                                    new JobPane(texts, texts.of("exchange.out.running"), job)
                                            .root());
            case Stage.Over(var written) -> centred(over(written));
        };
    }

    private Region choosing(List<Problem> problems) {
        var write = new Button("", Icon.EXPORT.of(18));
        write.setId("export-write");
        write.getStyleClass().add("primary");
        write.setDefaultButton(true);
        var drafts = new DraftsBox(desk, texts, model::finish);
        Runnable count =
                () -> {
                    drafts.show(model.drafts());
                    write.setText(texts.of("exchange.out.write", model.households()));
                    write.setDisable(model.chosen().isEmpty());
                };
        var posted = new CheckBox(texts.of("exchange.out.posted"));
        posted.setId("export-posted");
        var password = new PasswordField();
        password.setId("export-password");
        write.setOnAction(_ ->
                pick.newWorkbook(model.proposal())
                        .ifPresent(out ->
                                model.write(
                                        out,
                                        password.getText(),
                                        posted.isSelected()
                                                ? Content.POSTED_LIST
                                                : Content.WORKBOOK)));
        count.run();
        var box =
                new VBox(
                        16,
                        Words.label(texts.of("exchange.out.title"), "heading"),
                        Words.lines(texts.of("exchange.out.why"), "soft"),
                        Words.label(texts.of("exchange.out.choose"), "strong"),
                        villages(count),
                        drafts.root(),
                        Words.rule(),
                        posted,
                        Fields.of(
                                texts.of("exchange.out.password"),
                                password,
                                new Label(texts.of("exchange.out.why.safe"))),
                        Notes.of(texts, problems),
                        new HBox(10, Words.spring(), write));
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    private Node villages(Runnable changed) {
        var rows = new VBox(8);
        for (VillageLine village : model.villages()) {
            var box =
                    new CheckBox(
                            texts.of("exchange.out.village", village.name(), village.households()));
            box.setSelected(model.chosen().contains(village.id()));
            box.selectedProperty()
                    .addListener((_, _, on) -> {
                        if (on) {
                            model.chosen().add(village.id());
                        } else {
                            model.chosen().remove(village.id());
                        }
                        changed.run();
                    });
            rows.getChildren().add(box);
        }
        if (model.villages().isEmpty()) {
            return Words.lines(texts.of("exchange.out.none"), "soft");
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(desk.emPx() * 18);
        return scroll;
    }

    private Region over(Exchange.Written written) {
        var open = new Button(texts.of("exchange.out.reveal"), Icon.OPEN.of(18));
        open.getStyleClass().add("primary");
        open.setOnAction(_ -> reveal.accept(written.file()));
        var back = new Button(texts.of("exchange.out.back"));
        back.setId("export-back");
        back.setOnAction(_ -> model.begin());
        var buttons = new HBox(10, Words.spring(), back, open);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var box =
                new VBox(
                        16,
                        done(written),
                        pictures(written),
                        Words.label(String.valueOf(written.file().getFileName()), "heading"),
                        Words.lines(
                                String.valueOf(written.file().toAbsolutePath().getParent()),
                                "soft"),
                        buttons);
        safety.ifPresent(known ->
                box.getChildren().add(box.getChildren().size() - 1, backup(known, written.file())));
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    /// The hand-in is the moment at which a stick is in the machine.
    private Region backup(SafetyModel known, Path workbook) {
        known.quiet();
        known.refresh();
        var folder = Optional.ofNullable(workbook.toAbsolutePath().getParent());
        return new VBox(
                10,
                Words.rule(),
                Words.label(texts.of("backup.offer"), "strong"),
                new BackupBox(known, texts, pick, folder).root());
    }

    private Region pictures(Exchange.Written written) {
        var words = new VBox(6);
        if (written.pictures().written() > 0) {
            words.getChildren()
                    .add(
                            Words.lines(
                                    texts.of(
                                            "export.picturesWritten",
                                            written.pictures().written(),
                                            written.pictures().folder().getFileName()),
                                    "soft"));
        }
        if (written.pictures().left() > 0) {
            words.getChildren()
                    .add(
                            Words.lines(
                                    texts.of("export.picturesLeft", written.pictures().left()),
                                    "soft"));
        }
        words.setVisible(!words.getChildren().isEmpty());
        words.setManaged(words.isVisible());
        return words;
    }

    private Region done(Exchange.Written written) {
        return switch (written.content()) {
            case WORKBOOK ->
                    Notes.good(
                            texts.of("exchange.out.over", written.households(), written.persons()),
                            texts.of("exchange.out.over.next"));
            case POSTED_LIST ->
                    Notes.good(
                            texts.of("exchange.out.posted.over"),
                            texts.of("exchange.out.posted.next"));
        };
    }

    private Node centred(Region region) {
        region.setMaxSize(desk.emPx() * 44, Region.USE_PREF_SIZE);
        return new StackPane(region);
    }
}
