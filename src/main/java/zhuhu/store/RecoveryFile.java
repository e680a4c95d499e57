package zhuhu.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// What a slip opens, beside the workspace: `NAME.zhuhu.recovery`, the line of [Seal]. The same
/// line stands in the workspace as a setting, so that the neighbour comes back wherever the file is
/// opened, copied or put back; an empty setting means that no slip is valid.
public record RecoveryFile(Path path) {

    static final String SETTING = "recovery";

    public static RecoveryFile beside(Path workspace) {
        return new RecoveryFile(workspace.resolveSibling(workspace.getFileName() + ".recovery"));
    }

    /// Whether a slip was ever made for the workspace beside it.
    public boolean exists() {
        return Files.isRegularFile(path);
    }

    /// The passphrase that was sealed under `code`.
    public Outcome<Passphrase> passphrase(SlipCode code) {
        try {
            if (!exists()) {
                return Outcome.failed(Problem.of("slipNone", path.getFileName()));
            }
            return Seal.open(Files.readString(path, StandardCharsets.UTF_8), code)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.failed(Problem.of("slipWrong")));
        } catch (IOException e) {
            return Outcome.failed(Trouble.of(path, e));
        }
    }

    void put(String line) throws IOException {
        Part part = Part.of(path);
        try {
            part.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            part.moveOver();
        } finally {
            part.drop();
        }
    }

    void drop() throws IOException {
        Files.deleteIfExists(path);
    }

    /// Brings the neighbour to what the workspace says.
    void follow(Optional<String> setting) throws IOException {
        String line = setting.orElse("");
        if (line.isEmpty()) {
            drop();
        } else if (!exists()
                || !Files.readString(path, StandardCharsets.UTF_8).strip().equals(line)) {
            put(line);
        }
    }
}
