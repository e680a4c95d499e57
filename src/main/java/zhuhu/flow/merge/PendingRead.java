package zhuhu.flow.merge;

import java.util.List;
import java.util.Optional;
import zhuhu.base.Place;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.store.Arrival;
import zhuhu.store.Waiting;
import zhuhu.store.Waiting.Statement;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.CellChange;

/// Reads what waits for another workbook again, after one has come. What is taken belongs to the
/// file that it stood in.
final class PendingRead {

    private final Workspace workspace;
    private final Workspace.Writer writer;

    PendingRead(Workspace workspace, Workspace.Writer writer) {
        this.workspace = workspace;
        this.writer = writer;
    }

    /// Until nothing more can be read. Gives how many waited and wait no longer.
    int run() {
        int all = 0;
        for (int some = once(); some > 0; some = once()) {
            all += some;
        }
        return all;
    }

    private int once() {
        int read = 0;
        for (Waiting waiting : workspace.pending()) {
            Optional<RecordId> record = waiting.record();
            if (record.isPresent() && again(waiting, record.get())) {
                read++;
            }
        }
        return read;
    }

    private boolean again(Waiting waiting, RecordId record) {
        return WaitingJson.isFact(waiting.payload())
                ? fact(waiting, WaitingJson.fact(record, waiting.section(), waiting.payload()))
                : row(waiting, record, WaitingJson.row(waiting.section(), waiting.payload()));
    }

    private boolean fact(Waiting waiting, WaitingJson.PendingFact fact) {
        if (!TakenFacts.knows(workspace, fact.revision(), fact.missing())) {
            return false;
        }
        under(waiting.arrival(), fact.revision(), fact.stamps());
        writer.putAside(waiting.key());
        return true;
    }

    private boolean row(Waiting waiting, RecordId record, WaitingJson.PendingRow row) {
        var statements = new HandStatements(workspace.pack(), row.stamp());
        return switch (new LostSections(workspace, statements).of(record, row.lost())) {
            case LostSections.Said.Pending() -> false;
            case LostSections.Said.Known() -> {
                writer.putAside(waiting.key());
                yield true;
            }
            case LostSections.Said.Stated(Statement statement) -> {
                under(waiting.arrival(), statement.revision(), List.of(statement.stamp()));
                writer.putAside(waiting.key());
                yield true;
            }
            case LostSections.Said.Changed(var was, Statement statement) -> {
                var place = new Place(waiting.sheet(), waiting.row(), null);
                List<CellChange> changes =
                        LostWords.changes(workspace.schema(), record, row.lost(), was, place);
                writer.waiting(
                        new Waiting(
                                waiting.key(),
                                Waiting.Standing.HELD,
                                waiting.arrival(),
                                waiting.sheet(),
                                waiting.row(),
                                waiting.record(),
                                waiting.section(),
                                LostWords.changed(
                                        workspace.schema(), record, row.lost(), changes, place),
                                Optional.of(statement),
                                waiting.payload()));
                yield true;
            }
        };
    }

    private void under(Arrival arrival, Revision revision, List<Stamp> stamps) {
        writer.arriving(arrival);
        stamps.forEach(stamp -> writer.add(revision, stamp));
        writer.arrived();
    }
}
