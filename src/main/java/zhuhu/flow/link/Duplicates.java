package zhuhu.flow.link;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhuhu.base.Texts;
import zhuhu.flow.Progress;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.Link;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.store.Workspace;

/// Records that may be one and the same, proposed with evidence and never joined by themselves.
/// Pairs that somebody answered are not asked again. Source: records, "Same".
public final class Duplicates {

    /// The setting that holds the links of pairs put off, in this file alone.
    static final String LATER = "links_later";

    private Duplicates() {}

    /// The strongest first, those put off last. A picture of one moment.
    public static List<Pair> of(Workspace workspace, Texts texts, Progress progress) {
        progress.at("links.reading", 0, 0);
        Registered all = Registered.of(workspace);
        var proposed = new Proposed(texts);
        progress.at("links.comparing", 0, 0);
        Alike.find(all, proposed);
        if (progress.cancelled()) {
            return List.of();
        }
        Moved.find(workspace, all, proposed);
        Set<RecordId> answered = answered(workspace);
        return proposed.pairs(link -> !answered.contains(link), later(workspace));
    }

    static Set<String> later(Workspace workspace) {
        return Set.of(workspace.setting(LATER).orElse("").split(" ", -1));
    }

    /// What the links would be between classes about which an answer stands.
    private static Set<RecordId> answered(Workspace workspace) {
        var answered = new HashSet<RecordId>();
        workspace.records(
                Kind.LINK,
                link -> {
                    Section said = workspace.section(link, Link.SECTION);
                    answered.add(link);
                    Link.ends(link, said.shown())
                            .ifPresent(ends -> {
                                RecordId one = workspace.one(ends.first());
                                RecordId other = workspace.one(ends.second());
                                if (!one.equals(other)) {
                                    answered.add(Ids.link(one, other));
                                }
                            });
                });
        return answered;
    }
}
