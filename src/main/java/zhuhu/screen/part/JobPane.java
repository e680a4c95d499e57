package zhuhu.screen.part;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Job;

/// A long act under way: what, how far, and the way to stop it.
public final class JobPane {

    private final VBox root = new VBox(12);

    public JobPane(Texts texts, String title, Job job) {
        var step = new Label();
        step.getStyleClass().add("soft");
        step.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words(texts, job), job.step(), job.done(), job.share()));
        var bar = new ProgressBar();
        bar.progressProperty().bind(job.share());
        bar.setMaxWidth(Double.MAX_VALUE);
        var cancel = new Button(texts.of("part.job.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> {
            cancel.setDisable(true);
            job.cancel();
        });
        var foot = new HBox(12, step, Words.spring(), cancel);
        foot.setAlignment(Pos.CENTER_LEFT);
        var about = new Label();
        about.getStyleClass().add("strong");
        about.textProperty().bind(job.about());
        about.managedProperty().bind(job.about().isNotEmpty());
        root.getChildren().setAll(Words.label(title, "heading"), about, bar, foot);
        root.getStyleClass().addAll("sheet", "padded");
    }

    public Parent root() {
        return root;
    }

    private static String words(Texts texts, Job job) {
        String step = job.step().get();
        if (step.isEmpty()) {
            return texts.of("part.job.begin");
        }
        String words = texts.of(step);
        if (job.share().get() >= 0) {
            return texts.of("part.job.share", words, (int) (job.share().get() * 100));
        }
        return job.done().get() > 0
                ? texts.of("part.job.done", words, job.done().get())
                : texts.of("part.job.step", words);
    }
}
