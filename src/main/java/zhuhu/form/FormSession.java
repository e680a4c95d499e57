package zhuhu.form;

import java.util.List;
import zhuhu.record.Value;

/// An open form. All calls of one session come from one thread at a time; the engine behind it is
/// shared, so implementations serialise themselves.
public interface FormSession extends AutoCloseable {

    CompiledForm form();

    /// Parts and screens that are relevant now.
    List<PartView> parts();

    /// The screen of that name as it stands now. An unknown or irrelevant one throws.
    ScreenView screen(String name);

    /// Every question, hidden and irrelevant ones too, of that name: `row` "" outside repeats, else
    /// the row's id.
    List<Ref> find(String question, String row);

    /// Whether the question is relevant now, and so would count.
    boolean isRelevant(Ref ref);

    /// Saves an answer without checking it, and recalculates. A value of the wrong shape or an
    /// unknown choice throws IllegalArgumentException; callers check shapes against
    /// [FormNode.Question] first.
    void answer(Ref ref, Value value);

    /// The value now, calculated or hidden ones too; EMPTY if none.
    Value value(Ref ref);

    /// Ids of the rows that a repeat has now, in order.
    List<String> rows(String repeat);

    /// Adds a row to a repeat and gives its id. Where the form counts the rows itself, the id is
    /// kept for the next one that it asks for.
    String addRow(String repeat);

    /// Adds a row under an id of the caller's.
    void addRow(String repeat, String id);

    void removeRow(String repeat, String id);

    /// Everything that stops a screen, in form order.
    List<Failure> failures(String screen);

    /// Everything that stops the form, in form order.
    List<Failure> failures();

    /// The languages that the form has, the standard one first; one at most where it says none.
    List<String> languages();

    /// The language of labels, hints, choices and messages now; "" where the form has but one.
    String language();

    /// Changes the language; one that the form does not have throws IllegalArgumentException.
    void speak(String language);

    /// All answers, hidden and irrelevant ones included, and the row ids, to go on from later.
    byte[] draft();

    /// What the form says now.
    Submission submission();

    @Override
    void close();
}
