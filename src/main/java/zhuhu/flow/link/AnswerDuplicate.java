package zhuhu.flow.link;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Labels;
import zhuhu.record.Attestation;
import zhuhu.record.Classes;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Link;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Says whether two records are one, and takes it back. One thread.
public final class AnswerDuplicate {

    private final Workspace workspace;
    private final Author author;
    private final Supplier<LocalDateTime> clock;

    public AnswerDuplicate(Workspace workspace, Author author, Supplier<LocalDateTime> clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// Whose word stands where joining opens a conflict: that of one of them, or nobody's yet.
    public enum Stands {
        FIRST,
        SECOND,
        OPEN
    }

    /// What was answered. Shape: `said` the attestations made, none where it stood so already;
    /// `settled` how many sections were settled by it, `open` by label those that are contested
    /// now.
    public record Answered(Link link, List<FactId> said, int settled, List<String> open) {
        public Answered {
            said = List.copyOf(said);
            open = List.copyOf(open);
        }
    }

    /// They are one. `first` and `second` as given, whatever their order by id.
    public Outcome<Answered> same(RecordId first, RecordId second, Stands stands) {
        return problem(first, second)
                .<Outcome<Answered>>map(Outcome::failed)
                .orElseGet(() -> Outcome.done(join(first, second, stands)));
    }

    /// They are two. Failed also where others make them one: then one of those answers is wrong.
    public Outcome<Answered> notTheSame(RecordId first, RecordId second) {
        return problem(first, second)
                .<Outcome<Answered>>map(Outcome::failed)
                .orElseGet(() -> split(first, second));
    }

    private Optional<Problem> problem(RecordId first, RecordId second) {
        if (!Link.joinable(first, second)) {
            return Optional.of(
                    Problem.of(
                            "linkNotAlike",
                            Labels.of(workspace, first),
                            Labels.of(workspace, second)));
        }
        return Optional.empty();
    }

    private Answered join(RecordId first, RecordId second, Stands stands) {
        var link = new Link(first, second, true);
        List<String> opens = Opened.of(workspace, first, second);
        SortedMap<String, Section> left = workspace.sections(first);
        SortedMap<String, Section> right = workspace.sections(second);
        var said = new ArrayList<FactId>();
        int settled =
                workspace.write(writer -> {
                    state(writer, link, said);
                    int count = 0;
                    for (Map.Entry<String, Section> each : workspace.sections(first).entrySet()) {
                        Section one = left.getOrDefault(each.getKey(), new Section.Unwritten());
                        Section other = right.getOrDefault(each.getKey(), new Section.Unwritten());
                        boolean opened =
                                each.getValue() instanceof Section.Contested
                                        && one instanceof Section.Agreed
                                        && other instanceof Section.Agreed;
                        if (opened && stands != Stands.OPEN) {
                            Values values = (stands == Stands.FIRST ? one : other).shown();
                            settle(writer, each.getKey(), each.getValue(), first, values, said);
                            count++;
                        }
                    }
                    return count;
                });
        return new Answered(link, said, settled, stands == Stands.OPEN ? opens : List.of());
    }

    private Outcome<Answered> split(RecordId first, RecordId second) {
        var link = new Link(first, second, false);
        var said = new ArrayList<FactId>();
        Classes after =
                workspace.rehearse(writer -> {
                    state(writer, link, new ArrayList<>());
                    return workspace.classes();
                });
        if (after.of(first).equals(after.of(second))) {
            var others = new TreeSet<>(after.members(first));
            others.remove(first);
            others.remove(second);
            String names = others.stream().map(RecordId::shortKey).collect(Collectors.joining("、"));
            return Outcome.failed(Problem.of("linkThroughOthers", names));
        }
        workspace.write(writer -> {
            state(writer, link, said);
            return said.size();
        });
        return Outcome.done(new Answered(link, said, 0, List.of()));
    }

    private void state(Workspace.Writer writer, Link link, List<FactId> said) {
        Section now = workspace.section(link.id(), Link.SECTION);
        List<Revision> heads = now.allHeads();
        boolean stands =
                now instanceof Section.Agreed(Revision agreed, _)
                        && agreed.values().equals(link.values());
        if (!stands) {
            Revision revision =
                    Revision.of(
                            link.id(),
                            Link.SECTION,
                            heads.stream().map(Revision::id).toList(),
                            link.values());
            said.add(add(writer, revision, How.TYPED));
        }
    }

    private void settle(
            Workspace.Writer writer,
            String name,
            Section section,
            RecordId record,
            Values values,
            List<FactId> said) {
        Revision revision =
                Revision.of(
                        workspace.one(record),
                        name,
                        section.allHeads().stream().map(Revision::id).toList(),
                        values);
        said.add(add(writer, revision, How.RESOLVED));
    }

    /// Reason: an answer given again after it was taken back must be another attestation.
    private FactId add(Workspace.Writer writer, Revision revision, How how) {
        String at = clock.get().truncatedTo(ChronoUnit.MILLIS).toString();
        Stamp stamp = Stamp.of(author.name(), author.device(), at, how, null);
        writer.add(revision, stamp);
        return Attestation.of(revision.id(), stamp).id();
    }

    /// Takes an answer back with all that was settled by it.
    public void undo(Answered answered) {
        if (!answered.said().isEmpty()) {
            String at = clock.get().truncatedTo(ChronoUnit.SECONDS).toString();
            workspace.write(writer -> {
                writer.withdraw(
                        answered.said(), author.name(), author.device(), at, "link taken back");
                return at;
            });
        }
    }

    /// Puts the question off, in this file alone, or asks it again.
    public void later(Pair pair, boolean later) {
        var links = new TreeSet<>(Duplicates.later(workspace));
        links.remove("");
        if (later) {
            links.add(pair.link().text());
        } else {
            links.remove(pair.link().text());
        }
        workspace.write(writer -> {
            writer.setting(Duplicates.LATER, String.join(" ", links));
            return links.size();
        });
    }
}
