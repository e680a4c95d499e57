package zhuhu.flow.edit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Labels;
import zhuhu.flow.LastTime;
import zhuhu.flow.Stops;
import zhuhu.form.CompiledForm;
import zhuhu.form.Failure;
import zhuhu.form.FormNode;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.SessionStart;
import zhuhu.form.Submission;
import zhuhu.form.engine.FormEngine;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// A record of the register open in its register form, to be corrected section by section, by the
/// window and by `fill` alike. Nothing is kept before [#save(Manner, Reason, List)]. One thread at
/// a time.
public final class DirectEdit implements AutoCloseable {

    /// What saving means.
    public enum Manner {
        /// States what differs from what was shown; nothing where nothing does.
        CHANGE,
        /// States it though nothing differs: somebody has looked and it is so.
        CONFIRM,
        /// Settles sides that differ: what is entered supersedes all of them.
        SETTLE
    }

    /// What was shown of a section when it was opened, and is rested on.
    private record Seen(List<FactId> heads, Values values, List<Revision> sides) {
        static final Seen NOTHING = new Seen(List.of(), Values.NONE, List.of());

        static Seen of(Section section) {
            return new Seen(
                    section.allHeads().stream().map(Revision::id).toList(),
                    section.shown(),
                    section instanceof Section.Contested c ? c.sides() : List.of());
        }
    }

    private final Workspace workspace;
    private final RecordId record;
    private final RecordId subject;
    private final Map<String, String> years;
    private final Values fixed;
    private final Author author;
    private final Supplier<LocalDateTime> clock;
    private final FormSession session;
    private final boolean isNew;
    private final Map<String, Seen> seen = new TreeMap<>();

    private DirectEdit(Opening opening, FormSession session) {
        this.workspace = opening.workspace();
        this.record = opening.record();
        this.subject = opening.subject();
        this.years = Map.copyOf(opening.years());
        this.fixed = opening.fixed();
        this.author = opening.author();
        this.clock = opening.clock();
        this.session = session;
        this.isNew = !workspace.exists(record);
        look();
    }

    /// What it is opened with. Shape: `subject` on whose card it stands; `years` the year of each
    /// yearly section (`income` to 2016); `fixed` what a new record is given besides the answers
    /// (whose it is); `proposed` answers to begin with.
    public record Opening(
            Workspace workspace,
            RecordId record,
            RecordId subject,
            Map<String, String> years,
            Values fixed,
            Values proposed,
            Author author,
            Supplier<LocalDateTime> clock) {}

    /// Failed: the pack has no register form for that kind of record.
    public static Outcome<DirectEdit> open(Opening opening) {
        Workspace workspace = opening.workspace();
        String kind = opening.record().kind().code();
        Optional<CompiledForm> form = workspace.pack().form(kind);
        if (form.isEmpty()) {
            return Outcome.failed(Problem.of("formUnknown", kind));
        }
        var prefill = new HashMap<String, Value>();
        opening.years().forEach((section, year) -> prefill.put(section + "_year", year(year)));
        workspace
                .schema()
                .of(opening.record().kind())
                .forEach(section ->
                        prefill.putAll(
                                workspace
                                        .section(opening.record(), name(section, opening.years()))
                                        .shown()
                                        .map()));
        prefill.putAll(opening.proposed().map());
        prefill.putAll(opening.fixed().map());
        var start =
                new SessionStart(
                        form.get(),
                        opening.author().name(),
                        opening.author().device(),
                        opening.clock().get(),
                        prefill,
                        Map.of(),
                        (repeat, number) -> repeat + number,
                        Optional.empty());
        return FormEngine.open(start).map(session -> new DirectEdit(opening, session));
    }

    private static Value year(String year) {
        return year.matches("\\d{1,4}") ? Value.number(Long.parseLong(year)) : Value.EMPTY;
    }

    private static String name(Schema.Section section, Map<String, String> years) {
        return section.yearly()
                ? section.name() + "@" + years.getOrDefault(section.name(), "")
                : section.name();
    }

    public RecordId record() {
        return record;
    }

    public RecordId subject() {
        return subject;
    }

    public CompiledForm form() {
        return session.form();
    }

    /// The section as the schema knows it; `name` with or without its year.
    public Schema.Section section(String name) {
        return workspace.schema().section(record.kind(), name).orElseThrow();
    }

