package zhuhu.flow.settle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.form.CompiledForm;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Finds every section whose sides differ, and puts with a visit's section the register's sections
/// that were written through it. Source: `docs/decisions/0019-settling.md`. Reads once; one thread.
public final class Conflicts {

    /// A contested section, before it is known whether it stands alone.
    record Open(RecordId record, String section, Section.Contested state) {}

    private final Workspace workspace;
    private final Told told;
    private final Map<RecordId, SortedMap<String, Section.Contested>> contested = new TreeMap<>();
    private final Map<FactId, List<Attestation>> behind = new HashMap<>();
    private final Map<RecordId, Optional<SavedTo>> forms = new HashMap<>();
    private final Set<String> deferred;

    public Conflicts(Workspace workspace) {
        this.workspace = workspace;
        this.told = new Told(workspace);
        this.deferred = Deferred.of(workspace);
    }

    /// All that are open: by village and household, those put off last.
    public List<Conflict> all() {
        return read(_ -> true);
    }

    private List<Conflict> read(Predicate<RecordId> wanted) {
        contested.clear();
        for (Kind kind : Kind.values()) {
            if (workspace.schema().of(kind).findAny().isPresent()) {
                workspace.sections(contested(kind).stream().filter(wanted).toList(), this::keep);
            }
        }
        return conflicts();
    }

    /// Those of one household: its own, its members', its visits'; or of any other record alone.
    public List<Conflict> of(RecordId record) {
        return read(each ->
                each.equals(record) || told.home(each).household().equals(Optional.of(record)));
    }

    /// The one of that id, or of which a whole beginning of the id is given. Failed: there is none,
    /// or several.
    public Outcome<Conflict> named(String id) {
        List<Conflict> found =
                all().stream().filter(c -> !id.isBlank() && c.id().startsWith(id.strip())).toList();
        return found.size() == 1
                ? Outcome.done(found.getFirst())
                : Outcome.failed(Problem.of("conflictUnknown", id));
    }

    private List<RecordId> contested(Kind kind) {
        return workspace.query("SELECT id FROM " + kind.code() + " WHERE contested <> ''").stream()
                .map(row -> new RecordId(kind, UUID.fromString(String.valueOf(row.get("id")))))
                .toList();
    }

    private void keep(RecordId record, SortedMap<String, Section> sections) {
        sections.forEach((name, section) -> {
            if (section instanceof Section.Contested state) {
                contested.computeIfAbsent(record, _ -> new TreeMap<>()).put(name, state);
            }
        });
    }

    private List<Conflict> conflicts() {
        var open = new ArrayList<Open>();
        contested.forEach((record, sections) ->
                sections.forEach((name, state) -> open.add(new Open(record, name, state))));
        var along = new HashMap<Open, List<Conflict.Along>>();
        var taken = new HashSet<Open>();
        for (Open each : open) {
            if (each.record().kind() == Kind.VISIT) {
                List<Matched> matched = along(each, open);
                along.put(each, matched.stream().map(Matched::along).toList());
                matched.stream().filter(Matched::whole).map(Matched::open).forEach(taken::add);
            }
        }
        return open.stream()
                .filter(each -> !taken.contains(each))
                .map(each -> conflict(each, along.getOrDefault(each, List.of())))
                .sorted(
                        Comparator.comparing(Conflict::deferred)
                                .thenComparing(c -> c.home().villageLabel())
                                .thenComparing(c -> c.home().householdLabel())
                                .thenComparing(
                                        c -> c.home().household().map(RecordId::text).orElse(""))
                                .thenComparing(Conflict::record)
                                .thenComparing(Conflict::section))
                .toList();
    }

    private Conflict conflict(Open open, List<Conflict.Along> along) {
        List<Side> sides = open.state().sides().stream().map(this::side).toList();
        String id = id(open);
        Values base = base(open, along);
        return new Conflict(
                id,
                open.record(),
                open.section(),
                told.label(open.record(), open.section()),
                told.title(open.record(), open.section()),
                told.home(open.record()),
                Sort.of(sides),
                sides,
                open.state().heads().stream().map(Revision::id).toList(),
                base,
                rests(open)
                        .or(() -> along.stream().findFirst().flatMap(a -> rests(open(a))))
                        .map(below -> new Conflict.Base(below, base(below))),
                told.rows(
                        open.record(),
                        open.section(),
                        base,
                        open.state().sides().stream().map(Revision::values).toList()),
                along,
                deferred.contains(id));
    }

