package zhuhu.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.check.Circumstances;
import zhuhu.check.Finding;
import zhuhu.check.Reasons;
import zhuhu.check.RunChecks;
import zhuhu.flow.handout.Rounds;
import zhuhu.pack.Check;
import zhuhu.pack.Manifest;
import zhuhu.pack.Pack;
import zhuhu.pack.Tables;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Runs the pack's checks over a whole workspace, with the reasons that visits carry. One thread.
public final class CheckWorkspace {

    /// A finding and whose it is. Shape: `label` the household's head; `person` the member's name,
    /// "" where the household itself is meant.
    public record Line(
            Finding finding,
            RecordId record,
            RecordId household,
            String label,
            String person,
            String village,
            String group) {}

    /// Shape: errors first, then by rule, village and group; `problems` are of checks that could
    /// not be run.
    public record Checked(List<Line> lines, List<Problem> problems) {
        public Checked {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }
    }

    private final Workspace workspace;
    private final LocalDate today;

    /// `today` counts where no roster says of which day it is.
    public CheckWorkspace(Workspace workspace, LocalDate today) {
        this.workspace = workspace;
        this.today = today;
    }

    /// `rule` as `R17`; empty for all. Failed: the pack has no such rule.
    public Outcome<Checked> run(Optional<String> rule) {
        Pack pack = workspace.pack();
        if (rule.isPresent() && pack.checks().check(rule.get()).isEmpty()) {
            return Outcome.failed(Problem.of("checkRuleUnknown", rule.get()));
        }
        Predicate<Check> wanted = check -> rule.map(check.id()::equals).orElse(true);
        RunChecks.Found found;
        try (Tables tables = workspace.tables()) {
            found =
                    RunChecks.of(
                            pack.checks(),
                            tables,
                            circumstances(workspace, day(), round()),
                            wanted);
        }
        return Outcome.done(new Checked(lines(explained(found.findings())), found.problems()));
    }

    /// What checks know beside the records, in a round.
    static Circumstances circumstances(Workspace workspace, LocalDate day, String round) {
        Manifest manifest = workspace.pack().manifest();
        return new Circumstances(
                day,
                round,
                Rounds.find(workspace, round)
                        .map(Manifest.Round::incomeYear)
                        .orElse(day.getYear() - 1),
                manifest.exitYear(),
                manifest.province(),
                workspace.pack().povertyLines());
    }

    private String round() {
        return workspace.setting("round").orElse("");
    }

    /// Ages of people whom nobody visited are those of the day that the newest roster speaks of.
    private LocalDate day() {
        return workspace.packages().stream()
                .map(Workspace.PackageRow::date)
                .filter(date -> date.matches("\\d{4}-\\d{2}-\\d{2}"))
                .max(Comparator.naturalOrder())
                .map(LocalDate::parse)
                .orElse(today);
    }

    /// Doubts with the reasons of each household's newest visit.
    private List<Finding> explained(List<Finding> findings) {
        if (!workspace.sectionNames(Kind.VISIT).contains(Reasons.SECTION)) {
            return findings;
        }
        Set<String> households = new HashSet<>();
        findings.forEach(f -> households.add(f.household()));
        var newest = new HashMap<String, RecordId>();
        var rounds = new HashMap<String, String>();
        Comparator<String> order = Rounds.of(workspace).order();
        workspace.eachRow(
                "SELECT subject, id, round FROM visit WHERE subject IS NOT NULL ORDER BY id",
                row -> {
                    String subject = row.getOrDefault("subject", "");
                    String round = row.getOrDefault("round", "");
                    String newer = rounds.get(subject);
                    if (households.contains(subject)
                            && (newer == null || order.compare(round, newer) >= 0)) {
                        rounds.put(subject, round);
                        newest.put(subject, id(Kind.VISIT, row.getOrDefault("id", "")));
                    }
                });
        var subjects = new HashMap<RecordId, String>();
        newest.forEach((household, visit) -> subjects.put(visit, household));
        var reasons = new HashMap<String, Reasons>();
        workspace.sections(
                newest.values(),
                (visit, sections) -> {
                    String household = subjects.getOrDefault(visit, "");
                    var section = sections.get(Reasons.SECTION);
                    if (section != null) {
                        reasons.put(
                                household,
                                Reasons.of(section.shown(), household).naming(workspace::one));
                    }
                });
        return findings.stream()
                .map(f ->
                        reasons.getOrDefault(f.household(), Reasons.NONE)
                                .of(f.key())
                                .map(f::because)
                                .orElse(f))
                .toList();
    }

    private List<Line> lines(List<Finding> findings) {
        Map<String, HouseholdList.Line> households = new HashMap<>();
        new HouseholdList(workspace)
                .lines(HouseholdList.Filter.ALL)
                .forEach(line -> households.put(line.id().text(), line));
        var names = names(findings);
        var lines = new ArrayList<Line>();
        for (Finding finding : findings) {
            HouseholdList.Line of = households.get(finding.household());
            RecordId household = id(Kind.HOUSEHOLD, finding.household());
            boolean own = finding.record().equals(finding.household());
            lines.add(
                    new Line(
                            finding,
                            own ? household : id(Kind.PERSON, finding.record()),
                            household,
                            of == null ? "" : of.head(),
                            own ? "" : names.getOrDefault(finding.record(), ""),
                            of == null ? "" : of.village(),
                            of == null ? "" : of.group()));
        }
        return lines;
    }

    private Map<String, String> names(List<Finding> findings) {
        Set<String> wanted = new HashSet<>();
        findings.stream()
                .filter(f -> !f.record().equals(f.household()))
                .forEach(f -> wanted.add(f.record()));
        var names = new HashMap<String, String>();
        if (!wanted.isEmpty()) {
            workspace.eachRow(
                    "SELECT id, person_name FROM person",
                    row -> {
                        String id = row.getOrDefault("id", "");
                        if (wanted.contains(id)) {
                            names.put(id, row.getOrDefault("person_name", ""));
                        }
                    });
        }
        return names;
    }

    private static RecordId id(Kind kind, String text) {
        return new RecordId(kind, UUID.fromString(text));
    }
}
