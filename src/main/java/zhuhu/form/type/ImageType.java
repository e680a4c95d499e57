package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// A picture file.
public record ImageType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of(
                "image",
                "photo",
                "picture",
                "add image prompt",
                "add photo prompt",
                "q image",
                "q picture");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.IMAGE;
    }

    @Override
    public String dataType() {
        return "binary";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("upload");
    }

    @Override
    public Map<String, String> controlAttributes() {
        return Map.of("mediatype", "image/*");
    }

    @Override
    public Set<String> parameters() {
        return Set.of("max-pixels");
    }

    @Override
    public boolean holds(String text) {
        return false;
    }
}
