package zhuhu.flow.review;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.Arrival;
import zhuhu.store.Workspace;

/// Takes a whole workbook out again, and back in: one withdrawal of every attestation that this
/// store did not have before that file came. Nothing is deleted; what was stated on top of it
/// stays, and is listed.
public final class WithdrawBook {

    /// How the reason of such a withdrawal begins, before the package's id: it travels, so that
    /// others too can tell a withdrawn workbook.
    private static final String MARK = "package ";

    private static final int SHORTEST = 8;

    private final Workspace workspace;
    private final Author author;
    private final Supplier<LocalDateTime> clock;

    public WithdrawBook(Workspace workspace, Author author, Supplier<LocalDateTime> clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// A workbook that came, maybe several times. Shape: `id` the package's, or of a file that lost
    /// it the beginning of its hash; `withdrawn` whether it is taken out now; `reason` why, "" if
    /// it is not.
    public record Book(
            String id, String file, List<Long> arrivals, boolean withdrawn, String reason) {
        public Book {
            arrivals = List.copyOf(arrivals);
        }
    }

    /// Every workbook that was merged here, oldest first.
    public List<Book> books() {
        Map<String, String> reasons = new TreeMap<>();
        for (Withdrawal one : workspace.withdrawals()) {
            if (one.reason().startsWith(MARK)) {
                String[] words = one.reason().substring(MARK.length()).split(" ", 2);
                reasons.put(words[0], words.length == 2 ? words[1] : "");
            }
        }
        var books = new LinkedHashMap<String, Book>();
        for (Arrival arrival : workspace.arrivals()) {
            String id = id(arrival);
            var before = books.get(id);
            var all = new ArrayList<>(before == null ? List.<Long>of() : before.arrivals());
            all.add(arrival.n());
            books.put(
                    id,
                    new Book(
                            id,
                            arrival.file(),
                            all,
                            reasons.containsKey(id),
                            reasons.getOrDefault(id, "")));
        }
        return List.copyOf(books.values());
    }

    private static String id(Arrival arrival) {
        return arrival.packageId().isEmpty()
                ? arrival.hash().substring(0, Math.min(32, arrival.hash().length()))
                : arrival.packageId();
    }

    /// The workbook that a key means: its id, the beginning of it (8 digits or more), or the name
    /// of its file where only one is called so. Failed: none, or several.
    public Outcome<Book> find(String key) {
        String wanted = Plain.text(key).toLowerCase(Locale.ROOT);
        List<Book> all = books();
        List<Book> found =
                all.stream()
                        .filter(b ->
                                b.id().equals(wanted)
                                        || wanted.length() >= SHORTEST && b.id().startsWith(wanted)
                                        || b.file().equals(key))
                        .toList();
        if (found.isEmpty()) {
            return Outcome.failed(Problem.of("withdrawUnknown", key));
        }
        return found.size() == 1
                ? Outcome.done(found.getFirst())
                : Outcome.failed(
                        Problem.of(
                                "withdrawSeveral",
                                key,
                                found.size(),
                                String.join(
                                        "；",
                                        found.stream()
                                                .map(b -> b.id().substring(0, 12) + " " + b.file())
                                                .toList())));
    }

    /// What withdrawing would change; nothing is written. Failed: it is withdrawn already, or
    /// brought nothing that this file did not have.
    public Outcome<Withdrawing> preview(Book book, Progress progress) {
        return withdrawal(book, "")
                .map(w -> look(book, w.attestations(), progress, writer -> writer.withdraw(w)));
    }

    /// Withdraws it. `why` goes with the withdrawal.
    public Outcome<Withdrawing> withdraw(Book book, String why, Progress progress) {
        return withdrawal(book, why)
                .map(withdrawal ->
                        play(
                                book,
                                withdrawal.attestations(),
                                progress,
                                writer -> writer.withdraw(withdrawal),
                                workspace::write));
    }

    private Outcome<Withdrawal> withdrawal(Book book, String why) {
        if (book.withdrawn()) {
            return Outcome.failed(Problem.of("withdrawAlready", book.file()));
        }
        var brought = new LinkedHashSet<FactId>();
        book.arrivals().forEach(n -> brought.addAll(workspace.brought(n)));
        if (brought.isEmpty()) {
            return Outcome.failed(Problem.of("withdrawNothing", book.file()));
        }
        String reason = (MARK + book.id() + " " + Plain.text(why)).strip();
        return Outcome.done(Withdrawal.of(brought, author.name(), author.device(), now(), reason));
    }

    /// What taking it back in would change. Failed: it is not withdrawn.
    public Outcome<Withdrawing> previewTakeBack(Book book, Progress progress) {
        return mine(book)
                .map(all ->
                        look(book, attestations(all), progress, writer -> takeBack(writer, all)));
    }

    /// Takes the withdrawal back: the workbook counts as if it had never been taken out.
    public Outcome<Withdrawing> takeBack(Book book, Progress progress) {
        return mine(book)
                .map(all ->
                        play(
                                book,
                                attestations(all),
                                progress,
                                writer -> takeBack(writer, all),
                                workspace::write));
    }

    private Outcome<List<Withdrawal>> mine(Book book) {
        String mark = MARK + book.id();
        List<Withdrawal> mine =
                workspace.withdrawals().stream()
                        .filter(w -> w.reason().equals(mark) || w.reason().startsWith(mark + " "))
                        .toList();
        return mine.isEmpty()
                ? Outcome.failed(Problem.of("withdrawNotWithdrawn", book.file()))
                : Outcome.done(mine);
    }

    private void takeBack(Workspace.Writer writer, List<Withdrawal> all) {
        String at = now();
        all.forEach(w -> writer.takeBack(TakeBack.of(w.id(), author.name(), author.device(), at)));
    }

    private static Set<FactId> attestations(Collection<Withdrawal> withdrawals) {
        var all = new LinkedHashSet<FactId>();
        withdrawals.forEach(w -> all.addAll(w.attestations()));
        return all;
    }

    private interface Act {
        void on(Workspace.Writer writer);
    }

    /// A transaction that is kept, or one that is undone.
    private interface Playing {
        Integer in(Function<Workspace.Writer, Integer> work);
    }

    /// Plays the act in a transaction that is undone, and compares.
    private Withdrawing look(
            Book book, Collection<FactId> attestations, Progress progress, Act act) {
        return play(book, attestations, progress, act, workspace::rehearse);
    }

    /// Plays the act, and compares what stood before with what stands then.
    private Withdrawing play(
            Book book,
            Collection<FactId> attestations,
            Progress progress,
            Act act,
            Playing playing) {
        SortedSet<RecordId> records = new TreeSet<>();
        book.arrivals().forEach(n -> records.addAll(workspace.broughtTo(n)));
        progress.at("withdraw.step.before", 0, records.size());
        var compare = new CompareSections(workspace, read(records));
        Standing before = Standing.of(workspace, records);
        progress.at("withdraw.step.after", 0, records.size());
        int seen =
                playing.in(writer -> {
                    act.on(writer);
                    compare.compare(records, read(records));
                    compare.resting(before, Standing.of(workspace, records));
                    return records.size();
                });
        return new Withdrawing(
                book.id(),
                book.file(),
                attestations.size(),
                seen,
                compare.gone(),
                compare.changes(),
                compare.opened(),
                compare.closed(),
                compare.resting());
    }

    private Map<RecordId, SortedMap<String, Section>> read(Collection<RecordId> records) {
        var read = new LinkedHashMap<RecordId, SortedMap<String, Section>>();
        workspace.sections(records, read::put);
        return read;
    }

    /// Reason: to the millisecond, so that a workbook withdrawn again after it was taken back is
    /// another withdrawal.
    private String now() {
        return clock.get().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
