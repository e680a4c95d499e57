package zhuhu.flow.roster;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.store.Workspace;

/// A record as it stood before the file came.
record KnownRecord(RecordId id, Map<String, Section> sections, Map<String, Revision> rosters) {

    static KnownRecord of(Workspace workspace, RecordId id) {
        return new KnownRecord(id, workspace.sections(id), workspace.rosterStatements(id));
    }

    static KnownRecord none(RecordId id) {
        return new KnownRecord(id, Map.of(), Map.of());
    }

    boolean isKnown() {
        return !sections.isEmpty();
    }

    Section section(String name) {
        Section section = sections.get(name);
        return section == null ? new Section.Unwritten() : section;
    }

    @Nullable Revision lastRoster(String section) {
        return rosters.get(section);
    }

    String shown(String section, String property) {
        return section(section).shown().plain(property);
    }

    boolean isNamed(String name) {
        return Plain.folded(shown("identity", "person_name")).equals(Plain.folded(name));
    }

    boolean hasId(String idNo) {
        return !idNo.isEmpty()
                && CitizenId.person(CitizenId.normal(shown("identity", "id_no")))
                        .equals(CitizenId.person(CitizenId.normal(idNo)));
    }
}
