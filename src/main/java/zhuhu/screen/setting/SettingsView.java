package zhuhu.screen.setting;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.Installation;
import zhuhu.screen.Page;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;
import zhuhu.screen.safety.SafetyPane;
import zhuhu.screen.setting.Care.About;
import zhuhu.screen.setting.SettingsModel.Checkup;

/// Who, how it looks, the file and its care.
public final class SettingsView implements Page {

    private final SettingsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Runnable leave;
    private final PlainField name = new PlainField();
    private final PlainField unit = new PlainField();
    private final PlainField phone = new PlainField();
    private final VBox look = new VBox(12);
    private final VBox file = new VBox(12);
    private final VBox checkup = new VBox();
    private final ScrollPane root = new ScrollPane();
    private final VBox content;

    /// `leave` closes the open file.
    public SettingsView(SettingsModel model, Desk desk, Texts texts, Runnable leave) {
        this(model, desk, texts, leave, Optional.empty());
    }

    /// As the other, with what keeps the file safe between.
    public SettingsView(
            SettingsModel model,
            Desk desk,
            Texts texts,
            Runnable leave,
            Optional<SafetyPane> safety) {
        this.leave = leave;
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        var content =
                new VBox(
                        18,
                        Words.label(texts.of("setting.title"), "title"),
                        sheet(texts.of("setting.who"), who()),
                        sheet(texts.of("setting.look"), look),
                        sheet(texts.of("setting.file"), file),
                        sheet(texts.of("setting.care"), care()));
        safety.ifPresent(
                pane -> content.getChildren().add(2, sheet(texts.of("safety.title"), pane.root())));
        this.content = content;
        content.getStyleClass().add("pane");
        content.setMaxWidth(desk.emPx() * 64);
        root.setContent(content);
        root.setFitToWidth(true);
        desk.installation().subscribe(this::fillWho);
        model.about().subscribe(_ -> fillFile());
        model.checkup().subscribe(this::fillCheckup);
    }

    /// The same page with one more sheet above the file's care.
    public SettingsView with(String title, Node pane) {
        content.getChildren().add(content.getChildren().size() - 1, sheet(title, pane));
        return this;
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
        name.requestFocus();
        name.deselect();
    }

    private Node who() {
        name.setId("setting-name");
        Runnable save = () -> desk.change(i -> i.who(plain(name), plain(unit), plain(phone)));
        for (PlainField field : List.of(name, unit, phone)) {
            field.onLeave(_ -> save.run());
            field.onEnter(save);
        }
        var grid = grid();
        grid.addRow(0, Words.label(texts.of("who.name"), "soft"), name);
        grid.addRow(1, Words.label(texts.of("who.unit"), "soft"), unit);
        grid.addRow(2, Words.label(texts.of("who.phone"), "soft"), phone);
        return new VBox(12, grid, Words.lines(texts.of("setting.who.note"), "faint", "small"));
    }

    private GridPane grid() {
        var grid = new GridPane(16, 10);
        var labels = new ColumnConstraints(desk.emPx() * 6);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setMaxWidth(desk.emPx() * 28);
        grid.getColumnConstraints().setAll(labels, fields);
        return grid;
    }

    private void fillWho(Installation now) {
        set(name, now.name());
        set(unit, now.unit());
        set(phone, now.phone());
        look.getChildren()
                .setAll(
                        line(texts.of("setting.size"), texts.of("setting.size.why"), sizes(now)),
                        Words.rule(),
                        line(
                                texts.of("setting.projector"),
                                texts.of("setting.projector.why"),
                                toggle(
                                        "setting-projector",
                                        now.projector(),
                                        on -> desk.change(i -> i.look(on, i.masked(), i.large())))),
                        Words.rule(),
                        line(
                                texts.of("setting.mask"),
                                texts.of("setting.mask.why"),
                                toggle(
                                        "setting-mask",
                                        now.masked(),
                                        on ->
                                                desk.change(i ->
                                                        i.look(i.projector(), on, i.large())))));
        fillFile();
    }

