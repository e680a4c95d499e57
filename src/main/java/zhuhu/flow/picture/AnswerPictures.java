package zhuhu.flow.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormNode.Question;
import zhuhu.store.Workspace;

/// Pictures that answers from a file name by their own files. Shape: `answers` with the names under
/// which the workspace keeps them; `added` those it did not have before.
public record AnswerPictures(JsonNode answers, List<String> added) {

    public AnswerPictures {
        added = List.copyOf(added);
    }

    /// Keeps every picture that the answers name: a file's path, taken from `folder` where it is
    /// not absolute, or the name of one that is kept already. Failed: one is missing or no picture;
    /// then none is kept.
    public static Outcome<AnswerPictures> take(
            Workspace workspace, CheckedForm form, JsonNode answers, Path folder) {
        var taking = new Taking(workspace, form, folder);
        JsonNode with = answers.deepCopy();
        taking.object(with);
        if (!taking.problems.isEmpty()) {
            return Outcome.failed(taking.problems);
        }
        List<String> added = taking.added();
        taking.pictures
                .values()
                .forEach(picture -> workspace.write(writer -> writer.attach(picture.bytes())));
        return Outcome.done(new AnswerPictures(with, added));
    }

    /// Forgets what was added: the answers were not kept.
    public void forget(Workspace workspace) {
        for (String name : added) {
            workspace.write(writer -> {
                writer.detach(name);
                return name;
            });
        }
    }

    private static final class Taking {
        private final Workspace workspace;
        private final Map<String, Question> questions = new HashMap<>();
        private final Path folder;
        private final Map<String, Picture> pictures = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Taking(Workspace workspace, CheckedForm form, Path folder) {
            this.workspace = workspace;
            this.folder = folder;
            form.questions()
                    .filter(q -> q.kind() == AnswerKind.IMAGE)
                    .forEach(q -> questions.put(q.name(), q));
        }

        List<String> added() {
            return pictures.keySet().stream()
                    .filter(name -> !workspace.hasAttachment(name))
                    .toList();
        }

        void object(JsonNode json) {
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                Question question = questions.get(entry.getKey());
                if (question != null && entry.getValue().isTextual()) {
                    picture(question, entry.getValue().asText(), (ObjectNode) json);
                } else {
                    entry.getValue().forEach(this::object);
                }
            }
        }

        private void picture(Question question, String said, ObjectNode json) {
            if (said.isBlank() || workspace.hasAttachment(said)) {
                return;
            }
            switch (read(said, Picture.longestPx(question))) {
                case Outcome.Done<Picture>(Picture picture) -> {
                    pictures.put(picture.name(), picture);
                    json.set(question.name(), TextNode.valueOf(picture.name()));
                }
                case Outcome.Failed<Picture>(List<Problem> found) -> problems.addAll(found);
            }
        }

        private Outcome<Picture> read(String said, int longestPx) {
            try {
                return Picture.read(folder.resolve(said), longestPx);
            } catch (InvalidPathException e) {
                return Outcome.failed(Problem.of("pictureMissing", said));
            }
        }
    }
}
