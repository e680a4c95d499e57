package zhuhu.flow.change;

import java.util.Locale;
import java.util.Optional;
import zhuhu.record.RecordId;
import zhuhu.store.Tick;

/// One thing to be keyed into the national system: what the last roster says, what is known better,
/// and from whom. Shape: `tick` is the newest word on whether it was keyed in; `key` names it for
/// ticking; `unticked` what its state is where nobody says that it was.
public record RosterChange(
        Whose whose,
        What what,
        Said said,
        Source source,
        State state,
        State unticked,
        Tick.Key key,
        Optional<Tick> tick) {

    /// What sort of change; the order in which they are listed in a household.
    public enum Sort {
        NEW_HOUSEHOLD,
        ENDED_HOUSEHOLD,
        PROPOSAL,
        NEW_PERSON,
        ENDED_PERSON,
        MOVED_PERSON,
        PROPERTY,
        /// The rosters have no column for it, the national system has.
        UNLISTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far it has come: a roster that was read later and says what was found settles it; one
    /// that does not, says that it was not taken over.
    public enum State {
        OPEN,
        KEYED,
        DONE,
        NOT_DONE,
        /// Contested: nothing to key in before somebody settles it.
        UNSETTLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whom it is about. Shape: `record` the household or a person of it; `personNo` and `name` ""
    /// where it is the household itself; all else as shown now, "" where unknown.
    public record Whose(
            RecordId household,
            String village,
            String group,
            String householdNo,
            String head,
            RecordId record,
            String personNo,
            String name) {}

    /// Shape: `label` as the register names it; `heading` as rosters do, "" where they do not;
    /// `national` the national system's column or "".
    public record What(Sort sort, String section, String label, String heading, String national) {}

    /// In words, as a clerk types them. Shape: `code` the national codes of the choices, "" for
    /// others.
    public record Said(String roster, String verified, String code) {}

    /// Who found it first. Shape: `on` an ISO date or ""; `visit` in which visit, by which act or
    /// from which file, in words; `reason` and `document` as given, else "".
    public record Source(String by, String on, String visit, String reason, String document) {}

    /// The same with another word on whether it was keyed in.
    RosterChange with(Tick word) {
        State now = word.ticked() ? State.KEYED : unticked;
        return new RosterChange(whose, what, said, source, now, unticked, key, Optional.of(word));
    }

    /// Whether it is still to be keyed in.
    public boolean isOpen() {
        return state == State.OPEN || state == State.NOT_DONE;
    }
}
