package zhuhu.flow.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhuhu.flow.link.Registered.Person;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.store.Workspace;

/// Households that a roster put together or took apart: members of one that are now under another
/// number. What somebody did knowingly (分户, 并户) is no question.
final class Moved {

    private final Workspace workspace;
    private final Registered all;
    private final Proposed proposed;

    private Moved(Workspace workspace, Registered all, Proposed proposed) {
        this.workspace = workspace;
        this.all = all;
        this.proposed = proposed;
    }

    static void find(Workspace workspace, Registered all, Proposed proposed) {
        new Moved(workspace, all, proposed).find();
    }

    private record Way(String from, String to) {}

    private void find() {
        List<RecordId> restated = restated();
        if (restated.isEmpty()) {
            return;
        }
        var persons = new HashMap<RecordId, Person>();
        var sizes = new HashMap<String, Integer>();
        for (Person person : all.persons()) {
            persons.put(person.id(), person);
            if (!person.gone()) {
                sizes.merge(person.household(), 1, Integer::sum);
            }
        }
        var ways = new LinkedHashMap<Way, List<String>>();
        for (RecordId id : restated) {
            Person person = persons.get(workspace.one(id));
            if (person != null && !person.gone()) {
                before(person)
                        .ifPresent(from ->
                                ways.computeIfAbsent(
                                                new Way(from, person.household()),
                                                _ -> new ArrayList<>())
                                        .add(person.name()));
            }
        }
        ways.forEach((way, names) -> propose(way, names, sizes));
    }

    private void propose(Way way, List<String> names, Map<String, Integer> sizes) {
        Registered.Home from = all.homes().get(way.from());
        Registered.Home to = all.homes().get(way.to());
        if (from == null || to == null || from == to) {
            return;
        }
        int left = sizes.getOrDefault(way.from(), 0);
        int others = sizes.getOrDefault(way.to(), 0) - names.size();
        String who = String.join("、", names);
        if (left == 0 || others > 0) {
            proposed.add(
                    from.id(), to.id(), Why.JOINED, who, from.words(), to.words(), left, others);
        } else {
            proposed.add(from.id(), to.id(), Why.SPLIT, who, from.words(), to.words(), left);
        }
    }

    /// Persons whose household was stated more than once.
    private List<RecordId> restated() {
        var found = new ArrayList<RecordId>();
        workspace.eachRow(
                """
                SELECT DISTINCT r.kind AS kind, lower(hex(r.uuid)) AS uuid FROM supersedes s
                JOIN revision v ON v.n = s.revision JOIN record r ON r.n = v.record
                WHERE v.section = (SELECT n FROM section WHERE name = 'residence') AND r.kind = 'person'
                """,
                row -> found.add(new RecordId(Kind.PERSON, uuid(row.getOrDefault("uuid", "")))));
        return found;
    }

    private static UUID uuid(String hex) {
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16),
                Long.parseUnsignedLong(hex.substring(16), 16));
    }

    /// The household that a roster moved a person away from, as UUID text of its class.
    private Optional<String> before(Person person) {
        var earlier = new HashMap<FactId, String>();
        String from = "";
        for (Revision revision : workspace.revisions(person.id())) {
            String home =
                    revision.section().equals("residence")
                            ? workspace.one(revision.values().plain("household"))
                            : "";
            if (home.isEmpty()) {
                continue;
            }
            earlier.put(revision.id(), home);
            if (home.equals(person.household()) && byRoster(revision)) {
                for (FactId below : revision.supersedes()) {
                    String was = earlier.getOrDefault(below, "");
                    from = was.isEmpty() || was.equals(home) ? from : was;
                }
            }
        }
        return Optional.of(from).filter(f -> !f.isEmpty());
    }

    private boolean byRoster(Revision revision) {
        return workspace.attestations(revision.id()).stream()
                .map(Attestation::stamp)
                .allMatch(stamp -> stamp.how() == How.ROSTER);
    }
}