    private static void set(PlainField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private Node sizes(Installation now) {
        var usual = size(texts.of("setting.size.usual"), !now.large(), false);
        var large = size(texts.of("setting.size.large"), now.large(), true);
        return new HBox(8, usual, large);
    }

    private ToggleButton size(String words, boolean chosen, boolean large) {
        var button = new ToggleButton(words);
        button.getStyleClass().add("chip");
        button.setSelected(chosen);
        button.setOnAction(_ -> {
            button.setSelected(true);
            desk.change(i -> i.look(i.projector(), i.masked(), large));
        });
        return button;
    }

    private interface Switched {
        void to(boolean on);
    }

    private static Node toggle(String id, boolean on, Switched switched) {
        var toggle = new ToggleSwitch();
        toggle.setId(id);
        toggle.setSelected(on);
        toggle.selectedProperty().addListener((_, _, now) -> switched.to(now));
        return toggle;
    }

    private static Node line(String title, String why, Node control) {
        var words = new VBox(1, Words.label(title), Words.lines(why, "faint", "small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(16, words, control);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void fillFile() {
        file.getChildren().clear();
        Optional<About> about = model.about().get();
        if (about.isEmpty()) {
            return;
        }
        var grid = grid();
        grid.getColumnConstraints().get(1).setMaxWidth(Double.MAX_VALUE);
        fact(grid, texts.of("setting.file.path"), about.get().file());
        fact(grid, texts.of("setting.file.device"), desk.now().device());
        fact(grid, texts.of("setting.file.campaign"), about.get().campaign());
        fact(grid, texts.of("setting.file.issuer"), about.get().issuer());
        fact(grid, texts.of("setting.file.source"), about.get().source());
        for (Care.Form form : about.get().forms()) {
            fact(
                    grid,
                    texts.of("setting.file.form"),
                    texts.of("setting.file.form.line", form.title(), form.id(), form.version()));
        }
        var close = new Button(texts.of("setting.leave"));
        close.setId("setting-leave");
        close.setOnAction(_ -> leave.run());
        file.getChildren()
                .addAll(
                        grid,
                        Words.rule(),
                        line(
                                texts.of("setting.leave.title"),
                                texts.of("setting.leave.why"),
                                close));
    }

    private static void fact(GridPane grid, String label, String value) {
        int row = grid.getRowCount();
        var words = Words.label(label, "soft");
        GridPane.setValignment(words, VPos.TOP);
        grid.addRow(row, words, Words.lines(value));
    }

    private Node care() {
        var verify = new Button(texts.of("setting.verify"));
        verify.setId("setting-verify");
        verify.setOnAction(_ -> model.verify());
        var rebuild = new Button(texts.of("setting.rebuild"));
        rebuild.setOnAction(_ -> model.rebuild());
        model.checkup()
                .subscribe(now -> {
                    verify.setDisable(now instanceof Checkup.Running);
                    rebuild.setDisable(now instanceof Checkup.Running);
                });
        return new VBox(
                12,
                line(texts.of("setting.verify.title"), texts.of("setting.verify.why"), verify),
                Words.rule(),
                line(texts.of("setting.rebuild.title"), texts.of("setting.rebuild.why"), rebuild),
                checkup);
    }

    private void fillCheckup(Checkup now) {
        checkup.getChildren().clear();
        switch (now) {
            case Checkup.None() -> {}
            case Checkup.Running() ->
                    checkup.getChildren().add(Words.label(texts.of("setting.running"), "soft"));
            case Checkup.Sound() ->
                    checkup.getChildren()
                            .add(
                                    Notes.good(
                                            texts.of("setting.sound"),
                                            texts.of("setting.sound.next")));
            case Checkup.Rebuilt() ->
                    checkup.getChildren()
                            .add(
                                    Notes.good(
                                            texts.of("setting.rebuilt"),
                                            texts.of("setting.rebuilt.next")));
            case Checkup.Wrong(List<Problem> problems) ->
                    checkup.getChildren().add(Notes.of(texts, problems));
        }
    }

    private static Region sheet(String title, Node inside) {
        var box = new VBox(14, Words.label(title, "heading"), inside);
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    private static String plain(PlainField field) {
        return field.settled().get().strip();
    }
}
