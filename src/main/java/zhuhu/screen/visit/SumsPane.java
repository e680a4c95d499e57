package zhuhu.screen.visit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.IncomeYears;
import zhuhu.flow.Worksheet;
import zhuhu.pack.PovertyLine;
import zhuhu.screen.part.Words;
import zhuhu.screen.part.Yuan;

/// The account's sums by property: what the lines make, what is answered now, and the difference;
/// below, what would be left a head, against the line of the province and year.
final class SumsPane {

    private final Texts texts;
    private final GridPane grid = new GridPane();
    private final VBox root = new VBox(grid);

    SumsPane(Texts texts) {
        this.texts = texts;
        root.getStyleClass().add("sheet-sums");
        grid.getStyleClass().add("sums");
        grid.getColumnConstraints().setAll(column(HPos.LEFT), column(HPos.RIGHT));
        grid.getColumnConstraints().addAll(column(HPos.RIGHT), column(HPos.RIGHT));
    }

    private static ColumnConstraints column(HPos side) {
        var column = new ColumnConstraints();
        column.setHalignment(side);
        return column;
    }

    Node root() {
        return root;
    }

    void show(Worksheet sheet, Optional<IncomeYears> years) {
        boolean any = !sheet.lines().isEmpty();
        root.setVisible(any);
        root.setManaged(any);
        grid.getChildren().clear();
        if (sheet.sums().isEmpty()) {
            root.getChildren().clear();
            open(sheet);
            return;
        }
        heads();
        int at = 1;
        for (Map.Entry<String, BigDecimal> sum : sheet.sums().entrySet()) {
            row(at++, sheet, sum.getKey(), sum.getValue());
        }
        root.getChildren().setAll(grid);
        open(sheet);
        result(sheet, years);
    }

    private void heads() {
        List<String> heads =
                List.of(
                        texts.of("sheet.sum.kind"),
                        texts.of("sheet.sum.sheet"),
                        texts.of("sheet.sum.now"),
                        texts.of("sheet.sum.change"));
        for (int i = 0; i < heads.size(); i++) {
            grid.add(Words.label(heads.get(i), "faint", "small"), i, 0);
        }
    }

    private void row(int at, Worksheet sheet, String property, BigDecimal sum) {
        Optional<BigDecimal> now = Optional.ofNullable(sheet.stated().get(property));
        BigDecimal change = sum.subtract(now.orElse(BigDecimal.ZERO));
        boolean same = now.isPresent() && change.signum() == 0;
        boolean blocked = sheet.unfinished().contains(property);
        String label =
                zhuhu.screen.visit.Words.withoutUnit(sheet.labels().getOrDefault(property, ""));
        grid.add(Words.label(label), 0, at);
        grid.add(Words.label(Yuan.of(sum), "strong"), 1, at);
        grid.add(
                Words.label(
                        now.map(Yuan::of).orElse(texts.of("sheet.sum.open")),
                        now.isEmpty() ? "faint" : "soft"),
                2,
                at);
        String words =
                blocked
                        ? texts.of("sheet.sum.blocked")
                        : same ? texts.of("sheet.sum.same") : Yuan.change(change);
        grid.add(
                Words.label(words, blocked ? "words-doubt" : same ? "faint" : "words-good"), 3, at);
    }

    private void open(Worksheet sheet) {
        long open = sheet.lines().stream().filter(line -> !line.isWhole()).count();
        if (open > 0) {
            root.getChildren()
                    .add(Words.lines(texts.of("sheet.open", open), "words-doubt", "small"));
        }
    }

    private void result(Worksheet sheet, Optional<IncomeYears> years) {
        Optional<BigDecimal> head = sheet.netPerHead();
        if (head.isEmpty()) {
            root.getChildren().add(Words.lines(texts.of("sheet.noMembers"), "soft"));
            return;
        }
        String net =
                texts.of(
                        "sheet.net",
                        Yuan.of(sheet.net()),
                        sheet.members().map(Yuan::of).orElse(""),
                        Yuan.of(head.get()));
        int year = sheet.stated().getOrDefault("income_year", BigDecimal.ZERO).intValue();
        Optional<PovertyLine> line =
                years.stream()
                        .flatMap(y -> y.years().stream())
                        .filter(y -> y.year() == year)
                        .flatMap(y -> y.line().stream())
                        .findFirst();
        boolean over =
                line.map(l -> head.get().compareTo(BigDecimal.valueOf(l.amount())) >= 0)
                        .orElse(false);
        String against = line.map(l -> against(l, head.get())).orElse("");
        root.getChildren()
                .addAll(
                        Words.lines(net, "strong"),
                        Words.lines(against, over ? "words-good" : "words-bad"));
    }

    private String against(PovertyLine line, BigDecimal head) {
        BigDecimal gap = head.subtract(BigDecimal.valueOf(line.amount()));
        String name =
                texts.of(
                        line.verified() ? "sheet.line" : "sheet.lineUnsure",
                        line.province(),
                        Integer.toString(line.year()),
                        Integer.toString(line.amount()));
        return gap.signum() < 0
                ? texts.of("sheet.under", name, Yuan.of(gap.abs()))
                : texts.of("sheet.over", name, Yuan.of(gap));
    }
}
