package zhuhu.workbook.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import zhuhu.base.Sha256;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// The very hidden sheet `_pack`: the files of a campaign, one a row, so that whoever starts from
/// the workbook fills the same form versions.
public final class PackSheet {

    public static final String NAME = "_pack";

    private PackSheet() {}

    static void write(BookOut book, int tab, SortedMap<String, byte[]> files) throws IOException {
        var sheet = book.sheet(SheetSetup.hidden(NAME, tab, SheetSetup.Visibility.VERY_HIDDEN));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            HashedRow.write(sheet, line(file.getKey(), file.getValue()));
        }
        sheet.finish();
    }

    /// Reason: text stays text, so that the sheet can be read and packs well; what is no UTF-8
    /// would not come back the same.
    private static String line(String path, byte[] bytes) {
        String hash = Sha256.hex(bytes);
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return FactLines.file(path, hash, "text", text);
        } catch (CharacterCodingException _) {
            return FactLines.file(path, hash, "base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    /// The hash of a pack: SHA-256 over `path TAB sha256 LF` of each of its files, by path.
    public static String hash(SortedMap<String, byte[]> files) {
        var lines = new StringBuilder();
        files.forEach((name, bytes) ->
                lines.append(name).append('\t').append(Sha256.hex(bytes)).append('\n'));
        return Sha256.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
