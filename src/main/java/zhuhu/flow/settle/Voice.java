package zhuhu.flow.settle;

/// In what way a side of a conflict came to be said, the weightiest first.
public enum Voice {
    /// An earlier settlement.
    SETTLED,
    VISIT,
    /// An act on the register in the window or by command.
    EDIT,
    /// A cell of a workbook that somebody retyped.
    BOOK,
    ROSTER
}
