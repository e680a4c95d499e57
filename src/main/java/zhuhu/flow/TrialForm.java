package zhuhu.flow;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.picture.Picture;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSession;
import zhuhu.form.Ref;
import zhuhu.form.SessionStart;
import zhuhu.form.engine.FormEngine;
import zhuhu.record.Value;

/// A form tried out: it runs as in a visit, about nobody, and nothing of it is ever written. One
/// thread at a time.
public final class TrialForm implements AutoCloseable {

    private final FormSession session;
    private final Map<String, byte[]> pictures = new HashMap<>();

    private TrialForm(FormSession session) {
        this.session = session;
    }

    /// Failed: the form cannot be opened.
    public static Outcome<TrialForm> open(CompiledForm form, LocalDateTime now) {
        var start =
                new SessionStart(
                        form,
                        "",
                        "",
                        now,
                        Map.of(),
                        Map.of(),
                        (repeat, number) -> repeat + "-" + number,
                        Optional.empty());
        return FormEngine.open(start).map(TrialForm::new);
    }

    public FormSession session() {
        return session;
    }

    public Judgement judgement() {
        return Judging.of(session);
    }

    /// Takes a picture into memory; the problem where the file holds none.
    public Optional<Problem> attach(Ref ref, Path file) {
        int longestPx =
                session.form()
                        .form()
                        .questions()
                        .filter(q -> q.name().equals(ref.name()))
                        .map(Picture::longestPx)
                        .findFirst()
                        .orElse(Picture.LONGEST_PX);
        return switch (Picture.read(file, longestPx)) {
            case Outcome.Done<Picture>(Picture picture) -> {
                pictures.put(picture.name(), picture.bytes());
                session.answer(ref, Value.text(picture.name()));
                yield Optional.empty();
            }
            case Outcome.Failed<Picture>(List<Problem> problems) ->
                    Optional.of(problems.getFirst());
        };
    }

    public byte[] picture(String name) {
        return pictures.getOrDefault(name, new byte[0]);
    }

    @Override
    public void close() {
        session.close();
    }
}
