package zhuhu.flow.settle;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Values;
import zhuhu.store.Arrival;

/// One of the statements that differ. Shape: `behind` everybody who stands behind it, never empty
/// in a sound file; `voice` the weightiest way it came to be said; `source` the visit, act or file
/// in words, "" if unknown; `file` what brought it here, empty where it was made here; `decided`
/// where it is itself a settlement, what it decided among.
public record Side(
        Revision revision,
        List<Attestation> behind,
        Voice voice,
        String source,
        Optional<Arrival> file,
        Optional<Decided> decided) {

    /// An earlier settlement. Shape: `among` the statements it was made on, in words; `taken` those
    /// of them that it follows.
    public record Decided(List<String> among, List<String> taken) {
        public Decided {
            among = List.copyOf(among);
            taken = List.copyOf(taken);
        }
    }

    public Side {
        behind = List.copyOf(behind);
    }

    public FactId id() {
        return revision.id();
    }

    public Values values() {
        return revision.values();
    }

    /// Who says so; several by 、.
    public String by() {
        return behind.stream()
                .map(a -> a.stamp().by())
                .distinct()
                .sorted()
                .collect(Collectors.joining("、"));
    }

    /// Who says so, one by one.
    public Set<String> authors() {
        return behind.stream().map(a -> a.stamp().by()).collect(Collectors.toSet());
    }

    /// The latest day that those behind it state, ISO; "" if none states one. Their clocks may be
    /// wrong.
    public String day() {
        return behind.stream()
                .map(a -> a.stamp().at())
                .filter(Objects::nonNull)
                .map(at -> at.substring(0, Math.min(10, at.length())))
                .max(String::compareTo)
                .orElse("");
    }

    /// Visits, acts, packages and files it came through.
    public Set<String> vias() {
        var vias = new HashSet<String>();
        for (Attestation each : behind) {
            String via = each.stamp().via();
            if (via != null) {
                vias.add(via);
            }
        }
        return vias;
    }

    /// Who, when and from where, in a few words.
    public String words() {
        return (by() + " " + day() + " " + source).strip().replaceAll("\\s+", " ");
    }
}
