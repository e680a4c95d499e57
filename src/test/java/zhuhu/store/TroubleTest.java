package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Texts;

/// What a disk says, in the words of the person at the keyboard.
final class TroubleTest {

    private static final Path FILE = Path.of("/media/u/村 备份.zhuhu");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    No space left on device, copyFull
                    磁盘空间不足。, copyFull
                    There is not enough space on the disk, copyFull
                    Disk quota exceeded, copyFull
                    Read-only file system, copyReadOnly
                    The media is write protected, copyReadOnly
                    Input/output error, copyFailed
                    """)
    void theSystemsWordsAreUnderstood(String said, String code) {
        var problem = Trouble.of(FILE, new FileSystemException("f", null, said));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(Texts.chinese().message(problem)).contains("村 备份.zhuhu");
        assertThat(Texts.chinese().next(problem)).isNotBlank();
    }

    @Test
    void theSystemsKindsAreUnderstood() {
        assertThat(code(new AccessDeniedException("f"))).isEqualTo("copyReadOnly");
        assertThat(code(new NoSuchFileException("f"))).isEqualTo("storeNoFolder");
    }

    private static String code(IOException e) {
        return Trouble.of(FILE, e).code();
    }

    /// SQLite's codes with their extensions: IOERR_WRITE, IOERR_READ, CANTOPEN, READONLY_DBMOVED,
    /// FULL.
    @ParameterizedTest
    @CsvSource({
        "778, storeNoMedium",
        "266, storeNoMedium",
        "14, storeNoMedium",
        "1032, storeReadOnly",
        "13, storeFull"
    })
    void theDatabasesCodesAreUnderstood(int number, String code) {
        var problem = Database.problem(FILE, new SQLException("x", "", number));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(Texts.chinese().message(problem)).contains("村 备份.zhuhu");
    }
}
