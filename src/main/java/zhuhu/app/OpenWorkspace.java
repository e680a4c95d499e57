package zhuhu.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.check.Finding;
import zhuhu.flow.Author;
import zhuhu.flow.BackUp;
import zhuhu.flow.CheckWorkspace;
import zhuhu.flow.Coverage;
import zhuhu.flow.Drives;
import zhuhu.flow.ExplainDoubt;
import zhuhu.flow.ExportSteps;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Progress;
import zhuhu.flow.Today;
import zhuhu.flow.VillageCard;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.handout.DraftsLeft;
import zhuhu.flow.handout.Rounds;
import zhuhu.flow.ledger.KeepLedger;
import zhuhu.flow.ledger.Ledger;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.flow.paper.PrintHouseholds;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.paper.Printed;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.form.Choice;
import zhuhu.pack.Manifest;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.screen.Face;
import zhuhu.screen.check.Checking;
import zhuhu.screen.exchange.Exchange;
import zhuhu.screen.home.Explain;
import zhuhu.screen.home.Overview;
import zhuhu.screen.household.Households;
import zhuhu.screen.ledger.LedgerActs;
import zhuhu.screen.printing.Printing;
import zhuhu.screen.safety.Safety;
import zhuhu.screen.setting.Care;
import zhuhu.screen.village.Villages;
import zhuhu.store.Copies.Copied;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;
import zhuhu.store.Workspace;
import zhuhu.store.Workspace.PackageRow;

