package zhuhu.app;

import zhuhu.flow.Author;
import zhuhu.store.Workspace;

/// Who acts on the command line: the person whom the workspace names.
final class CommandAuthor {

    private CommandAuthor() {}

    static Author of(Workspace workspace) {
        return new Author(
                workspace.setting("person_name").orElse(""),
                workspace.setting("unit").orElse(""),
                workspace.setting("phone").orElse(""),
                "command-line");
    }
}
