package zhuhu.flow.paper;

/// How citizen ids, phones and bank numbers stand on paper.
public enum Numbers {
    /// Most of each number covered: a sheet gets lost more easily than a laptop.
    COVERED,
    /// Whole, to be held against the card itself.
    WHOLE
}
