package zhuhu.screen.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.flow.query.AskHouseholds.Answer;
import zhuhu.flow.query.Condition;
import zhuhu.flow.query.Conditions;
import zhuhu.flow.query.Expression;
import zhuhu.flow.query.ExpressionReader;
import zhuhu.flow.query.Fields;
import zhuhu.flow.query.Tally;
import zhuhu.screen.Background;
import zhuhu.store.Workspace.Question;

/// The secretary's call: conditions put together row by row, what they find, and questions kept for
/// the next time. Narrows the list of households. The window's thread only; works without a window.
public final class AskModel {

    private final Asking asking;
    private final Background background;
    private final HouseholdsModel households;
    private final ObservableList<AskRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Conditions>> conditions =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Question> questions = FXCollections.observableArrayList();
    private volatile int asked;
    private boolean setting;

    public AskModel(Asking asking, Background background, HouseholdsModel households) {
        this.asking = asking;
        this.background = background;
        this.households = households;
        households
                .among()
                .subscribe(among -> {
                    if (among.isEmpty() && answer.get().isPresent()) {
                        close();
                    }
                });
        open.subscribe(now -> {
            if (now && rows.isEmpty()) {
                add();
            }
            if (now) {
                readQuestions();
            }
        });
    }

    Fields fields() {
        return asking.fields();
    }

    ObservableList<String> villages() {
        return households.villages();
    }

    /// Whether the conditions are shown.
    public BooleanProperty open() {
        return open;
    }

    ObservableList<AskRow> rows() {
        return rows;
    }

    /// What was found last; empty before anything was asked.
    public ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }

    /// The conditions that are complete; empty if none is.
    ReadOnlyObjectProperty<Optional<Conditions>> conditions() {
        return conditions.getReadOnlyProperty();
    }

    /// Questions that somebody kept.
    ObservableList<Question> questions() {
        return questions;
    }

    AskRow add() {
        var row = new AskRow(this::changed);
        rows.add(row);
        return row;
    }

    void remove(AskRow row) {
        rows.remove(row);
        if (rows.isEmpty()) {
            add();
        }
        changed();
    }

    /// Takes all conditions away and shows every household.
    void close() {
        open.set(false);
        rows.clear();
        changed();
    }

    /// Households and people by village and group, of the lines shown.
    public List<Tally> tallies() {
        return Tally.of(households.lines(), answer.get().map(Answer::households).orElse(Map.of()));
    }

    /// Puts a kept question's conditions into the rows and asks. False: it is more than rows can
    /// show, or of properties that this pack does not have.
    boolean ask(Question question) {
        Optional<Conditions> read =
                switch (new ExpressionReader(fields()).read(question.expression())) {
                    case Outcome.Done<Expression>(Expression expression) ->
                            Conditions.of(expression);
                    case Outcome.Failed<Expression> _ -> Optional.empty();
                };
        read.ifPresent(this::show);
        return read.isPresent();
    }

    private void show(Conditions read) {
        setting = true;
        rows.clear();
        for (List<Condition> group : read.groups()) {
            for (int i = 0; i < group.size(); i++) {
                var row = new AskRow(this::changed);
                Condition condition = group.get(i);
                row.or().set(i == 0);
                row.field().set(fields().find(condition.property()));
                row.operator().set(condition.operator());
                row.values().set(condition.values());
                rows.add(row);
            }
        }
        setting = false;
        open.set(true);
        changed();
    }

    /// Keeps the conditions under a name.
    void keep(String name) {
        conditions
                .get()
                .map(c -> new Question(name.strip(), c.expression(fields()).text()))
                .filter(question -> !question.name().isEmpty())
                .ifPresent(question -> {
                    act(() -> asking.keep(question));
                });
    }

    void rename(Question question, String name) {
        String now = name.strip();
        if (!now.isEmpty() && !now.equals(question.name())) {
            act(() -> {
                asking.keep(new Question(now, question.expression()));
                asking.drop(question.name());
            });
        }
    }

    void drop(Question question) {
        act(() -> asking.drop(question.name()));
    }

    private void act(Runnable change) {
        background.run(
                () -> {
                    change.run();
                    return asking.questions();
                },
                questions::setAll);
    }

    private void readQuestions() {
        background.run(asking::questions, questions::setAll);
    }

    private void changed() {
        if (setting) {
            return;
        }
        Optional<Conditions> now = complete();
        if (now.equals(conditions.get())) {
            return;
        }
        conditions.set(now);
        int turn = ++asked;
        if (now.isEmpty()) {
            answer.set(Optional.empty());
            households.among().set(Optional.empty());
            return;
        }
        background.run(
                // Reason: while conditions are put together, only the newest is worth an answer.
                () -> turn == asked ? asking.ask(now.get()) : new Answer(Map.of(), false),
                found -> {
                    if (turn == asked) {
                        answer.set(Optional.of(found));
                        households.among().set(Optional.of(found.households().keySet()));
                    }
                });
    }

    /// Asks again: something was written since.
    void refresh() {
        conditions.set(Optional.empty());
        changed();
    }

    private Optional<Conditions> complete() {
        var groups = new ArrayList<List<Condition>>();
        for (AskRow row : rows) {
            if (groups.isEmpty() || row.or().get()) {
                groups.add(new ArrayList<>());
            }
            row.condition().ifPresent(groups.getLast()::add);
        }
        var found = new Conditions(new ArrayList<>(groups));
        return found.groups().isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
