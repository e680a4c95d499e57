package zhuhu.screen.household;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.HouseholdActs;
import zhuhu.flow.edit.Members.Member;
import zhuhu.flow.edit.SectionHistory;
import zhuhu.flow.settle.RecordHistory;
import zhuhu.form.Choice;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// What can be done from a household's card besides a visit. Called on the workspace's thread.
public interface CardActs {

    Outcome<DirectEdit> open(RecordId record, String section);

    /// `reason` is a choice of 增减原因.
    Outcome<DirectEdit> newcomer(RecordId household, String reason);

    /// A new helper, issue or measure of a household.
    Outcome<DirectEdit> added(RecordId household, Kind kind);

    List<SectionHistory.Entry> history(RecordId record, String section);

    /// What differs between two statements of one section.
    List<RecordHistory.Difference> between(RecordId record, FactId before, FactId after);

    /// Writes the whole history of a record as a table.
    Outcome<Path> exportHistory(RecordId record, Path out);

    /// Done: how many statements were taken back.
    Outcome<Integer> undo(RecordId act);

    List<Member> members(RecordId household);

    Map<RecordId, Optional<String>> relations(RecordId household, RecordId head);

    HouseholdActs acts();

    /// Households whose head or member is called so, to move into.
    List<HouseholdList.Line> called(String text);

    /// The choices of a property of a person.
    List<Choice> choices(String property);
}
