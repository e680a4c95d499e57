package zhuhu.workbook.export;

import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import zhuhu.record.Canonical;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Facts as the lines of `_revisions`: one JSON object each, keys sorted. Pure; any thread.
final class FactLines {

    private static final HexFormat HEX = HexFormat.of();

    private FactLines() {}

    static String stamp(int number, Stamp stamp) {
        var json = new StringBuilder(256).append('{');
        text(json, "at", stamp.at()).append(',');
        text(json, "by", stamp.by()).append(',');
        text(json, "device", stamp.device()).append(',');
        if (stamp.ended() != null) {
            text(json, "ended", stamp.ended()).append(',');
        }
        Stamp.FormStamp form = stamp.form();
        if (form != null) {
            json.append("\"form\":{");
            text(json, "hash", form.hash()).append(',');
            text(json, "id", form.id()).append(',');
            text(json, "version", form.version()).append("},");
        }
        text(json, "how", stamp.how().code()).append(",\"n\":").append(number).append(',');
        if (stamp.started() != null) {
            text(json, "started", stamp.started()).append(',');
        }
        text(json, "type", "stamp").append(',');
        return end(text(json, "via", stamp.via()));
    }

    /// `stamps`: the numbers of the stamps of its attestations.
    static String revision(Revision revision, Collection<Integer> stamps) {
        var json = new StringBuilder(320).append('{');
        text(json, "id", revision.id().hex()).append(',');
        text(json, "kind", revision.record().kind().code()).append(',');
        text(json, "record", revision.record().text()).append(',');
        text(json, "section", revision.section()).append(",\"stamps\":[");
        String before = "";
        for (int stamp : stamps) {
            json.append(before).append(stamp);
            before = ",";
        }
        ids(json.append("],"), "supersedes", revision.supersedes()).append(',');
        text(json, "type", "revision").append(",\"values\":");
        return end(json.append(Canonical.json(revision.values())));
    }

    static String withdrawal(Withdrawal withdrawal) {
        var json = new StringBuilder(256).append('{');
        text(json, "at", withdrawal.at()).append(',');
        ids(json, "attestations", withdrawal.attestations()).append(',');
        text(json, "by", withdrawal.by()).append(',');
        text(json, "device", withdrawal.device()).append(',');
        text(json, "id", withdrawal.id().hex()).append(',');
        text(json, "reason", withdrawal.reason()).append(',');
        return end(text(json, "type", "withdrawal"));
    }

    static String takeBack(TakeBack takeBack) {
        var json = new StringBuilder(256).append('{');
        text(json, "at", takeBack.at()).append(',');
        text(json, "by", takeBack.by()).append(',');
        text(json, "device", takeBack.device()).append(',');
        text(json, "id", takeBack.id().hex()).append(',');
        text(json, "type", "takeback").append(',');
        return end(text(json, "withdrawal", takeBack.withdrawal().hex()));
    }

    /// A file of a pack; `form` is `text` or `base64`, how its content is written.
    static String file(String path, String hash, String form, String content) {
        var json = new StringBuilder(content.length() + 200).append('{');
        if (form.equals("base64")) {
            text(json, form, content).append(',');
        }
        text(json, "path", path).append(',');
        text(json, "sha256", hash).append(',');
        if (form.equals("text")) {
            text(json, form, content).append(',');
        }
        return end(text(json, "type", "file"));
    }

    private static StringBuilder text(StringBuilder json, String key, @Nullable String value) {
        Canonical.quote(json, key);
        json.append(':');
        if (value == null) {
            json.append("null");
        } else {
            Canonical.quote(json, value);
        }
        return json;
    }

    private static StringBuilder ids(StringBuilder json, String key, Collection<FactId> ids) {
        Canonical.quote(json, key);
        json.append(":[");
        String before = "";
        for (FactId id : ids) {
            json.append(before).append('"').append(id.hex()).append('"');
            before = ",";
        }
        return json.append(']');
    }

    /// Closes the object. Reason: what a cell cannot hold (lone surrogates, U+FFFE) or would read
    /// as something else (`_x0041_`) is written as a JSON escape, so the cell's text stays what was
    /// hashed.
    private static String end(StringBuilder json) {
        String text = json.append('}').toString();
        for (int i = 0; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                return escaped(text, i);
            }
        }
        return text;
    }

    private static String escaped(String text, int from) {
        var out = new StringBuilder(text.length() + 20).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                out.append("\\u").append(HEX.toHexDigits(text.charAt(i)));
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean mustEscape(String text, int i) {
        char c = text.charAt(i);
        if (c < 0xD800) {
            return c == '_' && text.startsWith("_x", i);
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= 0xFFFE;
    }
}
