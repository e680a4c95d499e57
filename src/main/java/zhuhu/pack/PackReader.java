package zhuhu.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.FormSheets;

/// Reads a pack: the shipped register and one campaign folder. Everything that is wrong with it is
/// told at once, with its place. Any thread.
public final class PackReader {

    private PackReader() {}

    /// Names of the packs that the program brings, sorted.
    public static List<String> shipped() {
        return PackFiles.shippedNames();
    }

    /// `nameOrFolder`: the name of a shipped pack (`qianxinan-2017`), or a campaign's folder. A
    /// folder uses the register in it, the one beside it, or else the shipped one.
    public static Outcome<Pack> read(String nameOrFolder) {
        Optional<SortedMap<String, byte[]>> shipped = PackFiles.shipped(nameOrFolder);
        if (shipped.isPresent()) {
            return read(shipped.get());
        }
        Optional<Path> folder = PackFiles.path(nameOrFolder);
        return folder.isPresent()
                ? PackFiles.folder(folder.get()).then(PackReader::read).then(PackReader::fenced)
                : Outcome.failed(Problem.of("packNoSuch", nameOrFolder));
    }

    /// From a folder that holds `register/` and `NAME/`.
    public static Outcome<Pack> read(Path formsFolder, String name) {
        Optional<Path> folder = PackFiles.path(name).map(formsFolder::resolve);
        return folder.isPresent()
                ? PackFiles.folder(folder.get()).then(PackReader::read)
                : Outcome.failed(Problem.of("packNoSuch", name));
    }

    /// From the files that a workspace or a task workbook carries.
    public static Outcome<Pack> read(SortedMap<String, byte[]> files) {
        List<String> manifests =
                files.keySet().stream().filter(path -> path.matches("[^/]+/pack\\.toml")).toList();
        if (manifests.size() != 1) {
            return Outcome.failed(Problem.of("packManifestCount", manifests.size()));
        }
        String name = manifests.getFirst().substring(0, manifests.getFirst().indexOf('/'));
        var text = new PackText(new TreeMap<>(files));
        Manifest manifest = ManifestReader.read(text, name);
        PackForms forms = PackForms.of(text, name);
        Schema schema = schema(text, forms);
        List<PovertyLine> lines = PovertyLines.read(text, name);
        List<CostRate> rates = CostRates.read(text, name);
        Checks checks = checks(text, name, schema);
        check(text, manifest, forms);
        return text.problems().isEmpty()
                ? Outcome.done(
                        new Pack(manifest, forms.all(), schema, lines, rates, checks, text.files()))
                : Outcome.failed(text.problems());
    }

    /// The pack with a form added, or with a newer version of a form that it has. The same version
    /// with the same content changes nothing; with other content it is refused, and so is an older
    /// version. Superseded versions stay in `files` under `old/`.
    public static Outcome<Pack> withForm(Pack pack, FormSheets sheets) {
        return withForm(pack, sheets, Map.of());
    }

    /// The same with the list files that the form looks into, by file name; one that the pack has
    /// with other content is refused.
    public static Outcome<Pack> withForm(Pack pack, FormSheets sheets, Map<String, byte[]> lists) {
        return FormVersions.add(pack, sheets, lists).then(PackReader::read);
    }

    private static Checks checks(PackText text, String name, Schema schema) {
        String register = PackFiles.REGISTER + "/" + QueryFile.CHECKS;
        String campaign = name + "/" + QueryFile.CHECKS;
        var own = new HashSet<String>();
        for (String path : List.of(register, campaign)) {
            if (PackFiles.isShipped(path, text.files().get(path))) {
                own.add(path);
            }
        }
        return Checks.of(
                QueryFile.read(text, register), QueryFile.read(text, campaign), schema, own);
    }

    /// A pack from a folder is told at once what its queries may not do; one that a file carries is
    /// told when it asks.
    private static Outcome<Pack> fenced(Pack pack) {
        List<Problem> problems = pack.checks().problems();
        return problems.isEmpty() ? Outcome.done(pack) : Outcome.failed(problems);
    }

    private static Schema schema(PackText text, PackForms forms) {
        var sections = new ArrayList<>(RegisterSchema.of(text, forms.register()));
        var register = new Schema(sections);
        if (!sections.isEmpty()) {
            forms.campaign().forEach(read -> SaveToRules.check(text, register, read));
        }
        sections.addAll(
                VisitSchema.of(forms.campaign().stream().map(r -> r.form().form()).toList()));
        sections.add(LinkSchema.section());
        return new Schema(sections);
    }

    private static void check(PackText text, Manifest manifest, PackForms forms) {
        boolean isThere =
                forms.campaign().stream()
                        .anyMatch(read -> read.form().id().equals(manifest.visitForm()));
        // Reason: where something else is wrong the form may only seem to be missing.
        if (!isThere && text.problems().isEmpty()) {
            String path = manifest.name() + "/" + PackFiles.MANIFEST;
            text.problem(
                    Problem.of("packVisitFormMissing", manifest.visitForm()).at(Place.in(path)));
        }
    }
}