    /// 16 hex digits. Reason: what names the sides comes up anew as soon as one more is there.
    private static String id(Open open) {
        var name = new StringBuilder("conflict\n").append(open.record().text());
        name.append('\n').append(open.section());
        open.state().sides().forEach(side -> name.append('\n').append(side.id().hex()));
        return Sha256.half(name.toString()).substring(0, 16);
    }

    private Side side(Revision revision) {
        List<Attestation> attestations = behind(revision);
        Voice voice =
                attestations.stream()
                        .map(told::voice)
                        .min(Comparator.naturalOrder())
                        .orElse(Voice.EDIT);
        return new Side(
                revision,
                attestations,
                voice,
                told.source(attestations, voice),
                workspace.broughtBy(revision.id()),
                voice == Voice.SETTLED ? Optional.of(decided(revision)) : Optional.empty());
    }

    /// What was agreed before; of a visit that nobody had filled before, what the register said.
    private Values base(Open open, List<Conflict.Along> along) {
        Values base = open.state().lastAgreed();
        Optional<SavedTo> form = along.isEmpty() ? Optional.empty() : form(open.record());
        for (Conflict.Along each : along) {
            Values below = base;
            base =
                    form.map(f -> below.over(f.asked(each.record().kind(), each.base())))
                            .orElse(below);
        }
        return base;
    }

    private Open open(Conflict.Along along) {
        Section.Contested state =
                contested.getOrDefault(along.record(), new TreeMap<>()).get(along.section());
        return new Open(along.record(), along.section(), Objects.requireNonNull(state));
    }

    private Optional<Revision> rests(Open open) {
        return new Ancestry(
                        workspace.revisions(open.record()),
                        id -> !workspace.attestations(id).isEmpty())
                .base(open.state().heads());
    }

    private String base(Revision revision) {
        List<Attestation> attestations = behind(revision);
        return attestations.isEmpty() ? "" : told.words(attestations.getFirst());
    }

    private Side.Decided decided(Revision settlement) {
        var among = new ArrayList<String>();
        var taken = new ArrayList<String>();
        for (Revision each : workspace.revisions(settlement.record())) {
            if (settlement.supersedes().contains(each.id())) {
                String words = base(each);
                among.add(words);
                if (each.values().equals(settlement.values())) {
                    taken.add(words);
                }
            }
        }
        return new Side.Decided(among, taken);
    }

    private List<Attestation> behind(Revision revision) {
        return behind.computeIfAbsent(revision.id(), workspace::attestations);
    }

    // ---- the register's sections written through a visit

    /// `whole` where every side of the register goes with a side of the visit.
    private record Matched(Open open, Conflict.Along along, boolean whole) {}

    private List<Matched> along(Open visit, List<Open> all) {
        Optional<SavedTo> form = form(visit.record());
        var found = new ArrayList<Matched>();
        form.ifPresent(saved -> {
            for (Open each : all) {
                if (belongs(visit, each) && isOwner(visit, each, saved)) {
                    match(visit, each, saved).ifPresent(found::add);
                }
            }
        });
        return found;
    }

    private Optional<SavedTo> form(RecordId visit) {
        return forms.computeIfAbsent(
                visit,
                v ->
                        workspace
                                .pack()
                                .form(workspace.section(v, "about").shown().plain("form"))
                                .map((CompiledForm f) -> new SavedTo(f)));
    }

    /// A visit's section speaks of its subject, a row's section (`GROUP@RECORD`) of that record.
    private boolean belongs(Open visit, Open register) {
        int at = visit.section().indexOf('@');
        String about =
                at < 0
                        ? workspace.section(visit.record(), "about").shown().plain("subject")
                        : visit.section().substring(at + 1);
        return register.record().kind() != Kind.VISIT && register.record().text().equals(about);
    }

