package zhuhu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.pack.Schema;
import zhuhu.pack.Tables;
import zhuhu.record.Attestation;
import zhuhu.record.Classes;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// One encrypted file with everything in it. One thread at a time; the file is locked against other
/// processes while this is open. Any act may throw [StoreException] when the file fails.
public final class Workspace implements AutoCloseable {

    private final Path file;
    private final Hold hold;
    private final Session session;
    private final Passphrase passphrase;

    private Workspace(StoreFile.Open open) {
        file = open.file();
        hold = open.hold();
        session = open.session();
        passphrase = open.passphrase();
    }

    /// Makes a new file that carries `pack`. An existing file is never touched.
    public static Outcome<Workspace> create(
            Path file, Passphrase passphrase, Pack pack, boolean training) {
        return new StoreFile(file, passphrase, Migrations.shipped(), PackReader::read)
                .create(pack, training)
                .map(Workspace::new);
    }

    public static Outcome<Workspace> open(Path file, Passphrase passphrase) {
        return open(new StoreFile(file, passphrase, Migrations.shipped(), PackReader::read));
    }

    static Outcome<Workspace> open(StoreFile file) {
        return file.open().map(Workspace::new);
    }

    public Path file() {
        return file;
    }

    /// Whether this is what opened the file.
    public boolean isOpenedBy(Passphrase typed) {
        return passphrase.isSame(typed);
    }

    Passphrase passphrase() {
        return passphrase;
    }

    Database database() {
        return session.database();
    }

    /// Seals the passphrase under `code`, in the file and beside it; whatever slip there was is
    /// void.
    public Outcome<Path> seal(SlipCode code, SecureRandom chance) {
        String line = Seal.close(passphrase, code, chance);
        var beside = RecoveryFile.beside(file);
        write(writer -> {
            writer.setting(RecoveryFile.SETTING, line);
            return line;
        });
        try {
            beside.put(line);
            return Outcome.done(beside.path());
        } catch (IOException e) {
            return Outcome.failed(Trouble.of(beside.path(), e));
        }
    }

    /// Whether a slip opens this file.
    public boolean hasSlip() {
        return setting(RecoveryFile.SETTING).filter(line -> !line.isEmpty()).isPresent();
    }

    /// The pack that this workspace carries, with the newest loaded version of each form.
    public Pack pack() {
        return session.pack();
    }

    public Schema schema() {
        return pack().schema();
    }

    /// The hash of a form version that was ever loaded here: versions never change.
    public Optional<String> formHash(String form, String version) {
        return new PackFiles(session.database()).formHash(form, version);
    }

    /// One transaction: all of it or nothing; it is on disk when this returns. What `work` throws
    /// undoes it.
    public <T> T write(Function<Writer, T> work) {
        return session.transaction(work::apply, true);
    }

    /// As [#write(Function)] but always undone: a dry run.
    public <T> T rehearse(Function<Writer, T> work) {
        return session.transaction(work::apply, false);
    }

    // ---- reading facts

    /// Which records are one. Every reading of a record below answers for all of its class,
    /// whichever member is asked for; derived rows, and ids that are handed out, name the class.
    public Classes classes() {
        return session.classes();
    }

    /// The record that stands for all that are the same as this one; mostly itself.
    public RecordId one(RecordId record) {
        return session.classes().of(record);
    }

    /// The same by UUID text; any other text stays as it is. Values name records as somebody stated
    /// them, so what they name is compared by this.
    public String one(String uuid) {
        return session.one(uuid);
    }

    /// Written sections of a record by section name, sorted; empty if the record is unknown.
    public SortedMap<String, Section> sections(RecordId record) {
        return session.whole(record)
                .map(state -> state.sections(session.layout()))
                .orElseGet(TreeMap::new);
    }

    /// The same of many records, in the order given; unknown ones are left out. Much faster than
    /// one by one.
    public void sections(
            Collection<RecordId> records, BiConsumer<RecordId, SortedMap<String, Section>> each) {
        session.settle();
        Classes classes = session.classes();
        session.states()
                .each(
                        new Reading(session).recordNumbers(records),
                        state ->
                                each.accept(
                                        state.id(),
                                        classes.joins(state.id())
                                                ? sections(state.id())
                                                : state.sections(session.layout())));
    }

    /// Names of the sections ever stated of records of a kind (`income@2016`); sections of single
    /// rows (`GROUP@RECORD`) by their group's name alone.
    public SortedSet<String> sectionNames(Kind kind) {
        return new Reading(session).sectionNames(kind);
    }

    /// Names of the properties ever stated in a section of records of a kind.
    public SortedSet<String> propertyNames(Kind kind, String section) {
        return new Reading(session).propertyNames(kind, section);
    }

