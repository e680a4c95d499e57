package zhuhu.screen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.UserFolder;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

class StartModelTest {

    @TempDir Path folder;
    private final List<Throwable> bugs = new ArrayList<>();
    private final List<String> entered = new ArrayList<>();
    private Desk desk;
    private StartModel<String> model;

    @BeforeEach
    void fresh() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
        model = new StartModel<>(new TestDoors(), Background.inline(bugs::add), desk, entered::add);
    }

    @Test
    void aShortPassphraseIsNotEvenTried() {
        model.open(folder.resolve("a.zhuhu"), "1234567");
        assertThat(codes()).containsExactly("passphraseShort");
        assertThat(entered).isEmpty();
    }

    @Test
    void twoDifferentPassphrasesMakeNoFile() {
        model.create(folder.resolve("a.zhuhu"), "qianxinan-2017", "一二三四五六七八", "一二三四五六七九");
        assertThat(codes()).containsExactly("passphraseDiffers");
        assertThat(entered).isEmpty();
    }

    @Test
    void whyAFileDidNotOpenIsTold() {
        model.open(folder.resolve("a.zhuhu"), "right passphrase");
        assertThat(codes()).containsExactly("noFile");
        assertThat(desk.now().recent()).isEmpty();
        assertThat(model.working().get()).isFalse();
    }

    @Test
    void anOpenedFileIsRememberedNewestFirst() throws IOException {
        Path first = Files.createFile(folder.resolve("a.zhuhu"));
        Path second = Files.createFile(folder.resolve("b.zhuhu"));
        model.open(first, "right passphrase");
        model.open(second, "right passphrase");
        model.open(first, "right passphrase");
        assertThat(entered).hasSize(3);
        assertThat(model.recent()).containsExactly(first, second);
        Files.delete(first);
        assertThat(model.recent()).containsExactly(second);
    }

    @Test
    void aBugWhileOpeningLeavesTheDoorUsable() {
        model.open(folder.resolve("bug.zhuhu"), "right passphrase");
        assertThat(bugs).hasSize(1);
        assertThat(model.working().get()).isFalse();
    }

    private List<String> codes() {
        return model.problems().stream().map(Problem::code).toList();
    }

    private static final class TestDoors implements Doors<String> {

        @Override
        public Outcome<Task> look(Path task, Optional<String> password) {
            return Outcome.failed(Problem.of("bookNoWorkbook", task));
        }

        @Override
        public Outcome<String> begin(
                Path task, Optional<String> password, Path file, Passphrase passphrase) {
            return Outcome.done(file.toString());
        }

        @Override
        public Outcome<String> restore(Path copy, Passphrase passphrase, Path out) {
            return Outcome.done("restored");
        }

        @Override
        public Outcome<String> recover(Path file, SlipCode slip, Passphrase fresh) {
            return Outcome.done("recovered");
        }

        @Override
        public List<Campaign> campaigns() {
            return List.of();
        }

        @Override
        public Outcome<String> open(Path file, Passphrase passphrase) {
            if (file.endsWith("bug.zhuhu")) {
                throw new IllegalStateException();
            }
            return Files.exists(file)
                    ? Outcome.done("open")
                    : Outcome.failed(Problem.said("noFile", "没有这个文件。", "请再选一次。"));
        }

        @Override
        public Outcome<String> create(Path file, Passphrase passphrase, String pack) {
            return Outcome.done("made");
        }
    }
}
