package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backup`, `restore` and `rekey` as another program sees them.
final class CopiesCommandTest {

    @TempDir Path folder;

    @Test
    void aBackupPutBackSaysTheSame() {
        Path file = Cli.workspace(folder);
        Path copy = folder.resolve("copy.zhuhu");
        Path back = folder.resolve("back.zhuhu");

        Cli.Ran made = Cli.PLAIN.run("backup", file, "--out", copy, "--json");
        assertThat(made.status()).isZero();
        assertThat(made.json().path("file").asText()).isEqualTo(copy.toString());
        assertThat(made.json().path("bytes").asLong()).isPositive();
        assertThat(made.json().path("last_backup").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*");

        Cli.Ran again = Cli.PLAIN.run("backup", file, "--out", copy, "--json");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.codes()).containsExactly("copyExists");

        assertThat(Cli.PLAIN.run("restore", copy, "--out", back, "--json").status()).isZero();
        assertThat(Cli.PLAIN.run("dump", back).out())
                .isNotEmpty()
                .isEqualTo(Cli.PLAIN.run("dump", file).out());
        Cli.Ran over = Cli.PLAIN.run("restore", copy, "--out", back, "--json");
        assertThat(over.status()).isEqualTo(2);
        assertThat(over.codes()).containsExactly("storeExists");
    }

    @Test
    void anotherPassphraseIsTheOnlyOneFromThenOn() throws IOException {
        Path file = Cli.workspace(folder);
        Path fresh = Files.writeString(folder.resolve("new.txt"), "换过的口令2018\n");
        Path tooShort = Files.writeString(folder.resolve("short.txt"), "1234");
        String before = Cli.PLAIN.run("dump", file).out();

        Cli.Ran refused =
                new Cli(Map.of("ZHUHU_PASSPHRASE", "不是这个口令"))
                        .run("rekey", file, "--new-passphrase-file", fresh, "--json");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.codes()).containsExactly("passphraseShort");
        Cli.Ran wrong =
                new Cli(Map.of("ZHUHU_PASSPHRASE", "不是这个口令呀呀"))
                        .run("rekey", file, "--new-passphrase-file", fresh, "--json");
        assertThat(wrong.codes()).containsExactly("storeWrongPassphrase");
        assertThat(
                        Cli.PLAIN
                                .run("rekey", file, "--new-passphrase-file", tooShort, "--json")
                                .codes())
                .containsExactly("passphraseShort");

        Cli.Ran done = Cli.PLAIN.run("rekey", file, "--new-passphrase-file", fresh, "--json");
        assertThat(done.status()).isZero();
        assertThat(done.json().path("slipVoid").asBoolean(true)).isFalse();
        assertThat(Cli.PLAIN.run("dump", file).status()).isEqualTo(2);
        assertThat(Cli.PLAIN.run("dump", file, "--passphrase-file", fresh).out()).isEqualTo(before);
    }
}