    /// The section's screen, without the question for the year.
    public ScreenView screen(String name) {
        Schema.Section section = section(name);
        ScreenView whole = session.screen(section.name());
        List<Item> items =
                whole.items().stream()
                        .filter(item ->
                                !(item instanceof Item.Asked asked
                                        && section.yearly()
                                        && asked.ref().name().equals(section.name() + "_year")))
                        .toList();
        return new ScreenView(whole.name(), whole.part(), whole.label(), items);
    }

    public List<PartView> parts() {
        return session.parts();
    }

    /// Every question of that name.
    public List<Ref> find(String question) {
        return session.find(question, "");
    }

    public boolean isRelevant(Ref ref) {
        return session.isRelevant(ref);
    }

    public Value value(Ref ref) {
        return session.value(ref);
    }

    /// Throws IllegalArgumentException where the value's shape is not the question's.
    public void answer(Ref ref, Value value) {
        session.answer(ref, value);
    }

    /// What stands in the register; empty for what nobody ever asked.
    public Optional<LastTime> lastTime(Ref ref) {
        Optional<Schema.Section> section = workspace.schema().sectionOf(record.kind(), ref.name());
        Seen what = section.map(s -> seen(s)).orElse(Seen.NOTHING);
        Optional<Value> value = what.values().get(ref.name());
        List<LastTime.Side> sides = sides(what, ref.name());
        return value.isEmpty() && sides.isEmpty()
                ? Optional.empty()
                : Optional.of(new LastTime(value.orElse(Value.EMPTY), sides));
    }

    private List<LastTime.Side> sides(Seen what, String property) {
        var sides = new ArrayList<LastTime.Side>();
        for (Revision side : what.sides()) {
            List<Attestation> behind = workspace.attestations(side.id());
            String by = behind.isEmpty() ? "" : behind.getFirst().stamp().by();
            String at = behind.isEmpty() ? "" : String.valueOf(behind.getFirst().stamp().at());
            side.values().get(property).ifPresent(v -> sides.add(new LastTime.Side(v, by, at)));
        }
        return sides.stream().map(LastTime.Side::value).distinct().count() > 1 ? sides : List.of();
    }

    /// Whether sides of the section differ.
    public boolean contested(String name) {
        return !seen(section(name)).sides().isEmpty();
    }

    /// Whether it is a new record, of which nothing stands yet.
    public boolean isNew() {
        return isNew;
    }

    /// Whether only a roster or a paper with a number may change the section.
    public boolean wantsDocument(String name) {
        return section(name).authority() == Schema.Authority.SYSTEM;
    }

    /// Whether what is entered differs from what was shown.
    public boolean changed(String name) {
        Schema.Section section = section(name);
        var calculated = workspace.schema().calculated(record.kind(), section.name());
        Values now = stated(section);
        Values before = seen(section).values();
        return !now.only(calculated.negate()).equals(before.only(calculated.negate()));
    }

    /// What stops the section, in form order.
    public List<Failure> failures(String name) {
        return session.failures(section(name).name());
    }

    /// States the sections named, all at once, and keeps the reason. Failed, with nothing written:
    /// something stops one of them; sides differ and this does not settle them; a paper's number is
    /// missing; or somebody stated one anew since it was shown, and from now on that is shown.
    public Outcome<Edited> save(Manner manner, Reason reason, List<String> sections) {
        var problems = new ArrayList<Problem>();
        for (String name : sections) {
            failures(name).forEach(f -> problems.add(Stops.problem(session.form().form(), f)));
        }
        List<String> meanwhile = meanwhile(sections);
        if (problems.isEmpty() && !meanwhile.isEmpty()) {
            look();
            problems.add(Problem.of("editMeanwhile", String.join("、", meanwhile)));
        }
        if (!problems.isEmpty()) {
            return Outcome.failed(problems);
        }
        boolean comes = record.kind() == Kind.PERSON && !workspace.exists(record);
        var act =
                new RegisterAct(
                        workspace,
                        author,
                        clock.get(),
                        comes ? "come" : "section",
                        record.kind().code(),
                        subject);
        if (comes) {
            new Newcomer(workspace, session).join(act, subject);
        }
        sections.forEach(name -> state(act, section(name), manner, reason));
        if (sections.contains("identity") && manner == Manner.CHANGE && !comes) {
            headToo(act);
        }
        Outcome<Edited> done = act.write(reason);
        if (done instanceof Outcome.Done) {
            look();
        }
        return done;
    }

