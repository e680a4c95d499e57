package zhuhu.flow.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The tables that the program brings along: the national system's three heading sets, and one flat
/// table of all that the register knows, a row a person.
public enum NationalTemplate {
    /// 2015-16, without 户编号.
    A,
    /// 2017-18.
    B,
    /// Later lists, with 数据日期.
    C,
    /// Everything, the household's columns repeated in each person's row.
    FLAT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one that a word on the command line names (`national-a`).
    public static Optional<NationalTemplate> named(String word) {
        return Stream.of(values()).filter(t -> word.equals("national-" + t.code())).findFirst();
    }

    String file() {
        return "national-" + code() + ".xlsx";
    }

    byte[] bytes() {
        try (InputStream stream =
                Objects.requireNonNull(
                        NationalTemplate.class.getResourceAsStream("/zhuhu/report/" + file()))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
