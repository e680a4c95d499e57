package zhuhu.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormCompiler;
import zhuhu.form.FormSheets;
import zhuhu.form.MarkdownForm;

/// Puts a form into a pack's files. Versions are immutable and go forward only.
final class FormVersions {

    private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

    private FormVersions() {}

    /// The pack's files with the form in them. Shape: `lists` files that the form looks into, by
    /// file name.
    static Outcome<SortedMap<String, byte[]>> add(
            Pack pack, FormSheets sheets, Map<String, byte[]> lists) {
        String folder = pack.manifest().name() + "/lists/";
        var files = new TreeMap<>(pack.files());
        for (Map.Entry<String, byte[]> list : lists.entrySet()) {
            byte[] known = files.putIfAbsent(folder + list.getKey(), list.getValue());
            if (known != null && !Arrays.equals(known, list.getValue())) {
                // Reason: answers given before are read by the list that they were picked from.
                return failed("formListChanged", sheets, list.getKey());
            }
        }
        return FormCompiler.compile(
                        sheets, Optional.empty(), PackForms.lists(files, pack.manifest().name()))
                .then(form -> add(pack, files, sheets, form));
    }

    private static Outcome<SortedMap<String, byte[]>> add(
            Pack pack, SortedMap<String, byte[]> with, FormSheets sheets, CompiledForm form) {
        String id = form.id();
        if (form.version().isEmpty() || !safe(form.version()) || !safe(id)) {
            return failed("packFormUnversioned", sheets, id, form.version());
        }
        Optional<CompiledForm> current = pack.form(id);
        var files = new TreeMap<>(with);
        if (current.isPresent()) {
            String path = path(pack, id);
            String version = current.get().version();
            if (version.equals(form.version())) {
                return current.get().hash().equals(form.hash())
                        ? Outcome.done(files)
                        : failed("packFormVersionSame", sheets, id, version);
            }
            if (compare(form.version(), version) < 0) {
                return failed("packFormOlder", sheets, id, form.version(), version);
            }
            byte[] superseded = files.getOrDefault(path, new byte[0]);
            files.put(folder(path) + "old/" + id + "@" + version + ".md", superseded);
            files.put(path, bytes(sheets));
        } else {
            files.put(pack.manifest().name() + "/" + id + ".md", bytes(sheets));
        }
        return Outcome.done(files);
    }

    /// Where the form of that id stands now.
    private static String path(Pack pack, String id) {
        for (Map.Entry<String, byte[]> file : pack.files().entrySet()) {
            if (file.getKey().matches("[^/]+/[^/]+\\.md")) {
                String text = new String(file.getValue(), StandardCharsets.UTF_8);
                Outcome<PackForms.Read> read = PackForms.read(file.getKey(), text, pack.files());
                if (read instanceof Outcome.Done<PackForms.Read>(PackForms.Read form)
                        && form.form().id().equals(id)) {
                    return file.getKey();
                }
            }
        }
        throw new IllegalStateException("No file holds form " + id);
    }

    /// Runs of digits compare as numbers: `2` before `10`, `2017022401` before `2017031001`.
    static int compare(String left, String right) {
        List<String> mine = pieces(left);
        List<String> yours = pieces(right);
        for (int i = 0; i < Math.min(mine.size(), yours.size()); i++) {
            int order = piece(mine.get(i), yours.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.size(), yours.size());
    }

    private static int piece(String left, String right) {
        if (!Character.isDigit(left.charAt(0)) || !Character.isDigit(right.charAt(0))) {
            return left.compareTo(right);
        }
        String mine = left.replaceFirst("^0+(?=.)", "");
        String yours = right.replaceFirst("^0+(?=.)", "");
        return mine.length() != yours.length()
                ? Integer.compare(mine.length(), yours.length())
                : mine.compareTo(yours);
    }

    private static List<String> pieces(String version) {
        var pieces = new ArrayList<String>();
        Matcher matcher = PIECE.matcher(version);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    // Reason: ids and versions become file names.
    private static boolean safe(String word) {
        return word.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static byte[] bytes(FormSheets sheets) {
        return MarkdownForm.write(sheets).getBytes(StandardCharsets.UTF_8);
    }

    private static <T> Outcome<T> failed(String code, FormSheets sheets, String... args) {
        return Outcome.failed(Problem.of(code, (Object[]) args).at(Place.in(sheets.file())));
    }
}
