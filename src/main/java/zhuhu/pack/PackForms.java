package zhuhu.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.form.ExternalList;
import zhuhu.form.FormCompiler;
import zhuhu.form.FormSheets;
import zhuhu.form.ListFiles;
import zhuhu.form.MarkdownForm;

/// The forms of a pack, compiled. Shape: `register` by kind's name (`household`), `campaign` the
/// newest version of each by file order.
record PackForms(Map<String, Read> register, List<Read> campaign) {

    /// A form with the file it stands in and its cells.
    record Read(String path, FormSheets sheets, CompiledForm form) {}

    static PackForms of(PackText pack, String campaign) {
        var register = new LinkedHashMap<String, Read>();
        var ids = new LinkedHashMap<String, Read>();
        for (Read read : read(pack, PackFiles.REGISTER)) {
            register.put(stem(read.path()), read);
            ids.put(read.form().id(), read);
        }
        var mine = new ArrayList<Read>();
        for (Read read : read(pack, campaign)) {
            Read other = ids.putIfAbsent(read.form().id(), read);
            if (other == null) {
                mine.add(read);
            } else {
                pack.problem(
                        Problem.of("packFormTwice", read.form().id(), other.path(), read.path())
                                .at(Place.in(read.path())));
            }
        }
        return new PackForms(register, mine);
    }

    /// Every form of the pack, the register's first.
    List<CompiledForm> all() {
        var all = new ArrayList<CompiledForm>();
        register.values().forEach(read -> all.add(read.form()));
        campaign.forEach(read -> all.add(read.form()));
        return all;
    }

    private static List<Read> read(PackText pack, String folder) {
        var forms = new ArrayList<Read>();
        for (String path : pack.files().keySet()) {
            boolean isForm =
                    path.matches(folder.replace(".", "\\.") + "/[^/]+\\.md")
                            && !path.endsWith("/README.md");
            if (isForm) {
                switch (read(path, pack.text(path), pack.files())) {
                    case Outcome.Done<Read>(Read form) -> forms.add(form);
                    case Outcome.Failed<Read>(List<Problem> problems) ->
                            problems.forEach(pack::problem);
                }
            }
        }
        return forms;
    }

    /// Reads and compiles one Markdown form; its lists in files stand in `lists` beside it, or in
    /// the register's.
    static Outcome<Read> read(String path, String text, SortedMap<String, byte[]> files) {
        String folder = path.substring(0, path.indexOf('/'));
        return MarkdownForm.read(path, text)
                .then(sheets ->
                        FormCompiler.compile(sheets, Optional.empty(), lists(files, folder))
                                .map(form -> new Read(path, sheets, form)));
    }

    /// The lists that forms of a folder may look into.
    static ListFiles lists(SortedMap<String, byte[]> files, String folder) {
        return file ->
                Stream.of(folder, PackFiles.REGISTER)
                        .map(f -> f + "/lists/" + file)
                        .filter(files::containsKey)
                        .findFirst()
                        .map(path ->
                                ExternalList.read(file, files.getOrDefault(path, new byte[0])));
    }

    private static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".md".length());
    }
}
