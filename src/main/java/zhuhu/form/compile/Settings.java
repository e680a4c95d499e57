package zhuhu.form.compile;

import java.util.Optional;

/// What the settings sheet says, with defaults filled in. Shape: `root` is the root element's name.
record Settings(
        String root,
        String id,
        String version,
        String title,
        String style,
        String language,
        boolean sameChoiceTwice,
        Optional<Cell> instanceName,
        Optional<Cell> namespaces) {}
