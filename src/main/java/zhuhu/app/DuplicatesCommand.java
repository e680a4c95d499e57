package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import zhuhu.flow.Labels;
import zhuhu.flow.Progress;
import zhuhu.flow.link.Duplicates;
import zhuhu.flow.link.Pair;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `duplicates FILE`: pairs that may be one and the same, with what speaks for it.
@Command(name = "duplicates")
final class DuplicatesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    DuplicatesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::print);
    }

    private int print(Workspace workspace) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode pairs = json.putArray("pairs");
        var words = new ArrayList<String>();
        for (Pair pair : Duplicates.of(workspace, console.texts(), Progress.NONE)) {
            ObjectNode node = pairs.addObject();
            node.put("link", pair.link().text()).put("kind", pair.first().kind().code());
            node.set("first", side(workspace, pair.first()));
            node.set("second", side(workspace, pair.second()));
            ArrayNode evidence = node.putArray("evidence");
            pair.evidence().forEach(evidence::add);
            node.put("later", pair.later());
            words.add(
                    String.join(
                            "\t",
                            pair.first().shortKey(),
                            pair.second().shortKey(),
                            Labels.of(workspace, pair.first()),
                            Labels.of(workspace, pair.second()),
                            String.join("；", pair.evidence())));
        }
        return console.print(Console.DONE, json, words);
    }

    private static ObjectNode side(Workspace workspace, RecordId record) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", record.shortKey())
                .put("id", record.text())
                .put("label", Labels.of(workspace, record));
    }
}
