package zhuhu.flow.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import zhuhu.record.Classes;
import zhuhu.record.How;
import zhuhu.record.Link;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.store.Workspace;

/// The conflicts that joining two records makes: tried, and undone.
final class Opened {

    private Opened() {}

    /// Sections by label; empty where the two are one already.
    static List<String> of(Workspace workspace, RecordId first, RecordId second) {
        Classes classes = workspace.classes();
        if (classes.of(first).equals(classes.of(second))) {
            return List.of();
        }
        var link = new Link(first, second, true);
        SortedMap<String, Section> left = workspace.sections(first);
        SortedMap<String, Section> right = workspace.sections(second);
        List<Revision> seen = workspace.section(link.id(), Link.SECTION).allHeads();
        return workspace.rehearse(writer -> {
            writer.add(
                    Revision.of(
                            link.id(),
                            Link.SECTION,
                            seen.stream().map(Revision::id).toList(),
                            link.values()),
                    Stamp.of("", null, null, How.TYPED, null));
            var opened = new ArrayList<String>();
            for (Map.Entry<String, Section> each : workspace.sections(first).entrySet()) {
                boolean was =
                        left.get(each.getKey()) instanceof Section.Contested
                                || right.get(each.getKey()) instanceof Section.Contested;
                if (each.getValue() instanceof Section.Contested && !was) {
                    opened.add(label(workspace, first, each.getKey()));
                }
            }
            return opened;
        });
    }

    private static String label(Workspace workspace, RecordId record, String name) {
        String year = name.contains("@") ? " " + name.substring(name.indexOf('@') + 1) : "";
        return workspace
                .schema()
                .section(record.kind(), name)
                .map(section -> section.label() + year)
                .orElse(name);
    }
}
