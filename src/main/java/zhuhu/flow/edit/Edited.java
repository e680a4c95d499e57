package zhuhu.flow.edit;

import java.util.List;
import java.util.Optional;
import zhuhu.record.RecordId;

/// What an act on the register wrote. Shape: `act` the record that keeps the reason, empty where
/// nothing was changed and so nothing was written; `sections` in words, as `person.identity`.
public record Edited(Optional<RecordId> act, List<String> sections) {

    static final Edited NOTHING = new Edited(Optional.empty(), List.of());

    public Edited {
        sections = List.copyOf(sections);
    }
}
