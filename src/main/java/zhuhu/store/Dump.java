package zhuhu.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import zhuhu.record.Canonical;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;

/// The derived state as canonical JSON, one line a record, or a class of those that are one: equal
/// states give equal bytes.
final class Dump {

    private final Session session;

    Dump(Session session) {
        this.session = session;
    }

    void write(Consumer<String> line) {
        for (Kind kind : Kind.values()) {
            session.each(
                    kind,
                    state -> {
                        SortedMap<String, Section> sections = state.sections(session.layout());
                        if (!sections.isEmpty()) {
                            line.accept(line(state.id(), sections));
                        }
                    });
        }
    }

    private static String line(RecordId record, SortedMap<String, Section> sections) {
        var json = new StringBuilder(600).append("{\"id\":");
        Canonical.quote(json, record.text());
        json.append(",\"key\":");
        Canonical.quote(json, record.shortKey());
        json.append(",\"kind\":");
        Canonical.quote(json, record.kind().code());
        json.append(",\"sections\":{");
        String before = "";
        for (Map.Entry<String, Section> entry : sections.entrySet()) {
            json.append(before);
            Canonical.quote(json, entry.getKey());
            json.append(':').append(section(entry.getValue()));
            before = ",";
        }
        return json.append("}}").toString();
    }

    private static String section(Section section) {
        return switch (section) {
            case Section.Unwritten() -> "{}";
            case Section.Agreed agreed ->
                    "{\"values\":" + Canonical.json(agreed.revision().values()) + "}";
            case Section.Contested contested -> {
                var sides =
                        contested.sides().stream()
                                .map(side -> Canonical.json(side.values()))
                                .sorted()
                                .toList();
                yield "{\"conflict\":[" + String.join(",", sides) + "]}";
            }
        };
    }
}
