package zhuhu.workbook.export;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/// Encrypts a workbook while it is written, the way Excel and WPS do (agile: AES, SHA-512).
final class Encrypted {

    private Encrypted() {}

    interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    static <T> T write(OutputStream out, String password, Writing<T> writing) throws IOException {
        Path folder = Files.createTempDirectory("zhuhu");
        // Reason: POI keeps the encrypted bytes in a temporary file until their length is known; in
        // a
        // folder of our own it is gone for certain, whatever happens.
        TempFile.setThreadLocalTempFileCreationStrategy(new Within(folder));
        try (var files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            T written;
            try (OutputStream plain = encryptor.getDataStream(files)) {
                written = writing.to(plain);
            }
            files.writeFilesystem(out);
            return written;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
            drop(folder);
        }
    }

    private static void drop(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    private record Within(Path folder) implements TempFileCreationStrategy {
        @Override
        public File createTempFile(String prefix, String suffix) throws IOException {
            return Files.createTempFile(folder, prefix, suffix).toFile();
        }

        @Override
        public File createTempDirectory(String prefix) throws IOException {
            return Files.createTempDirectory(folder, prefix).toFile();
        }
    }
}
