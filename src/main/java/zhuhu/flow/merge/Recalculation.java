package zhuhu.flow.merge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormNode;
import zhuhu.form.FormSession;
import zhuhu.form.SessionStart;
import zhuhu.form.Submission;
import zhuhu.form.engine.FormEngine;
import zhuhu.pack.Pack;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Works out the calculated values of a section whose cells were changed by hand, with the form
/// that asks them. Depends on the section's values, the pack and the date that the file states,
/// never on this machine's clock. One thread.
///
/// Reason: some figures of a visit are worked out from other screens, which a single row does not
/// tell. Such a figure does not come out of the old values either, and then it stays as it was.
final class Recalculation {

    private static final LocalDateTime NO_DATE = LocalDate.of(2000, 1, 1).atStartOfDay();

    private final Pack pack;
    private final LocalDateTime at;

    /// `at` as the file states it, "" for none.
    Recalculation(Pack pack, String at) {
        this.pack = pack;
        this.at = time(at);
    }

    private static LocalDateTime time(String at) {
        try {
            return at.contains("T")
                    ? LocalDateTime.parse(at)
                    : at.isEmpty() ? NO_DATE : LocalDate.parse(at).atStartOfDay();
        } catch (DateTimeParseException e) {
            return NO_DATE;
        }
    }

    /// `after` with its calculated values made anew; `before` is what the row showed. Shape:
    /// `section` as in the facts.
    Values of(Kind kind, String section, Values before, Values after) {
        Optional<Schema.Section> known = pack.schema().section(kind, section);
        Predicate<String> calculated = pack.schema().calculated(kind, section);
        boolean any =
                known.map(s -> !s.perRow() && s.properties().stream().anyMatch(p -> p.calculated()))
                        .orElse(false);
        if (!any || after.equals(before)) {
            return after;
        }
        Optional<CompiledForm> form = form(kind, base(section));
        if (form.isEmpty()) {
            return after;
        }
        Map<String, Value> was = worked(form.get(), kind, section, before);
        Map<String, Value> now = worked(form.get(), kind, section, after);
        Values result = after;
        for (Map.Entry<String, Value> figure : now.entrySet()) {
            String name = figure.getKey();
            boolean ownWork =
                    calculated.test(name)
                            && was.getOrDefault(name, Value.EMPTY)
                                    .equals(before.get(name).orElse(Value.EMPTY));
            boolean says = !figure.getValue().equals(Value.EMPTY) || after.get(name).isPresent();
            if (ownWork && says) {
                result = result.with(name, figure.getValue());
            }
        }
        return result;
    }

    private static String base(String section) {
        return section.contains("@") ? section.substring(0, section.indexOf('@')) : section;
    }

    private Optional<CompiledForm> form(Kind kind, String section) {
        return kind == Kind.VISIT
                ? pack.forms().stream()
                        .filter(f -> !pack.isOfRegister(f.id()))
                        .filter(f -> f.form().nodes().stream().anyMatch(n -> has(n, section)))
                        .findFirst()
                : pack.form(kind.code());
    }

    private static boolean has(FormNode node, String group) {
        return switch (node) {
            case FormNode.Group g ->
                    g.name().equals(group) || g.children().stream().anyMatch(n -> has(n, group));
            case FormNode.Repeat _, FormNode.Question _ -> false;
        };
    }

    /// What the form makes of these values.
    private Map<String, Value> worked(CompiledForm form, Kind kind, String section, Values values) {
        var prefill = new HashMap<>(values.map());
        if (section.contains("@")) {
            prefill.put(
                    base(section) + "_year",
                    Value.text(section.substring(section.indexOf('@') + 1)));
        }
        var start =
                new SessionStart(
                        form,
                        "",
                        "",
                        at,
                        prefill,
                        Map.of(),
                        (repeat, number) -> repeat + number,
                        Optional.empty());
        return switch (FormEngine.open(start)) {
            case Outcome.Failed<FormSession>(List<Problem> _) -> Map.of();
            case Outcome.Done<FormSession>(FormSession session) -> {
                try (session) {
                    yield said(session.submission(), kind, section);
                }
            }
        };
    }

    private static Map<String, Value> said(Submission said, Kind kind, String section) {
        if (kind == Kind.VISIT) {
            return said.sections().getOrDefault(section, Values.NONE).map();
        }
        var figures = new TreeMap<String, Value>();
        for (Submission.Saved saved : said.saved()) {
            if (saved.group().equals(base(section)) && saved.row().isEmpty()) {
                figures.put(saved.property(), saved.value());
            }
        }
        return figures;
    }
}
