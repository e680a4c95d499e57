package zhuhu.workbook.roster;

import java.util.List;
import zhuhu.workbook.sheet.SheetRow;

/// A sheet whose header was recognised. Shape: `titles` are the texts above the header; `rows`
/// those below it.
record RosterSheet(String name, Header header, List<String> titles, List<SheetRow> rows) {}
