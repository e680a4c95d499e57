package zhuhu.screen.safety;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.screen.safety.SafetyModel.Stage;

/// Backs up to a stick by one click, or to wherever a person says; tells when it was done last.
public final class BackupBox {

    private final SafetyModel model;
    private final Texts texts;
    private final FilePick pick;
    private final Optional<Path> first;
    private final VBox root = new VBox(10);

    /// `first`: a folder to offer before all others, where the workbook just went.
    public BackupBox(SafetyModel model, Texts texts, FilePick pick, Optional<Path> first) {
        this.model = model;
        this.texts = texts;
        this.pick = pick;
        this.first = first;
        model.state().subscribe(_ -> show());
        model.stage().subscribe(_ -> show());
    }

    public Node root() {
        return root;
    }

    private void show() {
        Optional<Safety.State> state = model.state().get();
        if (state.isEmpty()) {
            root.getChildren().clear();
            return;
        }
        String when =
                state.get()
                        .lastBackup()
                        .map(at -> texts.of("backup.last", minute(at)))
                        .orElseGet(() -> texts.of("backup.never"));
        root.getChildren().setAll(Words.label(when, "soft"), acts(state.get()));
        switch (model.stage().get()) {
            case Stage.Idle() -> {}
            case Stage.Running(var job) ->
                    root.getChildren()
                            .set(1, new JobPane(texts, texts.of("backup.running"), job).root());
            case Stage.Over(var copied) ->
                    root.getChildren()
                            .add(
                                    Notes.good(
                                            texts.of("backup.over", copied.file()),
                                            texts.of("backup.over.next")));
            case Stage.Refused(List<Problem> problems) ->
                    root.getChildren().add(Notes.of(texts, problems));
        }
    }

    private static String minute(String at) {
        return at.substring(0, Math.min(16, at.length())).replace('T', ' ');
    }

    private Node acts(Safety.State state) {
        Set<Path> folders = new LinkedHashSet<>();
        first.ifPresent(folders::add);
        folders.addAll(state.drives());
        var row = new FlowPane(10, 8);
        for (Path folder : folders) {
            boolean workbook = first.equals(Optional.of(folder));
            String words = texts.of(workbook ? "backup.with" : "backup.drive", folder.toString());
            var button = new Button(words, Icon.EXPORT.of(18));
            button.setId(workbook ? "backup-with" : "backup-drive");
            button.setOnAction(_ -> model.backUp(folder.resolve(state.proposal())));
            row.getChildren().add(button);
        }
        var choose = new Button(texts.of("backup.choose"), Icon.OPEN.of(18));
        choose.setId("backup-choose");
        choose.setOnAction(_ ->
                pick.newWorkspace(state.proposal().replace(".zhuhu", "")).ifPresent(model::backUp));
        row.getChildren().add(choose);
        var line = new HBox(row);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(row, javafx.scene.layout.Priority.ALWAYS);
        return line;
    }
}
