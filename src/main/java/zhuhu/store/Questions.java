package zhuhu.store;

import java.util.ArrayList;
import java.util.List;
import zhuhu.store.Workspace.Question;

/// Questions over the register that somebody named and kept in this file.
final class Questions {

    private final Database database;

    Questions(Database database) {
        this.database = database;
    }

    /// By name.
    List<Question> all() {
        var all = new ArrayList<Question>();
        database.each(
                "SELECT name, expression FROM question ORDER BY name",
                row -> all.add(new Question(row.getString(1), row.getString(2))));
        return all;
    }

    void put(Question question) {
        database.run(
                "INSERT OR REPLACE INTO question (name, expression) VALUES (?,?)",
                question.name(),
                question.expression());
    }

    void drop(String name) {
        database.run("DELETE FROM question WHERE name = ?", name);
    }
}
