package zhuhu.workbook.roster;

import java.util.List;
import java.util.Optional;
import zhuhu.workbook.sheet.SheetRow;

/// A sheet whose header was recognised. Shape: `titles` are the texts above the header; `rows`
/// those below it.
final class RosterSheet {

    private final String name;
    private final Header header;
    private final List<String> titles;
    private final List<SheetRow> rows;
    private final Optional<Column> relation;
    private final Optional<Column> village;

    RosterSheet(String name, Header header, List<String> titles, List<SheetRow> rows) {
        this.name = name;
        this.header = header;
        this.titles = titles;
        this.rows = rows;
        this.relation = header.column("relation");
        this.village = header.column("village_name");
    }

    String name() {
        return name;
    }

    Header header() {
        return header;
    }

    List<String> titles() {
        return titles;
    }

    List<SheetRow> rows() {
        return rows;
    }

    Optional<Column> relation() {
        return relation;
    }

    Optional<Column> village() {
        return village;
    }
}
