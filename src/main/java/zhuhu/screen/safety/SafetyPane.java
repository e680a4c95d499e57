package zhuhu.screen.safety;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.ExportSteps.Written;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.store.Passphrase;

/// Backup, passphrase, recovery slip, lock and the log of visits, on the settings page.
public final class SafetyPane {

    private static final List<Integer> MINUTES = List.of(5, 10, 30, 0);

    private final SafetyModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;
    private final VBox root = new VBox(12);
    private final VBox logged = new VBox();

    /// `rekey` closes the file, changes its passphrase from the first to the second, and opens it
    /// again.
    public SafetyPane(
            SafetyModel model,
            Desk desk,
            Texts texts,
            Layers layers,
            FilePick pick,
            BiConsumer<Passphrase, Passphrase> rekey) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pick = pick;
        var change = button("safety-rekey", "safety.rekey");
        change.setOnAction(_ -> new RekeyDialog(model, desk, texts, layers, rekey).ask());
        var slip = button("safety-slip", "safety.slip");
        slip.setOnAction(_ -> new SlipDialog(model, desk, texts, layers).ask());
        var slipWhy = Words.lines("", "faint", "small");
        model.state()
                .subscribe(now ->
                        slipWhy.setText(slipWords(now.map(Safety.State::slip).orElse(false))));
        var log = button("safety-log", "safety.log");
        log.setOnAction(_ -> exportLog());
        root.getChildren()
                .setAll(
                        Words.label(texts.of("safety.backup.title")),
                        new BackupBox(model, texts, pick, Optional.empty()).root(),
                        Words.rule(),
                        line(
                                "safety.rekey.title",
                                Words.lines(texts.of("safety.rekey.why"), "faint", "small"),
                                change),
                        Words.rule(),
                        line("safety.slip.title", slipWhy, slip),
                        Words.rule(),
                        line(
                                "safety.lock.title",
                                Words.lines(texts.of("safety.lock.why"), "faint", "small"),
                                minutes()),
                        Words.rule(),
                        line(
                                "safety.log.title",
                                Words.lines(texts.of("safety.log.why"), "faint", "small"),
                                log),
                        logged);
        model.refresh();
    }

    public Node root() {
        return root;
    }

    private String slipWords(boolean slip) {
        return texts.of(slip ? "safety.slip.have" : "safety.slip.none");
    }

    private Node line(String title, Node why, Node control) {
        var words = new VBox(1, Words.label(texts.of(title)), why);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(16, words, control);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button button(String id, String key) {
        var button = new Button(texts.of(key));
        button.setId(id);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return button;
    }

    private Node minutes() {
        var row = new HBox(6);
        desk.installation()
                .subscribe(now -> {
                    row.getChildren().clear();
                    for (int minutes : MINUTES) {
                        var chip =
                                new ToggleButton(
                                        minutes == 0
                                                ? texts.of("safety.lock.never")
                                                : texts.of("safety.lock.minutes", minutes));
                        chip.getStyleClass().add("chip");
                        chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
                        chip.setSelected(now.lockMinutes() == minutes);
                        chip.setOnAction(_ -> desk.change(i -> i.locking(minutes)));
                        row.getChildren().add(chip);
                    }
                });
        return row;
    }

    private void exportLog() {
        pick.newCsv("audit")
                .ifPresent(out ->
                        model.exportSteps(
                                out, outcome -> logged.getChildren().setAll(told(outcome))));
    }

    private Node told(Outcome<Written> outcome) {
        return switch (outcome) {
            case Outcome.Done<Written>(Written written) ->
                    Notes.doubt(
                            texts.of("safety.log.over", written.file(), written.steps()),
                            texts.of("safety.log.over.next"));
            case Outcome.Failed<Written>(List<Problem> problems) -> Notes.of(texts, problems);
        };
    }
}
