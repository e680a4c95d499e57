package zhuhu.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import zhuhu.flow.Author;

/// What belongs to this installation and not to any file: its device id, who is at the keyboard,
/// how the window looks, files opened lately (newest first). Immutable.
public record Installation(
        String device,
        String name,
        String unit,
        String phone,
        List<Path> recent,
        boolean projector,
        boolean masked,
        boolean large) {

    private static final int RECENT = 6;

    public Installation {
        recent = List.copyOf(recent);
    }

    /// A new installation, nobody at the keyboard yet.
    public static Installation fresh(String device) {
        return new Installation(device, "", "", "", List.of(), false, false, false);
    }

    /// Whether somebody has said who they are.
    public boolean known() {
        return !name.isBlank();
    }

    public Author author() {
        return new Author(name, unit, phone, device);
    }

    /// Somebody else takes the keyboard.
    public Installation who(String newName, String newUnit, String newPhone) {
        return new Installation(
                device, newName, newUnit, newPhone, recent, projector, masked, large);
    }

    public Installation look(boolean newProjector, boolean newMasked, boolean newLarge) {
        return new Installation(
                device, name, unit, phone, recent, newProjector, newMasked, newLarge);
    }

    /// `file` was opened just now.
    public Installation opened(Path file) {
        var files = new ArrayList<Path>();
        files.add(file);
        recent.stream().filter(f -> !f.equals(file)).limit(RECENT - 1).forEach(files::add);
        return new Installation(device, name, unit, phone, files, projector, masked, large);
    }

    /// `file` is not to be offered any more.
    public Installation forgotten(Path file) {
        var files = recent.stream().filter(f -> !f.equals(file)).toList();
        return new Installation(device, name, unit, phone, files, projector, masked, large);
    }
}
