package zhuhu.flow.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import zhuhu.base.Texts;
import zhuhu.flow.report.ReportField.Saying;
import zhuhu.flow.report.ReportField.Source;
import zhuhu.flow.report.ReportField.What;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Headings;
import zhuhu.pack.Headings.Meaning;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.RosterConversion;
import zhuhu.workbook.template.TemplateColumn;

/// Everything that a template can be filled with, and how a county may call it. Immutable; any
/// thread.
public final class ReportFields {

    private static final String OF_HEAD = "户主";

    private final Headings headings;
    private final SequencedMap<String, ReportField> byKey = new LinkedHashMap<>();
    private final Map<String, ReportField> byName = new HashMap<>();

    public ReportFields(Workspace workspace, Texts texts) {
        this.headings = Headings.of(workspace.pack());
        sayings(texts);
        for (Kind kind : List.of(Kind.VILLAGE, Kind.HOUSEHOLD, Kind.PERSON)) {
            workspace.schema().of(kind).forEach(this::section);
        }
        income(texts);
        workspace
                .schema()
                .of(Kind.PERSON)
                .forEach(section -> section.properties().forEach(p -> head(section, p, texts)));
        for (String heading : workspace.propertyNames(Kind.PERSON, RosterConversion.OTHER)) {
            String group = texts.of("report.group.other");
            add(new ReportField("other." + heading, heading, group, new Source.Other(heading)));
            byName.putIfAbsent(Headings.folded(heading), byKey.get("other." + heading));
        }
    }

    private void sayings(Texts texts) {
        String group = texts.of("report.group.said");
        for (Saying saying : Saying.values()) {
            String name = saying.name().toLowerCase(Locale.ROOT);
            add("report." + name, texts.of("report.said." + name), group, new Source.Said(saying));
        }
        for (What what : What.values()) {
            String name = what.name().toLowerCase(Locale.ROOT);
            add("total." + name, texts.of("report.total." + name), group, new Source.Total(what));
        }
        for (String more : texts.of("report.said.names").split("；", -1)) {
            String[] pair = more.split("=", -1);
            ReportField field = byKey.get(pair[1]);
            if (field != null) {
                byName.put(Headings.folded(pair[0]), field);
            }
        }
    }

    private void section(Schema.Section section) {
        for (Schema.Property property : section.properties()) {
            boolean link = property.name().equals("household") || property.name().equals("village");
            if (property.type() != AnswerKind.NONE && !link) {
                add(
                        section.kind().code() + "." + property.name(),
                        property.label(),
                        section.label(),
                        new Source.Of(section.kind(), section.name(), section.yearly(), property));
            }
        }
    }

    private void income(Texts texts) {
        String label = texts.of("report.netIncome");
        add(
                "household.net_income_now",
                label,
                texts.of("report.group.income"),
                new Source.NetIncome());
    }

    private void head(Schema.Section section, Schema.Property property, Texts texts) {
        boolean link = property.name().equals("household");
        if (property.type() != AnswerKind.NONE && !link && !section.name().equals("change")) {
            add(
                    "head." + property.name(),
                    texts.of("report.ofHead", property.label()),
                    texts.of("report.group.head"),
                    new Source.OfHead(property));
        }
    }

    private void add(String key, String label, String group, Source source) {
        add(new ReportField(key, label, group, source));
    }

    private void add(ReportField field) {
        byKey.put(field.key(), field);
        byName.putIfAbsent(Headings.folded(field.label()), field);
    }

    public List<ReportField> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<ReportField> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// What a person means: a key, what rosters or the register call it, `户主` before what is said
    /// of the head.
    public Optional<ReportField> named(String name) {
        String folded = Headings.folded(name);
        return byKey(name.strip())
                .or(() -> headings.meaning(name).flatMap(this::meant))
                .or(() -> Optional.ofNullable(byName.get(folded)))
                .or(() ->
                        folded.startsWith(OF_HEAD) && folded.length() > OF_HEAD.length()
                                ? named(folded.substring(OF_HEAD.length())).flatMap(this::ofHead)
                                : Optional.empty());
    }

    private Optional<ReportField> ofHead(ReportField field) {
        return field.source() instanceof Source.Of(Kind kind, _, _, Schema.Property property)
                        && kind == Kind.PERSON
                ? byKey("head." + property.name())
                : Optional.empty();
    }

    /// What a column's headings mean; empty where nobody knows them: never guessed.
    public Optional<ReportField> of(TemplateColumn column) {
        return column.meaning(headings)
                .flatMap(meaning ->
                        meaning instanceof Meaning.Ignored
                                ? named(column.path().getLast())
                                : meant(meaning))
                .or(() -> named(String.join("", column.path())))
                .or(() -> named(column.path().getLast()));
    }

    private Optional<ReportField> meant(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Property(Kind kind, _, String property, _) ->
                    byKey(kind.code() + "." + property);
            case Meaning.DataDate() -> byKey("report.date");
            case Meaning.Ignored() -> Optional.empty();
        };
    }

    /// The fields whose names are most like a heading, for a person to choose from.
    public List<ReportField> suggestions(String heading, int most) {
        String folded = Headings.folded(heading);
        Comparator<ReportField> likeness =
                Comparator.comparingDouble(f -> -likeness(folded, Headings.folded(f.label())));
        return byKey.values().stream()
                .filter(f -> likeness(folded, Headings.folded(f.label())) > 0.3)
                .sorted(likeness)
                .limit(most)
                .toList();
    }

    /// The share of pairs of neighbouring characters that two names have in common.
    private static double likeness(String a, String b) {
        List<String> one = pairs(a).toList();
        List<String> other = pairs(b).toList();
        long common = one.stream().filter(other::contains).count();
        return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * common / (one.size() + other.size());
    }

    private static Stream<String> pairs(String text) {
        return Stream.iterate(0, i -> i + 1 < text.length(), i -> i + 1)
                .map(i -> text.substring(i, i + 2));
    }
}
