package zhuhu.form.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.FormSession;
import zhuhu.form.SessionStart;

/// Opens forms. Any thread; calls wait for each other.
public final class FormEngine {

    // Reason: JavaRosa's parser and its registries are global and not re-entrant, so all sessions
    // of a program share one lock.
    private static final ReentrantLock ENGINE = new ReentrantLock();

    private FormEngine() {}

    /// A session of a new form, or of a draft. Prefilled values that do not fit their question (an
    /// unknown choice, words for a number) are left out. Failed: the form or the draft cannot be
    /// read, or a list that the form needs is missing.
    public static Outcome<FormSession> open(SessionStart start) {
        return locked(() -> {
            register();
            return opened(start);
        });
    }

    static <T> T locked(Supplier<T> act) {
        ENGINE.lock();
        try {
            return act.get();
        } finally {
            ENGINE.unlock();
        }
    }

    private static Outcome<FormSession> opened(SessionStart start) {
        try {
            return Opening.open(start);
        } catch (IOException | RuntimeException | XFormParser.ParseException e) {
            // Reason: the engine reports what it cannot read by exceptions of any kind.
            boolean draft = start.draft().isPresent() && opensWithoutDraft(start);
            String code = draft ? "draftUnreadable" : "formUnreadable";
            return Outcome.failed(Problem.of(code, start.form().form().title(), said(e)));
        }
    }

    private static boolean opensWithoutDraft(SessionStart start) {
        var fresh =
                new SessionStart(
                        start.form(),
                        start.username(),
                        start.deviceId(),
                        start.now(),
                        start.prefill(),
                        start.rows(),
                        start.newRow(),
                        Optional.empty());
        return opened(fresh) instanceof Outcome.Done;
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void register() {
        PrototypeManager.registerPrototypes(JavaRosaCoreModule.classNames);
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        new XFormsModule().registerModule();
    }
}
