package zhuhu.flow.settle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormNode;
import zhuhu.record.Kind;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Which question of a form writes which property of the register. Immutable; any thread.
final class SavedTo {

    private record Place(Kind kind, String property) {}

    private final Map<Place, String> questions = new HashMap<>();

    SavedTo(CompiledForm form) {
        form.form()
                .questions()
                .forEach(question -> question.saveTo().ifPresent(to -> add(question, to)));
    }

    private void add(FormNode.Question question, FormNode.SaveTo to) {
        Kind.of(to.list())
                .ifPresent(kind -> questions.put(new Place(kind, to.property()), question.name()));
    }

    Optional<String> question(Kind kind, String property) {
        return Optional.ofNullable(questions.get(new Place(kind, property)));
    }

    /// How many properties of a register's section come from a visit's section.
    long shared(Kind kind, Values register, Values visit) {
        return register.map().keySet().stream()
                .flatMap(property -> question(kind, property).stream())
                .filter(question -> visit.get(question).isPresent())
                .count();
    }

    /// Whether a register's statement says what the visit's section says, wherever both speak.
    boolean agree(Kind kind, Values register, Values visit) {
        for (Map.Entry<String, Value> entry : register.map().entrySet()) {
            Optional<Value> answered = question(kind, entry.getKey()).flatMap(visit::get);
            if (answered.isPresent() && !answered.get().equals(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /// What the register says, by the names of the questions that are saved there.
    Values asked(Kind kind, Values register) {
        Values asked = Values.NONE;
        for (Map.Entry<String, Value> entry : register.map().entrySet()) {
            Optional<String> question = question(kind, entry.getKey());
            if (question.isPresent()) {
                asked = asked.with(question.get(), entry.getValue());
            }
        }
        return asked;
    }

    /// The register's properties that the visit's answers give, laid over `below`.
    Values laid(Kind kind, Values below, Values visit) {
        Values laid = below;
        for (String property : below.map().keySet()) {
            Optional<Value> answered = question(kind, property).flatMap(visit::get);
            if (answered.isPresent()) {
                laid = laid.with(property, answered.get());
            }
        }
        return laid;
    }
}
