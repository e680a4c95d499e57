package zhuhu.flow.settle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.PlainBook;

/// Values that a settlement passed over: nothing of them is gone, and here they are found again.
/// One thread.
public final class LostValues {

    /// One value that lost. Shape: `said` who stated it, when and how; `value` what it was, `now`
    /// what the settlement took; both “—” where not asked and "" where left empty; `settled` who
    /// settled it and when.
    public record Lost(
            RecordId record,
            Conflict.Home home,
            String section,
            String title,
            String property,
            String label,
            String value,
            String said,
            String now,
            String settled) {

        private boolean holds(String word) {
            return Stream.of(
                            home.villageLabel(),
                            home.householdLabel(),
                            title,
                            label,
                            value,
                            said,
                            now,
                            settled)
                    .anyMatch(text -> text.contains(word));
        }
    }

    private final Workspace workspace;
    private final Told told;

    public LostValues(Workspace workspace) {
        this.workspace = workspace;
        this.told = new Told(workspace);
    }

    /// Those in which every word of `text` stands somewhere: in the name, the section, the value or
    /// who said it. By village, household and section.
    public List<Lost> find(String text) {
        List<String> words =
                Stream.of(text.strip().split("\\s+", -1)).filter(w -> !w.isEmpty()).toList();
        var found = new ArrayList<Lost>();
        for (RecordId record : workspace.stated(How.RESOLVED)) {
            RecordHistory history = RecordHistory.of(workspace, record, told);
            for (RecordHistory.Said said : history.all()) {
                said.behind().stream()
                        .filter(b -> b.withdrawn().isEmpty() && b.stamp().how() == How.RESOLVED)
                        .findFirst()
                        .ifPresent(settler -> lost(history, said, settler, found));
            }
        }
        found.removeIf(lost -> !words.stream().allMatch(lost::holds));
        found.sort(
                Comparator.comparing((Lost l) -> l.home().villageLabel())
                        .thenComparing(l -> l.home().householdLabel())
                        .thenComparing(Lost::record)
                        .thenComparing(Lost::title));
        return List.copyOf(found);
    }

    private void lost(
            RecordHistory history,
            RecordHistory.Said settlement,
            RecordHistory.Behind settler,
            List<Lost> found) {
        String section = settlement.revision().section();
        for (FactId id : settlement.revision().supersedes()) {
            RecordHistory.Said side = history.said(id).orElse(settlement);
            if (!side.isLive() || side.equals(settlement)) {
                continue;
            }
            String said =
                    side.behind().stream()
                            .filter(b -> b.withdrawn().isEmpty())
                            .findFirst()
                            .map(history::words)
                            .orElse("");
            for (RecordHistory.Difference each :
                    history.between(
                            side.revision().values(), settlement.revision().values(), section)) {
                found.add(
                        new Lost(
                                history.record(),
                                told.home(history.record()),
                                section,
                                title(history, section),
                                each.property(),
                                each.label(),
                                each.before(),
                                said,
                                each.after(),
                                history.words(settler)));
            }
        }
    }

    private static String title(RecordHistory history, String section) {
        String title = history.title(section);
        return history.record().kind() == Kind.VISIT
                ? Texts.chinese().of("settle.title.visit", title)
                : title;
    }

    /// Writes what [#find(String)] finds as a workbook of one sheet.
    public Outcome<Path> export(String text, Path out) {
        Texts texts = Texts.chinese();
        List<List<String>> rows =
                find(text).stream()
                        .map(l ->
                                List.of(
                                        l.home().villageLabel(),
                                        l.home().householdLabel(),
                                        l.title(),
                                        l.label(),
                                        l.value(),
                                        l.said(),
                                        l.now(),
                                        l.settled()))
                        .toList();
        var content =
                new PlainBook.Content(
                        texts.of("settle.lost.title"),
                        texts.of("settle.lost.title"),
                        texts.of("settle.lost.below", rows.size()),
                        headings(texts),
                        rows);
        return HistoryBook.put(out, content, workspace);
    }

    static List<String> headings(Texts texts) {
        return List.of(
                texts.of("settle.lost.village"),
                texts.of("settle.lost.household"),
                texts.of("settle.lost.section"),
                texts.of("settle.lost.property"),
                texts.of("settle.lost.value"),
                texts.of("settle.lost.said"),
                texts.of("settle.lost.now"),
                texts.of("settle.lost.settled"));
    }
}