/// The acts of the window on one open workspace. The workspace's thread only.
final class OpenWorkspace
        implements Households, Villages, Checking, Exchange, Care, Printing, Safety, LedgerActs {

    private final Workspace workspace;
    private final Supplier<Author> author;
    private final Clock clock;
    private final Texts texts;

    /// `author` tells who is at the keyboard now.
    OpenWorkspace(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    Workspace workspace() {
        return workspace;
    }

    /// The household that a record is, belongs to, or is a visit of; empty for anything else.
    Optional<RecordId> homeOf(RecordId record) {
        return switch (record.kind()) {
            case HOUSEHOLD -> Optional.of(workspace.one(record));
            case PERSON -> named(record, "residence", "household");
            case VISIT -> named(record, "about", "subject").filter(r -> r.kind() == Kind.HOUSEHOLD);
            default -> Optional.empty();
        };
    }

    private Optional<RecordId> named(RecordId record, String section, String property) {
        return workspace.recordOf(workspace.section(record, section).shown().plain(property));
    }

    String round() {
        return workspace.setting("round").orElse("");
    }

    Face face() {
        Manifest manifest = workspace.pack().manifest();
        Optional<Manifest.Round> round = Rounds.find(workspace, round());
        String file = String.valueOf(workspace.file().getFileName());
        return new Face(
                file.endsWith(".zhuhu") ? file.substring(0, file.length() - 6) : file,
                manifest.title(),
                round.map(Manifest.Round::title).orElse(""),
                round.flatMap(r -> day(r.due())),
                workspace.setting("training").equals(Optional.of("1")));
    }

    Overview overview() {
        List<PackageRow> rows = packages();
        var deadlines = new ArrayList<Overview.Deadline>();
        for (Manifest.Deadline deadline : workspace.pack().manifest().deadlines()) {
            day(deadline.due())
                    .ifPresent(day ->
                            deadlines.add(
                                    new Overview.Deadline(
                                            deadline.title(), day, isOfHouseholds(deadline))));
        }
        Rounds.of(workspace).current().ifPresent(round -> addRound(deadlines, round));
        deadlines.sort(Comparator.comparing(Overview.Deadline::day));
        return new Overview(true, Today.of(workspace), rows, deadlines);
    }

    /// Reason: the campaign's deadlines name the ends of its own rounds, not of those opened here.
    private static void addRound(List<Overview.Deadline> deadlines, Manifest.Round round) {
        day(round.due())
                .filter(day -> deadlines.stream().noneMatch(d -> d.day().equals(day)))
                .ifPresent(day -> deadlines.add(new Overview.Deadline(round.title(), day, true)));
    }

    /// Reason: the round's own end and the campaign's last day are about visits; the rest is about
    /// villages.
    private boolean isOfHouseholds(Manifest.Deadline deadline) {
        boolean ofRound =
                Rounds.of(workspace).all().stream()
                        .anyMatch(round -> round.due().equals(deadline.due()));
        return ofRound || deadline.id().equals("hundred_days");
    }

    /// What is odd in households that were visited, and unexplained.
    Explain explain() {
        HouseholdStates states = HouseholdStates.of(workspace);
        return switch (new CheckWorkspace(workspace, LocalDate.now(clock)).run(Optional.empty())) {
            case Outcome.Done<CheckWorkspace.Checked>(CheckWorkspace.Checked found) ->
                    new Explain(
                            true,
                            found.lines().stream()
                                    .filter(l -> l.finding().wantsReason())
                                    .filter(l -> states.isDone(l.household().text()))
                                    .toList());
            case Outcome.Failed<CheckWorkspace.Checked> _ -> new Explain(true, List.of());
        };
    }

    @Override
    public List<Name> names() {
        var names = new ArrayList<Name>();
        workspace.records(
                Kind.VILLAGE,
                id -> {
                    Values basics = workspace.section(id, "basics").shown();
                    names.add(new Name(id, basics.plain("village_name"), basics.plain("township")));
                });
        names.sort(Comparator.comparing(Name::where).thenComparing(Name::name));
        return names;
    }

    @Override
    public VillageCard villageCard(RecordId village) {
        return VillageCard.of(workspace, village, LocalDate.now(clock));
    }

    @Override
    public Coverage coverage(RecordId village) {
        return Coverage.of(workspace, Optional.of(village));
    }

    @Override
    public List<Choice> relations() {
        return workspace
                .schema()
                .property(Kind.PERSON, "relation")
                .map(Schema.Property::choices)
                .orElse(List.of());
    }

    @Override
    public Outcome<AddHousehold.Added> addHousehold(AddHousehold.Entry entry, boolean others) {
        return new AddHousehold(workspace, author.get(), () -> LocalDateTime.now(clock))
                .add(entry, others, Reason.NONE);
    }

    @Override
    public List<HouseholdList.Line> lines(HouseholdList.Filter filter) {
        return new HouseholdList(workspace).lines(filter);
    }

    @Override
    public Map<RecordId, Workspace.Found> find(String text) {
        return new HouseholdList(workspace).find(text);
    }

    @Override
    public boolean warm() {
        return workspace.warmSearch();
    }

    @Override
    public CheckWorkspace.Checked checked() {
        return switch (new CheckWorkspace(workspace, LocalDate.now(clock)).run(Optional.empty())) {
            case Outcome.Done<CheckWorkspace.Checked>(CheckWorkspace.Checked found) -> found;
            case Outcome.Failed<CheckWorkspace.Checked>(List<Problem> why) ->
                    new CheckWorkspace.Checked(List.of(), why);
        };
    }

    @Override
    public Outcome<RecordId> explain(RecordId household, Finding.Key doubt, String reason) {
        return new ExplainDoubt(workspace, author.get())
                .explain(household, doubt, reason, LocalDateTime.now(clock));
    }

    @Override
    public HouseholdCard card(RecordId household) {
        return HouseholdCard.of(workspace, household, LocalDate.now(clock));
    }

    @Override
    public List<LedgerEntry> ledger(Kind kind) {
        return new Ledger(workspace, LocalDate.now(clock)).entries(kind);
    }

    @Override
    public Outcome<Edited> issueState(RecordId issue, String state, String why) {
        return keepLedger().state(issue, state, why);
    }

    @Override
    public Outcome<Edited> measureProgress(
            RecordId measure, int percent, String effect, String why) {
        return keepLedger().progress(measure, percent, effect, why);
    }

    @Override
    public Outcome<Edited> endPairing(RecordId pairing, String why) {
        return keepLedger().end(pairing, why);
    }

    private KeepLedger keepLedger() {
        return new KeepLedger(workspace, author.get(), LocalDateTime.now(clock));
    }

    @Override
    public Outcome<List<ImportedRoster>> importRosters(
            ImportRosters.Request request, Progress progress) {
        return new ImportRosters(workspace, author.get(), clock).run(request, progress);
    }

    @Override
    public Outcome<Written> export(Order order, Progress progress) {
        var choice =
                new ExportWorkbook.Choice(
                        order.out(),
                        order.content(),
                        order.villages().stream().map(RecordId::text).toList(),
                        order.password());
        return new ExportWorkbook(workspace, author.get(), clock, texts)
                .export(choice, progress)
                .map(done ->
                        new Written(
                                done.file(),
                                order.content(),
                                done.records().getOrDefault(Kind.HOUSEHOLD, 0L),
                                done.records().getOrDefault(Kind.PERSON, 0L),
                                done.pictures()));
    }

    @Override
    public Outcome<Printed> households(PrintHouseholds.Order print, Progress progress) {
        return new PrintHouseholds(workspace, author.get(), clock, texts).print(print, progress);
    }

    @Override
    public Outcome<Printed> table(Path out, PrintTable.Sheet sheet) {
        return new PrintTable(workspace, author.get(), clock, texts).print(out, sheet);
    }

    @Override
    public List<VillageLine> villages() {
        Map<String, Integer> households = new TreeMap<>();
        lines(HouseholdList.Filter.ALL)
                .forEach(l -> households.merge(l.village(), 1, Integer::sum));
        var villages = new ArrayList<VillageLine>();
        workspace.records(
                Kind.VILLAGE,
                id -> {
                    String name = workspace.section(id, "basics").shown().plain("village_name");
                    villages.add(new VillageLine(id, name, households.getOrDefault(name, 0)));
                });
        villages.sort(Comparator.comparing(VillageLine::name));
        return villages;
    }

    @Override
    public List<DraftsLeft.Line> drafts() {
        return DraftsLeft.of(workspace);
    }

    @Override
    public List<PackageRow> packages() {
        return workspace.packages().reversed().stream()
                .sorted(Comparator.comparing(PackageRow::at).reversed())
                .toList();
    }

    @Override
    public About about() {
        Manifest manifest = workspace.pack().manifest();
        return new About(
                workspace.file().toAbsolutePath().toString(),
                manifest.title(),
                manifest.issuer(),
                manifest.source(),
                workspace.pack().forms().stream()
                        .map(f -> new Form(f.id(), f.form().title(), f.version()))
                        .toList());
    }

    @Override
    public Safety.State state() {
        return new Safety.State(
                workspace.setting("last_backup"),
                workspace.hasSlip(),
                String.valueOf(workspace.file().getFileName()),
                new BackUp(workspace, clock).proposal(texts),
                Drives.removable());
    }

    @Override
    public Outcome<Copied> backUp(Path out, Progress progress) {
        return new BackUp(workspace, clock).to(out, progress);
    }

    @Override
    public Outcome<Path> seal(SlipCode code) {
        return workspace.seal(code, new SecureRandom());
    }

    @Override
    public boolean isOpenedBy(Passphrase typed) {
        return workspace.isOpenedBy(typed);
    }

    @Override
    public Outcome<ExportSteps.Written> exportSteps(Path out) {
        return new ExportSteps(workspace).to(out, Optional.empty());
    }

    @Override
    public List<Problem> verify() {
        return workspace.verify();
    }

    @Override
    public void rebuild() {
        workspace.rebuild();
    }

    private static Optional<LocalDate> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
