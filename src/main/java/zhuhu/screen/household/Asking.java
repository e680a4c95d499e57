package zhuhu.screen.household;

import java.util.List;
import zhuhu.flow.query.AskHouseholds.Answer;
import zhuhu.flow.query.Conditions;
import zhuhu.flow.query.Fields;
import zhuhu.store.Workspace.Question;

/// What the filter row asks. Called on the workspace's thread, but for `fields`.
public interface Asking {

    Fields fields();

    Answer ask(Conditions conditions);

    /// Those that somebody kept, by name.
    List<Question> questions();

    void keep(Question question);

    void drop(String name);
}
