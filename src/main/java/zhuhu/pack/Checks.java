package zhuhu.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// The named queries of a pack: views, made first and in order, and the checks that ask them. A
/// campaign's view or check replaces the register's of the same name. Any thread.
public final class Checks {

    public static final Checks NONE =
            new Checks(List.of(), List.of(), new Schema(List.of()), Set.of());

    private final List<NamedQuery> views;
    private final List<Check> checks;
    private final Fence fence;
    private final Set<String> own;
    private final Map<NamedQuery, Outcome<Query>> fenced = new HashMap<>();

    /// `own`: files whose text is the program's own.
    Checks(List<NamedQuery> views, List<Check> checks, Schema schema, Set<String> own) {
        this.views = List.copyOf(views);
        this.checks = List.copyOf(checks);
        this.own = Set.copyOf(own);
        this.fence = new Fence(schema, views.stream().map(NamedQuery::name).toList());
    }

    /// In the order in which they are made.
    public List<NamedQuery> views() {
        return views;
    }

    /// In the order of the files, the register's first.
    public List<Check> all() {
        return checks;
    }

    public Stream<Check> of(Check.Scope scope) {
        return checks.stream().filter(c -> c.scope() == scope);
    }

    /// The first check of that id.
    public Optional<Check> check(String id) {
        return checks.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /// The query, if it passes the fence.
    public synchronized Outcome<Query> query(NamedQuery named) {
        return fenced.computeIfAbsent(named, n -> fence.pass(n, own.contains(n.file())));
    }

    /// What is wrong with the queries, before any is run.
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        Stream.concat(views.stream(), checks.stream().map(Check::query))
                .forEach(named -> {
                    if (query(named) instanceof Outcome.Failed<Query>(List<Problem> why)) {
                        problems.addAll(why);
                    }
                });
        return problems;
    }

    /// The register's with a campaign's laid over them.
    static Checks of(QueryFile register, QueryFile campaign, Schema schema, Set<String> own) {
        var views = new ArrayList<NamedQuery>();
        for (NamedQuery view : register.views()) {
            views.add(
                    campaign.views().stream()
                            .filter(v -> v.name().equals(view.name()))
                            .findFirst()
                            .orElse(view));
        }
        campaign.views().stream().filter(v -> !views.contains(v)).forEach(views::add);
        Set<String> replaced =
                campaign.checks().stream().map(Check::id).collect(Collectors.toSet());
        var checks = new ArrayList<Check>();
        register.checks().stream().filter(c -> !replaced.contains(c.id())).forEach(checks::add);
        checks.addAll(campaign.checks());
        return new Checks(views, checks, schema, own);
    }
}
