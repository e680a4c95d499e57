package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Mishaps;
import zhuhu.screen.Theme;
import zhuhu.screen.UserFolder;

/// The program with its window.
public final class Window extends Application {

    private static final int WIDTH_PX = 1366;
    private static final int HEIGHT_PX = 768;

    private @Nullable Desktop desktop;

    /// Opens the window and comes back when it was closed.
    public static void open(String[] args) {
        launch(Window.class, args);
    }

    @Override
    public void start(Stage stage) {
        Theme.load();
        Texts texts = Texts.chinese();
        Clock clock = Clock.systemDefaultZone();
        UserFolder folder = UserFolder.ofThisUser();
        var mishaps = new Mishaps(folder.errorLog(), clock);
        var shown = new AtomicReference<@Nullable Desktop>();
        var border =
                mishaps.telling(code ->
                        Platform.runLater(() -> {
                            Desktop now = shown.get();
                            if (now != null) {
                                now.mishap(code, folder.errorLog());
                            }
                        }));
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> border.accept(thrown));
        var desk = new Desk(folder);
        var made =
                new Desktop(
                        desk,
                        texts,
                        clock,
                        Background.thread(Platform::runLater, border),
                        new StageFiles(() -> stage, texts),
                        this::reveal);
        shown.set(made);
        desktop = made;
        made.doors();
        var scene = new Scene(made.root(), WIDTH_PX, HEIGHT_PX);
        Theme.dress(scene);
        Theme.follow(scene, desk);
        stage.setScene(scene);
        stage.setTitle(texts.of("app.name"));
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.show();
    }

    @Override
    public void stop() {
        if (desktop != null) {
            desktop.end();
        }
    }

    private void reveal(Path file) {
        Path whole = file.toAbsolutePath();
        Path parent = whole.getParent();
        Path folder = parent == null ? whole : parent;
        getHostServices().showDocument(folder.toUri().toString());
    }
}
