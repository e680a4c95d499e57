package zhuhu.form.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Place;
import zhuhu.base.Problem;

/// The lists that stand in files beside the form. Grows while the form is read; one thread.
final class Externals {

    private static final Pattern FILE = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)\\.csv");
    private static final Pattern PULL =
            Pattern.compile("pulldata\\s*\\(\\s*(?:(['\"])([^'\"]*)\\1\\s*,)?");

    private final Map<String, Use> lists = new LinkedHashMap<>();
    private final Refusals refusals;

    Externals(Refusals refusals) {
        this.refusals = refusals;
    }

    /// A list's file, and where the form first names it.
    record Use(String file, Place place) {}

    /// By list name, in the order the form names them.
    Map<String, Use> lists() {
        return lists;
    }

    /// The list of a file's name, `plots` of `plots.csv`; "" and a refusal where it can be none.
    String file(String file, Place place) {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            refusals.add(Problem.of("formListFile", file), place);
            return "";
        }
        list(matcher.group(1), place);
        return matcher.group(1);
    }

    void list(String name, Place place) {
        lists.putIfAbsent(name, new Use(name + ".csv", place));
    }

    /// The lists that `pulldata` looks into.
    void pulled(Cell cell) {
        Matcher pull = PULL.matcher(cell.text().replaceAll("[\u2018\u2019\u201c\u201d]", "'"));
        while (pull.find()) {
            if (pull.group(2) == null) {
                refusals.add(Problem.of("formPullList"), cell.place());
            } else {
                String name = pull.group(2).replaceFirst("\\.csv$", "");
                file(name + ".csv", cell.place());
            }
        }
    }

    /// Refuses names that the choices sheet has as well.
    void checkAgainst(Set<String> choiceLists) {
        lists.forEach((name, use) -> {
            if (choiceLists.contains(name)) {
                refusals.add(Problem.of("formListBoth", name, use.file()), use.place());
            }
        });
    }
}
