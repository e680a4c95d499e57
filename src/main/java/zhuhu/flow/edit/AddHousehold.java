package zhuhu.flow.edit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Stops;
import zhuhu.form.Failure;
import zhuhu.form.FormNode.Question;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// 补录未建档户: adds a household that no roster lists, with its members, through the questions of the
/// register's forms. `registered` is 0, ids are random, all of it is written at once or nothing. By
/// the window and by `fill` alike.
public final class AddHousehold {

    /// What is entered. Shape: `household` and each of `members` by question name of the register
    /// forms; `id` fixes the household's UUID.
    public record Entry(
            RecordId village,
            Map<String, Value> household,
            List<Map<String, Value>> members,
            Optional<String> id) {
        public Entry {
            household = Map.copyOf(household);
            members = members.stream().<Map<String, Value>>map(Map::copyOf).toList();
        }

        String text(String question) {
            return household.getOrDefault(question, Value.EMPTY).plain();
        }
    }

    /// What stopped it; `member` from 0 as entered, -1 for the household itself.
    public record Stop(int member, String question, Problem problem) {}

    /// What came of it. Shape: `twins` known people that may be the same; where there are any and
    /// nobody said that they are others, nothing is written. `household` the new record, written
    /// where `act` is there.
    public record Added(
            RecordId household,
            List<RecordId> members,
            Optional<RecordId> act,
            List<Stop> stops,
            List<Twins.Twin> twins) {
        public Added {
            members = List.copyOf(members);
            stops = List.copyOf(stops);
            twins = List.copyOf(twins);
        }
    }

    private record Part(int member, DirectEdit edit, Set<String> sections) {}

    private final Workspace workspace;
    private final Author author;
    private final Supplier<LocalDateTime> clock;

    public AddHousehold(Workspace workspace, Author author, Supplier<LocalDateTime> clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// People known already who may be those of `entry`.
    public List<Twins.Twin> twins(Entry entry) {
        return new Twins(workspace).of(whole(entry).members());
    }

    /// `others`: whoever enters it has seen the twins and says that they are other people. Failed:
    /// the id is taken or is no id, or the village is none.
    public Outcome<Added> add(Entry entered, boolean others, Reason reason) {
        if (entered.village().kind() != Kind.VILLAGE || !workspace.exists(entered.village())) {
            return Outcome.failed(Problem.of("addHouseholdVillage", entered.village().text()));
        }
        Entry entry = whole(entered);
        return household(entry.id())
                .then(household -> {
                    var parts = new ArrayList<Part>();
                    var stops = new ArrayList<Stop>(faults(entry));
                    try {
                        return open(entry, household, parts, stops)
                                .then(_ -> write(entry, household, parts, stops, others, reason));
                    } finally {
                        parts.forEach(part -> part.edit().close());
                    }
                });
    }

    /// With the head among the members and named on the household.
    private static Entry whole(Entry entry) {
        var members = new ArrayList<>(entry.members());
        if (members.isEmpty() && !entry.text("head_name").isEmpty()) {
            var head = new HashMap<String, Value>();
            head.put("person_name", Value.text(entry.text("head_name")));
            head.put("id_no", Value.text(entry.text("head_id_no")));
            head.put("relation", Value.text("01"));
            members.add(head);
        }
        var household = new LinkedHashMap<>(entry.household());
        members.stream()
                .filter(AddHousehold::isHead)
                .findFirst()
                .ifPresent(head -> {
                    household.putIfAbsent("head_name", plain(head, "person_name"));
                    household.putIfAbsent("head_id_no", plain(head, "id_no"));
                });
        return new Entry(entry.village(), household, members, entry.id());
    }

    private static boolean isHead(Map<String, Value> member) {
        return member.getOrDefault("relation", Value.EMPTY).plain().equals("01");
    }

    private static Value plain(Map<String, Value> member, String question) {
        return member.getOrDefault(question, Value.EMPTY);
    }

    /// What no form can see, because it is about several people.
    private static List<Stop> faults(Entry entry) {
        var faults = new ArrayList<Stop>();
        long heads = entry.members().stream().filter(AddHousehold::isHead).count();
        if (heads != 1) {
            faults.add(new Stop(-1, "members", Problem.of("addHouseholdHead", heads)));
        }
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < entry.members().size(); i++) {
            String number = Plain.folded(plain(entry.members().get(i), "id_no").plain());
            Integer other = number.isEmpty() ? null : seen.putIfAbsent(number, i);
            if (other != null) {
                faults.add(new Stop(i, "id_no", Problem.of("addHouseholdTwice", other + 1, i + 1)));
            }
        }
        return faults;
    }

