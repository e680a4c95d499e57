package zhuhu.app;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.DroppedDraft;
import zhuhu.flow.HouseholdNote;
import zhuhu.flow.HouseholdNotes;
import zhuhu.flow.Tries;
import zhuhu.flow.TryResult;
import zhuhu.flow.VisitSoFar;
import zhuhu.record.RecordId;
import zhuhu.screen.household.SoFarModel;
import zhuhu.store.Workspace;

/// Tries, notes and drafts of one open workspace, in its round. The workspace's thread only.
record OpenSoFar(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts)
        implements SoFarModel.Asks {

    @Override
    public VisitSoFar soFar(RecordId household) {
        return VisitSoFar.of(workspace, household, round(), author.get(), this::now);
    }

    @Override
    public Outcome<Tries.Recorded> tried(RecordId household, TryResult result) {
        return new Tries(workspace, texts)
                .record(household, round(), author.get(), this::now, result);
    }

    @Override
    public Outcome<HouseholdNote> note(RecordId household, String text) {
        return new HouseholdNotes(workspace).add(household, round(), author.get(), this::now, text);
    }

    @Override
    public Optional<DroppedDraft> drop(RecordId household) {
        return DroppedDraft.drop(workspace, household, round(), author.get(), this::now);
    }

    @Override
    public DroppedDraft restore(DroppedDraft dropped) {
        dropped.restore(workspace, author.get(), this::now);
        return dropped;
    }

    private String round() {
        return workspace.setting("round").orElse("");
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
