package zhuhu.flow.upward;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.merge.FileRows;
import zhuhu.flow.merge.RowClass;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.upward.Account.FileLine;
import zhuhu.flow.upward.Account.Missing;
import zhuhu.flow.upward.Account.VillageLine;
import zhuhu.workbook.export.ReportPart;

/// 对账 as three tables of words: files, villages, households without an answer. Each ends with its
/// sums. For the window, the printed page, and the sheet of the workbook that goes up.
public final class AccountTables {

    /// The order of the columns.
    public static final List<RowClass> CLASSES =
            List.of(
                    RowClass.NEW,
                    RowClass.SAME,
                    RowClass.CHANGED,
                    RowClass.CONFLICT,
                    RowClass.HAND_EDITED,
                    RowClass.DAMAGED,
                    RowClass.REFUSED);

    private final Texts texts;

    public AccountTables(Texts texts) {
        this.texts = texts;
    }

    /// All three.
    public List<PrintTable.Sheet> of(Account account) {
        return List.of(files(account), villages(account), missing(account));
    }

    public PrintTable.Sheet files(Account account) {
        var heads = new ArrayList<String>();
        for (String key : List.of("file", "village", "by", "at", "merged")) {
            heads.add(texts.of("upward.book." + key));
        }
        CLASSES.forEach(is -> heads.add(word(texts, is)));
        heads.add(texts.of("upward.account.rows"));
        heads.add(texts.of("upward.account.hash"));
        var rows = new ArrayList<List<String>>();
        var sums = new EnumMap<RowClass, Integer>(RowClass.class);
        for (FileLine file : account.files()) {
            rows.add(file(file, sums));
        }
        if (!rows.isEmpty()) {
            rows.add(sum(sums));
        }
        return new PrintTable.Sheet(
                texts.of("upward.account.files", account.files().size()),
                texts.of("upward.account.files.about"),
                heads,
                rows);
    }

    private List<String> file(FileLine file, Map<RowClass, Integer> sums) {
        Optional<FileRows> said = file.rows();
        var cells = new ArrayList<String>();
        cells.add(file.arrival().file());
        cells.add(said.map(r -> String.join("、", r.villages())).orElse(""));
        cells.add(said.map(FileRows::by).orElse(""));
        cells.add(day(said.map(FileRows::at).orElse("")));
        cells.add(day(file.arrival().at()));
        for (RowClass is : CLASSES) {
            said.ifPresent(r -> sums.merge(is, r.counts().of(is), Integer::sum));
            cells.add(said.map(r -> String.valueOf(r.counts().of(is))).orElse("—"));
        }
        cells.add(said.map(r -> String.valueOf(r.counts().rows())).orElse("—"));
        cells.add(file.arrival().hash().substring(0, Math.min(12, file.arrival().hash().length())));
        return cells;
    }

    private List<String> sum(Map<RowClass, Integer> sums) {
        var cells = new ArrayList<>(List.of(texts.of("upward.account.sum"), "", "", "", ""));
        CLASSES.forEach(is -> cells.add(String.valueOf(sums.getOrDefault(is, 0))));
        cells.add(String.valueOf(sums.values().stream().mapToInt(Integer::intValue).sum()));
        cells.add("");
        return cells;
    }

    public PrintTable.Sheet villages(Account account) {
        var heads = new ArrayList<String>();
        heads.add(texts.of("paper.village"));
        heads.add(texts.of("upward.paper.due"));
        HouseholdStates.ALL.forEach(state -> heads.add(texts.of("state." + state)));
        var rows = new ArrayList<List<String>>();
        for (VillageLine village : account.villages()) {
            rows.add(row(village.name(), village.due(), village.states()));
        }
        if (!rows.isEmpty()) {
            var all = new TreeMap<String, Integer>();
            account.villages()
                    .forEach(v -> v.states().forEach((s, n) -> all.merge(s, n, Integer::sum)));
            int due = all.values().stream().mapToInt(Integer::intValue).sum();
            rows.add(row(texts.of("upward.account.sum"), due, all));
        }
        return new PrintTable.Sheet(
                texts.of("upward.account.villages", account.villages().size()),
                texts.of("upward.account.ended", account.ended()),
                heads,
                rows);
    }