    public Section section(RecordId record, String section) {
        return session.whole(record)
                .map(state -> state.section(section, session.layout()))
                .orElseGet(Section.Unwritten::new);
    }

    /// Every revision of a record, oldest stored first, superseded ones too.
    public List<Revision> revisions(RecordId record) {
        return session.whole(record).stream()
                .flatMap(state -> state.all().stream())
                .map(RecordState.Known::revision)
                .toList();
    }

    /// Every attestation of a revision, withdrawn ones left out.
    public List<Attestation> attestations(FactId revision) {
        session.settle();
        return new Reading(session).attestations(revision);
    }

    /// What the rosters last said of each section of this very record, not of its class: the
    /// roster-attested revision of the newest 数据日期 (then of the newest package).
    public Map<String, Revision> rosterStatements(RecordId record) {
        return new Reading(session).rosterStatements(record);
    }

    /// What many records, each with its class, say, and who stands behind each statement, in the
    /// order given; unknown ones are left out.
    public void told(Collection<RecordId> records, Consumer<Told> each) {
        session.settle();
        new Reading(session).told(records, each);
    }

    /// Records of a kind of which anybody but a roster ever stated something; of those that are
    /// one, the one that stands for all.
    public Set<RecordId> statedBesideRosters(Kind kind) {
        session.settle();
        return new Reading(session).statedBesideRosters(kind);
    }

    /// All records of a kind of which something is stated, ordered by id; of those that are one,
    /// the one that stands for all.
    public void records(Kind kind, Consumer<RecordId> each) {
        session.settle();
        new Reading(session).records(kind).forEach(each);
    }

    /// Records of which anybody ever stated something in that way, withdrawn or not.
    public List<RecordId> stated(How how) {
        session.settle();
        return new Reading(session).stated(how);
    }

    /// Whether anything is stated of a record.
    public boolean exists(RecordId record) {
        return new Reading(session).exists(record);
    }

    /// The record with that UUID text, or the one that stands for it.
    public Optional<RecordId> recordOf(String uuid) {
        return new Reading(session).recordOf(uuid);
    }

    // ---- numbers that records carry

    /// A number that a record ever carried. Shape: `type` is the property (`household_no`,
    /// `person_no`, `id_no`, `head_id_no`, `village_code`, `village_name`); `number` without
    /// blanks, half-width, letters upper case, citizen ids their first 18; `current` if its section
    /// still shows it.
    public record Number(String type, String number, RecordId record, boolean current) {}

    /// Every number of a type, for matching in bulk; `record` is the very one that it was stated
    /// of, where several are one.
    public void numbers(String type, Consumer<Number> each) {
        session.settle();
        new Reading(session).numbers(type).forEach(each);
    }

    /// Records that ever carried this number, current holders first; those that are one, once.
    /// Citizen ids match by their first 18.
    public List<Number> numbers(String type, String number) {
        session.settle();
        return new Reading(session).numbers(type, number);
    }

    // ---- derived tables

    /// Rows of one of our own queries over derived tables, as text, column names as keys; a NULL
    /// has no key, so `get` gives null. An argument that is the UUID text of a record stands for
    /// its class.
    public List<Map<String, String>> query(String sql, Object... args) {
        session.settle();
        return new Reading(session).query(sql, args);
    }

    /// The same, one row after the other, for more rows than memory should hold at once.
    public void eachRow(String sql, Consumer<Map<String, String>> each, Object... args) {
        session.settle();
        new Reading(session).eachRow(sql, each, args);
    }

    /// The derived tables as queries of a pack may see them: what is written to the file, on a
    /// connection of its own that can only read. Close it; it may be used on another thread.
    public Tables tables() {
        return Database.readOnly(file, passphrase);
    }

    /// Households and persons: by any part of a name, or how that is read (pinyin in full, by first
    /// letters, or mixed), by any part of a phone, 户编号 or 人编号, by the last digits (three or more)
    /// of a 证件号码; households by village and group too. Shape: exact names first; at most `limit`.
    public List<RecordId> search(String text, int limit) {
        session.settle();
        return session.search().search(text, limit).records();
    }

    /// A household that was found. Shape: `record` is what of it was found best, itself or a
    /// member, called `name` (letters upper case); `rank` 0 by the whole name or number, 1 by its
    /// beginning, 2 otherwise.
    public record Found(RecordId household, RecordId record, String name, int rank) {}

    /// As [#search(String, int)], but every household that is found, once, members' findings with
    /// theirs.
    public List<Found> searchHouseholds(String text) {
        session.settle();
        return session.search().search(text, Integer.MAX_VALUE).households();
    }

    /// Reads some of what is searched ahead, so that the first search is as fast as the next. False
    /// where nothing is left to read: call it until then, between other acts.
    public boolean warmSearch() {
        session.settle();
        return session.search().warm();
    }

