package zhuhu.store;

import java.util.List;
import java.util.SortedMap;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;

/// What a record says now, and everybody who stands behind any statement of it. Shape: `sections`
/// as [Workspace#sections(RecordId)] gives them; `heard` in the order in which revisions were
/// stored; withdrawn attestations are left out.
public record Told(RecordId record, SortedMap<String, Section> sections, List<Heard> heard) {

    public Told {
        heard = List.copyOf(heard);
    }

    /// Somebody who stands behind a statement. Shape: `order` grows with the order in which this
    /// file came to know those who state (a roster, a visit); it means nothing in another file.
    public record Heard(Revision revision, Stamp stamp, long order) {}
}
