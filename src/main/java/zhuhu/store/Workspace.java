package zhuhu.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.pack.Pack;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;

/// One encrypted file with everything in it. One thread at a time; the file is locked against other
/// processes while this is open.
public final class Workspace implements AutoCloseable {

    private Workspace() {}

    /// Makes a new file that carries `pack`. An existing file is never touched.
    public static Outcome<Workspace> create(
            Path file, Passphrase passphrase, Pack pack, boolean training) {
        throw new UnsupportedOperationException();
    }

    public static Outcome<Workspace> open(Path file, Passphrase passphrase) {
        throw new UnsupportedOperationException();
    }

    public Path file() {
        throw new UnsupportedOperationException();
    }

    /// The pack that this workspace carries, with the newest loaded version of each form.
    public Pack pack() {
        throw new UnsupportedOperationException();
    }

    public Schema schema() {
        return pack().schema();
    }

    /// One transaction: all of it or nothing; it is on disk when this returns. What `work` throws
    /// undoes it.
    public <T> T write(Function<Writer, T> work) {
        throw new UnsupportedOperationException();
    }

    /// As [#write(Function)] but always undone: a dry run.
    public <T> T rehearse(Function<Writer, T> work) {
        throw new UnsupportedOperationException();
    }

    // ---- reading facts

    /// All sections of a record by section name, sorted; empty if the record is unknown.
    public SortedMap<String, Section> sections(RecordId record) {
        throw new UnsupportedOperationException();
    }

    public Section section(RecordId record, String section) {
        throw new UnsupportedOperationException();
    }

    /// Every revision of a record, oldest stored first, superseded ones too.
    public List<Revision> revisions(RecordId record) {
        throw new UnsupportedOperationException();
    }

    /// Every attestation of a revision, withdrawn ones left out.
    public List<Attestation> attestations(FactId revision) {
        throw new UnsupportedOperationException();
    }

    /// What the rosters last said of each section of a record: the roster-attested revision of the
    /// newest 数据日期 (then of the newest package).
    public Map<String, Revision> rosterStatements(RecordId record) {
        throw new UnsupportedOperationException();
    }

    /// All records of a kind, ordered by id.
    public void records(Kind kind, Consumer<RecordId> each) {
        throw new UnsupportedOperationException();
    }

    public boolean exists(RecordId record) {
        throw new UnsupportedOperationException();
    }

    /// The record with that UUID text.
    public Optional<RecordId> recordOf(String uuid) {
        throw new UnsupportedOperationException();
    }

    // ---- numbers that records carry

    /// A number that a record ever carried. Shape: `type` is the property (`household_no`,
    /// `person_no`, `id_no`, `head_id_no`, `village_code`, `village_name`); `current` if its
    /// section still shows it.
    public record Number(String type, String number, RecordId record, boolean current) {}

    /// Every number of a type, for matching in bulk.
    public void numbers(String type, Consumer<Number> each) {
        throw new UnsupportedOperationException();
    }

    /// Records that ever carried this number, current holders first. Citizen ids match by their
    /// first 18.
    public List<Number> numbers(String type, String number) {
        throw new UnsupportedOperationException();
    }

    // ---- derived tables

    /// Rows of one of our own queries over derived tables, as text (null where NULL), column names
    /// as keys.
    public List<Map<String, String>> query(String sql, Object... args) {
        throw new UnsupportedOperationException();
    }

    /// Households and persons by any part of a name, last digits of a number (three or more), group
    /// or phone.
    public List<RecordId> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    // ---- drafts

    /// Answers in progress. Shape: `shown` are the heads shown, by record and section, as the
    /// visit's flow wrote them (JSON); `screen` where the visitor was; `at` ISO.
    public record Draft(
            RecordId visit,
            RecordId subject,
            String round,
            String form,
            byte[] answers,
            String shown,
            String screen,
            String at) {}

    public Optional<Draft> draft(RecordId visit) {
        throw new UnsupportedOperationException();
    }

    public List<Draft> drafts() {
        throw new UnsupportedOperationException();
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

    public List<PackageRow> packages() {
        throw new UnsupportedOperationException();
    }

    /// Keys in use: `round`, `training`, `unit`, `person_name`, ...
    public Optional<String> setting(String key) {
        throw new UnsupportedOperationException();
    }

    /// Canonical JSON lines of the derived state, one a record, by kind and id.
    public void dump(Consumer<String> line) {
        throw new UnsupportedOperationException();
    }

    /// Everything that is wrong with the file: pages, hashes, derived rows that differ from the
    /// facts.
    public List<Problem> verify() {
        throw new UnsupportedOperationException();
    }

    /// Throws all derived tables away and makes them anew from the facts.
    public void rebuild() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    /// What may be written in a transaction. Derived tables follow by themselves before it commits.
    public interface Writer {

        /// Adds a revision (nothing happens if it is known) and somebody who stands behind it.
        void add(Revision revision, Stamp stamp);

        /// One more who stands behind a known revision.
        void attest(FactId revision, Stamp stamp);

        void withdraw(
                Collection<FactId> attestations,
                String by,
                String device,
                String at,
                String reason);

        void draft(Draft draft);

        void dropDraft(RecordId visit);

        void packageRow(PackageRow row);

        void setting(String key, String value);

        void audit(String event, String detail, String by, String at);

        /// Replaces the carried pack (a new form version was loaded).
        void pack(Pack pack);
    }
}
