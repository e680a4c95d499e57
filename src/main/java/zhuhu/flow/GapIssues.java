package zhuhu.flow;

import java.util.List;
import java.util.Map;
import zhuhu.base.Texts;
import zhuhu.record.Value;

/// What a visit found below the standards and has not listed among its issues yet; lists it at one
/// stroke. The visit's thread.
public final class GapIssues {

    /// The repeat that lists issues.
    public static final String REPEAT = "issues";

    /// Category of an issue by the standard that it is about.
    private static final Map<String, String> CATEGORIES =
            Map.of(
                    "income", "02",
                    "food", "03",
                    "clothing", "03",
                    "education", "04",
                    "medical", "05",
                    "housing", "06");

    /// What the question of present gaps calls the standards.
    private static final Map<String, String> NAMED =
            Map.of(
                    "01", "income",
                    "02", "food",
                    "03", "clothing",
                    "04", "education",
                    "05", "medical",
                    "06", "housing");

    private final Visit visit;
    private final Texts texts;

    public GapIssues(Visit visit, Texts texts) {
        this.visit = visit;
        this.texts = texts;
    }

    /// A gap without an issue; `title` as the issue would read.
    public record Gap(String standard, String title) {}

    /// In the order of the standards.
    public List<Gap> open() {
        List<String> named =
                List.of(said("present_gaps").split(" ", -1)).stream()
                        .map(code -> NAMED.getOrDefault(code, ""))
                        .toList();
        return visit.judgement().standards().stream()
                .filter(s -> s.state() == Judgement.State.FAILS || named.contains(name(s)))
                .map(s -> new Gap(name(s), title(s)))
                .filter(gap -> !isListed(gap))
                .toList();
    }

    /// Lists them all; gives how many.
    public int list() {
        List<Gap> gaps = open();
        for (Gap gap : gaps) {
            String row = visit.addRow(REPEAT);
            put("title", row, gap.title());
            put("category", row, CATEGORIES.getOrDefault(gap.standard(), "99"));
        }
        return gaps.size();
    }

    private String title(Judgement.Standard standard) {
        return standard.state() == Judgement.State.FAILS && !standard.why().isEmpty()
                ? texts.of("gap.because", standard.label(), standard.why())
                : texts.of("gap.title", standard.label());
    }

    private static String name(Judgement.Standard standard) {
        return standard.name().substring("holds_".length());
    }

    /// Reason: what was listed in an earlier round, or reworded, is listed; food and clothing share
    /// a category and are told apart by their titles.
    private boolean isListed(Gap gap) {
        String category = CATEGORIES.getOrDefault(gap.standard(), "99");
        String begins = gap.title().split("：", 2)[0];
        return visit.rows(REPEAT).stream()
                .filter(row -> !said("state", row).equals("checked"))
                .filter(row -> said("category", row).equals(category))
                .anyMatch(row -> !category.equals("03") || said("title", row).startsWith(begins));
    }

    private void put(String question, String row, String text) {
        visit.find(question, row).forEach(ref -> visit.answer(ref, Value.text(text)));
    }

    private String said(String question) {
        return said(question, "");
    }

    private String said(String question, String row) {
        return visit.find(question, row).stream()
                .findFirst()
                .map(ref -> visit.value(ref).plain())
                .orElse("");
    }
}
