package zhuhu.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.pack.Check;
import zhuhu.pack.Checks;
import zhuhu.pack.NamedQuery;
import zhuhu.pack.Query;
import zhuhu.pack.Tables;

/// Puts a pack's checks to derived tables. One use; one thread.
public final class RunChecks {

    /// Shape: errors first, then by number of the rule; `problems` are of checks that could not be
    /// run, the others ran.
    public record Found(List<Finding> findings, List<Problem> problems) {
        public Found {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }
    }

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::level)
                    .thenComparingInt(f -> number(f.rule()))
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::household)
                    .thenComparing(Finding::record);

    private final Checks checks;
    private final Tables tables;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Finding.Key> seen = new HashSet<>();

    private RunChecks(Checks checks, Tables tables) {
        this.checks = checks;
        this.tables = tables;
    }

    /// Runs the checks that pass `wanted`. Several rows for one rule and record are one finding,
    /// the first.
    public static Found of(
            Checks checks, Tables tables, Circumstances circumstances, Predicate<Check> wanted) {
        var run = new RunChecks(checks, tables);
        circumstances.give(tables);
        run.views();
        checks.all().stream().filter(wanted).forEach(run::check);
        run.findings.sort(ORDER);
        return new Found(run.findings, run.problems);
    }

    private void views() {
        for (NamedQuery view : checks.views()) {
            told(view, checks.query(view).then(q -> tables.keep(view.name(), q)));
        }
    }

    private void check(Check check) {
        Outcome<Query> query = checks.query(check.query());
        Outcome<Tables.Rows> asked = told(check.query(), query.then(tables::ask));
        if (asked instanceof Outcome.Done<Tables.Rows>(Tables.Rows answer)) {
            answer.rows().forEach(row -> found(check, row));
            if (answer.cut()) {
                problems.add(Problem.of("checkCut", check.id(), answer.rows().size()));
            }
        }
    }

    /// Remembers why a query brought nothing, with its name and line.
    private <T> Outcome<T> told(NamedQuery query, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Failed<T>(List<Problem> why)) {
            for (Problem problem : why) {
                boolean ofRun = Set.of("checkLate", "checkBroken").contains(problem.code());
                problems.add(
                        ofRun ? query.because(problem.code(), problem.args().getFirst()) : problem);
            }
        }
        return outcome;
    }

    private void found(Check check, Map<String, String> row) {
        String record = row.getOrDefault("record", "");
        String words = row.getOrDefault("words", "");
        var finding =
                new Finding(
                        check.id(),
                        check.level(),
                        record,
                        row.getOrDefault("household", record),
                        row.getOrDefault("section", check.section()),
                        row.getOrDefault("question", check.question()),
                        words.isEmpty() ? check.title() : check.title() + "：" + words,
                        check.next(),
                        check.reasons(),
                        "");
        if (seen.add(finding.key())) {
            findings.add(finding);
        }
    }

    private static int number(String rule) {
        String digits = rule.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }
}
