package zhuhu.flow;

import java.nio.file.Path;
import zhuhu.base.Outcome;

/// Turns an XLSForm from Markdown into a workbook, or back, by the endings of the two files. The
/// cells stay as they are, understood or not.
public final class ConvertForm {

    private ConvertForm() {}

    /// Writes `out` whole or not at all, and gives it back.
    public static Outcome<Path> of(Path in, Path out) {
        return FormFiles.read(in).then(sheets -> FormFiles.write(sheets, out));
    }
}
