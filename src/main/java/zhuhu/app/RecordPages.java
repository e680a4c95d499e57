package zhuhu.app;

import zhuhu.base.Texts;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.household.CardActs;
import zhuhu.screen.ledger.LedgerEdits;
import zhuhu.screen.visit.EditPages;
import zhuhu.screen.visit.EditView;

/// The pages on which what is listed outside a household's card is changed. The window's thread
/// only.
record RecordPages(CardActs acts, EditPages pages, Texts texts) implements LedgerEdits {

    @Override
    public void edit(LedgerEntry entry, Runnable written) {
        String kind = entry.id().kind().code();
        section(entry.id(), kind, entry.words(), texts.of("ledger.kind." + kind), written);
    }

    @Override
    public void add(Kind kind, RecordId household, String head, Runnable written) {
        String what = texts.of("card.add", texts.of("ledger.kind." + kind.code()));
        pages.open(
                () -> acts.added(household, kind),
                kind.code(),
                new EditView.Heading(head, what),
                written);
    }

    /// One section of a record.
    void section(RecordId record, String section, String whose, String label, Runnable written) {
        pages.open(
                () -> acts.open(record, section),
                section,
                new EditView.Heading(whose, texts.of("card.edit") + " · " + label),
                written);
    }
}
