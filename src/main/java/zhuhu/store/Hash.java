package zhuhu.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import zhuhu.record.FactId;

/// Ids as the file keeps them: the 128 bits of a fact as two integers, a UUID as 16 bytes.
final class Hash {

    private Hash() {}

    static long first(FactId id) {
        return HexFormat.fromHexDigitsToLong(id.hex(), 0, 16);
    }

    static long second(FactId id) {
        return HexFormat.fromHexDigitsToLong(id.hex(), 16, 32);
    }

    static FactId fact(long first, long second) {
        HexFormat hex = HexFormat.of();
        return new FactId(hex.toHexDigits(first) + hex.toHexDigits(second));
    }

    /// The fact whose halves stand in columns `column` and the next.
    static FactId fact(ResultSet row, int column) throws SQLException {
        return fact(row.getLong(column), row.getLong(column + 1));
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
