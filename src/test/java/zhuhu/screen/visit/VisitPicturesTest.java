package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Pictures;
import zhuhu.screen.Theme;
import zhuhu.store.Workspace;

class VisitPicturesTest {

    @TempDir Path folder;

    @Test
    void everyScreenOfTheVisitCanBeLookedAt() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
        Workspace workspace = Family.workspace(folder.resolve("a.zhuhu"));
        var visit = Family.visit(workspace);
        visit.answer(visit.find("outcome", "").getFirst(), zhuhu.record.Value.text("01"));
        var acts = new VisitActs(visit);
        var failure = new AtomicReference<Throwable>();
        var model = new VisitModel(acts, Background.inline(failure::set));
        Scene scene =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    Theme.load();
                                    var view =
                                            new VisitView(model, Texts.chinese(), () -> {});
                                    var made = new Scene(view.root(), 1366, 768);
                                    Theme.dress(made);
                                    var stage = new Stage();
                                    stage.setScene(made);
                                    stage.show();
                                    return made;
                                })
                        .get();
        var screens =
                Objects.requireNonNull(model.snapshot().get()).parts().stream()
                        .flatMap(p -> p.screens().stream())
                        .toList();
        int n = 0;
        for (var screen : screens) {
            Platform.runLater(() -> model.goTo(screen.name(), Optional.empty()));
            WaitForAsyncUtils.waitForFxEvents();
            String file = "target/screens/visit-%02d-%s.png".formatted(++n, screen.name());
            Platform.runLater(() -> Pictures.write(scene, Path.of(file)));
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(failure.get()).isNull();
        visit.close();
        workspace.close();
    }
}
