package zhuhu.flow.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.InWords;
import zhuhu.flow.Progress;
import zhuhu.flow.change.Households.Household;
import zhuhu.flow.change.RecordComparison.Finding;
import zhuhu.flow.change.RosterChange.Said;
import zhuhu.flow.change.RosterChange.Sort;
import zhuhu.flow.change.RosterChange.State;
import zhuhu.flow.change.RosterChange.What;
import zhuhu.flow.change.RosterChange.Whose;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Headings;
import zhuhu.pack.Schema;
import zhuhu.record.Canonical;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Tick;
import zhuhu.store.Told;
import zhuhu.store.Workspace;

/// Lists what is to be keyed into the national system: everything that visits and acts found
/// different from the last roster, and what the rosters read since say of it. Reads only; one
/// thread.
public final class FindChanges {

    /// Which. Shape: `villages` empty for all; `unlisted` also what no roster has a column for.
    public record Request(Set<RecordId> villages, boolean unlisted) {
        public Request {
            villages = Set.copyOf(villages);
        }
    }

    /// Shape: `changes` by village, group, household and person; `left` how many more there are
    /// that no roster has a column for.
    public record Found(List<RosterChange> changes, long left) {
        public Found {
            changes = List.copyOf(changes);
        }

        public Map<State, Long> counts() {
            return changes.stream()
                    .collect(Collectors.groupingBy(RosterChange::state, Collectors.counting()));
        }
    }

    /// A finding and whom it is about.
    private record Sighting(Household household, Whose whose, Told told, Finding finding) {}

    private static final int BATCH = 200;

    private final Workspace workspace;
    private final Texts texts;
    private final Headings headings;
    private final RecordComparison comparison;

    public FindChanges(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
        this.headings = Headings.of(workspace.pack());
        this.comparison =
                new RecordComparison(workspace.schema(), headings, workspace.rosterColumns());
    }

    /// Failed where it was cancelled.
    public Outcome<Found> find(Request request, Progress progress) {
        var households = new Households(workspace, request.villages());
        var sources = new Sources(workspace, texts);
        Map<Tick.Key, Tick> ticks = workspace.ticks();
        var touched = workspace.statedBesideRosters(Kind.HOUSEHOLD);
        touched.addAll(workspace.statedBesideRosters(Kind.PERSON));
        var proposals = new Proposals(workspace, texts, sources);
        var sightings = new ArrayList<Sighting>();
        var newest = new HashMap<String, Long>();
        List<Household> all = households.all();
        for (int from = 0; from < all.size(); from += BATCH) {
            if (progress.cancelled()) {
                return Outcome.failed(Problem.of("changeCancelled"));
            }
            progress.at("change.looking", from, all.size());
            List<Household> batch = all.subList(from, Math.min(from + BATCH, all.size()));
            look(batch, touched, proposals, sightings, newest);
        }
        var words = new Words(workspace, texts, households);
        var changes = new ArrayList<RosterChange>();
        long left = 0;
        for (Sighting sighting : sightings) {
            RosterChange change = change(sighting, words, sources, newest, ticks);
            if (change.what().sort() == Sort.UNLISTED && !request.unlisted()) {
                left++;
            } else {
                changes.add(change);
            }
        }
        households
                .all()
                .forEach(h ->
                        proposals
                                .of(h.whose(), newest.getOrDefault(h.villageId(), 0L), ticks)
                                .forEach(changes::add));
        return Outcome.done(new Found(sorted(changes, households), left));
    }

