package zhuhu.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.record.Value;

/// 算准贫困账: the lines of a visit's worksheet beside the income answers that stand now. Pure; sums are
/// exact and rounded to a 分 only at the end. Shape: `stated` the income answers by property;
/// `labels` what the form calls them, in form order; amounts in 元.
public record Worksheet(
        List<Line> lines,
        Map<String, BigDecimal> stated,
        Map<String, String> labels,
        Optional<BigDecimal> members) {

    /// The repeat's name in a form.
    public static final String REPEAT = "worksheet";

    private static final String EXPENSE = "business_expense";
    private static final String BUSINESS = "business_income";
    private static final List<String> INCOMES =
            List.of(
                    "wage_income",
                    BUSINESS,
                    "property_income",
                    "family_planning_income",
                    "dibao_income",
                    "wubao_income",
                    "pension_income",
                    "ecological_income",
                    "other_transfer_income");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Worksheet {
        lines = List.copyOf(lines);
        stated = Map.copyOf(stated);
        labels = new LinkedHashMap<>(labels);
    }

    /// A line; `kind` the property that its money goes to, "" while open; `share` the cost per cent
    /// of the money.
    public record Line(
            String row,
            String kind,
            String what,
            Optional<BigDecimal> amount,
            Optional<BigDecimal> price,
            Optional<BigDecimal> money,
            Optional<BigDecimal> share,
            Optional<BigDecimal> cost) {

        /// What the line brings in (or, of expenses, takes): as typed, else amount times price.
        public Optional<BigDecimal> worth() {
            return money.or(() -> amount.flatMap(a -> price.map(a::multiply)));
        }

        /// What it costs: as typed, else its share of the worth; nothing for what is no business.
        public Optional<BigDecimal> expense() {
            return kind.equals(BUSINESS)
                    ? cost.or(() ->
                            worth().flatMap(w -> share.map(s -> w.multiply(s).divide(HUNDRED))))
                    : Optional.empty();
        }

        /// Whether it can be counted.
        public boolean isWhole() {
            return !kind.isEmpty() && worth().isPresent();
        }
    }

    /// An income answer that the worksheet would change; `before` empty where unanswered.
    public record Move(
            String property, String label, Optional<BigDecimal> before, BigDecimal after) {}

    /// As it stands on the income screen; empty where the screen has no worksheet.
    public static Optional<Worksheet> of(ScreenView screen) {
        return screen.items().stream()
                .filter(Item.Table.class::isInstance)
                .map(Item.Table.class::cast)
                .filter(table -> table.repeat().equals(REPEAT))
                .findFirst()
                .map(table -> of(screen, table));
    }

    private static Worksheet of(ScreenView screen, Item.Table table) {
        var stated = new HashMap<String, BigDecimal>();
        var labels = new LinkedHashMap<String, String>();
        for (Item item : screen.items()) {
            if (item instanceof Item.Asked asked) {
                String name = asked.question().name();
                labels.put(name, asked.label());
                if (asked.value() instanceof Value.Number(BigDecimal number)) {
                    stated.put(name, number);
                }
            }
        }
        return new Worksheet(
                table.rows().stream().map(Worksheet::line).toList(),
                stated,
                labels,
                Optional.ofNullable(stated.get("income_members")));
    }

    private static Line line(ScreenView.Row row) {
        var values = new HashMap<String, Value>();
        for (Item item : row.items()) {
            if (item instanceof Item.Asked asked) {
                values.put(asked.question().name(), asked.value());
            }
        }
        return new Line(
                row.id(),
                values.getOrDefault("line_kind", Value.EMPTY).plain(),
                values.getOrDefault("line_what", Value.EMPTY).plain(),
                number(values, "line_amount"),
                number(values, "line_price"),
                number(values, "line_money"),
                number(values, "line_share"),
                number(values, "line_cost"));
    }

    private static Optional<BigDecimal> number(Map<String, Value> values, String name) {
        return values.get(name) instanceof Value.Number(BigDecimal number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /// The whole lines summed by the property that they go to, in the form's order.
    public Map<String, BigDecimal> sums() {
        var exact = new HashMap<String, BigDecimal>();
        for (Line line : lines) {
            if (line.isWhole()) {
                exact.merge(line.kind(), line.worth().orElseThrow(), BigDecimal::add);
                line.expense().ifPresent(cost -> exact.merge(EXPENSE, cost, BigDecimal::add));
            }
        }
        var sums = new LinkedHashMap<String, BigDecimal>();
        labels.keySet().stream()
                .filter(exact::containsKey)
                .forEach(property ->
                        sums.put(property, yuan(exact.getOrDefault(property, BigDecimal.ZERO))));
        return sums;
    }

    /// Properties with a line that cannot be counted yet; they are not taken over.
    public Set<String> unfinished() {
        var open = new HashSet<String>();
        lines.stream().filter(line -> !line.isWhole()).forEach(line -> open.add(line.kind()));
        if (open.contains(BUSINESS)) {
            open.add(EXPENSE);
        }
        return open;
    }

    /// What taking the sums over would change. Properties without lines stay as they are, and so do
    /// those with a line that is not finished.
    public List<Move> moves() {
        Set<String> open = unfinished();
        var moves = new ArrayList<Move>();
        sums().forEach((property, sum) -> {
            Optional<BigDecimal> before = Optional.ofNullable(stated.get(property));
            boolean same = before.map(b -> b.compareTo(sum) == 0).orElse(false);
            if (!same && !open.contains(property)) {
                moves.add(new Move(property, labels.getOrDefault(property, ""), before, sum));
            }
        });
        return moves;
    }

    /// What the household would have left with the sums taken over: all income less the expenses.
    public BigDecimal net() {
        Map<String, BigDecimal> sums = sums();
        BigDecimal net = BigDecimal.ZERO;
        for (String property : INCOMES) {
            net = net.add(amount(sums, property));
        }
        return net.subtract(amount(sums, EXPENSE));
    }

    private BigDecimal amount(Map<String, BigDecimal> sums, String property) {
        BigDecimal now = stated.getOrDefault(property, BigDecimal.ZERO);
        return sums.getOrDefault(property, now);
    }

    /// The same a head; empty where nobody is counted.
    public Optional<BigDecimal> netPerHead() {
        return members.filter(m -> m.signum() > 0)
                .map(m -> net().divide(m, 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal yuan(BigDecimal exact) {
        BigDecimal rounded = exact.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
