package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhuhu.record.How;
import zhuhu.record.Stamp;
import zhuhu.record.Stamp.FormStamp;

/// Stamps by their number in the file: one row for a whole roster or visit.
final class Stamps {

    private static final String COLUMNS =
            "n, stated_by, device, at, how, via, form_id, form_version, form_hash, started, ended";

    private final Database database;
    private final Map<Stamp, Long> numbers = new HashMap<>();
    private final Map<Long, Stamp> stamps = new HashMap<>();
    private @Nullable Stamp last;
    private long lastNumber;

    Stamps(Database database) {
        this.database = database;
    }

    Stamp stamp(long n) {
        Stamp known = stamps.get(n);
        if (known != null) {
            return known;
        }
        Stamp read =
                database.first("SELECT " + COLUMNS + " FROM stamp WHERE n = ?", Stamps::read, n)
                        .orElseThrow();
        keep(n, read);
        return read;
    }

    /// The number of a stamp, given one if it is new.
    long number(Stamp stamp) {
        // Reason: a roster's stamp comes a million times in a row.
        if (stamp != last) {
            lastNumber = find(stamp);
            last = stamp;
        }
        return lastNumber;
    }

    private long find(Stamp stamp) {
        Long known = numbers.get(stamp);
        if (known != null) {
            return known;
        }
        database.each(
                "SELECT " + COLUMNS + " FROM stamp WHERE via IS ?",
                row -> keep(row.getLong(1), read(row)),
                stamp.via());
        Long stored = numbers.get(stamp);
        return stored != null ? stored : insert(stamp);
    }

    private long insert(Stamp stamp) {
        long n = database.number("SELECT max(n) FROM stamp") + 1;
        FormStamp form = stamp.form();
        database.run(
                "INSERT INTO stamp (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                n,
                stamp.by(),
                stamp.device(),
                stamp.at(),
                stamp.how().code(),
                stamp.via(),
                form == null ? null : form.id(),
                form == null ? null : form.version(),
                form == null ? null : form.hash(),
                stamp.started(),
                stamp.ended());
        keep(n, stamp);
        return n;
    }

    /// What a transaction that was undone gave numbers to is unknown again.
    void forget() {
        numbers.clear();
        stamps.clear();
        last = null;
    }

    private void keep(long n, Stamp stamp) {
        numbers.put(stamp, n);
        stamps.put(n, stamp);
    }

    private static Stamp read(ResultSet row) throws SQLException {
        return new Stamp(
                row.getString(2),
                text(row, 3),
                text(row, 4),
                How.of(row.getString(5)),
                text(row, 6),
                form(row),
                text(row, 10),
                text(row, 11));
    }

    private static @Nullable FormStamp form(ResultSet row) throws SQLException {
        String id = text(row, 7);
        return id == null ? null : new FormStamp(id, row.getString(8), row.getString(9));
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
