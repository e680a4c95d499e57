package zhuhu.pack;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import zhuhu.form.CompiledForm;
import zhuhu.record.Kind;

/// A campaign with the register that all campaigns share, read and checked. Shape: `files` are all
/// its files by path (`register/household.md`, `qianxinan-2017/pack.toml`), so that a workspace can
/// carry it; `forms` the newest version of each.
public record Pack(
        Manifest manifest,
        List<CompiledForm> forms,
        Schema schema,
        List<PovertyLine> povertyLines,
        List<CostRate> costRates,
        Checks checks,
        SortedMap<String, byte[]> files) {

    public Pack {
        forms = List.copyOf(forms);
        povertyLines = List.copyOf(povertyLines);
        costRates = List.copyOf(costRates);
    }

    /// A pack without cost rates and checks.
    public Pack(
            Manifest manifest,
            List<CompiledForm> forms,
            Schema schema,
            List<PovertyLine> povertyLines,
            SortedMap<String, byte[]> files) {
        this(manifest, forms, schema, povertyLines, List.of(), Checks.NONE, files);
    }

    public Optional<CompiledForm> form(String id) {
        return forms.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /// The form that a village is walked with: the first of the campaign that states a village and
    /// no household.
    public Optional<CompiledForm> villageForm() {
        return forms.stream().filter(f -> !isOfRegister(f.id()) && isOfVillage(f)).findFirst();
    }

    /// Whether a form is one of the register's own.
    public boolean isOfRegister(String formId) {
        return files.containsKey("register/" + formId + ".md");
    }

    /// Which of two versions of a form is the newer: below 0 where it is `right`. Runs of digits
    /// compare as numbers.
    public static int compareVersions(String left, String right) {
        return FormVersions.compare(left, right);
    }

    /// Whether a visit through this form is about a village.
    public static boolean isOfVillage(CompiledForm form) {
        List<String> lists = form.form().entities();
        return lists.contains(Kind.VILLAGE.code()) && !lists.contains(Kind.HOUSEHOLD.code());
    }

    /// The line of a province (any spelling that begins with its name) and year.
    public Optional<PovertyLine> povertyLine(String province, int year) {
        return povertyLines.stream()
                .filter(l -> l.year() == year && province.startsWith(l.province()))
                .findFirst();
    }
}
