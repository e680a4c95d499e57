package zhuhu.flow.settle;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Stops;
import zhuhu.flow.Visit;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.form.CheckedForm;
import zhuhu.form.Failure;
import zhuhu.form.Ref;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Puts a section that somebody writes anew through the section's own form: what the form does not
/// take is said, what it calculates is made anew. Nothing is written here. One thread.
final class Third {

    private final Workspace workspace;
    private final Author author;
    private final LocalDateTime at;

    Third(Workspace workspace, Author author, LocalDateTime at) {
        this.workspace = workspace;
        this.author = author;
        this.at = at;
    }

    /// The values as the form has them. A section that no form of the pack asks is taken as given.
    Outcome<Values> checked(RecordId record, String section, Values values) {
        Optional<Schema.Section> known = workspace.schema().section(record.kind(), section);
        if (known.isEmpty()) {
            return Outcome.done(values);
        }
        return record.kind() == Kind.VISIT
                ? inVisit(record, section, known.get(), values)
                : inRegister(record, section, known.get(), values);
    }

    private Outcome<Values> inRegister(
            RecordId record, String section, Schema.Section known, Values values) {
        return DirectEdits.open(workspace, record, section, author, () -> at)
                .then(edit -> {
                    try (edit) {
                        var open =
                                new Open(
                                        edit.form().form(),
                                        edit::find,
                                        edit::answer,
                                        edit::isRelevant,
                                        edit::value,
                                        () -> edit.failures(known.name()));
                        return walk(open, known, values, false);
                    }
                });
    }

    private Outcome<Values> inVisit(
            RecordId visit, String section, Schema.Section known, Values values) {
        Values about = workspace.section(visit, "about").shown();
        Optional<RecordId> subject = workspace.recordOf(about.plain("subject"));
        boolean asked =
                subject.isPresent()
                        && workspace.pack().form(about.plain("form")).isPresent()
                        && workspace.pack().manifest().round(about.plain("round")).isPresent();
        if (!asked) {
            return Outcome.done(values);
        }
        String row = section.contains("@") ? section.substring(section.indexOf('@') + 1) : "";
        return Visit.open(
                        workspace,
                        subject.get(),
                        about.plain("form"),
                        about.plain("round"),
                        author,
                        () -> at,
                        Visit.Keep.AT_THE_END)
                .then(sitting -> {
                    try (sitting) {
                        var open =
                                new Open(
                                        sitting.form().form(),
                                        name -> sitting.find(name, row),
                                        sitting::answer,
                                        sitting::isRelevant,
                                        sitting::value,
                                        sitting::missing);
                        return walk(open, known, values, true);
                    }
                });
    }

    /// A form that is open for reckoning alone.
    private record Open(
            CheckedForm form,
            Function<String, List<Ref>> find,
            BiConsumer<Ref, Value> answer,
            Predicate<Ref> relevant,
            Function<Ref, Value> value,
            Supplier<List<Failure>> failures) {

        Optional<Ref> ref(String name) {
            return find.apply(name).stream().findFirst();
        }
    }

    /// Answers everything, then reads what the form reckons. `drop`: what the form does not ask any
    /// more after these answers is left out, as a visit leaves it out.
    private static Outcome<Values> walk(
            Open open, Schema.Section known, Values values, boolean drop) {
        var problems = new ArrayList<Problem>();
        var mine = new HashSet<Ref>();
        for (Schema.Property property : known.properties()) {
            Optional<Value> value = values.get(property.name());
            Optional<Ref> ref = open.ref(property.name());
            ref.ifPresent(mine::add);
            if (ref.isPresent() && value.isPresent() && !property.calculated()) {
                answer(open, ref.get(), property, value.get()).ifPresent(problems::add);
            }
        }
        open.failures().get().stream()
                .filter(f -> mine.contains(f.ref()))
                .forEach(f -> problems.add(Stops.problem(open.form(), f)));
        return problems.isEmpty()
                ? Outcome.done(reckoned(open, known, values, drop))
                : Outcome.failed(problems.stream().distinct().toList());
    }

    private static Optional<Problem> answer(
            Open open, Ref ref, Schema.Property property, Value value) {
        if (value instanceof Value.Rows) {
            return Optional.empty();
        }
        try {
            open.answer().accept(ref, value);
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of(Problem.of("thirdShape", property.label(), value.plain()));
        }
    }

    private static Values reckoned(Open open, Schema.Section known, Values values, boolean drop) {
        // Reason: rows that were not entered one by one are not in the open form, so sums over
        // them stay those of the side they came with.
        boolean rows = values.map().values().stream().anyMatch(Value.Rows.class::isInstance);
        var made = new TreeMap<>(values.map());
        for (Schema.Property property : known.properties()) {
            Optional<Ref> ref = open.ref(property.name());
            if (ref.isEmpty() || !made.containsKey(property.name())) {
                continue;
            }
            if (!open.relevant().test(ref.get())) {
                if (drop) {
                    made.remove(property.name());
                }
            } else if (property.calculated() && !rows) {
                made.put(property.name(), open.value().apply(ref.get()));
            }
        }
        return new Values(made);
    }
}
