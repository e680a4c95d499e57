package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.store.Fixture.PASSPHRASE;
import static zhuhu.store.Fixture.code;
import static zhuhu.store.Fixture.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;

/// The slip opens what it was made for, and nothing else does; it goes where the file goes, and
/// ends with the passphrase.
final class RecoverySlipTest {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Passphrase FRESH = Passphrase.of("新的口令2018").orElseThrow();

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("东山村.zhuhu");
        Fixture.create(file).close();
    }

    private SlipCode slip() {
        SlipCode slip = SlipCode.of(CHANCE);
        try (Workspace workspace = Fixture.open(file)) {
            assertThat(workspace.seal(slip, CHANCE)).isInstanceOf(Outcome.Done.class);
            assertThat(workspace.hasSlip()).isTrue();
        }
        return slip;
    }

    private static Copies copies() {
        return new Copies(_ -> {}, Migrations.shipped(), _ -> Outcome.done(Fixture.pack()));
    }

    private static boolean opens(Path beside, SlipCode slip) {
        return RecoveryFile.beside(beside).passphrase(slip)
                        instanceof Outcome.Done<Passphrase>(Passphrase found)
                && found.isSame(PASSPHRASE);
    }

    @Test
    void theSlipGivesThePassphraseBack() {
        SlipCode slip = slip();
        assertThat(opens(file, slip)).isTrue();
        assertThat(opens(file, value(SlipCode.of(slip.printed())))).isTrue();
        assertThat(code(RecoveryFile.beside(file).passphrase(SlipCode.of(CHANCE))))
                .isEqualTo("slipWrong");
        assertThat(code(RecoveryFile.beside(folder.resolve("别.zhuhu")).passphrase(slip)))
                .isEqualTo("slipNone");
    }

    @Test
    void aNewSlipMakesTheOldOneVoid() {
        SlipCode old = slip();
        SlipCode fresh = slip();
        assertThat(opens(file, old)).isFalse();
        assertThat(opens(file, fresh)).isTrue();
    }

    @Test
    void theSlipGoesWithBackupsAndComesBackWithThem() throws IOException {
        SlipCode slip = slip();
        Path copy = folder.resolve("备份.zhuhu");
        try (Workspace workspace = Fixture.open(file)) {
            assertThat(copies().backup(workspace, copy, "t")).isInstanceOf(Outcome.Done.class);
        }
        assertThat(opens(copy, slip)).isTrue();
        Files.delete(RecoveryFile.beside(copy).path());
        Path out = folder.resolve("新.zhuhu");
        assertThat(copies().restore(copy, PASSPHRASE, out)).isInstanceOf(Outcome.Done.class);
        assertThat(opens(out, slip)).isTrue();

        Files.delete(RecoveryFile.beside(file).path());
        Fixture.open(file).close();
        assertThat(opens(file, slip)).isTrue();
    }

    @Test
    void anotherPassphraseEndsTheSlip() {
        SlipCode slip = slip();
        assertThat(copies().rekey(file, PASSPHRASE, FRESH)).isEqualTo(Outcome.done(true));
        assertThat(code(RecoveryFile.beside(file).passphrase(slip))).isEqualTo("slipNone");
        try (Workspace workspace = value(Fixture.tryOpen(file, FRESH))) {
            assertThat(workspace.hasSlip()).isFalse();
        }
        assertThat(RecoveryFile.beside(file).exists()).isFalse();
    }

    @Test
    void nothingButTheCodeTellsAnything() throws IOException {
        slip();
        String line = Files.readString(RecoveryFile.beside(file).path());
        assertThat(line).startsWith("zhuhu-recovery-1:").doesNotContain("驻村");
        SlipCode code = SlipCode.of(CHANCE);
        String sealed = Seal.close(PASSPHRASE, code, CHANCE);
        assertThat(sealed).isNotEqualTo(Seal.close(PASSPHRASE, code, CHANCE));
        assertThat(sealed)
                .hasSameSizeAs(Seal.close(Passphrase.of("12345678").orElseThrow(), code, CHANCE));
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String bent = sealed.substring(0, i) + other + sealed.substring(i + 1);
            // Reason: the last letter of Base64 may carry bits that mean nothing.
            if (i < sealed.length() - 4) {
                assertThat(Seal.open(bent, code)).as("letter %d", i).isEmpty();
            }
        }
    }

    @Test
    void everyWrongLetterIsFoundBeforeAnyFileIsAsked() {
        var chance = new Random(20170305);
        for (int round = 0; round < 50; round++) {
            String printed = SlipCode.of(chance).printed();
            assertThat(printed).matches("([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}");
            String small = printed.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
            assertThat(SlipCode.of(small)).isInstanceOf(Outcome.Done.class);
            int at = chance.nextInt(printed.length());
            if (printed.charAt(at) != '-') {
                char other = printed.charAt(at) == '7' ? '9' : '7';
                assertThat(
                                code(
                                        SlipCode.of(
                                                printed.substring(0, at)
                                                        + other
                                                        + printed.substring(at + 1))))
                        .isEqualTo("slipTypo");
            }
        }
        assertThat(code(SlipCode.of("ABCD"))).isEqualTo("slipLength");
        assertThat(code(SlipCode.of("ABCO"))).isEqualTo("slipLetter");
    }
}
