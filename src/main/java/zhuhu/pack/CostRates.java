package zhuhu.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import zhuhu.base.Problem;

/// Reads `lists/cost_rates.csv`: a campaign's own where it has one, else the register's. A pack
/// without the list has no rates.
final class CostRates {

    private static final String FILE = "/lists/cost_rates.csv";
    private static final Predicate<String> MONEY =
            Pattern.compile("(\\d{1,6}(\\.\\d{1,2})?)?").asMatchPredicate();
    private static final Predicate<String> SHARE =
            Pattern.compile("\\d{1,3}(\\.\\d{1,2})?").asMatchPredicate();

    private CostRates() {}

    static List<CostRate> read(PackText pack, String campaign) {
        var rates = new ArrayList<CostRate>();
        for (String folder : List.of(campaign, PackFiles.REGISTER)) {
            if (pack.files().containsKey(folder + FILE)) {
                read(pack, folder + FILE, rates);
                return rates;
            }
        }
        return rates;
    }

    private static void read(PackText pack, String path, List<CostRate> rates) {
        for (PackText.Line row :
                pack.table(
                        path,
                        "class",
                        "item",
                        "unit",
                        "price_low",
                        "price_high",
                        "cost_share",
                        "source",
                        "year",
                        "verified",
                        "note")) {
            String item = row.cell("item");
            String share = row.cell("cost_share");
            boolean right =
                    !item.isEmpty()
                            && SHARE.test(share)
                            && MONEY.test(row.cell("price_low"))
                            && MONEY.test(row.cell("price_high"));
            if (right) {
                rates.add(rate(row));
            } else {
                pack.problem(Problem.of("packRateBad", item, share).at(PackText.at(path, row)));
            }
        }
    }

    private static CostRate rate(PackText.Line row) {
        return new CostRate(
                row.cell("class"),
                row.cell("item"),
                row.cell("unit"),
                money(row.cell("price_low")),
                money(row.cell("price_high")),
                new BigDecimal(row.cell("cost_share")),
                row.cell("source"),
                row.cell("year"),
                row.cell("verified").equals("1"),
                row.cell("note"));
    }

    private static Optional<BigDecimal> money(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }
}
