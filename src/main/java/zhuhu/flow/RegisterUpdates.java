package zhuhu.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import zhuhu.form.FormSession;
import zhuhu.form.Ref;
import zhuhu.form.Submission;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// What a finalised form states in the register: answers with `save_to`, sorted into records and
/// sections. Shape: by record, then by section name, in form order.
record RegisterUpdates(Map<RecordId, Map<String, Values>> sections) {

    static RegisterUpdates of(
            Submission submission,
            FormSession session,
            Schema schema,
            RecordId subject,
            RecordId visit) {
        var updates = new RegisterUpdates(new LinkedHashMap<>());
        for (Submission.Saved saved : submission.saved()) {
            Optional<Kind> kind = Kind.of(saved.list());
            if (kind.isEmpty() || !saved.wanted()) {
                continue;
            }
            RecordId record =
                    saved.row().isEmpty()
                            ? subject
                            : new RecordId(kind.get(), UUID.fromString(saved.row()));
            String section =
                    schema.sectionOf(kind.get(), saved.property())
                            .map(s ->
                                    s.yearly()
                                            ? s.name() + "@" + year(session, s.name())
                                            : s.name())
                            .orElse(kind.get().code());
            updates.put(record, section, saved.property(), saved.value());
            if (saved.isNew()) {
                updates.belong(record, subject, visit);
            }
        }
        return updates;
    }

    private void put(RecordId record, String section, String property, Value value) {
        sections.computeIfAbsent(record, _ -> new LinkedHashMap<>())
                .merge(
                        section,
                        new Values(new TreeMap<>(Map.of(property, value))),
                        (a, b) -> b.over(a));
    }

    /// A record that the visit makes says whose it is.
    private void belong(RecordId record, RecordId subject, RecordId visit) {
        Value owner = Value.text(subject.text());
        switch (record.kind()) {
            case PERSON -> put(record, "residence", subject.kind().code(), owner);
            case ISSUE -> {
                put(record, "issue", subject.kind().code(), owner);
                put(record, "issue", "found_by", Value.text(visit.text()));
            }
            case MEASURE, PAIRING, PROJECT, TASK ->
                    put(record, record.kind().code(), subject.kind().code(), owner);
            case VILLAGE, HOUSEHOLD, VISIT, SITE, FUND, LINK -> {}
        }
    }

    /// The year of a yearly section: what its question `SECTION_year` says.
    private static String year(FormSession session, String section) {
        for (Ref ref : session.find(section + "_year", "")) {
            String year = session.value(ref).plain();
            if (!year.isEmpty()) {
                return year;
            }
        }
        throw new IllegalStateException("The form has no answer " + section + "_year");
    }
}
