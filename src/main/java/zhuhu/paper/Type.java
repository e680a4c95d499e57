package zhuhu.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/// The letters of one document: Noto Sans SC, embedded, so that a page looks the same everywhere.
/// One document at a time.
final class Type {

    static final Color INK = new Color(0x1f, 0x24, 0x28);
    static final Color SOFT = new Color(0x5b, 0x65, 0x6d);
    static final Color LINE = new Color(0xb4, 0xbc, 0xc2);
    static final Color BAND = new Color(0xe6, 0xec, 0xee);
    static final Color HEAD = new Color(0xf3, 0xf6, 0xf7);

    private static final ChineseSplit SPLIT = new ChineseSplit();

    private final BaseFont regular;
    private final BaseFont medium;

    Type() throws IOException {
        regular = load("NotoSansSC-Regular.ttf");
        medium = load("NotoSansSC-Medium.ttf");
    }

    BaseFont regular() {
        return regular;
    }

    Chunk plain(String words, float sizePt, Color color) {
        return chunk(words, regular, sizePt, color);
    }

    Chunk strong(String words, float sizePt) {
        return chunk(words, medium, sizePt, INK);
    }

    private static Chunk chunk(String words, BaseFont face, float sizePt, Color color) {
        var chunk = new Chunk(words, new Font(face, sizePt, Font.NORMAL, color));
        chunk.setSplitCharacter(SPLIT);
        return chunk;
    }

    private static BaseFont load(String file) throws IOException {
        try (InputStream in = Type.class.getResourceAsStream("/fonts/ttf/NotoSansSC/" + file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes, null);
        }
    }
}
