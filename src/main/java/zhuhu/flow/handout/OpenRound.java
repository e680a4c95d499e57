package zhuhu.flow.handout;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.flow.Coverage;
import zhuhu.flow.HouseholdStates;
import zhuhu.pack.Manifest;
import zhuhu.store.Workspace;

/// Opens the next round, or goes back to one of before. Nothing of another round is lost: its
/// visits keep their round, and what still comes in of it lands there. One thread.
public final class OpenRound {

    // Reason: the id is part of every visit's id and stands in file names, so it is short and
    // plain.
    private static final String ID = "[0-9A-Za-z\\p{IsHan}][0-9A-Za-z\\p{IsHan}._-]{0,39}";

    private final Workspace workspace;
    private final LocalDate today;

    /// What to open. Shape: `title`, `due` (ISO) "" and `incomeYear` empty where they shall be what
    /// is known of the round; a round that nobody knows needs a deadline.
    public record Request(String id, String title, String due, OptionalInt incomeYear) {
        public Request {
            id = Plain.text(id);
            title = Plain.text(title);
            due = Plain.text(due);
        }
    }

    /// What opening does, said before it is done. Shape: `from` where the workspace is now; `fresh`
    /// if nobody opened the round before; `owed` households due in it, `open` of them still to be
    /// seen to; `drafts` of other rounds that wait, and `returned` households of the round left
    /// that were sent back and not answered.
    public record Plan(
            Optional<Manifest.Round> from,
            Manifest.Round to,
            boolean fresh,
            int owed,
            int open,
            int drafts,
            int returned) {}

    /// `today` is shown as the day on which a new round began; it decides nothing.
    public OpenRound(Workspace workspace, LocalDate today) {
        this.workspace = workspace;
        this.today = today;
    }

    /// Failed: the id or a date is none, or a new round has no deadline.
    public Outcome<Plan> plan(Request request) {
        Rounds rounds = Rounds.of(workspace);
        Optional<Manifest.Round> known = rounds.round(request.id());
        return round(request, known, rounds.current()).map(to -> plan(rounds, to, known.isEmpty()));
    }

    private Plan plan(Rounds rounds, Manifest.Round to, boolean fresh) {
        HouseholdStates states = HouseholdStates.of(workspace, to.id());
        int owed = 0;
        int open = 0;
        for (Map<String, String> row : workspace.query("SELECT id FROM household")) {
            String id = row.getOrDefault("id", "");
            owed += states.of(id).isEmpty() ? 0 : 1;
            open += states.isOpen(id) ? 1 : 0;
        }
        int drafts =
                (int) workspace.drafts().stream().filter(d -> !d.round().equals(to.id())).count();
        return new Plan(rounds.current(), to, fresh, owed, open, drafts, returned(to));
    }

    private int returned(Manifest.Round to) {
        boolean same = workspace.setting("round").orElse("").equals(to.id());
        return same
                ? 0
                : Coverage.of(workspace, Optional.empty()).states().getOrDefault("returned", 0);
    }

    /// Opens it: the workspace is in that round when this returns.
    public Outcome<Plan> open(Request request) {
        return plan(request)
                .map(plan ->
                        workspace.write(writer -> {
                            writer.setting(
                                    Rounds.SETTING, Rounds.with(workspace, List.of(plan.to())));
                            writer.setting("round", plan.to().id());
                            return plan;
                        }));
    }

    private Outcome<Manifest.Round> round(
            Request request, Optional<Manifest.Round> known, Optional<Manifest.Round> current) {
        if (!request.id().matches(ID)) {
            return Outcome.failed(Problem.of("roundId", request.id()));
        }
        if (request.due().isEmpty() && known.isEmpty()) {
            return Outcome.failed(Problem.of("roundNoDue", request.id()));
        }
        String due =
                request.due().isEmpty() ? known.map(Manifest.Round::due).orElse("") : request.due();
        try {
            int dueYear = LocalDate.parse(due).getYear();
            String title =
                    !request.title().isEmpty()
                            ? request.title()
                            : known.map(Manifest.Round::title).orElse(request.id());
            return Outcome.done(
                    new Manifest.Round(
                            request.id(),
                            title,
                            known.map(Manifest.Round::start).orElse(today.toString()),
                            due,
                            request.incomeYear()
                                    .orElseGet(() ->
                                            known.map(Manifest.Round::incomeYear)
                                                    .orElseGet(() -> year(current, dueYear)))));
        } catch (DateTimeParseException _) {
            return Outcome.failed(Problem.of("roundDue", due));
        }
    }

    /// The income year of a new round: as far behind its deadline as the last round's is. Reason:
    /// in spring the last whole year is asked for; a round in the next year asks for the next.
    private static int year(Optional<Manifest.Round> current, int dueYear) {
        return current.filter(r -> r.due().length() >= 4)
                .map(r -> r.incomeYear() + dueYear - Integer.parseInt(r.due().substring(0, 4)))
                .orElse(dueYear - 1);
    }
}
