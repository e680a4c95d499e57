package zhuhu.flow.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhuhu.base.Texts;
import zhuhu.flow.change.RosterChange.Said;
import zhuhu.flow.change.RosterChange.Sort;
import zhuhu.flow.change.RosterChange.What;
import zhuhu.flow.change.RosterChange.Whose;
import zhuhu.pack.Manifest;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Tick;
import zhuhu.store.Told;
import zhuhu.store.Told.Heard;
import zhuhu.store.Workspace;

/// What visits may only propose, since it is the roster's own: 应剔除, 应纳入, 错退, 返贫, and the
/// corrections that wait in the ledger. A picture of one moment; one thread.
final class Proposals {

    /// A proposal. Shape: `property` of a visit, or `title` for a correction in the ledger;
    /// `record` where it stands.
    private record Proposal(
            RecordId record, String property, String value, String reason, boolean closed) {}

    /// How the ledger's own proposals begin. Source: the act that writes them.
    private static final String CORRECTION = "建议更正";

    private static final List<String> CONCLUSIONS =
            List.of("identification_conclusion", "exit_conclusion");

    private final Workspace workspace;
    private final Texts texts;
    private final Sources sources;
    private final Map<String, List<Proposal>> byHousehold = new HashMap<>();
    private final Map<RecordId, Told> proposers = new HashMap<>();
    private final Map<RecordId, Told> households = new HashMap<>();

    Proposals(Workspace workspace, Texts texts, Sources sources) {
        this.workspace = workspace;
        this.texts = texts;
        this.sources = sources;
        conclusions();
        corrections();
        var wanted =
                byHousehold.values().stream().flatMap(List::stream).map(Proposal::record).toList();
        workspace.told(wanted, told -> proposers.put(told.record(), told));
    }

    private void conclusions() {
        List<String> known =
                CONCLUSIONS.stream()
                        .filter(c -> workspace.schema().property(Kind.VISIT, c).isPresent())
                        .toList();
        if (known.isEmpty()) {
            return;
        }
        var newest = new LinkedHashMap<String, Map<String, String>>();
        String columns = String.join(", ", known);
        String reasons = known.contains(CONCLUSIONS.getFirst()) ? reasons(known) : "";
        workspace.eachRow(
                "SELECT id, subject, round, "
                        + columns
                        + reasons
                        + " FROM visit WHERE finalised = 1 AND edit_records IS NULL",
                row ->
                        newest.merge(
                                Sources.text(row, "subject"),
                                row,
                                (a, b) -> round(a) >= round(b) ? a : b));
        newest.forEach((subject, row) -> {
            for (String property : known) {
                String value = Sources.text(row, property);
                if (!value.isEmpty() && !value.equals("01")) {
                    add(
                            subject,
                            new Proposal(
                                    new RecordId(
                                            Kind.VISIT, UUID.fromString(Sources.text(row, "id"))),
                                    property,
                                    value,
                                    Sources.text(row, reasonOf(property)),
                                    false));
                }
            }
        });
    }

    private String reasons(List<String> known) {
        var columns = new StringBuilder();
        for (String property : known) {
            if (workspace.schema().property(Kind.VISIT, reasonOf(property)).isPresent()) {
                columns.append(", ").append(reasonOf(property));
            }
        }
        return columns.toString();
    }

    private static String reasonOf(String property) {
        return property.replace("_conclusion", "_reason");
    }

    private int round(Map<String, String> row) {
        List<String> rounds =
                workspace.pack().manifest().rounds().stream().map(Manifest.Round::id).toList();
        return rounds.indexOf(Sources.text(row, "round"));
    }

    private void corrections() {
        workspace.eachRow(
                "SELECT id, household, title, state FROM issue"
                        + " WHERE household IS NOT NULL AND title LIKE ? ORDER BY found_on, id",
                row ->
                        add(
                                Sources.text(row, "household"),
                                new Proposal(
                                        new RecordId(
                                                Kind.ISSUE,
                                                UUID.fromString(Sources.text(row, "id"))),
                                        "title",
                                        Sources.text(row, "title"),
                                        "",
                                        List.of("solved", "checked")
                                                .contains(Sources.text(row, "state")))),
                CORRECTION + "%");
    }

    private void add(String household, Proposal proposal) {
        byHousehold.computeIfAbsent(household, _ -> new ArrayList<>()).add(proposal);
    }

