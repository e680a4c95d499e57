package zhuhu.form.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A session put away. Shape, in UTF-8: lines of tab-separated words (`draft 1`, `started TIME`,
/// `count REPEAT N`, `row PATH known|new ID`, `gone PATH ID`), an empty line, then the XForm
/// instance with hidden and irrelevant answers.
record Draft(String started, RowBook rows, byte[] instance) {

    private static final String FIRST = "draft\t1";

    byte[] write() {
        var lines = new ArrayList<String>();
        lines.add(FIRST);
        lines.add("started\t" + started);
        rows.counters().forEach((name, last) -> lines.add("count\t" + name + "\t" + last));
        for (String repeat : rows.repeats().stream().sorted().toList()) {
            for (RowBook.Row row : rows.rows(repeat)) {
                String how = row.isNew() ? "new" : "known";
                lines.add("row\t" + repeat + "\t" + how + "\t" + row.id());
            }
        }
        for (String repeat : rows.repeatsWithGone()) {
            rows.gone(repeat).forEach(id -> lines.add("gone\t" + repeat + "\t" + id));
        }
        byte[] head = (String.join("\n", lines) + "\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + instance.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(instance, 0, all, head.length, instance.length);
        return all;
    }

    /// Throws IllegalArgumentException where the bytes are no draft.
    static Draft read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        if (!text.startsWith(FIRST + "\n") || end < 0) {
            throw new IllegalArgumentException("not a draft of this program");
        }
        var rows = new RowBook();
        String started = "";
        for (String line : text.substring(FIRST.length() + 1, end).split("\n", -1)) {
            List<String> words = List.of(line.split("\t", -1));
            if (words.size() == 2 && words.getFirst().equals("started")) {
                started = words.get(1);
            } else {
                read(words, rows);
            }
        }
        byte[] instance = text.substring(end + 2).getBytes(StandardCharsets.UTF_8);
        return new Draft(started, rows, instance);
    }

    private static void read(List<String> words, RowBook rows) {
        String shape = words.getFirst() + words.size();
        switch (shape) {
            case "count3" -> rows.counted(words.get(1), Integer.parseInt(words.get(2)));
            case "row4" ->
                    rows.add(
                            words.get(1),
                            new RowBook.Row(words.get(3), words.get(2).equals("new")));
            case "gone3" -> rows.goneFrom(words.get(1), words.get(2));
            default -> throw new IllegalArgumentException("unknown line " + words);
        }
    }
}
