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
        boolean large,
        List<Person> people,
        int lockMinutes) {

    /// Somebody who was at the keyboard here.
    public record Person(String name, String unit, String phone) {}

    /// Minutes of rest after which the window locks, unless somebody wants it otherwise.
    public static final int LOCK_MINUTES = 10;

    private static final int RECENT = 6;

    public Installation {
        recent = List.copyOf(recent);
        people = List.copyOf(people);
    }

    /// A new installation, nobody at the keyboard yet.
    public static Installation fresh(String device) {
        return new Installation(
                device, "", "", "", List.of(), false, false, false, List.of(), LOCK_MINUTES);
    }

    /// Whether somebody has said who they are.
    public boolean known() {
        return !name.isBlank();
    }

    public Author author() {
        return new Author(name, unit, phone, device);
    }

    /// Somebody else takes the keyboard, and is offered from then on; newest first.
    public Installation who(String newName, String newUnit, String newPhone) {
        var known = new ArrayList<Person>();
        if (!newName.isBlank()) {
            known.add(new Person(newName, newUnit, newPhone));
        }
        // Reason: a name being typed over in the settings must not leave its old form behind
        // twice.
        people.stream()
                .filter(p -> !p.name().equals(newName))
                .limit(RECENT - 1)
                .forEach(known::add);
        return new Installation(
                device,
                newName,
                newUnit,
                newPhone,
                recent,
                projector,
                masked,
                large,
                known,
                lockMinutes);
    }

    public Installation look(boolean newProjector, boolean newMasked, boolean newLarge) {
        return new Installation(
                device,
                name,
                unit,
                phone,
                recent,
                newProjector,
                newMasked,
                newLarge,
                people,
                lockMinutes);
    }

    /// `file` was opened just now.
    public Installation opened(Path file) {
        var files = new ArrayList<Path>();
        files.add(file);
        recent.stream().filter(f -> !f.equals(file)).limit(RECENT - 1).forEach(files::add);
        return opened(files);
    }

    private Installation opened(List<Path> files) {
        return new Installation(
                device, name, unit, phone, files, projector, masked, large, people, lockMinutes);
    }

    /// Somebody is not to be offered any more.
    public Installation forgotten(Person person) {
        var others = people.stream().filter(p -> !p.equals(person)).toList();
        return new Installation(
                device, name, unit, phone, recent, projector, masked, large, others, lockMinutes);
    }

    /// Locks after that many minutes of rest; 0: never by itself.
    public Installation locking(int minutes) {
        return new Installation(
                device, name, unit, phone, recent, projector, masked, large, people, minutes);
    }

    /// `file` is not to be offered any more.
    public Installation forgotten(Path file) {
        var files = recent.stream().filter(f -> !f.equals(file)).toList();
        return opened(files);
    }
}
