package zhuhu.workbook.read;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import zhuhu.base.Plain;
import zhuhu.base.ShortKey;
import zhuhu.workbook.export.BaseCell;
import zhuhu.workbook.sheet.SheetRow;

/// What the first two columns of a row say, wherever they stand now. Shape: `key` the record's
/// short key, `row` that of the row within it ("" for rows that are records), both "" where the
/// cell is blank or no key; `typed` what the key cell holds; `base` empty where there is none or it
/// is not one.
record RowKey(String typed, String key, String row, String typedBase, Optional<BaseCell> base) {

    static RowKey of(SheetRow row, SheetColumns columns) {
        String typed = text(row, columns.key());
        String base = text(row, columns.base());
        String[] both = typed.split("/", 2);
        return new RowKey(
                typed,
                ShortKey.parse(both[0]).orElse(""),
                both.length > 1 ? ShortKey.parse(both[1]).orElse(both[1]) : "",
                base,
                base(base));
    }

    private static String text(SheetRow row, OptionalInt column) {
        return column.isPresent() ? Plain.text(row.cell(column.getAsInt()).text()) : "";
    }

    private static Optional<BaseCell> base(String text) {
        if (text.length() < 36) {
            return Optional.empty();
        }
        try {
            BaseCell base = BaseCell.parse(text);
            boolean uuid = UUID.fromString(base.record()).toString().equals(base.record());
            base.sections()
                    .values()
                    .forEach(heads ->
                            heads.forEach(head -> {
                                BaseCell.prefix(head.head());
                                head.rests().forEach(BaseCell::prefix);
                            }));
            return uuid ? Optional.of(base) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Reason: somebody typed into the cell, or it was cut; then the short key must do.
            return Optional.empty();
        }
    }

    boolean isBlank() {
        return typed.isEmpty() && typedBase.isEmpty();
    }
}
