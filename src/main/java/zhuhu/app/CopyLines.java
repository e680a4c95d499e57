package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import zhuhu.store.Copies.Copied;

/// What `backup` and `restore` print: `{"file","bytes"}`.
final class CopyLines {

    private CopyLines() {}

    static ObjectNode json(Copied copied) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", copied.file().toString())
                .put("bytes", copied.bytes());
    }
}
