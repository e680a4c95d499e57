package zhuhu.form.engine;

import zhuhu.base.Outcome;
import zhuhu.form.FormSession;
import zhuhu.form.SessionStart;

public final class FormEngine {
    private FormEngine() {}

    public static Outcome<FormSession> open(SessionStart start) {
        throw new UnsupportedOperationException(start.toString());
    }
}