    /// Whether no other contested section of the visit writes more of the register's section.
    private boolean isOwner(Open visit, Open register, SavedTo saved) {
        long mine = shared(visit.state(), register, saved);
        return mine > 0
                && contested.getOrDefault(visit.record(), new TreeMap<>()).entrySet().stream()
                        .filter(e -> !e.getKey().equals(visit.section()))
                        .noneMatch(e -> {
                            long theirs = shared(e.getValue(), register, saved);
                            boolean first = e.getKey().compareTo(visit.section()) < 0;
                            return theirs > mine || theirs == mine && first;
                        });
    }

    private static long shared(Section.Contested visit, Open register, SavedTo saved) {
        return saved.shared(
                register.record().kind(),
                register.state().sides().getFirst().values(),
                visit.sides().getFirst().values());
    }

    /// Each side of the visit with the register's statement that was written through it. Empty
    /// where a side has none, or it cannot be told which.
    private Optional<Matched> match(Open visit, Open register, SavedTo saved) {
        Set<String> ways = new HashSet<>(Set.of(visit.record().text()));
        visit.state().sides().forEach(side -> ways.addAll(settledBy(side)));
        List<Revision> through =
                register.state().heads().stream()
                        .filter(head -> vias(head).stream().anyMatch(ways::contains))
                        .toList();
        var bySide = new ArrayList<Revision>();
        for (Revision side : visit.state().sides()) {
            Optional<Revision> own = own(side, through, saved);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            bySide.add(own.get());
        }
        if (bySide.stream().distinct().count() < 2) {
            return Optional.empty();
        }
        List<FactId> heads =
                register.state().heads().stream()
                        .filter(h -> bySide.contains(h) || isCovered(h, register.state()))
                        .map(Revision::id)
                        .toList();
        boolean whole = bySide.containsAll(register.state().sides());
        var along =
                new Conflict.Along(
                        register.record(),
                        register.section(),
                        told.title(register.record(), register.section()),
                        bySide,
                        whole
                                ? register.state().heads().stream().map(Revision::id).toList()
                                : heads,
                        register.state().lastAgreed());
        return Optional.of(new Matched(register, along, whole));
    }

    private static boolean isCovered(Revision head, Section.Contested state) {
        return !state.sides().contains(head);
    }

    /// Acts that settled a section of a visit and the register's at once.
    private Set<String> settledBy(Revision side) {
        return behind(side).stream()
                .map(Attestation::stamp)
                .filter(stamp -> stamp.how() == How.RESOLVED)
                .flatMap(stamp -> Optional.ofNullable(stamp.via()).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> vias(Revision revision) {
        return behind(revision).stream()
                .flatMap(a -> Optional.ofNullable(a.stamp().via()).stream())
                .collect(Collectors.toSet());
    }

    private Optional<Revision> own(Revision side, List<Revision> through, SavedTo saved) {
        Set<String> acts = settledBy(side);
        Optional<Revision> settled =
                through.stream().filter(r -> vias(r).stream().anyMatch(acts::contains)).findFirst();
        if (settled.isPresent()) {
            return settled;
        }
        List<Revision> agreeing =
                through.stream()
                        .filter(r -> saved.agree(r.record().kind(), r.values(), side.values()))
                        .toList();
        List<Revision> from = agreeing.isEmpty() ? through : agreeing;
        if (from.size() == 1 && !agreeing.isEmpty()) {
            return Optional.of(from.getFirst());
        }
        Set<String> hands = hands(side);
        List<Revision> byHand =
                from.stream().filter(r -> hands(r).stream().anyMatch(hands::contains)).toList();
        return byHand.size() == 1 ? Optional.of(byHand.getFirst()) : Optional.empty();
    }

    private Set<String> hands(Revision revision) {
        var hands = new HashSet<String>();
        behind(revision).forEach(a -> hands.add(a.stamp().by() + "\n" + a.stamp().device()));
        return hands;
    }
}
