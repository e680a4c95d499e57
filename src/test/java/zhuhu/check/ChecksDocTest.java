package zhuhu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import zhuhu.base.Outcome;
import zhuhu.pack.Check;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;

/// `docs/checks.md` lists every rule as the program checks it. Rewritten by `./test
/// -Dzhuhu.write=true -Dtest=ChecksDocTest`; what stands above the last table is written by hand.
class ChecksDocTest {

    private static final Path DOCUMENT = Path.of("docs/checks.md");
    private static final String LAST = "## 全部规则\n";
    private static final Pattern RULE = Pattern.compile("R(\\d{2,3})\\b");
    private static final Pack PACK = pack();

    @Test
    void everyCheckStandsThereAsItIsToday() throws IOException {
        String now = Files.readString(DOCUMENT);
        String right = now.substring(0, now.indexOf(LAST)) + LAST + "\n" + table();
        if (Boolean.getBoolean("zhuhu.write")) {
            Files.writeString(DOCUMENT, right);
        } else {
            assertThat(now).isEqualTo(right);
        }
    }

    @Test
    void everyRuleThatOneVisitCanKnowIsAccountedFor() throws IOException {
        String document = Files.readString(DOCUMENT);
        var missing = new ArrayList<String>();
        for (int number = 1; number <= 103; number++) {
            String rule = "R%02d".formatted(number);
            if (!document.contains("| " + rule + " |")) {
                missing.add(rule);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String table() {
        var rows = new ArrayList<String>();
        rows.add("| 规则 | 级别 | 查什么 | 下一步 | 在哪里查 |");
        rows.add("|---|---|---|---|---|");
        Set<String> inForm = inForm();
        var byRule = new TreeMap<Integer, List<String>>();
        for (Check check : PACK.checks().all()) {
            String where =
                    "`"
                            + check.query().file()
                            + "`"
                            + (check.scope() == Check.Scope.WORKSPACE ? "，户与户之间" : "")
                            + (check.question().isEmpty() ? "，不在回访时查" : "")
                            + (inForm.contains(check.id()) ? "；填表时" : "");
            byRule.computeIfAbsent(number(check.id()), _ -> new ArrayList<>())
                    .add(row(check.id(), level(check), check.title(), check.next(), where));
        }
        byRule.values().forEach(rows::addAll);
        return String.join("\n", rows) + "\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String level(Check check) {
        return Map.of("error", "错误", "doubt", "疑点", "hint", "提示")
                .getOrDefault(check.level().code(), "");
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.substring(1));
    }

    /// Rules that the visit form itself names, while it is being filled.
    private static Set<String> inForm() {
        var rules = new TreeSet<String>();
        byte[] form = PACK.files().getOrDefault("qianxinan-2017/household_visit.md", new byte[0]);
        Matcher found = RULE.matcher(new String(form, StandardCharsets.UTF_8));
        while (found.find()) {
            rules.add(found.group());
        }
        return rules;
    }

    private static Pack pack() {
        return switch (PackReader.read("qianxinan-2017")) {
            case Outcome.Done<Pack>(Pack pack) -> pack;
            case Outcome.Failed<Pack>(var problems) -> throw new AssertionError(problems);
        };
    }
}
