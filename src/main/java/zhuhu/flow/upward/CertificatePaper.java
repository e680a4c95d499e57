package zhuhu.flow.upward;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.upward.Certificate.BookLine;
import zhuhu.pack.Manifest;
import zhuhu.paper.Block;
import zhuhu.paper.Paper;

/// 覆盖证明 on one page: what it says in figures, the files it rests on, how to check it again, places
/// to sign.
record CertificatePaper(Texts texts, Manifest manifest, Author author) {

    /// From so many on, two stand in one row, so that forty villages and their files keep to a
    /// page.
    private static final int BESIDE = 15;

    /// As many of a file's SHA-256 as one line holds.
    private static final int DIGITS = 40;

    Paper of(Certificate certificate) {
        Figures figures = certificate.figures();
        Manifest.Round round = manifest.round(figures.round()).orElse(null);
        String title = round == null ? figures.round() : round.title();
        var blocks = new ArrayList<Block>();
        blocks.add(heads(certificate));
        blocks.add(new Block.Heading(texts.of("upward.paper.villages")));
        blocks.add(villages(figures));
        blocks.add(new Block.Note(sums(figures)));
        blocks.add(new Block.Heading(texts.of("upward.paper.books", certificate.books().size())));
        blocks.add(books(certificate.books()));
        blocks.add(new Block.Note(texts.of("upward.paper.check", certificate.check())));
        blocks.add(
                new Block.Signatures(
                        List.of(
                                texts.of("export.seal.author"),
                                texts.of("export.seal.head"),
                                texts.of("export.seal.unit"),
                                texts.of("export.seal.date"))));
        return new Paper(
                texts.of("upward.paper.certificate"),
                manifest.title() + "　" + title,
                texts.of("upward.paper.certificate"),
                Paper.Shape.UPRIGHT,
                blocks,
                texts.of("upward.paper.foot", author.unit(), certificate.check().substring(0, 16)),
                certificate.training() ? texts.of("paper.training") : "");
    }

    private Block heads(Certificate certificate) {
        Figures figures = certificate.figures();
        return new Block.Table(
                List.of(
                        texts.of("upward.paper.unit"),
                        texts.of("upward.paper.author"),
                        texts.of("upward.paper.made"),
                        texts.of("upward.paper.due"),
                        texts.of("upward.paper.done"),
                        texts.of("upward.paper.conflicts")),
                List.of(2.2f, 1.2f, 1.8f, 1f, 1f, 1f),
                List.of(
                        List.of(
                                author.unit(),
                                author.name(),
                                certificate.madeAt().replace('T', ' '),
                                String.valueOf(figures.due()),
                                String.valueOf(figures.of("done")),
                                String.valueOf(figures.conflicts()))),
                0);
    }

    private Block villages(Figures figures) {
        var heads = new ArrayList<String>();
        heads.add(texts.of("paper.village"));
        heads.add(texts.of("upward.paper.due"));
        Figures.STATES.forEach(state -> heads.add(texts.of("state." + state)));
        var weights = new ArrayList<Float>();
        heads.forEach(head -> weights.add(weights.isEmpty() ? 2.4f : 1.1f));
        var rows = new ArrayList<List<String>>();
        figures.lines().forEach(line -> rows.add(row(line)));
        return figures.lines().size() < BESIDE
                ? new Block.Table(heads, weights, rows, 0)
                : beside(heads, weights, rows);
    }

    private static List<String> row(Figures.VillageFigures line) {
        var cells = new ArrayList<String>();
        cells.add(line.name());
        cells.add(String.valueOf(line.due()));
        line.counts().forEach(n -> cells.add(n == 0 ? "" : String.valueOf(n)));
        return cells;
    }

    /// The second half of the rows beside the first.
    private static Block beside(List<String> heads, List<Float> weights, List<List<String>> rows) {
        int half = (rows.size() + 1) / 2;
        List<String> blank = heads.stream().map(_ -> "").toList();
        var both = new ArrayList<List<String>>();
        for (int i = 0; i < half; i++) {
            both.add(twice(rows.get(i), i + half < rows.size() ? rows.get(i + half) : blank));
        }
        return new Block.Table(twice(heads, heads), twice(weights, weights), both, 0);
    }

    private static <T> List<T> twice(List<T> left, List<T> right) {
        var both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    /// “应访 126 户：已访 100 户，外出无人 4 户……”.
    private String sums(Figures figures) {
        String parts =
                Figures.STATES.stream()
                        .filter(state -> figures.of(state) > 0)
                        .map(state ->
                                texts.of(
                                        "coverage.state",
                                        texts.of("state." + state),
                                        figures.of(state)))
                        .collect(Collectors.joining(texts.of("coverage.and")));
        return texts.of("coverage.sums", figures.due(), parts);
    }

    private Block books(List<BookLine> books) {
        if (books.size() >= BESIDE) {
            return new Block.Note(
                    books.stream()
                            .map(b ->
                                    texts.of(
                                            "upward.paper.book",
                                            use(b),
                                            b.name(),
                                            start(b.packageId()),
                                            start(b.hash())))
                            .collect(Collectors.joining("　")));
        }
        return new Block.Table(
                List.of(
                        texts.of("upward.paper.use"),
                        texts.of("upward.paper.file"),
                        texts.of("upward.paper.package"),
                        texts.of("upward.paper.hash")),
                List.of(0.7f, 2.3f, 3.1f, 3.9f),
                books.stream()
                        .map(b ->
                                List.of(
                                        use(b),
                                        b.name(),
                                        b.packageId(),
                                        b.hash().substring(0, Math.min(DIGITS, b.hash().length()))))
                        .toList(),
                0);
    }

    private String use(BookLine book) {
        return switch (book.use()) {
            case UP -> texts.of("upward.paper.up");
            case IN -> texts.of("upward.paper.in");
        };
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
