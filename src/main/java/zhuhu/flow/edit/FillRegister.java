package zhuhu.flow.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.AnswerSheet;
import zhuhu.flow.Author;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Labels;
import zhuhu.flow.Stops;
import zhuhu.flow.edit.DirectEdit.Manner;
import zhuhu.form.CompiledForm;
import zhuhu.form.Failure;
import zhuhu.form.FormNode.Question;
import zhuhu.form.Ref;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Corrects a record of the register with answers from a file, as a person at the window would: the
/// sections that the answers name are stated, the rest is left alone.
public final class FillRegister {

    /// What came of it. Shape: `stops` empty where it is written; `act` empty where nothing
    /// differed.
    public record Filled(
            RecordId record,
            Optional<RecordId> act,
            List<String> sections,
            Reason reason,
            List<Stop> stops) {
        public Filled {
            sections = List.copyOf(sections);
            stops = List.copyOf(stops);
        }
    }

    /// What stopped it, at which question.
    public record Stop(String question, Problem problem) {}

    private final Workspace workspace;
    private final Author author;
    private final Supplier<LocalDateTime> clock;

    public FillRegister(Workspace workspace, Author author, Supplier<LocalDateTime> clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// Whether `form` is one of the register's own.
    public static boolean isRegister(Workspace workspace, String form) {
        return workspace.pack().files().containsKey("register/" + form + ".md");
    }

    /// `key` names a record of the form's kind; where it names a household (or village) instead, a
    /// new record of its is made. `answers` may carry `reason`, `document`, `confirm` and `settle`
    /// (true), and `id` for a new record, besides the questions. Failed: the answers name what the
    /// form does not have; nothing is written.
    public Outcome<Filled> of(String form, String key, JsonNode answers, Reason given) {
        Kind kind = Kind.of(form).orElseThrow();
        Optional<CompiledForm> compiled = workspace.pack().form(form);
        if (compiled.isEmpty()) {
            return Outcome.failed(Problem.of("formUnknown", form));
        }
        var said = ReasonGiven.in(answers, compiled.get().form(), given);
        ObjectNode questions = said.answers();
        Reason reason = said.reason();
        Manner manner = manner(questions);
        Optional<String> id = text(questions, "id");
        return target(kind, key, id)
                .then(target ->
                        DirectEdit.open(
                                new DirectEdit.Opening(
                                        workspace,
                                        target.record(),
                                        target.subject(),
                                        years(kind, questions),
                                        target.fixed(),
                                        Values.NONE,
                                        author,
                                        clock)))
                .then(edit -> {
                    try (edit) {
                        return fill(edit, questions, manner, reason);
                    }
                });
    }

    private record Target(RecordId record, RecordId subject, Values fixed) {}

    private Outcome<Target> target(Kind kind, String key, Optional<String> id) {
        var find = new FindRecord(workspace);
        Outcome<RecordId> known =
                kind == Kind.HOUSEHOLD
                        ? find.subject(key).then(r -> wanted(r, kind))
                        : find.by(key, kind);
        if (known instanceof Outcome.Done<RecordId>(RecordId record)) {
            return Outcome.done(new Target(record, subject(record), Values.NONE));
        }
        boolean owned = kind != Kind.HOUSEHOLD && kind != Kind.VILLAGE;
        return owned ? find.by(key).then(owner -> fresh(kind, owner, id, known)) : failed(known);
    }

    private Outcome<RecordId> wanted(RecordId record, Kind kind) {
        return record.kind() == kind
                ? Outcome.done(record)
                : Outcome.failed(Problem.of("visitSubject", Labels.of(workspace, record)));
    }

    private static Outcome<Target> failed(Outcome<RecordId> known) {
        return known.then(record -> Outcome.done(new Target(record, record, Values.NONE)));
    }

    private Outcome<Target> fresh(
            Kind kind, RecordId owner, Optional<String> id, Outcome<RecordId> known) {
        boolean fits = workspace.schema().property(kind, owner.kind().code()).isPresent();
        if (!fits) {
            return failed(known);
        }
        if (id.isPresent() && !id.get().matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Outcome.failed(Problem.of("memberId", id.get()));
        }
        UUID uuid = id.map(UUID::fromString).orElseGet(UUID::randomUUID);
        var record = new RecordId(kind, uuid);
        if (workspace.recordOf(record.text()).isPresent()) {
            return Outcome.failed(Problem.of("memberIdTaken", record.text()));
        }
        return Outcome.done(
                new Target(
                        record,
                        owner,
                        Values.NONE.with(owner.kind().code(), Value.text(owner.text()))));
    }

    /// The household or village that a record belongs to; itself if it is one.
    private RecordId subject(RecordId record) {
        return DirectEdits.subject(workspace, record);
    }

    private Outcome<Filled> fill(DirectEdit edit, JsonNode answers, Manner manner, Reason reason) {
        AnswerSheet.Lookup none = (_, _, key) -> Outcome.failed(Problem.of("keyUnknown", key));
        return AnswerSheet.read(answers, edit.form().form(), none)
                .map(sheet -> fill(edit, sheet, manner, reason));
    }

    private Filled fill(DirectEdit edit, AnswerSheet sheet, Manner manner, Reason reason) {
        var stops = new ArrayList<Stop>();
        Set<String> sections = sections(edit, sheet);
        for (AnswerSheet.Answer answer : sheet.answers()) {
            answer(edit, answer).ifPresent(stops::add);
        }
        for (String section : sections) {
            for (Failure failure : edit.failures(section)) {
                stops.add(
                        new Stop(failure.ref().name(), Stops.problem(edit.form().form(), failure)));
            }
        }
        if (!stops.isEmpty()) {
            return new Filled(edit.record(), Optional.empty(), List.of(), reason, stops);
        }
        return switch (edit.save(manner, reason, List.copyOf(sections))) {
            case Outcome.Done<Edited>(Edited done) ->
                    new Filled(edit.record(), done.act(), done.sections(), reason, List.of());
            case Outcome.Failed<Edited>(List<Problem> why) ->
                    new Filled(
                            edit.record(),
                            Optional.empty(),
                            List.of(),
                            reason,
                            why.stream().map(p -> new Stop("", p)).toList());
        };
    }

    /// The sections that the answers name; those with required questions too where the record is
    /// new.
    private Set<String> sections(DirectEdit edit, AnswerSheet sheet) {
        var sections = new LinkedHashSet<String>();
        boolean isNew = !workspace.exists(edit.record());
        edit.form()
                .form()
                .questions()
                .filter(q -> isNew && (q.required() || isOwner(q)) || isNamed(q, sheet))
                .forEach(q -> edit.sectionOf(q).ifPresent(sections::add));
        return sections;
    }

    private static boolean isOwner(Question question) {
        return question.name().equals("household") || question.name().equals("village");
    }

    private static boolean isNamed(Question question, AnswerSheet sheet) {
        return sheet.answers().stream().anyMatch(a -> a.question().equals(question.name()));
    }

    private static Optional<Stop> answer(DirectEdit edit, AnswerSheet.Answer answer) {
        Ref ref = edit.find(answer.question()).getFirst();
        String label = Stops.label(edit.form().form(), answer.question());
        boolean fixed =
                edit.form()
                        .form()
                        .questions()
                        .anyMatch(q -> q.name().equals(answer.question()) && q.readOnly());
        if (fixed) {
            return edit.value(ref).equals(answer.value())
                    ? Optional.empty()
                    : Optional.of(
                            new Stop(
                                    answer.question(),
                                    Problem.of("answerReadOnly", label, answer.question())));
        }
        if (!edit.isRelevant(ref)) {
            return Optional.of(
                    new Stop(
                            answer.question(),
                            Problem.of("notRelevant", label, answer.question())));
        }
        edit.answer(ref, answer.value());
        return Optional.empty();
    }

    /// The year of each yearly section: as answered, else that of the round.
    private Map<String, String> years(Kind kind, JsonNode answers) {
        var years = new HashMap<String, String>();
        String round = DirectEdits.incomeYear(workspace);
        workspace
                .schema()
                .of(kind)
                .filter(Schema.Section::yearly)
                .forEach(s -> {
                    JsonNode year = answers.path(s.name() + "_year");
                    years.put(s.name(), year.isIntegralNumber() ? year.asText() : round);
                });
        return years;
    }

    private static Manner manner(ObjectNode answers) {
        boolean confirm = yes(answers, "confirm");
        return yes(answers, "settle") ? Manner.SETTLE : confirm ? Manner.CONFIRM : Manner.CHANGE;
    }

    private static boolean yes(ObjectNode answers, String name) {
        JsonNode said = answers.path(name);
        if (said.isBoolean()) {
            answers.remove(name);
        }
        return said.asBoolean(false);
    }

    private static Optional<String> text(ObjectNode answers, String name) {
        JsonNode said = answers.path(name);
        if (!said.isTextual()) {
            return Optional.empty();
        }
        answers.remove(name);
        return Optional.of(said.asText());
    }
}
