package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.FormFiles;
import zhuhu.flow.LoadForm;
import zhuhu.flow.TrialForm;
import zhuhu.flow.form.FormDifferences;
import zhuhu.flow.form.FormDifferences.Difference;
import zhuhu.flow.form.FormVersions;
import zhuhu.flow.form.FormVersions.Version;
import zhuhu.form.FormSheets;
import zhuhu.screen.form.Forms;
import zhuhu.store.Workspace;

/// The forms of the open workspace, for its settings page.
record OpenForms(Workspace workspace, Clock clock) implements Forms {

    @Override
    public List<Version> versions() {
        return FormVersions.of(workspace);
    }

    @Override
    public Outcome<String> load(Path file) {
        return LoadForm.into(workspace, file).map(f -> f.form().title() + " " + f.version());
    }

    @Override
    public Outcome<List<Difference>> differences(Version older, Version current) {
        return sheets(older).then(was -> sheets(current).map(now -> FormDifferences.of(was, now)));
    }

    @Override
    public Outcome<Path> write(Version version, Path out) {
        return sheets(version).then(sheets -> FormFiles.write(sheets, out));
    }

    @Override
    public Outcome<TrialForm> tryOut(Version current) {
        return workspace
                .pack()
                .form(current.id())
                .map(form -> TrialForm.open(form, LocalDateTime.now(clock)))
                .orElseGet(() -> Outcome.failed(Problem.of("formUnknown", current.id())));
    }

    private Outcome<FormSheets> sheets(Version version) {
        Optional<FormSheets> sheets =
                FormVersions.sheets(workspace, version.id(), version.version());
        return sheets.map(Outcome::done)
                .orElseGet(() ->
                        Outcome.failed(
                                Problem.of("formCellsGone", version.title(), version.version())));
    }
}
