package zhuhu.flow.paper;

import java.util.List;
import zhuhu.base.Texts;
import zhuhu.flow.Coverage;
import zhuhu.flow.HouseholdList;

/// The coverage list as a table to copy or print: a row a household, no number of a person.
public final class CoverageTable {

    private final Texts texts;

    public CoverageTable(Texts texts) {
        this.texts = texts;
    }

    /// `place`: the village's name, or what the list is of; `rows` those shown.
    public PrintTable.Sheet of(Coverage coverage, String place, List<HouseholdList.Line> rows) {
        return new PrintTable.Sheet(
                texts.of("coverage.title", place).strip(),
                coverage.sums(texts),
                List.of(
                        texts.of("paper.village"),
                        texts.of("paper.group"),
                        texts.of("paper.head"),
                        texts.of("paper.members"),
                        texts.of("paper.status"),
                        texts.of("paper.state"),
                        texts.of("paper.remark")),
                rows.stream().map(this::row).toList());
    }

    /// The same with tabs between cells, for pasting into Excel or WPS.
    public String text(PrintTable.Sheet sheet) {
        var text = new StringBuilder();
        text.append(sheet.title()).append('\n').append(sheet.about()).append('\n');
        text.append(String.join("\t", sheet.heads())).append('\n');
        sheet.rows().forEach(row -> text.append(String.join("\t", row)).append('\n'));
        return text.toString();
    }

    private List<String> row(HouseholdList.Line line) {
        return List.of(
                line.village(),
                line.group(),
                line.head(),
                String.valueOf(line.members()),
                line.poverty(),
                texts.of("state." + line.state()),
                "");
    }
}
