package zhuhu.pack;

import java.nio.file.Path;
import java.util.SortedMap;
import zhuhu.base.Outcome;

/// Reads a pack: the shipped register and one campaign folder.
public final class PackReader {

    private PackReader() {}

    /// `nameOrFolder`: the name of a shipped pack (`qianxinan-2017`), or a folder of the same
    /// layout.
    public static Outcome<Pack> read(String nameOrFolder) {
        throw new UnsupportedOperationException(nameOrFolder);
    }

    /// From a folder that holds `register/` and `NAME/`.
    public static Outcome<Pack> read(Path formsFolder, String name) {
        throw new UnsupportedOperationException(formsFolder + name);
    }

    /// From the files that a workspace or a task workbook carries.
    public static Outcome<Pack> read(SortedMap<String, byte[]> files) {
        throw new UnsupportedOperationException(files.toString());
    }
}
