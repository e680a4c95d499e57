package zhuhu.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import zhuhu.base.Problem;

/// Reads `lists/poverty_lines.csv`: the register's, and a campaign's own, whose lines come first.
final class PovertyLines {

    private static final String FILE = "/lists/poverty_lines.csv";

    private PovertyLines() {}

    static List<PovertyLine> read(PackText pack, String campaign) {
        var lines = new ArrayList<PovertyLine>();
        SortedMap<String, byte[]> files = pack.files();
        if (files.containsKey(campaign + FILE)) {
            read(pack, campaign + FILE, lines);
        }
        read(pack, PackFiles.REGISTER + FILE, lines);
        return lines;
    }

    private static void read(PackText pack, String path, List<PovertyLine> lines) {
        var seen = new HashSet<String>();
        for (PackText.Line row :
                pack.table(path, "province", "year", "amount", "source", "verified")) {
            String province = row.cell("province");
            String year = row.cell("year");
            String amount = row.cell("amount");
            if (province.isEmpty()
                    || !year.matches("[12][0-9]{3}")
                    || !amount.matches("[1-9][0-9]{2,5}")) {
                pack.problem(
                        Problem.of("packLineBad", province, year, amount)
                                .at(PackText.at(path, row)));
            } else if (!seen.add(province + year)) {
                pack.problem(
                        Problem.of("packLineTwice", province, year).at(PackText.at(path, row)));
            } else {
                lines.add(
                        new PovertyLine(
                                province,
                                Integer.parseInt(year),
                                Integer.parseInt(amount),
                                row.cell("source"),
                                row.cell("verified").equals("1")));
            }
        }
    }
}
