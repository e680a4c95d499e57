package zhuhu.form.compile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.form.compile.Element.Container;

/// A list that the form declares, and the container that its records stand in.
record EntityDeclaration(Row row, String list, Container container) {

    /// Its expressions as they stand in the row.
    static List<Cell> expressions(Row row) {
        return Stream.of(Column.LABEL, Column.ENTITY_ID, Column.CREATE_IF, Column.UPDATE_IF)
                .map(row::cell)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isUpdate() {
        return row.cell(Column.ENTITY_ID).isPresent();
    }

    /// Whether records may be new: always without an id, else where a condition says so.
    boolean isCreate() {
        return !isUpdate() || row.cell(Column.CREATE_IF).isPresent();
    }
}
