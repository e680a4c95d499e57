package zhuhu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;

/// Where commands print: one JSON document, or lines for a person. Standard output carries results
/// alone; everything else goes to standard error.
final class Console {

    static final int DONE = 0;
    static final int DONE_WITH_PROBLEMS = 1;
    static final int REFUSED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Texts texts;
    private final Map<String, String> environment;
    private boolean json;

    Console(PrintStream out, PrintStream err, Texts texts, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.texts = texts;
        this.environment = Map.copyOf(environment);
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    Texts texts() {
        return texts;
    }

    Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    void json(boolean wanted) {
        json = wanted;
    }

    boolean json() {
        return json;
    }

    /// Prints the JSON document, or the lines; `status` is handed through.
    int print(int status, JsonNode document, List<String> lines) {
        if (json) {
            out.println(document);
        } else {
            lines.forEach(out::println);
        }
        return status;
    }

    int refused(Problem problem) {
        return refused(List.of(problem));
    }

    /// Nothing was changed: says why.
    int refused(List<Problem> problems) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("problems", places(problems));
        if (json) {
            out.println(document);
        }
        problems.forEach(this::complain);
        return REFUSED;
    }

    /// On standard error, in words.
    void complain(Problem problem) {
        err.println(words(problem));
    }

    String words(Problem problem) {
        Place place = problem.place();
        String where =
                place == null
                        ? ""
                        : texts.of("app.place", place.sheet(), rowAndColumn(place)) + " ";
        return where + texts.message(problem) + " " + texts.next(problem);
    }

    private static String rowAndColumn(Place place) {
        String column = place.column() == null ? "" : place.column();
        return place.row() == 0 ? column : column + place.row();
    }

    ArrayNode places(Collection<Problem> problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> array.add(place(problem)));
        return array;
    }

    /// `{"sheet","row","column","code","message","next"}`; nulls where the problem has no place.
    ObjectNode place(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Place place = problem.place();
        if (place == null) {
            node.putNull("sheet").putNull("row").putNull("column");
        } else {
            node.put("sheet", place.sheet());
            // Reason: rows count from 1; a problem of a whole file or sheet has none.
            node.put("row", place.row() == 0 ? null : (Integer) place.row());
            node.put("column", place.column());
        }
        node.put("code", problem.code());
        node.put("message", texts.message(problem));
        return node.put("next", texts.next(problem));
    }
}
