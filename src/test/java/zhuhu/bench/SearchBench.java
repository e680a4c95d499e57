package zhuhu.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhuhu.flow.HouseholdList;
import zhuhu.store.Workspace;

/// How long a search takes, by what is typed, against a plain LIKE scan of the derived table in the
/// same run; milliseconds of one processor. Arguments: the number of persons (500000).
public final class SearchBench {

    private static final PrintStream OUT = System.out;
    private static final int ROUNDS = 7;
    private static final int LIMIT = 200;

    private SearchBench() {}

    /// Fills a store in a folder of its own and deletes it.
    public static void main(String[] args) throws Exception {
        int persons = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        Path folder = Files.createTempDirectory("search-bench");
        long start = now();
        try (Workspace workspace = InventedStore.of(folder.resolve("bench.zhuhu"), persons)) {
            OUT.printf(
                    Locale.ROOT,
                    "%d persons filled in %.1f s of cpu%n",
                    persons,
                    since(start) / 1e3);
            measure(workspace);
        }
        try (var all = Files.list(folder)) {
            for (Path left : all.toList()) {
                Files.delete(left);
            }
        }
        Files.delete(folder);
    }

    private static void measure(Workspace workspace) {
        long start = now();
        while (workspace.warmSearch()) {
            continue;
        }
        OUT.printf(Locale.ROOT, "read ahead           %8.1f ms%n", since(start));
        Took like = Took.of(() -> like(workspace, "%国荣%"));
        OUT.println("plain LIKE scan      " + like);
        classes()
                .forEach((name, typed) -> {
                    Took took = Took.of(typed.stream().map(t -> search(workspace, t)).toList());
                    OUT.println(
                            "%-20s %s  1/%.0f of LIKE"
                                    .formatted(name, took, like.median() / took.median()));
                });
        Took households =
                Took.of(
                        List.of(
                                () -> workspace.searchHouseholds("王").size(),
                                () -> workspace.searchHouseholds("w").size()));
        OUT.println("all households found " + households);
        OUT.println("whole list of lines  " + Took.of(() -> lines(workspace)));
    }

    private static Map<String, List<String>> classes() {
        var classes = new LinkedHashMap<String, List<String>>();
        classes.put("one character", List.of("王", "荣", "单", "组"));
        classes.put("two characters", List.of("王平", "国荣", "光明", "英雄"));
        classes.put("three characters", List.of("王国荣", "单小明", "李光明", "没这人"));
        classes.put("one letter", List.of("w", "z", "x", "a"));
        classes.put("two letters", List.of("wx", "zg", "sh", "la"));
        classes.put("three letters", List.of("wgr", "sxm", "wan", "lgm"));
        classes.put("pinyin", List.of("wangguorong", "shanxm", "xiaom", "guangming"));
        classes.put("last digits", List.of("0012", "123", "00345X", "20017"));
        classes.put("phone", List.of("13800012345", "12345", "0001234", "1380001"));
        classes.put("numbers", List.of("52000000012345", "000012345", "53000000400001", "999"));
        classes.put("village", List.of("第7村", "第12村3组", "di9cun", "第77村"));
        return classes;
    }

    private static Act search(Workspace workspace, String typed) {
        return () -> workspace.search(typed, LIMIT).size();
    }

    private static int like(Workspace workspace, String pattern) {
        return workspace.query("SELECT id FROM person WHERE person_name LIKE ?", pattern).size();
    }

    private static int lines(Workspace workspace) {
        return new HouseholdList(workspace).lines(HouseholdList.Filter.ALL).size();
    }

    private interface Act {
        int run();
    }

    /// Milliseconds.
    private record Took(double median, double p95) {

        static Took of(Act act) {
            return of(List.of(act));
        }

        static Took of(List<Act> acts) {
            var times = new ArrayList<Double>();
            int found = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (Act act : acts) {
                    long start = now();
                    found += act.run();
                    times.add(since(start));
                }
            }
            if (found < 0) {
                throw new IllegalStateException();
            }
            times.sort(Double::compare);
            return new Took(
                    times.get(times.size() / 2), times.get((int) ((times.size() - 1) * 0.95)));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.2f ms median, %8.2f p95", median, p95);
        }
    }

    // Reason: what the thread itself took; other programs on the machine do not disturb it.
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double since(long start) {
        return (now() - start) / 1e6;
    }
}