    /// The household is called by its head: whoever corrects name or number of the head corrects
    /// what the household says of them in the same act.
    private void headToo(RegisterAct act) {
        boolean isHead =
                record.kind() == Kind.PERSON
                        && subject.kind() == Kind.HOUSEHOLD
                        && workspace
                                .section(record, "residence")
                                .shown()
                                .plain("relation")
                                .equals("01");
        if (!isHead) {
            return;
        }
        Values before = seen(section("identity")).values();
        Values now = stated(section("identity"));
        Values place = Values.NONE;
        for (String property : List.of("person_name", "id_no")) {
            String name = property.equals("id_no") ? "head_id_no" : "head_name";
            if (!before.plain(property).equals(now.plain(property))) {
                place = place.with(name, now.get(property).orElse(Value.EMPTY));
            }
        }
        if (!place.map().isEmpty()) {
            act.lay(subject, "place", place);
        }
    }

    /// Keeps what was entered of a section as a proposal, an issue of the household: the section
    /// stays as it is.
    public Outcome<Edited> propose(String name, Reason reason) {
        Schema.Section section = section(name);
        return Proposal.write(
                workspace,
                author,
                clock.get(),
                record,
                subject,
                section,
                seen(section).values(),
                stated(section),
                reason);
    }

    private void state(RegisterAct act, Schema.Section section, Manner manner, Reason reason) {
        Seen what = seen(section);
        boolean states = manner != Manner.CHANGE || changed(section.name());
        if (!states) {
            return;
        }
        if (!what.sides().isEmpty() && manner != Manner.SETTLE) {
            act.problem(Problem.of("editContested", title(), section.label()));
        }
        if (section.authority() == Schema.Authority.SYSTEM && reason.document().isEmpty()) {
            act.problem(Problem.of("editSystem", section.label()));
        }
        How how =
                !what.sides().isEmpty()
                        ? How.RESOLVED
                        : changed(section.name()) ? How.TYPED : How.CONFIRMED;
        act.state(
                record,
                name(section, years),
                what.heads(),
                what.values(),
                stated(section),
                how,
                true);
    }

    /// Hands a section of a new record to an act that writes several records at once.
    void into(RegisterAct act, String name) {
        act.state(
                record,
                name(section(name), years),
                List.of(),
                Values.NONE,
                stated(section(name)),
                How.TYPED,
                true);
    }

    private String title() {
        return Labels.of(workspace, record);
    }

    /// The section as entered, laid over what was shown. What nobody ever asked and nobody answered
    /// now stays unasked.
    private Values stated(Schema.Section section) {
        Values before = seen(section).values();
        var entered = new TreeMap<String, Value>();
        for (Submission.Saved saved : session.submission().saved()) {
            boolean mine =
                    saved.group().equals(section.name())
                            && (!saved.value().equals(Value.EMPTY)
                                    || before.get(saved.property()).isPresent());
            if (mine) {
                entered.put(saved.property(), saved.value());
            }
        }
        Values own = new Values(entered).over(before);
        for (Map.Entry<String, Value> entry : fixed.map().entrySet()) {
            boolean mine =
                    section.properties().stream().anyMatch(p -> p.name().equals(entry.getKey()));
            own = mine ? own.with(entry.getKey(), entry.getValue()) : own;
        }
        return own;
    }

    private List<String> meanwhile(List<String> sections) {
        return sections.stream()
                .map(this::section)
                .filter(s ->
                        !Seen.of(workspace.section(record, name(s, years)))
                                .heads()
                                .equals(seen(s).heads()))
                .map(Schema.Section::label)
                .toList();
    }

    /// Takes what the register says now as what was shown; answers stay.
    private void look() {
        workspace
                .schema()
                .of(record.kind())
                .forEach(s ->
                        seen.put(s.name(), Seen.of(workspace.section(record, name(s, years)))));
    }

    private Seen seen(Schema.Section section) {
        return seen.getOrDefault(section.name(), Seen.NOTHING);
    }

    /// The section that holds the property of that name.
    Schema.Section sectionNamed(String property) {
        return workspace.schema().sectionOf(record.kind(), property).orElseThrow();
    }

    /// The section in which a question stands.
    Optional<String> sectionOf(FormNode.Question question) {
        return question.saveTo()
                .flatMap(to -> workspace.schema().sectionOf(record.kind(), to.property()))
                .map(Schema.Section::name);
    }

    @Override
    public void close() {
        session.close();
    }
}
