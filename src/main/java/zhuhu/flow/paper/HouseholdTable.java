package zhuhu.flow.paper;

import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdList;
import zhuhu.store.Workspace;

/// The list of households as a table to print: names, no numbers, and room for a remark.
public final class HouseholdTable {

    private final Workspace workspace;
    private final Texts texts;

    public HouseholdTable(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
    }

    public PrintTable.Sheet of(HouseholdList.Filter filter) {
        var about = new ArrayList<String>();
        filter.village().ifPresent(about::add);
        filter.group().ifPresent(about::add);
        filter.state().ifPresent(state -> about.add(state(state)));
        if (!filter.text().isBlank()) {
            about.add(texts.of("paper.found", filter.text()));
        }
        List<List<String>> rows =
                new HouseholdList(workspace).lines(filter).stream().map(this::row).toList();
        return new PrintTable.Sheet(
                texts.of("paper.households"),
                String.join(" · ", about),
                List.of(
                        texts.of("paper.village"),
                        texts.of("paper.group"),
                        texts.of("paper.head"),
                        texts.of("paper.members"),
                        texts.of("paper.status"),
                        texts.of("paper.type"),
                        texts.of("paper.state"),
                        texts.of("paper.key"),
                        texts.of("paper.remark")),
                rows);
    }

    private List<String> row(HouseholdList.Line line) {
        return List.of(
                line.village(),
                line.group(),
                line.head(),
                String.valueOf(line.members()),
                line.poverty(),
                line.type(),
                state(line.state()),
                line.key(),
                "");
    }

    private String state(String state) {
        return state.isEmpty() ? texts.of("paper.notDue") : texts.of("state." + state);
    }
}
