package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// A bar code, typed: laptops have no scanner of their own.
public record BarcodeType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("barcode", "add barcode prompt", "q barcode");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.TEXT;
    }

    @Override
    public String dataType() {
        return "barcode";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("input");
    }
}
