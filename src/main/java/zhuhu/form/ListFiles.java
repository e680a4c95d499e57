package zhuhu.form;

import java.util.Optional;
import zhuhu.base.Outcome;

/// Where a form's lists in files are found.
@FunctionalInterface
public interface ListFiles {

    /// The list of that file name (`plots.csv`); empty if there is no such file.
    Optional<Outcome<ExternalList>> list(String file);
}
