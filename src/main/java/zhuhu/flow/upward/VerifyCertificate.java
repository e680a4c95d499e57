package zhuhu.flow.upward;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Progress;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.upward.Certificate.BookLine;
import zhuhu.flow.upward.Figures.VillageFigures;
import zhuhu.pack.Pack;
import zhuhu.paper.Attachment;

/// Holds a certificate of coverage against the files it rests on: they are merged into a file that
/// is thrown away, and every figure is worked out anew. One thread.
public final class VerifyCertificate {

    private final Texts texts;
    private final Clock clock;
    private final SecureRandom chance;

    /// What came of it. Shape: `problems` empty if all agrees; `unseen` files that it names and
    /// that were not given; `due` and `done` as certified.
    public record Verified(
            List<Problem> problems, List<String> unseen, String round, int due, int done) {
        public Verified {
            problems = List.copyOf(problems);
            unseen = List.copyOf(unseen);
        }
    }

    public VerifyCertificate(Texts texts, Clock clock, SecureRandom chance) {
        this.texts = texts;
        this.clock = clock;
        this.chance = chance;
    }

    /// `packs` finds a campaign by the name that the certificate gives. Failed: it is no
    /// certificate, was changed, or its campaign is not known here.
    public Outcome<Verified> verify(
            Path certificate,
            List<MergeBooks.Order> books,
            Function<String, Outcome<Pack>> packs,
            Progress progress) {
        return Attachment.read(certificate, Certificate.NAME)
                .then(Certificate::read)
                .then(said ->
                        packs.apply(said.pack())
                                .then(pack -> Scratch.of(pack, said.training(), chance))
                                .map(scratch -> {
                                    try (scratch) {
                                        return held(said, books, scratch, progress);
                                    }
                                }));
    }

    private Verified held(
            Certificate said, List<MergeBooks.Order> books, Scratch scratch, Progress progress) {
        var problems = new ArrayList<Problem>();
        Set<String> seen = new HashSet<>();
        books.forEach(book -> problems.addAll(file(said, book.file(), seen)));
        for (MergedBook merged : scratch.merge(books, clock, texts, progress).books()) {
            problems.addAll(merged.refused());
        }
        List<BookLine> missing =
                said.books().stream().filter(b -> !seen.contains(b.hash())).toList();
        if (missing.contains(said.books().getFirst())) {
            missing.forEach(b -> problems.add(Problem.of("certificateBookMissing", b.name())));
        }
        compare(said.figures(), scratch, problems);
        return new Verified(
                problems,
                missing.stream().map(BookLine::name).toList(),
                said.figures().round(),
                said.figures().due(),
                said.figures().of("done"));
    }

    /// Whether the certificate knows a file that was given, byte for byte.
    private static List<Problem> file(Certificate said, Path file, Set<String> seen) {
        Optional<String> hash = FileHash.of(file);
        if (hash.isEmpty()) {
            return List.of(Problem.of("fileUnreadable", file));
        }
        boolean known = said.books().stream().anyMatch(b -> b.hash().equals(hash.get()));
        seen.add(hash.get());
        return known ? List.of() : List.of(Problem.of("certificateForeignBook", file));
    }

    private void compare(Figures said, Scratch scratch, List<Problem> problems) {
        Figures found = Figures.of(scratch.workspace(), said.round());
        if (!found.state().equals(said.state())) {
            problems.add(Problem.of("certificateState", said.state(), found.state()));
        }
        if (found.conflicts() != said.conflicts()) {
            problems.add(Problem.of("certificateConflicts", said.conflicts(), found.conflicts()));
        }
        var villages = new TreeMap<String, VillageFigures[]>();
        said.lines().forEach(v -> villages.computeIfAbsent(v.name(), this::pair)[0] = v);
        found.lines().forEach(v -> villages.computeIfAbsent(v.name(), this::pair)[1] = v);
        villages.forEach((name, both) -> {
            if (!both[0].equals(both[1])) {
                problems.add(
                        Problem.of("certificateVillage", name, words(both[0]), words(both[1])));
            }
        });
    }

    private VillageFigures[] pair(String name) {
        var none = new VillageFigures(name, Figures.STATES.stream().map(_ -> 0).toList());
        return new VillageFigures[] {none, none};
    }

    private String words(VillageFigures village) {
        String parts =
                IntStream.range(0, Figures.STATES.size())
                        .filter(i -> village.counts().get(i) > 0)
                        .mapToObj(i ->
                                texts.of(
                                        "coverage.state",
                                        texts.of("state." + Figures.STATES.get(i)),
                                        village.counts().get(i)))
                        .collect(Collectors.joining(texts.of("coverage.and")));
        return texts.of("coverage.sums", village.due(), parts);
    }
}
