package zhuhu.form;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;

/// A list that stands in a file beside a form. Shape: `columns` as the first line names them; each
/// row as long as that line, cells without outer spaces.
public record ExternalList(String file, List<String> columns, List<List<String>> rows) {

    public ExternalList {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Reads a CSV file. Failed: it is no UTF-8 text, no table, or a column stands twice.
    public static Outcome<ExternalList> read(String file, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Outcome.failed(Problem.of("formListNotUtf8", file).at(Place.in(file)));
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrim(true).get();
        try (var parser = format.parse(new StringReader(plain))) {
            return read(file, parser.getRecords());
        } catch (IOException | RuntimeException e) {
            // Reason: commons-csv throws UncheckedIOException and IllegalArgumentException too.
            return broken(file);
        }
    }

    private static Outcome<ExternalList> read(String file, List<CSVRecord> lines) {
        if (lines.isEmpty()) {
            return broken(file);
        }
        List<String> columns = lines.getFirst().toList();
        if (columns.stream().distinct().count() < columns.size()) {
            return broken(file);
        }
        var rows = new ArrayList<List<String>>();
        for (CSVRecord line : lines.subList(1, lines.size())) {
            var row = new ArrayList<String>();
            for (int i = 0; i < columns.size(); i++) {
                row.add(i < line.size() ? line.get(i) : "");
            }
            rows.add(row);
        }
        return Outcome.done(new ExternalList(file, columns, rows));
    }

    private static Outcome<ExternalList> broken(String file) {
        return Outcome.failed(Problem.of("formListBroken", file).at(Place.in(file)));
    }

    /// Its rows as choices; rows without a value are none, and of equal values the first counts.
    public List<Choice> choices(String value, String label) {
        int at = columns.indexOf(value);
        int words = columns.indexOf(label);
        if (at < 0 || words < 0) {
            return List.of();
        }
        var seen = new java.util.HashSet<String>();
        return rows.stream()
                .filter(row -> !row.get(at).isEmpty() && seen.add(row.get(at)))
                .map(row -> new Choice(row.get(at), row.get(words)))
                .toList();
    }

    /// The cell of `wanted` in the first row whose `key` is `value`; "" where there is none.
    public String pull(String wanted, String key, String value) {
        int at = columns.indexOf(key);
        int from = columns.indexOf(wanted);
        Optional<List<String>> row =
                at < 0 || from < 0
                        ? Optional.empty()
                        : rows.stream().filter(r -> r.get(at).equals(value)).findFirst();
        return row.map(r -> r.get(from)).orElse("");
    }
}
