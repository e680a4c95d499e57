package zhuhu.flow.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSheets;
import zhuhu.form.FormSheets.Sheet;
import zhuhu.form.MarkdownForm;
import zhuhu.pack.Pack;
import zhuhu.store.Workspace;

/// Every version of a form that a workspace ever carried, and its cells where they are still there.
public final class FormVersions {

    /// Shape: `title` of the newest; `hash` 64 hex digits; `statements` made through this version.
    public record Version(
            String id,
            String title,
            String version,
            String hash,
            boolean current,
            long statements) {}

    private FormVersions() {}

    /// By form, the version in use first.
    public static List<Version> of(Workspace workspace) {
        Map<String, Long> statements = new HashMap<>();
        workspace.eachRow(
                """
                SELECT s.form_id AS id, s.form_version AS version, count(*) AS made
                FROM revision r JOIN stamp s ON s.n = r.stamp
                WHERE s.form_id IS NOT NULL GROUP BY s.form_id, s.form_version
                """,
                row ->
                        statements.put(
                                row.getOrDefault("id", "") + " " + row.getOrDefault("version", ""),
                                Long.parseLong(row.getOrDefault("made", "0"))));
        var versions = new ArrayList<Version>();
        for (CompiledForm form : workspace.pack().forms()) {
            workspace.eachRow(
                    "SELECT version, hash FROM form WHERE id = ? ORDER BY version DESC",
                    row -> versions.add(version(form, row, statements)),
                    form.id());
        }
        versions.sort(
                java.util.Comparator.comparing(Version::id)
                        .thenComparing(v -> v.current() ? 0 : 1));
        return List.copyOf(versions);
    }

    private static Version version(
            CompiledForm form, Map<String, String> row, Map<String, Long> statements) {
        String version = row.getOrDefault("version", "");
        return new Version(
                form.id(),
                form.form().title(),
                version,
                row.getOrDefault("hash", ""),
                version.equals(form.version()),
                statements.getOrDefault(form.id() + " " + version, 0L));
    }

    /// The cells of a version; empty where the workspace has its XForm alone.
    public static Optional<FormSheets> sheets(Workspace workspace, String id, String version) {
        return sheets(workspace.pack(), id, version);
    }

    /// The same of a pack.
    public static Optional<FormSheets> sheets(Pack pack, String id, String version) {
        return pack.files().entrySet().stream()
                .filter(file -> file.getKey().matches("[^/]+/(old/)?[^/]+\\.md"))
                .filter(file -> !file.getKey().endsWith("/README.md"))
                .map(file ->
                        MarkdownForm.read(
                                file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)))
                .flatMap(read ->
                        read instanceof Outcome.Done<FormSheets>(FormSheets sheets)
                                ? java.util.stream.Stream.of(sheets)
                                : java.util.stream.Stream.of())
                .filter(s -> setting(s, "form_id").equals(id))
                .filter(s -> setting(s, "version").equals(version))
                .findFirst();
    }

    private static String setting(FormSheets sheets, String name) {
        return sheets.sheet("settings")
                .map(Sheet::rows)
                .filter(rows -> rows.size() > 1)
                .map(rows -> {
                    int at = rows.getFirst().indexOf(name);
                    List<String> row = rows.get(1);
                    return at < 0 || at >= row.size() ? "" : row.get(at).strip();
                })
                .orElse("");
    }
}
