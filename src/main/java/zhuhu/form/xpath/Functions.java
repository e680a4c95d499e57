package zhuhu.form.xpath;

import java.util.Set;

/// The functions that the form engine knows.
final class Functions {

    private static final Set<String> KNOWN =
            Set.of(
                    "abs",
                    "acos",
                    "area",
                    "asin",
                    "atan",
                    "atan2",
                    "base64-decode",
                    "boolean",
                    "boolean-from-string",
                    "checklist",
                    "coalesce",
                    "concat",
                    "contains",
                    "cos",
                    "count",
                    "count-non-empty",
                    "count-selected",
                    "current",
                    "date",
                    "date-time",
                    "decimal-date-time",
                    "decimal-time",
                    "digest",
                    "distance",
                    "ends-with",
                    "exp",
                    "exp10",
                    "false",
                    "format-date",
                    "format-date-time",
                    "if",
                    "indexed-repeat",
                    "instance",
                    "int",
                    "is-selected",
                    "join",
                    "jr:choice-name",
                    "log",
                    "log10",
                    "max",
                    "min",
                    "normalize-space",
                    "not",
                    "now",
                    "number",
                    "once",
                    "pi",
                    "position",
                    "pow",
                    "pulldata",
                    "random",
                    "randomize",
                    "regex",
                    "round",
                    "selected",
                    "selected-at",
                    "sin",
                    "sqrt",
                    "starts-with",
                    "string",
                    "string-length",
                    "substr",
                    "substring-after",
                    "substring-before",
                    "sum",
                    "tan",
                    "today",
                    "translate",
                    "true",
                    "uuid",
                    "version",
                    "weighted-checklist");

    private Functions() {}

    static boolean knows(String name) {
        return KNOWN.contains(name);
    }
}
