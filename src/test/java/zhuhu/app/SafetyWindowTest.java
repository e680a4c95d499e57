package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Workspaces;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// The lock, backups, passphrases and slips as a person at the window meets them, with pictures.
final class SafetyWindowTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    private Path sit(int widthPx, boolean projector) {
        Path file = Cli.workspace(folder);
        desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("赵二妹", "清水镇扶贫站", "").who("李志远", "坡脚村驻村工作队", ""));
        desk.change(i -> i.opened(file).look(projector, false, false));
        Robot.toolkit();
        robot =
                Robot.at(
                        () -> {
                            desktop =
                                    new Desktop(
                                            desk,
                                            Texts.chinese(),
                                            CLOCK,
                                            background,
                                            new Picks(folder),
                                            _ -> {});
                            desktop.doors();
                            return desktop.root();
                        },
                        desk,
                        background,
                        widthPx,
                        768);
        return file;
    }

    private void enter(Path file, String passphrase) {
        Passphrase typed = Passphrase.of(passphrase).orElseThrow();
        Robot.does(() ->
                background.run(
                        () -> Workspaces.open(file, typed),
                        opened -> {
                            if (opened instanceof Outcome.Done<Workspace>(Workspace workspace)) {
                                desktop.enter(workspace);
                            }
                        }));
        robot.rest();
    }

    private void visit() {
        Robot.does(() -> {
            var list = desktop.households().orElseThrow();
            list.refresh();
        });
        robot.rest();
        Robot.does(() -> desktop.visit(desktop.households().orElseThrow().lines().getFirst().id()));
        robot.rest();
    }

    /// Whether some label or button in sight has this text in it.
    private boolean sees(String text) {
        return Robot.on(() -> shows(robot.scene().getRoot(), text));
    }

    private static boolean shows(Node node, String text) {
        return node.isVisible()
                && (node instanceof Labeled labeled
                                && String.valueOf(labeled.getText()).contains(text)
                        || node instanceof Parent parent
                                && parent.getChildrenUnmodifiable().stream()
                                        .anyMatch(child -> shows(child, text)));
    }

    /// Goes to the settings, so far down that what keeps the file safe is in sight.
    private void settings() {
        Robot.does(() -> desktop.go(Place.SETTINGS));
        robot.rest();
        Robot.does(() -> {
            Node node = robot.scene().lookup("#backup-choose");
            for (Node at = node; at != null; at = at.getParent()) {
                if (at instanceof ScrollPane scroll) {
                    scroll.setVvalue(0.3);
                }
            }
        });
        robot.rest();
    }

    @AfterEach
    void noBugs() {
        Robot.does(desktop::leave);
        robot.rest();
        robot.leave();
        assertThat(bugs).isEmpty();
    }

    @Test
    void aLockHidesEverythingKeepsWhatWasTypedAndComesBackToTheVeryPlace() {
        Path file = sit(1366, false);
        enter(file, "training");
        visit();
        robot.press(KeyCode.ENTER).press(KeyCode.ENTER).press(KeyCode.ENTER);
        Node before = robot.scene().getFocusOwner();
        Robot.does(() -> {
            var content = new ClipboardContent();
            content.putString("证件号码 11010519491231002X");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.CONTROL, KeyCode.L).picture("lock");

        assertThat(sees("已锁上")).isTrue();
        assertThat(sees("上门情况")).isFalse();
        assertThat(Robot.on(() -> Clipboard.getSystemClipboard().hasString())).isFalse();
        robot.press(KeyCode.ESCAPE).press(KeyCode.PAGE_DOWN).press(KeyCode.TAB);
        assertThat(sees("上门情况")).isFalse();
        robot.focus("lock-passphrase").write("不是这个口令").press(KeyCode.ENTER);
        assertThat(sees("口令不对")).isTrue();
        robot.picture("lock-wrong");
        robot.write("training").press(KeyCode.ENTER);
        assertThat(sees("上门情况")).isTrue();
        assertThat(robot.scene().getFocusOwner()).isSameAs(before);
    }

    @Test
    void aBackupIsOneClickAndSaysThatItWasChecked() throws IOException {
        Path file = sit(1366, false);
        enter(file, "training");
        settings();
        robot.picture("safety-settings");
        assertThat(sees("还没有备份过")).isTrue();
        robot.clickId("backup-choose").picture("safety-backup-done");
        assertThat(sees("已备份并核对")).isTrue();
        assertThat(sees("上次备份：2017-03-05 02:00")).isTrue();
        robot.clickId("safety-log").picture("safety-log");
        assertThat(Files.readString(folder.resolve("audit.csv"))).contains("event,node,start,end");
    }

    @Test
    void aSlipOpensWhatNobodyRemembersAndThenIsVoid() {
        Path file = sit(1366, false);
        enter(file, "training");
        settings();
        robot.clickId("safety-slip").picture("safety-slip-why");
        robot.clickId("slip-make").picture("safety-slip-code");
        String code = ((Label) robot.byId("slip-code")).getText();
        robot.clickId("slip-done");
        assertThat(sees("已有一张有效的纸条")).isTrue();
        Robot.does(desktop::leave);
        robot.rest();

        robot.clickId("start-open").clickId("unlock-forgot").picture("safety-forgot");
        String typo = (code.startsWith("7") ? "8" : "7") + code.substring(1);
        recover(typo, "换过的口令2018");
        assertThat(sees("找回码里有一个字抄错了。")).isTrue();
        robot.picture("safety-forgot-typo");
        recover(code, "换过的口令2018");
        assertThat(desktop.households()).isPresent();
        settings();
        assertThat(sees("还没有。忘了口令时")).isTrue();
    }

    private void recover(String code, String fresh) {
        robot.focus("forgot-code").press(KeyCode.CONTROL, KeyCode.A).write(code);
        robot.focus("forgot-fresh").press(KeyCode.CONTROL, KeyCode.A).write(fresh);
        robot.focus("forgot-again").press(KeyCode.CONTROL, KeyCode.A).write(fresh);
        robot.clickId("forgot-act");
    }

    @Test
    void anotherPassphraseIsSetInTheWindowAndTheOldOneIsAskedFor() {
        Path file = sit(1366, false);
        enter(file, "training");
        settings();
        robot.clickId("safety-rekey").picture("safety-rekey");
        rekey("不是这个口令", "换过的口令2018");
        assertThat(sees("旧口令不对。")).isTrue();
        rekey("training", "换过的口令2018");
        assertThat(sees("口令已改。")).isTrue();
        robot.picture("safety-rekey-done");
        Robot.does(desktop::leave);
        robot.rest();
        enter(file, "training");
        assertThat(desktop.households()).isEmpty();
        enter(file, "换过的口令2018");
        assertThat(desktop.households()).isPresent();
    }

    private void rekey(String old, String fresh) {
        robot.focus("rekey-old").press(KeyCode.CONTROL, KeyCode.A).write(old);
        robot.focus("rekey-fresh").press(KeyCode.CONTROL, KeyCode.A).write(fresh);
        robot.focus("rekey-again").press(KeyCode.CONTROL, KeyCode.A).write(fresh);
        robot.clickId("rekey-change");
    }

    @Test
    void aCopyIsRestoredFromTheDoors() {
        sit(1366, false);
        robot.clickId("start-restore").clickId("restore-from").clickId("restore-to");
        robot.focus("restore-passphrase").write("training").picture("safety-restore");
        robot.clickId("restore-act");
        assertThat(desktop.households()).isPresent();
        assertThat(folder.resolve("恢复的文件.zhuhu")).exists();
    }

    @Test
    void whoIsAtTheKeyboardChangesInOneClickAndNumbersAreCoveredByOneKey() {
        Path file = sit(1366, false);
        enter(file, "training");
        robot.clickId("shell-who").picture("who-recent");
        robot.clickId("who-赵二妹");
        assertThat(desk.now().name()).isEqualTo("赵二妹");
        assertThat(desk.now().unit()).isEqualTo("清水镇扶贫站");
        assertThat(sees("现在是赵二妹")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.M);
        assertThat(desk.masked()).isTrue();
        robot.picture("shell-masked").clickId("shell-mask");
        assertThat(desk.masked()).isFalse();
    }

    @Test
    void atASmallScreen() {
        Path file = sit(1024, false);
        enter(file, "training");
        settings();
        robot.picture("safety-settings");
        robot.clickId("safety-slip").clickId("slip-make").picture("safety-slip-code");
        robot.clickId("slip-done").press(KeyCode.CONTROL, KeyCode.L).picture("lock");
    }

    @Test
    void beforeAProjector() {
        Path file = sit(1366, true);
        enter(file, "training");
        settings();
        robot.picture("safety-settings-projector");
        robot.clickId("safety-slip").clickId("slip-make").picture("safety-slip-projector");
        assertThat(sees("投影时不显示找回码")).isTrue();
        robot.press(KeyCode.ESCAPE).clickId("shell-lock").picture("lock-projector");
    }

    @Test
    void itLocksByItselfAfterTheMinutesThatWereSet() {
        Instant[] now = {Instant.parse("2017-03-05T02:00:00Z")};
        var idle = new zhuhu.screen.safety.Idle(() -> now[0]);
        now[0] = now[0].plusSeconds(599);
        assertThat(idle.isOver(10)).isFalse();
        now[0] = now[0].plusSeconds(1);
        assertThat(idle.isOver(10)).isTrue();
        assertThat(idle.isOver(0)).isFalse();
        idle.touched();
        assertThat(idle.isOver(10)).isFalse();
        sit(1366, false);
    }

    private record Picks(Path folder) implements FilePick {
        @Override
        public Optional<Path> workspace() {
            return Optional.of(folder.resolve("v.zhuhu"));
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.of(folder.resolve(name + ".zhuhu"));
        }

        @Override
        public Optional<Path> newCsv(String name) {
            return Optional.of(folder.resolve(name + ".csv"));
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
