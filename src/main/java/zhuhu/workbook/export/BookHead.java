package zhuhu.workbook.export;

import java.time.LocalDateTime;
import java.util.List;

/// What a workbook says of itself on its first sheet and in `_package`. Shape: `units` the villages
/// it holds; `drafts` what stays behind, one line a draft; `packHash` 64 hex digits.
public record BookHead(
        String program,
        String packName,
        String packTitle,
        String packHash,
        List<FormVersion> forms,
        String round,
        String roundTitle,
        String roundDue,
        Author author,
        LocalDateTime at,
        Use use,
        List<String> units,
        List<Progress> progress,
        List<Standard> standards,
        List<String> drafts) {

    public BookHead {
        forms = List.copyOf(forms);
        units = List.copyOf(units);
        progress = List.copyOf(progress);
        standards = List.copyOf(standards);
        drafts = List.copyOf(drafts);
    }

    /// Real work, or an invented township that must never be merged into real work.
    public enum Use {
        WORK,
        TRAINING
    }

    public record FormVersion(String id, String version, String hash) {}

    /// Who hands the workbook in. Shape: `device` the id of the installation, "" where none.
    public record Author(String name, String unit, String phone, String device) {}

    /// Households visited and due of one village.
    public record Progress(String village, long done, long due) {}

    /// A standard (一达标、两不愁、三保障) and how many visited households meet it.
    public record Standard(String title, long met, long notMet, long unknown) {}
}