    /// A question over the register, kept in this file alone. Shape: `expression` as `--where`
    /// takes it.
    public record Question(String name, String expression) {}

    /// By name.
    public List<Question> questions() {
        return new Questions(session.database()).all();
    }

    // ---- what was keyed into the national system, and the county's templates

    /// Who said what was keyed in: the newest word on each value.
    public Map<Tick.Key, Tick> ticks() {
        return new Ticks(session.database()).newest();
    }

    /// Grows with every roster that this file comes to know; 0 without any. As the `order` of
    /// [Told.Heard].
    public long newestRoster() {
        return session.database().number("SELECT max(n) FROM stamp WHERE how = 'roster'");
    }

    /// The columns that rosters had, by package: `kind.section.property`. A package that was read
    /// before these were kept, or elsewhere, is missing.
    public Map<String, Set<String>> rosterColumns() {
        return new Ticks(session.database()).columns();
    }

    /// How a template's columns were mapped last, by the hash of its header.
    public Optional<String> templateMap(String hash) {
        return new TemplateMaps(session.database()).newest(hash);
    }

    // ---- drafts

    /// Answers in progress. Shape: `shown` are the heads shown, by record and section, as the
    /// visit's flow wrote them (JSON); `screen` where the visitor was; `at` ISO; `by` who saved it
    /// last, "" where nobody knows.
    public record Draft(
            RecordId visit,
            RecordId subject,
            String round,
            String form,
            byte[] answers,
            String shown,
            String screen,
            String at,
            String by) {

        /// A draft of nobody's.
        public Draft(
                RecordId visit,
                RecordId subject,
                String round,
                String form,
                byte[] answers,
                String shown,
                String screen,
                String at) {
            this(visit, subject, round, form, answers, shown, screen, at, "");
        }
    }

    public Optional<Draft> draft(RecordId visit) {
        return new Drafts(session.database()).of(visit).map(this::named);
    }

    /// Newest first.
    public List<Draft> drafts() {
        return new Drafts(session.database()).all().stream().map(this::named).toList();
    }

    /// Reason: a draft begun before two records became one still names its own.
    private Draft named(Draft draft) {
        RecordId subject = one(draft.subject());
        return subject.equals(draft.subject())
                ? draft
                : new Draft(
                        draft.visit(),
                        subject,
                        draft.round(),
                        draft.form(),
                        draft.answers(),
                        draft.shown(),
                        draft.screen(),
                        draft.at(),
                        draft.by());
    }

    // ---- what visits did

    /// One step of a visit, in the words of an ODK audit log. Shape: `event` as ODK names it;
    /// `node` a question or screen, "" for none; `start` and `end` milliseconds of the epoch, 0 for
    /// none; values and `reason` as text, "" for none.
    public record Step(
            String event,
            String node,
            long start,
            long end,
            String before,
            String now,
            String reason) {}

    /// A step, whose it was and in which visit.
    public record Stepped(RecordId visit, String by, Step step) {}

    /// Steps of visits, oldest first: of one, or of all where `visit` is empty.
    public void steps(Optional<RecordId> visit, Consumer<Stepped> each) {
        new Trail(session.database()).each(visit.orElse(null), each);
    }

    // ---- pictures

    /// The bytes of a picture (JPEG) that an answer names; empty if this file does not have it.
    public Optional<byte[]> attachment(String name) {
        return new Attachments(session.database()).bytes(name);
    }

    public boolean hasAttachment(String name) {
        return new Attachments(session.database()).has(name);
    }

    // ---- files that were merged, and what of them waits

    /// The file that brought a statement here first; empty where it was made here or read from a
    /// roster.
    public Optional<Arrival> broughtBy(FactId revision) {
        session.settle();
        return new Arrivals(session).of(revision);
    }

    /// Files that were merged, oldest first.
    public List<Arrival> arrivals() {
        return new Arrivals(session).all();
    }

    /// The attestations that this store did not have before that file, those accepted from it later
    /// included. Shape: in the order of the store; those of rosters too; empty for an unknown
    /// number.
    public List<FactId> brought(long arrival) {
        session.settle();
        return new Arrivals(session).brought(arrival);
    }

    /// The records that what came with that file first is about, by id.
    public SortedSet<RecordId> broughtTo(long arrival) {
        session.settle();
        return new Arrivals(session).broughtTo(arrival);
    }

    /// Withdrawals that nobody took back, lowest id first.
    public List<Withdrawal> withdrawals() {
        session.settle();
        return new Withdrawals(session).notTakenBack();
    }

    /// Attestations that are known here and do not count, because somebody withdrew them.
    public Set<FactId> withdrawn() {
        session.settle();
        return new Withdrawals(session).standing();
    }

