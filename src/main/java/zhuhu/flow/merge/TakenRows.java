package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.flow.FindRecord;
import zhuhu.record.Canonical;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Stamp;
import zhuhu.store.Arrival;
import zhuhu.store.Gain;
import zhuhu.store.Waiting;
import zhuhu.store.Waiting.Statement;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.CellChange;
import zhuhu.workbook.read.Edit;
import zhuhu.workbook.read.Held;
import zhuhu.workbook.read.Lost;
import zhuhu.workbook.read.RowWord;

/// Takes what the visible rows say: edits become statements, the rest is set aside for a person or
/// for another workbook. One use; one thread.
final class TakenRows implements Consumer<RowWord> {

    private final Workspace workspace;
    private final Workspace.Writer writer;
    private final Arrival arrival;
    private final String source;
    private final HandStatements statements;
    private final LostSections lost;
    private final Gained gained;
    private final Watch watch;
    private final List<RowWork> rows = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /// `source` names the file in ids of what it has no id for.
    TakenRows(
            Workspace workspace,
            Workspace.Writer writer,
            Arrival arrival,
            String source,
            HandStatements statements,
            Gained gained,
            Watch watch) {
        this.workspace = workspace;
        this.writer = writer;
        this.arrival = arrival;
        this.source = source;
        this.statements = statements;
        this.lost = new LostSections(workspace, statements);
        this.gained = gained;
        this.watch = watch;
    }

    List<RowWork> rows() {
        return rows;
    }

    /// What was set aside; to be kept when all rows are read.
    List<Waiting> waiting() {
        return waiting;
    }

    @Override
    public void accept(RowWord word) {
        watch.one();
        rows.add(
                switch (word) {
                    case RowWord.Unchanged(var at, RecordId record, var doubts) ->
                            new RowWork(at, Optional.of(record), doubts);
                    case RowWord.Edited edited -> edited(edited);
                    case RowWord.Bare bare -> bare(bare);
                    case RowWord.Keyless keyless -> keyless(keyless);
                    case RowWord.Damaged(var at, Problem problem, var doubts) -> {
                        var row = new RowWork(at, Optional.empty(), doubts);
                        row.damaged = true;
                        row.say(problem);
                        yield row;
                    }
                });
    }

    private RowWork edited(RowWord.Edited word) {
        var row = new RowWork(word.at(), Optional.of(word.record()), word.doubts());
        edits(row, word.record(), word.edits(), word.held());
        return row;
    }

    private void edits(RowWork row, RecordId record, List<Edit> edits, List<Held> held) {
        for (Edit edit : edits) {
            Statement statement = statements.of(edit);
            row.taken(edit.changes(), statement.attestation(), take(statement));
            note(row, edit);
        }
        for (HandStatements.HeldGroup group : statements.held(record, edits, held)) {
            Problem reason = HeldWords.of(group.reason(), group.changes());
            String key =
                    group.statement()
                            .map(s -> "fact:" + s.attestation())
                            .orElseGet(() -> key(record.text(), said(group.changes())));
            hold(row, key, group.section(), reason, group.statement(), group.changes());
        }
    }

    private static void note(RowWork row, Edit edit) {
        String labels = String.join("、", edit.changes().stream().map(CellChange::label).toList());
        Optional<Problem> note =
                switch (edit.note()) {
                    case NONE -> Optional.empty();
                    case REGISTER_UNCHANGED ->
                            Optional.of(Problem.of("mergeRegisterUnchanged", labels));
                    case OF_ROSTER -> Optional.of(Problem.of("mergeOfRoster", labels));
                };
        note.ifPresent(n -> row.say(n.at(edit.changes().getFirst().place())));
    }

    private Gain take(Statement statement) {
        List<Stamp> stamps = List.of(statement.stamp());
        Gain gain = writer.take(statement.revision(), stamps);
        gained.note(statement.revision(), stamps, gain);
        return gain;
    }

