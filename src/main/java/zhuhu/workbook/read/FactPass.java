package zhuhu.workbook.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.workbook.sheet.Cell;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.Sheets;

/// One walk over the hidden facts: each row is checked, indexed and handed on. Revisions of one
/// section stand together, so what they rest on is looked for among them, and only what is not
/// found there has to wait for the end. One use; one thread.
final class FactPass {

    private final FactIndex index;
    private final FoundFacts found;
    private final FactJson json = new FactJson();
    private final List<Numbered> group = new ArrayList<>();
    private final List<Numbered> late = new ArrayList<>();
    private final Set<FactId> inGroup = new HashSet<>();
    private int damaged;

    /// A revision with the number it has in the index, the stamps' numbers, and where it stands.
    private record Numbered(Revision revision, int number, List<Integer> stamps, Place place) {}

    FactPass(FactIndex index, FoundFacts found) {
        this.index = index;
        this.found = found;
    }

    void read(Sheets sheets, List<Sheets.Name> names) throws IOException {
        for (Sheets.Name name : names) {
            sheets.read(
                    name,
                    Sheets.Look.PLAIN,
                    row -> {
                        line(name.name(), row);
                        return true;
                    });
        }
        endGroup();
        index.close();
        endLate();
    }

    private void line(String sheet, SheetRow row) {
        int last = row.size() - 1;
        while (last >= 0 && row.cell(last).isBlank()) {
            last--;
        }
        var text = new StringBuilder();
        for (int i = 0; i < last; i++) {
            text.append(row.cell(i).text());
        }
        if (last < 0) {
            return;
        }
        var place = new Place(sheet, row.number(), null);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (!isHash(row.cell(last), bytes)) {
            damaged("bookRowChanged", place);
            return;
        }
        try {
            Fact fact = json.read(bytes);
            if (fact.isSound()) {
                take(fact, bytes, place);
            } else {
                damaged("bookFactUnsound", place);
            }
        } catch (IOException e) {
            damaged("bookRowUnknown", place);
        }
    }

    private void damaged(String problem, Place place) {
        damaged++;
        found.damaged(Problem.of(problem).at(place));
    }

    /// How many rows could not be taken.
    int damaged() {
        return damaged;
    }

    private static boolean isHash(Cell cell, byte[] bytes) {
        return cell.text().equals(HexFormat.of().formatHex(Sha256.of(bytes), 0, 8));
    }

    private void take(Fact fact, byte[] text, Place place) {
        switch (fact) {
            case Fact.Signed(int number, Stamp stamp) -> index.add(number, stamp);
            case Fact.Stated(Revision revision, List<Integer> stamps) -> {
                if (!group.isEmpty() && !isOfGroup(revision)) {
                    endGroup();
                }
                byte[] values = Arrays.copyOfRange(text, json.valuesFrom(), text.length - 1);
                int number = index.add(revision, stamps, values);
                group.add(new Numbered(revision, number, stamps, place));
                inGroup.add(revision.id());
            }
            case Fact.Withdrawn(var withdrawal) -> {
                index.add(withdrawal);
                found.withdrawal(withdrawal);
            }
            case Fact.TakenBack(var takeBack) -> {
                index.add(takeBack);
                found.takeBack(takeBack);
            }
        }
    }

    private boolean isOfGroup(Revision revision) {
        Revision first = group.getFirst().revision();
        return first.section().equals(revision.section())
                && first.record().equals(revision.record());
    }

    /// Hands on what rests on nothing but the group itself.
    private void endGroup() {
        boolean closed =
                group.stream().allMatch(n -> inGroup.containsAll(n.revision().supersedes()));
        for (Numbered one : group) {
            if (closed && one.stamps().stream().allMatch(n -> index.stamp(n).isPresent())) {
                found.revision(one.revision(), index.by(one.number()));
            } else {
                late.add(one);
            }
        }
        group.clear();
        inGroup.clear();
    }

    private void endLate() {
        for (Numbered one : late) {
            for (int stamp : one.stamps()) {
                if (index.stamp(stamp).isEmpty()) {
                    found.damaged(Problem.of("bookNoStamp", stamp).at(one.place()));
                }
            }
            SortedSet<FactId> missing = index.missing(one.number());
            if (missing.isEmpty()) {
                found.revision(one.revision(), index.by(one.number()));
            } else {
                found.damaged(Problem.of("bookNotClosed", missing.first()).at(one.place()));
                found.waiting(one.revision(), index.by(one.number()), missing);
            }
        }
    }
}
