package zhuhu.flow.handout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.form.FormDifferences;
import zhuhu.flow.form.FormDifferences.Difference;
import zhuhu.flow.form.FormVersions;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSheets;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.PackSheet;

/// Takes a newer version of its campaign into a workspace, as a whole: from a task workbook, or the
/// one that came with the program. What was answered stays as it was answered; versions never
/// change and never go back. One thread.
public final class UpdatePack {

    private final Workspace workspace;
    private final Texts texts;

    /// Where the campaign comes from.
    public sealed interface Source {
        /// A name under `forms/`, or a folder.
        record Shipped(String nameOrFolder) implements Source {}

        /// Shape: `password` of the workbook.
        record Task(Path file, Optional<String> password) implements Source {}
    }

    /// What becomes of a form. Shape: `from` "" for a new one, `to` "" for one that the newer
    /// campaign does not have; `differences` question by question, where both can be read.
    public record FormChange(
            String id, String title, String from, String to, List<Difference> differences) {
        public FormChange {
            differences = List.copyOf(differences);
        }
    }

    /// What taking it in does. Shape: `fromHash` and `toHash` of the whole campaign; `files` other
    /// files that differ (lists, checks, deadlines), by path; `drafts` visits under way whose form
    /// changes: they go on with the newer questions.
    public record Plan(
            Pack pack,
            String fromHash,
            String toHash,
            List<FormChange> forms,
            List<String> files,
            int drafts) {
        public Plan {
            forms = List.copyOf(forms);
            files = List.copyOf(files);
        }

        /// Whether the workspace carries just this already.
        public boolean isNothing() {
            return fromHash.equals(toHash);
        }
    }

    public UpdatePack(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
    }

    /// Failed: it cannot be read, is another campaign, an older version, or says something else
    /// under a version that is known here.
    public Outcome<Plan> plan(Source source) {
        return pack(source).then(this::plan);
    }

    /// Takes it in; failed as [#plan(Source)], and then nothing has changed.
    public Outcome<Plan> update(Source source) {
        return plan(source).map(this::update);
    }

    Plan update(Plan plan) {
        if (!plan.isNothing()) {
            workspace.write(writer -> {
                writer.pack(plan.pack());
                return plan;
            });
        }
        return plan;
    }

    private Outcome<Pack> pack(Source source) {
        return switch (source) {
            case Source.Shipped(String name) -> PackReader.read(name);
            case Source.Task(Path file, Optional<String> password) ->
                    TaskBook.read(file, password, texts).map(TaskBook::pack);
        };
    }

    Outcome<Plan> plan(Pack pack) {
        Pack mine = workspace.pack();
        if (!pack.manifest().name().equals(mine.manifest().name())) {
            return Outcome.failed(
                    Problem.of("packOther", pack.manifest().title(), mine.manifest().title()));
        }
        var problems = new ArrayList<Problem>();
        pack.forms().forEach(form -> refuse(mine, form).ifPresent(problems::add));
        Set<String> gone =
                mine.forms().stream()
                        .map(CompiledForm::id)
                        .filter(id -> pack.form(id).isEmpty())
                        .collect(Collectors.toSet());
        workspace.drafts().stream()
                .filter(d -> gone.contains(d.form()))
                .map(d -> Problem.of("packDraftsOfGone", d.form()))
                .distinct()
                .forEach(problems::add);
        return problems.isEmpty() ? Outcome.done(of(mine, pack)) : Outcome.failed(problems);
    }

    private Optional<Problem> refuse(Pack mine, CompiledForm form) {
        Optional<String> known = workspace.formHash(form.id(), form.version());
        if (known.isPresent() && !known.get().equals(form.hash())) {
            return Optional.of(Problem.of("packFormVersionSame", form.id(), form.version()));
        }
        Optional<CompiledForm> current = mine.form(form.id());
        return current.filter(c -> Pack.compareVersions(form.version(), c.version()) < 0)
                .map(c -> Problem.of("packFormOlder", form.id(), form.version(), c.version()));
    }

    private Plan of(Pack mine, Pack pack) {
        var forms = new ArrayList<FormChange>();
        for (CompiledForm form : pack.forms()) {
            Optional<CompiledForm> before = mine.form(form.id());
            String from = before.map(CompiledForm::version).orElse("");
            if (!before.map(b -> b.hash().equals(form.hash())).orElse(false)) {
                forms.add(
                        new FormChange(
                                form.id(),
                                form.form().title(),
                                from,
                                form.version(),
                                differences(mine, from, pack, form)));
            }
        }
        mine.forms().stream()
                .filter(f -> pack.form(f.id()).isEmpty())
                .forEach(f ->
                        forms.add(
                                new FormChange(
                                        f.id(), f.form().title(), f.version(), "", List.of())));
        Set<String> changed = forms.stream().map(FormChange::id).collect(Collectors.toSet());
        int drafts =
                (int) workspace.drafts().stream().filter(d -> changed.contains(d.form())).count();
        return new Plan(
                pack,
                PackSheet.hash(mine.files()),
                PackSheet.hash(pack.files()),
                forms,
                files(mine.files(), pack.files()),
                drafts);
    }

    private static List<Difference> differences(
            Pack mine, String from, Pack pack, CompiledForm form) {
        Optional<FormSheets> before = FormVersions.sheets(mine, form.id(), from);
        Optional<FormSheets> now = FormVersions.sheets(pack, form.id(), form.version());
        return before.isEmpty() || now.isEmpty()
                ? List.of()
                : FormDifferences.of(before.get(), now.get());
    }

    /// Files that are no forms in use.
    private static List<String> files(Map<String, byte[]> before, Map<String, byte[]> now) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .filter(path -> !path.matches("[^/]+/(old/)?[^/]+\\.md"))
                .filter(path -> !Arrays.equals(before.get(path), now.get(path)))
                .toList();
    }
}
