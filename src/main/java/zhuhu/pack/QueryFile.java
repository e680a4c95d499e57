package zhuhu.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhuhu.base.Place;
import zhuhu.base.Problem;

/// A `checks.sql`, read: queries in the yesql manner, each under comments that say what it is.
record QueryFile(List<NamedQuery> views, List<Check> checks) {

    static final String CHECKS = "checks.sql";
    static final QueryFile EMPTY = new QueryFile(List.of(), List.of());

    private static final Pattern HEADER = Pattern.compile("^--\\s*([a-z]+):\\s*(.*)$");
    private static final Set<String> STARTS = Set.of("check", "view");
    private static final Set<String> KEYS =
            Set.of(
                    "check",
                    "view",
                    "level",
                    "scope",
                    "title",
                    "next",
                    "section",
                    "question",
                    "reasons");

    QueryFile {
        views = List.copyOf(views);
        checks = List.copyOf(checks);
    }

    /// One query as it was read, line by line.
    private static final class Block {
        private final int line;
        private final Map<String, String> head = new LinkedHashMap<>();
        private final StringBuilder sql = new StringBuilder();
        private int sqlLine;

        Block(int line) {
            this.line = line;
        }

        String of(String key) {
            return head.getOrDefault(key, "");
        }
    }

    /// The file at `path`; empty if the pack has none. What is wrong with it becomes problems of
    /// the pack.
    static QueryFile read(PackText pack, String path) {
        if (!pack.files().containsKey(path)) {
            return EMPTY;
        }
        var views = new ArrayList<NamedQuery>();
        var checks = new ArrayList<Check>();
        for (Block block : blocks(pack, path)) {
            String name = block.of("view") + block.of("check");
            var query = new NamedQuery(name, path, block.sqlLine, block.sql.toString().strip());
            if (query.sql().isEmpty() || !name.matches("[A-Za-z][A-Za-z0-9_]*")) {
                wrong(pack, path, block, name.isEmpty() ? "check" : name);
            } else if (block.head.containsKey("view")) {
                views.add(query);
            } else {
                check(pack, path, block, query, checks);
            }
        }
        return new QueryFile(views, checks);
    }

    private static void check(
            PackText pack, String path, Block block, NamedQuery query, List<Check> checks) {
        var level = Level.of(block.of("level"));
        String scope = block.of("scope");
        if (level.isEmpty()) {
            wrong(pack, path, block, "level");
        } else if (!Set.of("", "household", "workspace").contains(scope)) {
            wrong(pack, path, block, "scope");
        } else if (block.of("title").isEmpty() || block.of("next").isEmpty()) {
            wrong(pack, path, block, block.of("title").isEmpty() ? "title" : "next");
        } else {
            checks.add(
                    new Check(
                            query.name(),
                            level.get(),
                            scope.equals("workspace")
                                    ? Check.Scope.WORKSPACE
                                    : Check.Scope.HOUSEHOLD,
                            block.of("title"),
                            block.of("next"),
                            block.of("section"),
                            block.of("question"),
                            Stream.of(block.of("reasons").split("\\|", -1))
                                    .map(String::strip)
                                    .filter(r -> !r.isEmpty())
                                    .toList(),
                            query));
        }
    }

    private static List<Block> blocks(PackText pack, String path) {
        var blocks = new ArrayList<Block>();
        String[] lines = pack.text(path).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripTrailing();
            Matcher header = HEADER.matcher(line);
            if (header.matches() && STARTS.contains(header.group(1))) {
                blocks.add(new Block(i + 1));
            }
            if (!blocks.isEmpty()) {
                add(pack, path, blocks.getLast(), header, line, i + 1);
            } else if (!line.isBlank() && !line.startsWith("--")) {
                pack.problem(Problem.of("checkHeader", path, "check").at(at(path, i + 1)));
                return blocks;
            }
        }
        return blocks;
    }

    private static void add(
            PackText pack, String path, Block block, Matcher header, String line, int number) {
        if (line.startsWith("--") && block.sql.isEmpty()) {
            if (header.matches()) {
                String key = header.group(1);
                if (!KEYS.contains(key) || block.head.put(key, header.group(2).strip()) != null) {
                    wrong(pack, path, block, key);
                }
            }
        } else if (!line.startsWith("--") && !(line.isBlank() && block.sql.isEmpty())) {
            if (block.sql.isEmpty()) {
                block.sqlLine = number;
            }
            block.sql.append(line).append('\n');
        }
    }

    private static void wrong(PackText pack, String path, Block block, String key) {
        pack.problem(Problem.of("checkHeader", path, key).at(at(path, block.line)));
    }

    private static Place at(String path, int line) {
        return new Place(path, line, null);
    }
}
