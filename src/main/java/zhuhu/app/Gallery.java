package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Pictures;
import zhuhu.screen.Theme;

/// The real window without a display, walked through by the program itself, with pictures taken on
/// the way. One at a time in a process; call it from any thread but the window's.
final class Gallery implements AutoCloseable {

    /// What came of going wrong on the window's or the workspace's thread.
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(Throwable cause) {
            super(cause);
        }
    }

    private final Background background;
    private final Desktop desktop;
    private final Stage stage;
    private final CompletableFuture<Throwable> mishap;

    private Gallery(
            Background background,
            Desktop desktop,
            Stage stage,
            CompletableFuture<Throwable> mishap) {
        this.background = background;
        this.desktop = desktop;
        this.stage = stage;
        this.mishap = mishap;
    }

    /// Opens the window, at the doors. `pick` stands in for the system's file dialogs.
    static Gallery open(Desk desk, Clock clock, FilePick pick, int widthPx, int heightPx) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException _) {
            // Reason: the toolkit runs already, from an earlier gallery or a test.
        }
        Platform.setImplicitExit(false);
        var mishap = new CompletableFuture<Throwable>();
        return on(() -> {
            Theme.load();
            Background background = Background.thread(Platform::runLater, mishap::complete);
            var desktop = new Desktop(desk, Texts.chinese(), clock, background, pick, _ -> {});
            desktop.doors();
            var scene = new Scene(desktop.root(), widthPx, heightPx);
            Theme.dress(scene);
            Theme.follow(scene, desk);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return new Gallery(background, desktop, stage, mishap);
        });
    }

    /// Does something with the window, and waits until all that follows from it is done.
    void act(Consumer<Desktop> act) {
        on(() -> {
            act.accept(desktop);
            return true;
        });
        rest();
    }

    /// Asks something of the window.
    <T> T ask(Function<Scene, T> question) {
        return on(() -> question.apply(stage.getScene()));
    }

    /// Writes what the window shows.
    void picture(Path file) {
        rest();
        on(() -> {
            Pictures.write(stage.getScene(), file);
            return true;
        });
    }

    @Override
    public void close() {
        on(() -> {
            stage.close();
            return true;
        });
        var ended = new CompletableFuture<Boolean>();
        // Reason: ending waits for the workspace's thread, which may still want the window's.
        rest();
        Platform.runLater(() -> {
            desktop.end();
            ended.complete(true);
        });
        ended.join();
    }

    private void rest() {
        // Reason: an answer may ask the next question; three quiet turns are the end of it.
        for (int quiet = 0; quiet < 3; ) {
            var turn = new CompletableFuture<Boolean>();
            Platform.runLater(() -> background.run(() -> true, turn::complete));
            turn.join();
            var drawn = new CompletableFuture<Boolean>();
            Platform.runLater(() -> Platform.runLater(() -> drawn.complete(true)));
            drawn.join();
            quiet = background.idle() ? quiet + 1 : 0;
        }
        Optional.ofNullable(mishap.isDone() ? mishap.join() : null)
                .ifPresent(thrown -> {
                    throw new Broken(thrown);
                });
    }

    private static <T> T on(Supplier<T> act) {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(act.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }
}
