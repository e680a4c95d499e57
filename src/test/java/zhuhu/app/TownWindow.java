package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

/// The program's own window at a township, at 1366x768, with a clerk who chooses what a test says.
abstract class TownWindow {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-13T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final String home = String.valueOf(System.getProperty("user.home"));
    private Optional<Desktop> desktop = Optional.empty();
    Optional<Robot> window = Optional.empty();
    List<Path> chosen = List.of();

    @BeforeEach
    void ownHome() {
        System.setProperty("user.home", folder.toString());
    }

    @AfterEach
    void noBugs() {
        System.setProperty("user.home", home);
        desktop.ifPresent(d -> Robot.does(d::end));
        window.ifPresent(Robot::leave);
        assertThat(bugs).isEmpty();
    }

    /// Opens 交换 of a township.
    Robot enter(Workspace town) {
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("王示范", "清水镇扶贫工作站", "13900000002"));
        Robot.toolkit();
        Robot robot =
                Robot.at(
                        () -> {
                            var made =
                                    new Desktop(
                                            desk,
                                            Texts.chinese(),
                                            CLOCK,
                                            background,
                                            new Picks(),
                                            _ -> {});
                            desktop = Optional.of(made);
                            made.doors();
                            return made.root();
                        },
                        desk,
                        background,
                        1366,
                        768);
        window = Optional.of(robot);
        Robot.does(() -> desktop.orElseThrow().enter(town));
        robot.rest();
        Robot.does(() -> desktop.orElseThrow().go(Place.EXCHANGE));
        return robot.rest();
    }

    Robot robot() {
        return window.orElseThrow();
    }

    void type(String id, String text) {
        var field = (TextInputControl) robot().byId(id);
        Robot.does(() -> field.setText(text));
        robot().rest();
    }

    /// What a table shows. Shape: a row's texts in columns `from` to before `to`.
    List<List<String>> table(String id, int from, int to) {
        var table = (TableView<?>) robot().byId(id);
        return Robot.on(() -> {
            int rows = table.getItems().size();
            return IntStream.range(0, rows)
                    .mapToObj(row ->
                            table.getColumns().subList(from, to).stream()
                                    .map(c -> String.valueOf(c.getCellData(row)))
                                    .toList())
                    .toList();
        });
    }

    void select(String id, int row) {
        var table = (TableView<?>) robot().byId(id);
        Robot.does(() -> table.getSelectionModel().clearAndSelect(row));
        robot().rest();
    }

    private final class Picks implements FilePick {

        @Override
        public List<Path> workbooks() {
            return chosen;
        }

        @Override
        public Optional<Path> newFolder(String title) {
            return Optional.of(folder.resolve("退回单"));
        }

        @Override
        public Optional<Path> workspace() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> rosters() {
            return List.of();
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> packFolder() {
            return Optional.empty();
        }
    }
}
