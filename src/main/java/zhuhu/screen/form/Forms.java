package zhuhu.screen.form;

import java.nio.file.Path;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.TrialForm;
import zhuhu.flow.form.FormDifferences.Difference;
import zhuhu.flow.form.FormVersions.Version;

/// The forms of the open workspace. Called on the workspace's thread.
public interface Forms {

    /// By form, the version in use first.
    List<Version> versions();

    /// Adds a form or a newer version of one; its title and version.
    Outcome<String> load(Path file);

    /// What differs between a version and the one in use. Failed: the older one's cells are gone.
    Outcome<List<Difference>> differences(Version older, Version current);

    /// Writes a version for Excel.
    Outcome<Path> write(Version version, Path out);

    /// Opens the version in use, about nobody.
    Outcome<TrialForm> tryOut(Version current);
}
