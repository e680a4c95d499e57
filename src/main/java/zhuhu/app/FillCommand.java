package zhuhu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.VillageStates;
import zhuhu.flow.Visit;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.flow.edit.FillHousehold;
import zhuhu.flow.edit.FillRegister;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.picture.AnswerPictures;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `fill FILE --form FORM --record KEY --answers ANSWERS.json ...`
@Command(name = "fill")
final class FillCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--form", paramLabel = "FORM", required = true)
    String form = "";

    @Option(names = "--record", paramLabel = "KEY", required = true)
    String record = "";

    @Option(names = "--answers", paramLabel = "ANSWERS.json", required = true)
    Path answers = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "")
    String by = "";

    @Option(names = "--device", paramLabel = "ID", defaultValue = "command-line")
    String device = "";

    @Option(names = "--round", paramLabel = "ID")
    @Nullable String round;

    @Option(names = "--at", paramLabel = "DATETIME")
    @Nullable String at;

    @Option(names = "--draft")
    boolean draft;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    String reason = "";

    @Option(names = "--document", paramLabel = "NUMBER", defaultValue = "")
    String document = "";

    FillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (GivenTime.of(at)) {
            case Outcome.Done<LocalDateTime>(LocalDateTime time) ->
                    options.with(console, file, workspace -> fill(workspace, time));
            case Outcome.Failed<LocalDateTime>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int fill(Workspace workspace, LocalDateTime time) {
        var author = new Author(name(workspace), "", "", device);
        if (form.equals(Kind.HOUSEHOLD.code())
                && new FindRecord(workspace).by(record)
                        instanceof Outcome.Done<RecordId>(RecordId village)
                && village.kind() == Kind.VILLAGE) {
            return new AddedHousehold(console, workspace)
                    .print(
                            readAnswers()
                                    .then(json ->
                                            new FillHousehold(
                                                            workspace,
                                                            new AddHousehold(
                                                                    workspace, author, () -> time))
                                                    .of(
                                                            village,
                                                            json,
                                                            new Reason(reason, document))));
        }
        if (FillRegister.isRegister(workspace, form)) {
            return correct(workspace, author, time);
        }
        Outcome<FillVisit.Filled> filled =
                readAnswers()
                        .then(json ->
                                new FindRecord(workspace)
                                        .subject(record)
                                        .then(subject ->
                                                Visit.open(
                                                        workspace,
                                                        subject,
                                                        form,
                                                        round(workspace),
                                                        author,
                                                        () -> time,
                                                        Visit.Keep.AT_THE_END))
                                        .then(visit -> fill(workspace, visit, json)));
        return switch (filled) {
            case Outcome.Done<FillVisit.Filled>(FillVisit.Filled done) -> print(workspace, done);
            case Outcome.Failed<FillVisit.Filled>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private Outcome<FillVisit.Filled> fill(Workspace workspace, Visit visit, JsonNode json) {
        try (visit) {
            return AnswerPictures.take(workspace, visit.form().form(), json, answersFolder())
                    .then(pictures -> filled(workspace, visit, pictures));
        }
    }

    /// Pictures are named as seen from the file with the answers.
    private Path answersFolder() {
        return Optional.ofNullable(answers.toAbsolutePath().getParent()).orElse(Path.of(""));
    }

    private Outcome<FillVisit.Filled> filled(
            Workspace workspace, Visit visit, AnswerPictures pictures) {
        Outcome<FillVisit.Filled> outcome =
                FillVisit.of(
                        workspace, visit, pictures.answers(), draft, new Reason(reason, document));
        boolean isKept =
                outcome instanceof Outcome.Done<FillVisit.Filled>(FillVisit.Filled done)
                        && done.kept();
        if (!isKept) {
            pictures.forget(workspace);
        }
        return outcome;
    }

    /// Corrects the register itself through one of its own forms.
    private int correct(Workspace workspace, Author author, LocalDateTime time) {
        var fill = new FillRegister(workspace, author, () -> time);
        return switch (readAnswers()
                .then(json -> fill.of(form, record, json, new Reason(reason, document)))) {
            case Outcome.Done<FillRegister.Filled>(FillRegister.Filled done) -> print(done);
            case Outcome.Failed<FillRegister.Filled>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int print(FillRegister.Filled filled) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("visit", filled.act().map(RecordId::text).orElse(null));
        json.put("record", filled.record().text());
        json.put("key", filled.record().shortKey());
        json.putNull("state");
        ArrayNode sections = json.putArray("sections");
        filled.sections().forEach(sections::add);
        json.put("reason", filled.reason().words());
        json.put("document", filled.reason().document());
        ArrayNode problems = json.putArray("problems");
        var lines = new ArrayList<String>();
        var told = new ArrayList<>(filled.stops());
        if (filled.act().isPresent() && filled.reason().words().isEmpty()) {
            told.add(new FillRegister.Stop("reason", Problem.of("editNoReason")));
        }
        for (FillRegister.Stop stop : told) {
            problems.addObject()
                    .put("question", stop.question())
                    .put("code", stop.problem().code())
                    .put("message", console.texts().message(stop.problem()))
                    .put("next", console.texts().next(stop.problem()));
            lines.add(stop.question() + "\t" + console.words(stop.problem()));
        }
        boolean stopped = !filled.stops().isEmpty();
        lines.add(
                console.texts()
                        .of(
                                stopped
                                        ? "app.stopped"
                                        : filled.act().isPresent()
                                                ? "app.corrected"
                                                : "app.asBefore"));
        return console.print(stopped ? Console.REFUSED : Console.DONE, json, lines);
    }

    private int print(Workspace workspace, FillVisit.Filled filled) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("visit", filled.visit().text());
        json.put("key", filled.visit().shortKey());
        json.put("state", state(workspace));
        ArrayNode problems = json.putArray("problems");
        var lines = new ArrayList<String>();
        var told = new ArrayList<>(filled.stops());
        told.addAll(filled.doubts());
        for (FillVisit.Stop stop : told) {
            ObjectNode node = put(problems, stop);
            stop.reason().ifPresent(r -> node.put("reason", r.isEmpty() ? null : r));
            String missing = console.texts().of("app.reasonMissing");
            String reason = stop.reason().map(r -> r.isEmpty() ? missing : r).orElse("");
            lines.add(
                    (stop.question() + "\t" + console.words(stop.problem()) + " " + reason)
                            .strip());
        }
        ArrayNode hints = json.putArray("hints");
        filled.hints().forEach(hint -> put(hints, hint));
        lines.add(
                console.texts()
                        .of(
                                filled.finalised()
                                        ? "app.finalised"
                                        : filled.kept() ? "app.drafted" : "app.stopped"));
        int status =
                filled.stops().isEmpty()
                        ? Console.DONE
                        : filled.kept() ? Console.DONE_WITH_PROBLEMS : Console.REFUSED;
        return console.print(status, json, lines);
    }

    private ObjectNode put(ArrayNode array, FillVisit.Stop stop) {
        ObjectNode node = array.addObject().put("question", stop.question());
        node.put("record", stop.row().isEmpty() ? null : stop.row());
        node.put("code", stop.problem().code());
        node.put("message", console.texts().message(stop.problem()));
        return node.put("next", console.texts().next(stop.problem()));
    }

    private @Nullable String state(Workspace workspace) {
        return switch (new FindRecord(workspace).subject(record)) {
            case Outcome.Done<RecordId>(RecordId subject) -> {
                String state =
                        subject.kind() == Kind.VILLAGE
                                ? VillageStates.of(workspace, round(workspace)).of(subject.text())
                                : HouseholdStates.of(workspace, round(workspace))
                                        .of(subject.text());
                yield state.isEmpty() ? null : state;
            }
            case Outcome.Failed<RecordId> _ -> null;
        };
    }

    /// Who says so: as given, else whoever keeps this file. Reason: a statement that nobody stands
    /// behind counts as broken when its workbook is verified.
    private String name(Workspace workspace) {
        return Stream.of(by, workspace.setting("person_name").orElse(""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(() -> console.texts().of("app.nobody"));
    }

    private String round(Workspace workspace) {
        return round == null ? workspace.setting("round").orElse("") : round;
    }

    private Outcome<JsonNode> readAnswers() {
        return AnswerFile.read(answers);
    }
}
