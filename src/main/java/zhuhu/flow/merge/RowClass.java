package zhuhu.flow.merge;

/// What a visible row of a workbook is. Each row is exactly one: the first of these that fits.
/// Source: `docs/merging.md`, classes of rows.
public enum RowClass {
    /// The row's file was refused.
    REFUSED("refused"),
    /// It cannot be read, or something of it waits for a person or for another file.
    DAMAGED("damaged"),
    /// It brought a side of a section that is contested now.
    CONFLICT("conflict"),
    /// Somebody changed cells, and that became a statement here now.
    HAND_EDITED("handEdited"),
    /// Its record was known, and something was stated or withdrawn that was not known here.
    CHANGED("changed"),
    /// Its record was not known here.
    NEW("new"),
    /// Nothing of it was new here.
    SAME("same");

    private final String code;

    RowClass(String code) {
        this.code = code;
    }

    /// The name in files.
    public String code() {
        return code;
    }
}
