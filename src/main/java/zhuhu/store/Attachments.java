package zhuhu.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.base.Sha256;

/// Pictures that answers name. A name is the SHA-256 of the bytes in hexadecimal and `.jpg`, so the
/// same picture is kept once, and a changed one is found out.
final class Attachments {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.jpg");

    private final Database database;

    Attachments(Database database) {
        this.database = database;
    }

    static String name(byte[] bytes) {
        return Sha256.hex(bytes) + ".jpg";
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    String put(byte[] bytes) {
        String name = name(bytes);
        database.run("INSERT OR IGNORE INTO attachment (name, bytes) VALUES (?,?)", name, bytes);
        return name;
    }

    void drop(String name) {
        database.run("DELETE FROM attachment WHERE name = ?", name);
    }

    Optional<byte[]> bytes(String name) {
        return database.first(
                "SELECT bytes FROM attachment WHERE name = ?", row -> row.getBytes(1), name);
    }

    boolean has(String name) {
        return database.first("SELECT 1 FROM attachment WHERE name = ?", _ -> true, name)
                .isPresent();
    }

    /// Names whose bytes are not what the name says.
    List<String> damaged() {
        var damaged = new ArrayList<String>();
        database.each(
                "SELECT name, bytes FROM attachment ORDER BY name",
                row -> {
                    if (!name(row.getBytes(2)).equals(row.getString(1))) {
                        damaged.add(row.getString(1));
                    }
                });
        return damaged;
    }
}