    private static List<String> row(String name, int due, Map<String, Integer> states) {
        var cells = new ArrayList<String>();
        cells.add(name);
        cells.add(String.valueOf(due));
        HouseholdStates.ALL.forEach(s -> cells.add(String.valueOf(states.getOrDefault(s, 0))));
        return cells;
    }

    public PrintTable.Sheet missing(Account account) {
        var rows = new ArrayList<List<String>>();
        for (Missing one : account.missing()) {
            rows.add(
                    List.of(
                            one.household().village(),
                            one.household().group(),
                            one.household().head(),
                            String.valueOf(one.household().members()),
                            texts.of("state." + one.state()),
                            texts.of(
                                    one.open() ? "upward.account.open" : "upward.account.closed")));
        }
        return new PrintTable.Sheet(
                texts.of("upward.account.missing", account.missing().size()),
                "",
                List.of(
                        texts.of("paper.village"),
                        texts.of("paper.group"),
                        texts.of("paper.head"),
                        texts.of("paper.members"),
                        texts.of("upward.row.why"),
                        texts.of("upward.account.next")),
                rows);
    }

    /// All of it as the sheet of a workbook that goes up, there with the whole hashes.
    public ReportPart part(Account account) {
        PrintTable.Sheet files = files(account);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < files.rows().size(); i++) {
            boolean isFile = i < account.files().size();
            String hash = isFile ? account.files().get(i).arrival().hash() : "";
            rows.add(hashSecond(files.rows().get(i), hash));
        }
        var whole =
                new PrintTable.Sheet(
                        files.title(),
                        files.about(),
                        hashSecond(files.heads(), files.heads().getLast()),
                        rows);
        String round = account.roundTitle();
        return new ReportPart(
                round.isEmpty() ? List.of(open(account)) : List.of(round, open(account)),
                List.of(
                        table(whole, 6, List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2)),
                        table(villages(account), 1, List.of(2)),
                        table(missing(account), 3, List.of(1, 1, 1, 1, 1, 3))),
                account.files().size());
    }

    /// Reason: the second column of the sheet is the one that is wide enough.
    private static List<String> hashSecond(List<String> cells, String hash) {
        var moved = new ArrayList<>(cells.subList(0, cells.size() - 1));
        moved.add(1, hash);
        return moved;
    }

    /// `words` columns from the left hold words; columns beyond `spans` are one wide.
    private static ReportPart.Table table(PrintTable.Sheet sheet, int words, List<Integer> spans) {
        var columns = new ArrayList<ReportPart.Column>();
        for (int i = 0; i < sheet.heads().size(); i++) {
            columns.add(
                    new ReportPart.Column(
                            sheet.heads().get(i),
                            i < spans.size() ? spans.get(i) : 1,
                            i < words ? ReportPart.Holds.WORDS : ReportPart.Holds.NUMBERS));
        }
        return new ReportPart.Table(sheet.title(), sheet.about(), columns, sheet.rows());
    }

    /// “3 处冲突未定，5 处手改待定，2 行等别的文件”, or that nothing stands open.
    public String open(Account account) {
        var parts = new ArrayList<String>();
        part(parts, "upward.account.conflicts", account.openConflicts());
        part(parts, "upward.account.held", account.held());
        part(parts, "upward.account.pending", account.pending());
        return parts.isEmpty()
                ? texts.of("upward.account.clean")
                : String.join(texts.of("coverage.and"), parts);
    }

    private void part(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.of(key, count));
        }
    }

    /// What a class is called.
    public static String word(Texts texts, RowClass is) {
        return texts.of("upward.class." + is.name().toLowerCase(Locale.ROOT));
    }

    private static String day(String at) {
        return at.substring(0, Math.min(10, at.length()));
    }
}
