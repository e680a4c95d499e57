package zhuhu.workbook.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `${...}` in a text.
public final class Places {

    /// How a place of a form names the members of its household: `成员1.姓名`.
    public static final String MEMBER = "成员";

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^{}]{1,100})}");

    private Places() {}

    /// The names in order, blanks around them dropped.
    public static List<String> in(String text) {
        var names = new ArrayList<String>();
        if (text.contains("${")) {
            PLACE.matcher(text).results().forEach(found -> names.add(found.group(1).strip()));
        }
        return names;
    }

    /// The text filled in; a place that is all of it gives the value itself.
    public static CellValue fill(String text, Function<String, CellValue> value) {
        Matcher place = PLACE.matcher(text.strip());
        if (place.matches()) {
            return value.apply(place.group(1).strip());
        }
        String filled =
                PLACE.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        value.apply(found.group(1).strip()).words()));
        return CellValue.of(filled);
    }
}