    private void look(
            List<Household> batch,
            Set<RecordId> touched,
            Proposals proposals,
            List<Sighting> sightings,
            Map<String, Long> newest) {
        var whose = new HashMap<RecordId, Whose>();
        var of = new HashMap<RecordId, Household>();
        var wanted = new ArrayList<RecordId>();
        for (Household household : batch) {
            Stream.concat(Stream.of(household.whose()), household.persons().stream())
                    .filter(w -> touched.contains(w.record()) || proposals.concerns(w.record()))
                    .forEach(w -> {
                        wanted.add(w.record());
                        whose.put(w.record(), w);
                        of.put(w.record(), household);
                    });
        }
        workspace.told(
                wanted,
                told -> {
                    Household household = present(of.get(told.record()));
                    Whose its = present(whose.get(told.record()));
                    long listed =
                            RecordComparison.listed(
                                    told.heard().stream()
                                            .filter(RecordComparison::isRoster)
                                            .toList());
                    newest.merge(household.villageId(), listed, Math::max);
                    proposals.look(told);
                    // Reason: what was said of a record is much, what differs is little; only the
                    // latter is kept.
                    comparison
                            .of(told)
                            .forEach(finding ->
                                    sightings.add(
                                            new Sighting(
                                                    household, its, slim(told, finding), finding)));
                });
    }

    private static Told slim(Told told, Finding finding) {
        boolean whole = finding.section().isEmpty() || isEnd(finding.sort());
        return whole
                ? new Told(told.record(), told.sections(), List.of())
                : new Told(told.record(), new java.util.TreeMap<>(), List.of());
    }

    private static boolean isEnd(Sort sort) {
        return sort == Sort.ENDED_HOUSEHOLD || sort == Sort.ENDED_PERSON;
    }

    private static <T> T present(@org.jspecify.annotations.Nullable T found) {
        if (found == null) {
            throw new IllegalStateException();
        }
        return found;
    }

    // ---- one change

    private RosterChange change(
            Sighting sighting,
            Words words,
            Sources sources,
            Map<String, Long> newest,
            Map<Tick.Key, Tick> ticks) {
        Finding finding = sighting.finding();
        RecordId record = sighting.told().record();
        Said said = words.of(sighting.told(), finding);
        var key =
                new Tick.Key(
                        record,
                        finding.section().isEmpty() ? "record" : finding.section(),
                        finding.property() == null
                                ? finding.sort().code()
                                : finding.property().name(),
                        value(finding, said));
        boolean says = finding.says();
        long listed = finding.listed();
        if (isEnd(finding.sort())) {
            // Reason: a roster says that somebody is gone by listing the village without them.
            long village = newest.getOrDefault(sighting.household().villageId(), 0L);
            says = village > listed && village > finding.finder().order();
            listed = says ? village : listed;
        }
        Optional<Tick> tick = Optional.ofNullable(ticks.get(key));
        long found = finding.finder().order();
        State state = finding.contested() ? State.UNSETTLED : state(says, listed, found, tick);
        return new RosterChange(
                sighting.whose(),
                what(record.kind(), finding),
                said,
                sources.of(finding.finder().stamp()),
                state,
                finding.contested()
                        ? State.UNSETTLED
                        : state(says, listed, found, Optional.empty()),
                key,
                tick);
    }

    static State state(boolean says, long listed, long found, Optional<Tick> tick) {
        if (says) {
            return State.DONE;
        }
        long keyed = tick.filter(Tick::ticked).map(Tick::roster).orElse(-1L);
        if (keyed >= listed) {
            return State.KEYED;
        }
        return listed > found || keyed >= 0 ? State.NOT_DONE : State.OPEN;
    }

    private static String value(Finding finding, Said said) {
        return finding.verified().isEmpty()
                ? said.verified()
                : finding.verified().stream().map(Canonical::json).collect(Collectors.joining("|"));
    }

    private What what(Kind kind, Finding finding) {
        Schema.Property property = finding.property();
        String section =
                workspace
                        .schema()
                        .section(kind, finding.section())
                        .map(Schema.Section::name)
                        .orElse("");
        String year =
                finding.section().contains("@")
                        ? finding.section().substring(finding.section().indexOf('@') + 1)
                        : "";
        if (property == null) {
            return new What(
                    finding.sort(),
                    finding.section(),
                    texts.of("change.sort." + finding.sort().code()),
                    "",
                    "");
        }
        String label =
                year.isEmpty()
                        ? property.label()
                        : texts.of("change.ofYear", year, property.label());
        return new What(
                finding.sort(),
                finding.section(),
                label,
                headings.usual(kind, section, property.name()).orElse(""),
                property.national());
    }

