package zhuhu.app;

import java.util.List;
import java.util.function.Consumer;
import zhuhu.flow.query.AskHouseholds;
import zhuhu.flow.query.Conditions;
import zhuhu.flow.query.Fields;
import zhuhu.screen.household.Asking;
import zhuhu.store.Workspace;

/// The filter row's questions to one open workspace. The workspace's thread only, but for `fields`.
final class OpenAsking implements Asking {

    private final Workspace workspace;
    private final Fields fields;

    OpenAsking(Workspace workspace) {
        this.workspace = workspace;
        fields = new Fields(workspace.schema());
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public AskHouseholds.Answer ask(Conditions conditions) {
        return new AskHouseholds(workspace).ask(conditions);
    }

    @Override
    public List<Workspace.Question> questions() {
        return workspace.questions();
    }

    @Override
    public void keep(Workspace.Question question) {
        write(writer -> writer.question(question));
    }

    @Override
    public void drop(String name) {
        write(writer -> writer.dropQuestion(name));
    }

    private void write(Consumer<Workspace.Writer> act) {
        boolean written =
                workspace.write(writer -> {
                    act.accept(writer);
                    return true;
                });
        if (!written) {
            throw new IllegalStateException();
        }
    }
}
