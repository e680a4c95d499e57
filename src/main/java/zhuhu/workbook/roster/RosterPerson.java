package zhuhu.workbook.roster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.base.Place;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.record.Values;
import zhuhu.workbook.sheet.SheetRow;

/// One data row as statements about a person. Shape: `personNo` "" where none is given; `birthDate`
/// ISO or ""; `stated` are values by section, blank cells left out; `untouched` are properties
/// whose cell held something that could not be taken over, so that what is known must stay.
public record RosterPerson(
        Place place,
        SheetRow row,
        String name,
        String personNo,
        IdReading id,
        String birthDate,
        boolean head,
        Map<String, Values> stated,
        Set<String> untouched,
        List<Problem> doubts) {

    public RosterPerson {
        stated = Map.copyOf(stated);
        untouched = Set.copyOf(untouched);
        doubts = List.copyOf(doubts);
    }

    /// The row's texts, folded: what tells a row without any key from others.
    public String normalRow() {
        var text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            text.append(Plain.folded(row.cell(i).text())).append('\t');
        }
        return text.toString().stripTrailing();
    }
}