    /// Everything that waits or once did, by file, sheet and row.
    public List<Waiting> waiting() {
        session.settle();
        return new WaitingRows(session).all();
    }

    /// What waits for another file, by key.
    public List<Waiting> pending() {
        return new WaitingRows(session).pending();
    }

    public Optional<Waiting> waiting(String key) {
        session.settle();
        return new WaitingRows(session).of(key);
    }

    // ---- packages, settings, care

    /// A file that came or went. Shape: `direction` `in` or `out`; `id` hash or package id; `date`
    /// 数据日期 or "".
    public record PackageRow(
            String id,
            String direction,
            String type,
            String file,
            String date,
            String at,
            String by,
            String note) {}

    /// Oldest first.
    public List<PackageRow> packages() {
        return new Journal(session.database()).packages();
    }

    /// Keys in use: `round`, `training`, `unit`, `person_name`, ...
    public Optional<String> setting(String key) {
        return new Journal(session.database()).setting(key);
    }

    /// Canonical JSON lines of the derived state, one a record, by kind and id.
    public void dump(Consumer<String> line) {
        session.settle();
        new Dump(session).write(line);
    }

    /// Everything that is wrong with the file: pages, hashes, derived rows that differ from the
    /// facts.
    public List<Problem> verify() {
        return new Verification(session).run();
    }

    /// Hands over the whole history of these records and of all that were ever the same, with the
    /// links between them, or of all there are where `records` is empty.
    public void facts(Collection<RecordId> records, FactSink sink) {
        session.settle();
        new FactStream(session).write(records, sink);
    }

    /// Throws all derived tables away and makes them anew from the facts.
    public void rebuild() {
        session.transaction(
                _ -> {
                    session.remakeAll();
                    return true;
                },
                true);
    }

    @Override
    public void close() {
        session.database().close();
        try {
            hold.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What may be written in a transaction. Derived tables follow by themselves before it commits.
    public interface Writer {

        /// Adds a revision (nothing happens if it is known) and somebody who stands behind it. One
        /// whose id is not its hash throws IllegalArgumentException.
        void add(Revision revision, Stamp stamp);

        /// As [#add(Revision, Stamp)] for one that [Revision#of] made just now: what came from a
        /// file must not come this way, since the id is not held against the content again.
        void addMade(Revision revision, Stamp stamp);

        /// As [#add(Revision, Stamp)] for all who stand behind it, and tells whether the store knew
        /// them.
        Gain take(Revision revision, Collection<Stamp> stamps);

        /// These records will be asked for next: they are read at once, which is much faster than
        /// one by one. Some hundreds at a time.
        void expect(Collection<RecordId> records);

        /// A withdrawal that was made elsewhere, and which records it changes; empty if it was
        /// known.
        Optional<Set<RecordId>> take(Withdrawal withdrawal);

        /// The same of taking one back.
        Optional<Set<RecordId>> take(TakeBack takeBack);

        /// From here on what is added was brought by that file, until the next or the end; one that
        /// has a number goes on where it was. Gives it with its number.
        Arrival arriving(Arrival file);

        /// From here on what is added comes from no file.
        void arrived();

        /// Keeps something that waits. One with the same key stays, but for one that was pending.
        void waiting(Waiting waiting);

        /// What waits under that key needs nobody any more.
        void putAside(String key);

        /// What was put aside waits for a person again.
        void waitAgain(String key);

        /// One more who stands behind a known revision.
        void attest(FactId revision, Stamp stamp);

        void withdraw(
                Collection<FactId> attestations,
                String by,
                @Nullable String device,
                @Nullable String at,
                String reason);

        /// A withdrawal that was made elsewhere; what it names may arrive later.
        void withdraw(Withdrawal withdrawal);

        /// What the withdrawal took back counts again.
        void takeBack(TakeBack takeBack);

        void draft(Draft draft);

        void dropDraft(RecordId visit);

        void packageRow(PackageRow row);

        void setting(String key, String value);

        /// One of the same name is replaced.
        void question(Question question);

        void dropQuestion(String name);

        void tick(Tick tick);

        /// A column that a roster has, whatever stands in it.
        void rosterColumn(String packageId, Kind kind, String section, String property);

        /// `mapping` as the one who reads it will understand it.
        void templateMap(String hash, String mapping, String at, String by);

        /// Steps of a visit; the oldest of the file go where there are too many.
        void steps(RecordId visit, List<Step> steps, String by);

        /// Keeps a picture and gives its name: the hash of its bytes and `.jpg`.
        String attach(byte[] bytes);

        /// Forgets a picture that nothing names.
        void detach(String name);

        /// Replaces the carried pack (a new form version was loaded). A known form version with
        /// another hash throws IllegalArgumentException: ask [#formHash(String, String)] first.
        void pack(Pack pack);
    }
}
