package zhuhu.pack;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import zhuhu.base.Place;
import zhuhu.base.Problem;

/// The texts and tables of a pack, and what is wrong with them. One use; one thread.
final class PackText {

    private final SortedMap<String, byte[]> files;
    private final List<Problem> problems = new ArrayList<>();

    PackText(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /// A file's text; "" and a problem if it is missing or no UTF-8.
    String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            problem(Problem.of("packFileMissing", path).at(Place.in(path)));
            return "";
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            problem(Problem.of("packFileNotText", path).at(Place.in(path)));
            return "";
        }
    }

    /// A row of a CSV file; `line` as an editor counts.
    record Line(int line, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /// The rows of a CSV file with a header; a problem for each column that is missing.
    List<Line> table(String path, String... columns) {
        String text = text(path);
        if (text.isEmpty()) {
            return List.of();
        }
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        var lines = new ArrayList<Line>();
        try (var parser = format.parse(new StringReader(text))) {
            for (String column : columns) {
                if (!parser.getHeaderNames().contains(column)) {
                    problem(Problem.of("packColumnMissing", path, column).at(Place.in(path)));
                }
            }
            for (CSVRecord row : parser) {
                lines.add(new Line((int) parser.getCurrentLineNumber(), row.toMap()));
            }
        } catch (IOException | RuntimeException e) {
            // Reason: commons-csv throws UncheckedIOException and IllegalArgumentException too.
            problem(
                    Problem.of("packTableBroken", path, String.valueOf(e.getMessage()))
                            .at(Place.in(path)));
        }
        return lines;
    }

    static Place at(String path, Line line) {
        return new Place(path, line.line(), null);
    }
}
