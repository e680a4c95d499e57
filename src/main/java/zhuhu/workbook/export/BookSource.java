package zhuhu.workbook.export;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import zhuhu.pack.Schema;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// What a workbook is written from. Asked by one thread; rows may be asked for twice.
public interface BookSource {

    BookHead head();

    Schema schema();

    /// How many records of a kind there are; kinds with none get no sheet.
    long count(Kind kind);

    /// The sections that records of a kind have: names as in the facts (`income@2016`), those of
    /// single rows (`GROUP@RECORD`) included or not. For each, the properties to be found there;
    /// they matter only where the schema does not know the section.
    SortedMap<String, SortedSet<String>> sections(Kind kind);

    /// Every record of a kind, in the order of the sheet.
    void rows(Kind kind, Consumer<Row> each);

    /// What people call a record: a village's name, a head's or person's name, an issue's title.
    Optional<RecordLabel> label(String uuid);

    /// Who stands behind a revision.
    List<Stamp> stamps(FactId revision);

    /// Doubts that stand open or were explained.
    List<FindingRow> findings();

    /// What makes it a task workbook; empty for an ordinary one.
    default Optional<TaskPart> task() {
        return Optional.empty();
    }

    /// What was sent back, answered or not, in the order of the sheet.
    default List<PointRow> points() {
        return List.of();
    }

    /// What makes it a workbook that goes up; empty for any other.
    default Optional<ReportPart> report() {
        return Optional.empty();
    }

    /// What makes it a return slip; empty for any other.
    default Optional<SlipPart> slip() {
        return Optional.empty();
    }

    /// Every fact about the records of this workbook, revisions of one record together, and with
    /// each revision all that it supersedes.
    void facts(FactSink sink);

    /// One record with all its sections.
    record Row(RecordId record, SortedMap<String, Section> sections) {}

    /// A record and what people call it.
    record RecordLabel(RecordId record, String label) {}

    /// Takes facts one by one.
    interface FactSink {
        /// `by`: everybody who ever stood behind it, withdrawn ones too: the withdrawals follow.
        void revision(Revision revision, List<Stamp> by);

        void withdrawal(Withdrawal withdrawal);

        void takeBack(TakeBack takeBack);
    }

    /// A doubt with the reason somebody gave. Shape: `reason` "" where none was given yet.
    record FindingRow(
            String rule,
            String level,
            String record,
            String label,
            String section,
            String message,
            String next,
            String reason) {}
}