    private static String said(List<CellChange> changes) {
        var text = new StringBuilder();
        changes.forEach(c -> text.append(c.property()).append('=').append(c.now()).append('\n'));
        return text.toString();
    }

    /// A name made of the file's content alone.
    private String key(String about, String said) {
        return "row:" + Sha256.half(source + "\n" + about + "\n" + said);
    }

    private void hold(
            RowWork row,
            String key,
            String section,
            Problem reason,
            Optional<Statement> statement,
            List<CellChange> changes) {
        row.waits(key, changes, statement.map(Statement::attestation));
        row.say(reason);
        waiting.add(
                new Waiting(
                        key,
                        Waiting.Standing.HELD,
                        arrival,
                        row.at.sheet(),
                        row.at.row(),
                        row.record,
                        section,
                        reason,
                        statement,
                        "{}"));
    }

    private RowWork bare(RowWord.Bare word) {
        Optional<RecordId> record = word.record().or(() -> byKey(word.shortKey(), word.kind()));
        var row = new RowWork(word.at(), record, word.doubts());
        if (record.isEmpty()) {
            unknown(
                    row,
                    word.sections(),
                    Problem.of("mergeNoRecord", word.shortKey()).at(word.at()));
            return row;
        }
        edits(row, record.get(), word.edits(), word.held());
        word.sections().values().forEach(section -> section(row, record.get(), section));
        return row;
    }

    private Optional<RecordId> byKey(String key, Kind kind) {
        String own = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
        return new FindRecord(workspace).by(own, kind) instanceof Outcome.Done<RecordId>(var id)
                ? Optional.of(id)
                : Optional.empty();
    }

    private void section(RowWork row, RecordId record, Lost section) {
        String key =
                key(
                        record.text(),
                        section.section()
                                + "\n"
                                + section.heads()
                                + "\n"
                                + Canonical.json(section.values())
                                + section.refers());
        switch (lost.of(record, section)) {
            case LostSections.Said.Known() -> {}
            case LostSections.Said.Stated(Statement statement) -> take(statement);
            case LostSections.Said.Changed(var was, Statement statement) -> {
                List<CellChange> changes =
                        LostWords.changes(workspace.schema(), record, section, was, row.at);
                hold(
                        row,
                        key,
                        section.section(),
                        LostWords.changed(workspace.schema(), record, section, changes, row.at),
                        Optional.of(statement),
                        changes);
            }
            case LostSections.Said.Pending() -> {
                Problem reason = LostWords.pending(workspace.schema(), record, section, row.at);
                row.waits(key, List.of(), Optional.empty());
                row.say(reason);
                waiting.add(
                        new Waiting(
                                key,
                                Waiting.Standing.PENDING,
                                arrival,
                                row.at.sheet(),
                                row.at.row(),
                                Optional.of(record),
                                section.section(),
                                reason,
                                Optional.empty(),
                                WaitingJson.of(
                                        new WaitingJson.PendingRow(section, statements.stamp()))));
            }
        }
    }

    private RowWork keyless(RowWord.Keyless word) {
        return switch (new KeylessMatch(workspace).of(word)) {
            case KeylessMatch.Match.Found(RecordId record) -> {
                var row = new RowWork(word.at(), Optional.of(record), word.doubts());
                word.sections().values().forEach(section -> section(row, record, section));
                yield row;
            }
            case KeylessMatch.Match.Unknown(Problem why) -> {
                var row = new RowWork(word.at(), Optional.empty(), word.doubts());
                unknown(row, word.sections(), why);
                yield row;
            }
        };
    }

    /// Reason: nothing that is made of a row without a record could be taken back or travel; a
    /// person enters it where it belongs, and puts it aside.
    private void unknown(RowWork row, SortedMap<String, Lost> sections, Problem why) {
        var said = new StringBuilder();
        sections.forEach((name, section) ->
                said.append(name).append(Canonical.json(section.values())).append('\n'));
        hold(row, key(row.at.sheet(), said.toString()), "", why, Optional.empty(), List.of());
    }
}
