package zhuhu.workbook.roster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhuhu.base.Plain;
import zhuhu.form.Choice;
import zhuhu.pack.Headings;
import zhuhu.pack.Headings.Spelling;
import zhuhu.pack.Schema;

/// Finds the choice that a cell means: by label, by a known spelling, then by code. One thread.
public final class Options {

    /// The choice's name, and what else its wording decides.
    public record Hit(String name, Map<String, String> also) {}

    private final Schema.Property property;
    private final Map<String, Hit> labels = new HashMap<>();
    private final Map<String, Hit> codes = new HashMap<>();

    public Options(Schema.Property property, Headings headings) {
        this.property = property;
        property.choices().forEach(this::add);
        headings.spellings(property.name()).forEach(this::add);
        if (isYesNo(property)) {
            headings.spellings("yes_no").forEach(this::add);
        }
    }

    static boolean isYesNo(Schema.Property property) {
        Set<String> names =
                property.choices().stream()
                        .map(Choice::name)
                        .filter(n -> !n.equals("unknown"))
                        .collect(Collectors.toSet());
        return names.equals(Set.of("0", "1"));
    }

    public Optional<Hit> find(String text) {
        String folded = Plain.folded(text);
        Hit hit = labels.get(folded);
        hit = hit == null ? labels.get(withoutBrackets(folded)) : hit;
        hit = hit == null ? codes.get(folded) : hit;
        hit = hit == null ? labels.get(folded.replaceFirst("^[(0-9)]+[-.、:]?", "")) : hit;
        return Optional.ofNullable(hit);
    }

    /// Labels, those that share most characters with `text` first.
    List<String> likeliest(String text) {
        Comparator<String> shared =
                Comparator.comparingLong(l -> -l.chars().filter(c -> text.indexOf(c) >= 0).count());
        return property.choices().stream().map(Choice::label).sorted(shared).limit(3).toList();
    }

    /// Where a choice stands in its list.
    public int order(String name) {
        for (int i = 0; i < property.choices().size(); i++) {
            if (property.choices().get(i).name().equals(name)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private void add(Choice choice) {
        var hit = new Hit(choice.name(), Map.of());
        String label = Plain.folded(choice.label());
        labels.put(label, hit);
        labels.putIfAbsent(withoutBrackets(label), hit);
        codes.put(choice.name(), hit);
        if (choice.name().startsWith("0") && choice.name().length() == 2) {
            codes.putIfAbsent(choice.name().substring(1), hit);
        }
    }

    private void add(Spelling spelling) {
        boolean known =
                property.choices().isEmpty()
                        || property.choices().stream()
                                .anyMatch(c -> c.name().equals(spelling.name()));
        if (known) {
            labels.put(Plain.folded(spelling.label()), new Hit(spelling.name(), spelling.also()));
        }
    }

    private static String withoutBrackets(String text) {
        return text.indexOf('(') < 0 ? text : text.replaceAll("\\([^)]*\\)", "");
    }
}
