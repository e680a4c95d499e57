package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.flow.edit.HouseholdActs;
import zhuhu.flow.edit.Members;
import zhuhu.flow.edit.SectionHistory;
import zhuhu.flow.edit.UndoEdit;
import zhuhu.flow.settle.HistoryBook;
import zhuhu.flow.settle.RecordHistory;
import zhuhu.form.Choice;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.screen.household.CardActs;
import zhuhu.store.Workspace;

/// The acts of a household's card on one open workspace. The workspace's thread only; `author`
/// tells who is at the keyboard now.
record OpenCard(Workspace workspace, Supplier<Author> author, Clock clock) implements CardActs {

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    @Override
    public Outcome<DirectEdit> open(RecordId record, String section) {
        return DirectEdits.open(workspace, record, section, author.get(), this::now);
    }

    @Override
    public Outcome<DirectEdit> newcomer(RecordId household, String reason) {
        return DirectEdits.newcomer(workspace, household, reason, author.get(), this::now);
    }

    @Override
    public Outcome<DirectEdit> added(RecordId household, Kind kind) {
        return DirectEdits.added(workspace, household, kind, author.get(), this::now);
    }

    @Override
    public List<SectionHistory.Entry> history(RecordId record, String section) {
        return SectionHistory.of(workspace, record, section);
    }

    @Override
    public List<RecordHistory.Difference> between(RecordId record, FactId before, FactId after) {
        RecordHistory history = RecordHistory.of(workspace, record);
        Optional<Revision> one = history.said(before).map(RecordHistory.Said::revision);
        Optional<Revision> other = history.said(after).map(RecordHistory.Said::revision);
        return one.isEmpty() || other.isEmpty()
                ? List.of()
                : history.between(one.get().values(), other.get().values(), other.get().section());
    }

    @Override
    public Outcome<Path> exportHistory(RecordId record, Path out) {
        return HistoryBook.write(workspace, record, Optional.empty(), out);
    }

    @Override
    public Outcome<Integer> undo(RecordId act) {
        return new UndoEdit(workspace, author.get(), now()).of(act, "undo");
    }

    @Override
    public List<Members.Member> members(RecordId household) {
        return Members.now(workspace, household);
    }

    @Override
    public Map<RecordId, Optional<String>> relations(RecordId household, RecordId head) {
        return acts().relations(household, head);
    }

    @Override
    public HouseholdActs acts() {
        return new HouseholdActs(workspace, author.get(), this::now);
    }

    @Override
    public List<HouseholdList.Line> called(String text) {
        return new HouseholdList(workspace)
                .lines(
                        new HouseholdList.Filter(
                                text.strip(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Override
    public List<Choice> choices(String property) {
        return workspace
                .schema()
                .property(Kind.PERSON, property)
                .map(p -> p.choices())
                .orElse(List.of());
    }
}