    private Outcome<RecordId> household(Optional<String> id) {
        if (id.isPresent() && !id.get().matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Outcome.failed(Problem.of("memberId", id.get()));
        }
        if (id.flatMap(workspace::recordOf).isPresent()) {
            return Outcome.failed(Problem.of("memberIdTaken", id.get()));
        }
        UUID uuid = id.map(UUID::fromString).orElseGet(UUID::randomUUID);
        return Outcome.done(new RecordId(Kind.HOUSEHOLD, uuid));
    }

    private Outcome<Boolean> open(
            Entry entry, RecordId household, List<Part> parts, List<Stop> stops) {
        Values ofHousehold =
                Values.NONE
                        .with("village", Value.text(entry.village().text()))
                        .with("registered", Value.text("0"));
        Outcome<Boolean> opened =
                part(-1, household, household, ofHousehold, entry.household(), parts, stops);
        for (int i = 0; i < entry.members().size() && opened instanceof Outcome.Done; i++) {
            Values ofPerson = Values.NONE.with("household", Value.text(household.text()));
            opened =
                    part(
                            i,
                            new RecordId(Kind.PERSON, UUID.randomUUID()),
                            household,
                            ofPerson,
                            entry.members().get(i),
                            parts,
                            stops);
        }
        return opened;
    }

    /// Opens the register form of one new record and answers it.
    private Outcome<Boolean> part(
            int member,
            RecordId record,
            RecordId household,
            Values fixed,
            Map<String, Value> answers,
            List<Part> parts,
            List<Stop> stops) {
        var opening =
                new DirectEdit.Opening(
                        workspace,
                        record,
                        household,
                        DirectEdits.years(workspace, record.kind()),
                        fixed,
                        Values.NONE,
                        author,
                        clock);
        return DirectEdit.open(opening)
                .map(edit -> {
                    var part = new Part(member, edit, sections(edit, fixed, answers));
                    parts.add(part);
                    answers.forEach(
                            (question, value) -> answer(part, question, value, fixed, stops));
                    for (String section : part.sections()) {
                        for (Failure failure : edit.failures(section)) {
                            stops.add(
                                    new Stop(
                                            member,
                                            failure.ref().name(),
                                            Stops.problem(edit.form().form(), failure)));
                        }
                    }
                    return true;
                });
    }

    private static void answer(
            Part part, String question, Value value, Values fixed, List<Stop> stops) {
        if (value.equals(Value.EMPTY) || fixed.get(question).equals(Optional.of(value))) {
            return;
        }
        var refs = part.edit().find(question);
        if (refs.isEmpty()) {
            stops.add(new Stop(part.member(), question, Problem.of("unknownQuestion", question)));
            return;
        }
        Schema.Section section = part.edit().sectionNamed(question);
        if (section.authority() == Schema.Authority.SYSTEM || fixed.get(question).isPresent()) {
            stops.add(
                    new Stop(
                            part.member(),
                            question,
                            Problem.of("addHouseholdSystem", section.label())));
            return;
        }
        try {
            part.edit().answer(refs.getFirst(), value);
        } catch (IllegalArgumentException _) {
            // Reason: a date that is none, typed by hand.
            String label = Stops.label(part.edit().form().form(), question);
            stops.add(
                    new Stop(
                            part.member(),
                            question,
                            Problem.of("addHouseholdShape", label, value.plain())));
        }
    }

    /// Sections that something is said in, and those with required questions.
    private static Set<String> sections(DirectEdit edit, Values fixed, Map<String, Value> answers) {
        var sections = new LinkedHashSet<String>();
        edit.form()
                .form()
                .questions()
                .filter(q -> q.required() || isSaid(q, fixed, answers))
                .forEach(q -> edit.sectionOf(q).ifPresent(sections::add));
        return sections;
    }

    private static boolean isSaid(Question question, Values fixed, Map<String, Value> answers) {
        boolean answered = !answers.getOrDefault(question.name(), Value.EMPTY).equals(Value.EMPTY);
        return answered || fixed.get(question.name()).isPresent();
    }

    private Outcome<Added> write(
            Entry entry,
            RecordId household,
            List<Part> parts,
            List<Stop> stops,
            boolean others,
            Reason reason) {
        List<RecordId> members =
                parts.stream().filter(p -> p.member() >= 0).map(p -> p.edit().record()).toList();
        List<Twins.Twin> twins = new Twins(workspace).of(entry.members());
        if (!stops.isEmpty() || !twins.isEmpty() && !others) {
            return Outcome.done(new Added(household, members, Optional.empty(), stops, twins));
        }
        var act =
                new RegisterAct(
                        workspace, author, clock.get(), "add", Kind.HOUSEHOLD.code(), household);
        for (Part part : parts) {
            part.sections().forEach(section -> part.edit().into(act, section));
        }
        return act.write(reason)
                .map(done -> new Added(household, members, done.act(), List.of(), twins));
    }
}
