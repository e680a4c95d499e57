package zhuhu.form.engine;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.core.model.utils.DateUtils.DateFields;
import org.javarosa.core.model.utils.IPreloadHandler;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.jspecify.annotations.Nullable;
import zhuhu.form.SessionStart;

/// What a form asks of the world around it (the time, the user, the device), answered from the
/// session's start instead of from the machine.
final class Clockwork {

    /// What [XFormText] puts in place of `today()`.
    static final String TODAY = "session-today";

    /// What [XFormText] puts in place of `now()`.
    static final String NOW = "session-now";

    private final SessionStart start;

    Clockwork(SessionStart start) {
        this.start = start;
    }

    /// Before the form is initialised.
    void wire(FormDef form) {
        var controller = new FormEntryController(new FormEntryModel(form));
        controller.addFunctionHandler(new Instant(TODAY, today()));
        controller.addFunctionHandler(new Instant(NOW, now()));
        controller.addFunctionHandler(new PullData(start.form().lists()));
        var preloader = form.getPreloader();
        preloader.addPreloadHandler(
                new Preload("date", what -> what.equals("today") ? new DateData(today()) : null));
        preloader.addPreloadHandler(
                new Preload(
                        "timestamp",
                        what -> what.equals("start") ? new DateTimeData(now()) : null));
        preloader.addPreloadHandler(new Preload("property", this::property));
        // Reason: the visit has an id of its own; a random one would make equal drafts differ.
        preloader.addPreloadHandler(new Preload("uid", _ -> null));
    }

    private @Nullable IAnswerData property(String what) {
        return switch (what) {
            case "username" -> text(start.username());
            case "deviceid" -> text(start.deviceId());
            default -> null;
        };
    }

    private static @Nullable IAnswerData text(String text) {
        return text.isEmpty() ? null : new StringData(text);
    }

    private Date today() {
        LocalDateTime now = start.now();
        return DateUtils.getDate(now.getYear(), now.getMonthValue(), now.getDayOfMonth());
    }

    private Date now() {
        LocalDateTime now = start.now();
        return DateUtils.getDate(
                DateFields.of(
                        now.getYear(),
                        now.getMonthValue(),
                        now.getDayOfMonth(),
                        now.getHour(),
                        now.getMinute(),
                        now.getSecond(),
                        0));
    }

    private record Instant(String name, Date date) implements IFunctionHandler {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public List<Class<?>[]> getPrototypes() {
            return List.<Class<?>[]>of(new Class<?>[0]);
        }

        @Override
        public Object eval(Object[] args, EvaluationContext context) {
            return date.clone();
        }
    }

    private record Preload(String name, Function<String, @Nullable IAnswerData> answer)
            implements IPreloadHandler {
        @Override
        public String preloadHandled() {
            return name;
        }

        @Override
        public @Nullable IAnswerData handlePreload(String what) {
            return answer.apply(what);
        }

        @Override
        public boolean handlePostProcess(TreeElement node, String what) {
            return false;
        }
    }
}
