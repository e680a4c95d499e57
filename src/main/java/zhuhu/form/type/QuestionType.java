package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// A question type: the words an XLSForm has for it, and what it becomes in an XForm. A further
/// type is one more file and its name in [QuestionTypes]. Stateless; any thread.
public sealed interface QuestionType
        permits TextType,
                IntegerType,
                DecimalType,
                DateType,
                SelectOneType,
                SelectMultipleType,
                NoteType,
                CalculateType,
                HiddenType,
                AcknowledgeType,
                StartType,
                EndType,
                TodayType,
                UsernameType,
                DeviceIdType,
                TimeType,
                DateTimeType,
                RangeType,
                RankType,
                ImageType,
                BarcodeType,
                SelectOneFromFileType,
                SelectMultipleFromFileType {

    /// Every word for it in a form, lower case; the first is the one that checked forms use.
    List<String> words();

    AnswerKind kind();

    /// The `type` of its bind.
    String dataType();

    /// The element that asks it; empty if nobody is asked.
    Optional<String> control();

    /// Further attributes of its bind, in the order they are written.
    default Map<String, String> bind() {
        return Map.of();
    }

    /// Further attributes of the element that asks it.
    default Map<String, String> controlAttributes() {
        return Map.of();
    }

    /// Whether a choice list follows the word.
    default boolean takesList() {
        return false;
    }

    /// Whether that list is the name of a file, `plots.csv`.
    default boolean takesFile() {
        return false;
    }

    /// The names that its `parameters` cell may give.
    default Set<String> parameters() {
        return Set.of();
    }

    /// Whether a fixed default of this text is an answer that this type can hold. Choices are
    /// checked against their list elsewhere.
    default boolean holds(String text) {
        return true;
    }
}
