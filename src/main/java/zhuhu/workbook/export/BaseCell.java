package zhuhu.workbook.export;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Section;

/// The base of a row: what it was written from, so that it can be merged even where the hidden
/// sheets are lost. Text: `UUID;SECTION:HEAD<REST+REST,HEAD...;SECTION:...`, ids as [#shorten].
/// Source: `docs/workbook-format.md`, base. Pure; any thread.
public record BaseCell(String record, SortedMap<String, List<Head>> sections) {

    private static final int BYTES = 8;

    /// A head and what it rests on, each the first 64 bits of the id.
    public record Head(String head, List<String> rests) {}

    static String of(BookSource.Row row) {
        var text = new StringBuilder(row.record().text());
        for (Map.Entry<String, Section> entry : row.sections().entrySet()) {
            append(text, entry.getKey(), entry.getValue().allHeads());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String section, List<Revision> heads) {
        char before = ':';
        for (Revision head : heads) {
            if (before == ':') {
                text.append(';').append(section);
            }
            text.append(before).append(shorten(head.id()));
            char rest = '<';
            for (FactId id : head.supersedes()) {
                text.append(rest).append(shorten(id));
                rest = '+';
            }
            before = ',';
        }
    }

    /// The first 64 bits of an id in URL-safe Base64 without padding: 11 characters.
    public static String shorten(FactId id) {
        byte[] bytes = HexFormat.of().parseHex(id.hex(), 0, 2 * BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The first 16 hex digits of the ids that [#shorten] gave this for.
    public static String hex(String shortened) {
        byte[] bytes = Base64.getUrlDecoder().decode(shortened);
        return "%016x".formatted(ByteBuffer.wrap(bytes).getLong());
    }

    /// The first 64 bits themselves; throws where `shortened` is none.
    public static long prefix(String shortened) {
        byte[] bytes = Base64.getUrlDecoder().decode(shortened);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(shortened);
        }
        return ByteBuffer.wrap(bytes).getLong();
    }

    /// Reads what [#of] wrote; throws on anything else.
    public static BaseCell parse(String text) {
        String[] parts = text.split(";", -1);
        var sections = new TreeMap<String, List<Head>>();
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].lastIndexOf(':');
            var heads = new ArrayList<Head>();
            for (String head : parts[i].substring(colon + 1).split(",", -1)) {
                String[] both = head.split("<", -1);
                heads.add(
                        new Head(
                                both[0],
                                both.length == 1 ? List.of() : List.of(both[1].split("\\+", -1))));
            }
            sections.put(parts[i].substring(0, colon), List.copyOf(heads));
        }
        return new BaseCell(parts[0], sections);
    }
}
