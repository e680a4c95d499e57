package zhuhu.workbook.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.record.Canonical;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// All that reading a workbook gives, as lines: what a golden file holds.
final class Accounting implements FoundFacts {

    private final List<String> lines = new ArrayList<>();
    private final SortedMap<String, Integer> facts = new TreeMap<>();
    private final SortedMap<String, Integer> words = new TreeMap<>();
    private final List<String> rows = new ArrayList<>();

    static List<String> of(Path file, Optional<String> password, Texts texts) throws IOException {
        return switch (BookReader.open(file, password, texts)) {
            case Outcome.Failed<OpenBook>(List<Problem> why) ->
                    why.stream().map(p -> "refused " + said(p)).toList();
            case Outcome.Done<OpenBook>(OpenBook book) -> {
                try (book) {
                    yield new Accounting().read(book, texts);
                }
            }
        };
    }

    private List<String> read(OpenBook book, Texts texts) {
        about(book);
        failed(book.facts(this));
        lines.add("facts " + facts);
        failed(book.rows(SixHouseholds.terms(texts), this::word));
        lines.add("rows " + words);
        lines.addAll(rows);
        return lines;
    }

    private void failed(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(List<Problem> why)) {
            why.forEach(p -> lines.add("broken off " + said(p)));
        }
    }

    private void about(OpenBook book) {
        BookAbout about = book.about();
        lines.add(
                "about hidden=%s package=%s training=%s pack=%s round=%s author=%s unit=%s at=%s forms=%s"
                        .formatted(
                                about.hidden(),
                                about.packageId().orElse("lost"),
                                about.use() == BookAbout.Use.TRAINING,
                                about.pack(),
                                about.round(),
                                about.author(),
                                about.unit(),
                                about.at(),
                                about.forms().keySet()));
        about.doubts().forEach(d -> lines.add("doubt " + said(d)));
        if (book.via() instanceof Outcome.Done<String>(String via)) {
            lines.add("via " + via);
        }
    }

    private static String said(Problem problem) {
        String args = problem.args().isEmpty() ? "" : " " + shortened(problem.args().toString());
        return problem.code() + place(problem.place()) + args;
    }

    private static String place(@org.jspecify.annotations.Nullable Place place) {
        if (place == null) {
            return "";
        }
        String column = place.column() == null ? "" : place.column();
        return " " + place.sheet() + "!" + column + (place.row() == 0 ? "" : place.row());
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() > 60 ? line.substring(0, 30) + "...(" + line.length() + ")" : line;
    }

    private void word(RowWord word) {
        String name = word.getClass().getSimpleName();
        words.merge(name, 1, Integer::sum);
        switch (word) {
            case RowWord.Unchanged _ -> {}
            case RowWord.Edited(_, _, List<Edit> edits, List<Held> held, _) -> {
                edits.forEach(this::edit);
                held.forEach(this::held);
            }
            case RowWord.Bare bare -> {
                rows.add(
                        "bare%s key=%s record=%s"
                                .formatted(
                                        place(bare.at()),
                                        bare.shortKey(),
                                        bare.record().map(Object::toString).orElse("unknown")));
                bare.sections().values().forEach(this::lost);
                bare.edits().forEach(this::edit);
                bare.held().forEach(this::held);
            }
            case RowWord.Keyless keyless -> {
                rows.add("keyless%s %s".formatted(place(keyless.at()), keyless.numbers()));
                keyless.sections().values().forEach(this::lost);
            }
            case RowWord.Damaged(_, Problem problem, _) -> rows.add("damaged " + said(problem));
        }
        word.doubts().forEach(d -> rows.add("  doubt " + said(d)));
    }

    private void edit(Edit edit) {
        Revision made = Revision.of(edit.record(), edit.section(), edit.rests(), edit.after());
        for (CellChange change : edit.changes()) {
            rows.add("edit%s %s".formatted(place(change.place()), change(change)));
        }
        rows.add(
                "  makes %s %s resting on %s%s"
                        .formatted(
                                edit.section().replaceFirst("@.{36}$", "@ROW"),
                                made.id().hex().substring(0, 12),
                                edit.rests().stream().map(r -> r.hex().substring(0, 12)).toList(),
                                edit.note() == Edit.Note.NONE ? "" : " note=" + edit.note()));
    }

    private void held(Held held) {
        rows.add(
                "held%s %s %s%s"
                        .formatted(
                                place(held.change().place()),
                                held.reason(),
                                change(held.change()),
                                held.edit().isPresent() ? "" : " (no value)"));
    }

    private static String change(CellChange change) {
        return "%s | %s -> %s | %s"
                .formatted(
                        change.label(),
                        shortened(change.was()),
                        shortened(change.now()),
                        shortened(Canonical.json(change.value())));
    }

    private void lost(Lost lost) {
        rows.add(
                "  lost %s %s heads=%s says=%s%s"
                        .formatted(
                                lost.section().replaceFirst("@.{36}$", "@ROW"),
                                lost.whole(),
                                lost.heads().stream()
                                        .map(h -> h.head() + h.rests())
                                        .collect(Collectors.joining(",")),
                                shortened(Canonical.json(lost.values())),
                                lost.refers().isEmpty() ? "" : " refers=" + lost.refers()));
    }

    @Override
    public void revision(Revision revision, List<Stamp> stamps) {
        facts.merge("revisions", 1, Integer::sum);
        facts.merge("attestations", stamps.size(), Integer::sum);
    }

    @Override
    public void waiting(Revision revision, List<Stamp> stamps, SortedSet<FactId> missing) {
        facts.merge("waiting", 1, Integer::sum);
        lines.add(
                "waiting %s %s for %s"
                        .formatted(
                                revision.section(),
                                revision.id().hex().substring(0, 12),
                                missing.stream().map(m -> m.hex().substring(0, 12)).toList()));
    }

    @Override
    public void withdrawal(Withdrawal withdrawal) {
        facts.merge("withdrawals", 1, Integer::sum);
    }

    @Override
    public void takeBack(TakeBack takeBack) {
        facts.merge("takeBacks", 1, Integer::sum);
    }

    @Override
    public void damaged(Problem problem) {
        facts.merge("damaged", 1, Integer::sum);
        lines.add("damaged " + said(problem));
    }
}
