package zhuhu.workbook.read;

import java.util.List;
import java.util.SortedMap;
import zhuhu.record.Values;
import zhuhu.workbook.export.BaseCell;

/// A section whose heads the facts of the file do not know, as its row says it. Stated on what a
/// single head rested on, `values` give that head's very id, if nothing was changed by hand and
/// nothing of the section is missing in cells. Shape: `heads` from the base, first 64 bits of each
/// id, empty where the row has no base; `refers` short keys, by property, of records that the file
/// does not know; `whole` whether every property that the section can have stood in a cell that
/// could be read; `places` of the properties, for words about them.
public record Lost(
        String section,
        List<BaseCell.Head> heads,
        Values values,
        SortedMap<String, String> refers,
        Whole whole,
        SortedMap<String, zhuhu.base.Place> places) {

    public Lost {
        heads = List.copyOf(heads);
    }

    /// How much of the section the cells tell.
    public enum Whole {
        /// All of it.
        ALL,
        /// Working figures without words, rows within answers, cut or unreadable cells are missing.
        IN_PART
    }
}