    /// Whether anything is proposed of it, so that its rosters must be looked at.
    boolean concerns(RecordId household) {
        return byHousehold.containsKey(household.text());
    }

    /// Keeps what rosters say of a household of which something is proposed.
    void look(Told told) {
        if (concerns(told.record())) {
            households.put(told.record(), told);
        }
    }

    /// `newest`: the newest roster that lists anybody of the village.
    List<RosterChange> of(Whose whose, long newest, Map<Tick.Key, Tick> ticks) {
        return byHousehold.getOrDefault(whose.household().text(), List.of()).stream()
                .flatMap(p -> change(p, whose, newest, ticks).stream())
                .toList();
    }

    private Optional<RosterChange> change(
            Proposal proposal, Whose whose, long newest, Map<Tick.Key, Tick> ticks) {
        Told proposer = proposers.get(proposal.record());
        Optional<Heard> finder =
                proposer == null
                        ? Optional.empty()
                        : proposer.heard().stream()
                                .filter(h ->
                                        h.revision()
                                                .values()
                                                .get(proposal.property())
                                                .filter(v -> v.plain().equals(proposal.value()))
                                                .isPresent())
                                .min(Comparator.comparingLong(Heard::order));
        return finder.map(found -> change(proposal, whose, newest, ticks, found));
    }

    private RosterChange change(
            Proposal proposal, Whose whose, long newest, Map<Tick.Key, Tick> ticks, Heard found) {
        boolean visit = proposal.record().kind() == Kind.VISIT;
        var key =
                new Tick.Key(
                        whose.household(),
                        "proposal",
                        visit ? proposal.property() : proposal.record().text(),
                        proposal.value());
        Optional<Tick> tick = Optional.ofNullable(ticks.get(key));
        Reached reached = reached(proposal, whose, newest, found.order());
        RosterChange.Source source = sources.of(found.stamp());
        Optional<Schema.Property> property =
                workspace.schema().property(proposal.record().kind(), proposal.property());
        boolean says = proposal.closed() || reached.says();
        return new RosterChange(
                whose,
                new What(
                        Sort.PROPOSAL,
                        "",
                        visit
                                ? property.map(Schema.Property::label).orElse("")
                                : texts.of("change.correction"),
                        "",
                        ""),
                new Said(
                        visit ? reached.words() : "",
                        visit
                                ? property.map(p -> p.labelOf(proposal.value()))
                                        .orElse(proposal.value())
                                : proposal.value(),
                        ""),
                proposal.reason().isEmpty()
                        ? source
                        : new RosterChange.Source(
                                source.by(),
                                source.on(),
                                source.visit(),
                                proposal.reason(),
                                source.document()),
                FindChanges.state(says, reached.listed(), found.order(), tick),
                FindChanges.state(says, reached.listed(), found.order(), Optional.empty()),
                key,
                tick);
    }

    /// What the rosters say of a proposal. Shape: `words` what the last says of the household.
    private record Reached(String words, long listed, boolean says) {}

    private Reached reached(Proposal proposal, Whose whose, long newest, long found) {
        Told told = households.get(whose.household());
        List<Heard> rosters =
                told == null
                        ? List.of()
                        : told.heard().stream().filter(RecordComparison::isRoster).toList();
        long listed = RecordComparison.listed(rosters);
        if (proposal.property().equals("exit_conclusion")) {
            Optional<Heard> last =
                    rosters.stream()
                            .filter(h -> h.revision().section().equals("status"))
                            .max(Comparator.comparingLong(Heard::order));
            String now =
                    last.flatMap(h -> h.revision().values().get("poverty_status"))
                            .map(Value::plain)
                            .orElse("");
            String words =
                    workspace
                            .schema()
                            .property(Kind.HOUSEHOLD, "poverty_status")
                            .map(p -> p.labelOf(now))
                            .orElse(now);
            long order = last.map(Heard::order).orElse(0L);
            boolean says = order > found && now.equals(proposal.value().equals("03") ? "3" : "0");
            return new Reached(words, order, says);
        }
        String words = texts.of(listed > 0 ? "change.listed" : "change.notListed");
        if (proposal.property().equals("identification_conclusion")) {
            boolean remove = proposal.value().equals("02");
            boolean says = remove ? newest > listed && newest > found : listed > found;
            return new Reached(words, remove && !says ? listed : 0, says);
        }
        return new Reached(words, 0, false);
    }
}