    private static List<RosterChange> sorted(List<RosterChange> changes, Households households) {
        var place = new HashMap<RecordId, Integer>();
        for (Household household : households.all()) {
            place.put(household.whose().record(), place.size());
            household.persons().forEach(p -> place.put(p.record(), place.size()));
        }
        var sorted = new ArrayList<>(changes);
        sorted.sort(
                Comparator.comparingInt(
                                (RosterChange c) -> place.getOrDefault(c.whose().record(), 0))
                        .thenComparing(c -> c.what().sort()));
        return sorted;
    }

    /// What was said, as a clerk types it.
    private static final class Words {

        private final Workspace workspace;
        private final Texts texts;
        private final Households households;
        private final Headings headings;

        Words(Workspace workspace, Texts texts, Households households) {
            this.workspace = workspace;
            this.texts = texts;
            this.households = households;
            this.headings = Headings.of(workspace.pack());
        }

        Said of(Told told, Finding finding) {
            Schema.Property property = finding.property();
            if (property != null) {
                return new Said(
                        words(property, finding.roster()),
                        finding.verified().stream()
                                .map(v -> words(property, Optional.of(v)))
                                .collect(Collectors.joining(texts.of("change.or"))),
                        code(property, finding.verified()));
            }
            return switch (finding.sort()) {
                case NEW_HOUSEHOLD, NEW_PERSON ->
                        new Said(texts.of("change.notListed"), whole(told), "");
                case ENDED_PERSON, ENDED_HOUSEHOLD ->
                        new Said(texts.of("change.listed"), gone(told, finding), "");
                case PROPOSAL, MOVED_PERSON, PROPERTY, UNLISTED -> new Said("", "", "");
            };
        }

        private String words(Schema.Property property, Optional<Value> value) {
            String words = value.map(v -> InWords.of(property, v)).orElse("");
            if (property.name().equals("household") || property.name().equals("village")) {
                words = words.isEmpty() ? "" : households.nameOf(words);
            }
            return words.isEmpty() ? texts.of("change.empty") : words;
        }

        private static String code(Schema.Property property, List<Value> verified) {
            boolean choice =
                    property.type() == AnswerKind.ONE || property.type() == AnswerKind.MANY;
            return choice && verified.size() == 1 ? verified.getFirst().plain() : "";
        }

        /// All of a new person or household that the national system asks for.
        private String whole(Told told) {
            Kind kind = told.record().kind();
            var parts = new ArrayList<String>();
            workspace
                    .schema()
                    .of(kind)
                    .filter(s -> !s.yearly())
                    .forEach(section -> {
                        Section now = told.sections().get(section.name());
                        Values values = now == null ? Values.NONE : now.shown();
                        for (Schema.Property property : section.properties()) {
                            boolean counts =
                                    !property.national().isEmpty()
                                            || headings.usual(kind, section.name(), property.name())
                                                    .isPresent()
                                            || section.name().equals("change");
                            Optional<Value> value =
                                    values.get(property.name()).filter(v -> !v.equals(Value.EMPTY));
                            if (counts && value.isPresent() && !isPlace(property)) {
                                parts.add(
                                        texts.of(
                                                "change.part",
                                                property.label(),
                                                words(property, value)));
                            }
                        }
                    });
            return String.join("；", parts);
        }

        private static boolean isPlace(Schema.Property property) {
            return property.name().equals("household") || property.name().equals("village");
        }

        private String gone(Told told, Finding finding) {
            Kind kind = told.record().kind();
            Section now = told.sections().get(finding.section());
            Values values = now == null ? Values.NONE : now.shown();
            var parts = new ArrayList<String>();
            parts.add(texts.of("change.gone." + kind.code()));
            Stream.of("change_reason", "changed_on", "ended_reason", "ended_on")
                    .flatMap(name ->
                            workspace.schema().property(kind, name).stream()
                                    .flatMap(p ->
                                            values.get(name).stream().map(v -> InWords.of(p, v))))
                    .filter(words -> !words.isEmpty())
                    .forEach(parts::add);
            return String.join("，", parts);
        }
    }
}
