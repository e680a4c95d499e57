package zhuhu.flow.upward;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;

/// 覆盖证明 as other machines read it: lines of names and values with tabs between, closed by the
/// SHA-256 of all before. Shape: no name and no number of a person; `books` the files that it rests
/// on, the workbook handed up first. Source: `docs/certificate-format.md`.
record Certificate(
        String pack, boolean training, Figures figures, List<BookLine> books, String madeAt) {

    static final String NAME = "zhuhu-certificate.txt";

    private static final String FORMAT = "zhuhu-certificate";
    private static final String VERSION = "1";

    Certificate {
        books = List.copyOf(books);
    }

    /// A file that it rests on. Shape: `use` tells the workbook that was handed up from those that
    /// came in; `packageId` "" where it is lost; `hash` the SHA-256 of the file.
    record BookLine(Use use, String packageId, String hash, String name) {
        enum Use {
            UP,
            IN
        }
    }

    String text() {
        var lines = new StringBuilder();
        line(lines, FORMAT, VERSION);
        line(lines, "pack", pack);
        line(lines, "training", training ? "1" : "0");
        line(lines, "round", figures.round());
        line(lines, "made", madeAt);
        line(lines, "state", figures.state());
        line(lines, "conflicts", String.valueOf(figures.conflicts()));
        line(lines, "columns", String.join("\t", Figures.STATES));
        for (Figures.VillageFigures village : figures.lines()) {
            var cells = new ArrayList<String>();
            cells.add(plain(village.name()));
            village.counts().forEach(n -> cells.add(String.valueOf(n)));
            line(lines, "village", String.join("\t", cells));
        }
        for (BookLine book : books) {
            line(
                    lines,
                    book.use() == BookLine.Use.UP ? "up" : "in",
                    String.join("\t", book.packageId(), book.hash(), plain(book.name())));
        }
        return lines + "check\t" + check(lines) + "\n";
    }

    /// What stands in the last line.
    String check() {
        String text = text();
        return text.substring(text.lastIndexOf('\t') + 1).strip();
    }

    private static String check(CharSequence lines) {
        return Sha256.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append('\t').append(value).append('\n');
    }

    private static String plain(String words) {
        return words.replaceAll("[\\t\\r\\n]+", " ");
    }

    /// Failed: it is none, of a newer format, or a line was changed.
    static Outcome<Certificate> read(String text) {
        if (!text.startsWith(FORMAT + "\t")) {
            return Outcome.failed(Problem.of("certificateNone"));
        }
        if (!text.startsWith(FORMAT + "\t" + VERSION + "\n")) {
            return Outcome.failed(Problem.of("certificateNewer"));
        }
        int end = text.lastIndexOf("check\t");
        boolean whole =
                end > 0 && text.substring(end + 6).strip().equals(check(text.substring(0, end)));
        return whole
                ? lines(text.substring(0, end))
                : Outcome.failed(Problem.of("certificateChanged"));
    }

    private static Outcome<Certificate> lines(String text) {
        var villages = new ArrayList<Figures.VillageFigures>();
        var books = new ArrayList<BookLine>();
        List<List<String>> lines = text.lines().map(line -> List.of(line.split("\t", -1))).toList();
        try {
            for (List<String> line : lines) {
                switch (line.getFirst()) {
                    case "village" ->
                            villages.add(
                                    new Figures.VillageFigures(
                                            line.get(1),
                                            line.subList(2, 2 + Figures.STATES.size()).stream()
                                                    .map(Integer::valueOf)
                                                    .toList()));
                    case "up", "in" ->
                            books.add(
                                    new BookLine(
                                            line.getFirst().equals("up")
                                                    ? BookLine.Use.UP
                                                    : BookLine.Use.IN,
                                            line.get(1),
                                            line.get(2),
                                            line.get(3)));
                    default -> {
                        // Reason: single values are looked up below.
                    }
                }
            }
            return Outcome.done(
                    new Certificate(
                            one(lines, "pack"),
                            one(lines, "training").equals("1"),
                            new Figures(
                                    one(lines, "round"),
                                    one(lines, "state"),
                                    Integer.parseInt(one(lines, "conflicts")),
                                    villages),
                            books,
                            one(lines, "made")));
        } catch (IndexOutOfBoundsException | NumberFormatException _) {
            return Outcome.failed(Problem.of("certificateChanged"));
        }
    }

    private static String one(List<List<String>> lines, String name) {
        Optional<List<String>> found =
                lines.stream().filter(line -> line.getFirst().equals(name)).findFirst();
        return found.orElseThrow(() -> new IndexOutOfBoundsException(name)).get(1);
    }
}
