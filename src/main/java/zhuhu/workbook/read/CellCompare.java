package zhuhu.workbook.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import zhuhu.base.Plain;
import zhuhu.base.ShortKey;
import zhuhu.record.Value;
import zhuhu.workbook.export.BookColumn;
import zhuhu.workbook.export.CellText;
import zhuhu.workbook.sheet.Cell;

/// Holds a cell against the value that was written there. What differs in form only is the same.
/// One thread.
final class CellCompare {

    private static final MathContext SHOWN = new MathContext(15);
    private static final int LONG_NUMBER = 16;
    private static final int SURE_DIGITS = 14;
    private static final int REMEMBERED = 200_000;

    private final CellMeaning meaning;
    private final CellText text;
    private final Function<String, Optional<String>> records;
    private final Map<String, String> keys = new HashMap<>();

    /// `records` gives the UUID behind a short key.
    CellCompare(CellMeaning meaning, CellText text, Function<String, Optional<String>> records) {
        this.meaning = meaning;
        this.text = text;
        this.records = records;
    }

    /// `written` empty where the cell said not asked.
    Verdict of(Optional<Value> written, Cell cell, Column column) {
        if (isPlainlySame(written, cell, column.book())) {
            return Verdict.SAME;
        }
        Verdict verdict = judged(written, cell, column);
        return switch (verdict) {
            case Verdict.Same _, Verdict.Stopped _ -> verdict;
            case Verdict.Changed(Value value) -> allowed(value, column);
        };
    }

    private static Verdict allowed(Value value, Column column) {
        return switch (column.access()) {
            case OPEN -> new Verdict.Changed(value);
            case IDENTITY ->
                    ColumnAccess.isRecord(column.property()) && !value.equals(Value.EMPTY)
                            // Reason: words name no record; the short key does.
                            ? Verdict.stopped(Held.Reason.IDENTITY)
                            : new Verdict.Stopped(Held.Reason.IDENTITY, Optional.of(value));
            case READ_ONLY -> Verdict.stopped(Held.Reason.READ_ONLY);
            case CALCULATED -> Verdict.stopped(Held.Reason.CALCULATED);
        };
    }

    /// Reason: nearly every cell is as it was written, letter for letter.
    private boolean isPlainlySame(Optional<Value> written, Cell cell, BookColumn column) {
        if (written.isEmpty()) {
            return cell.text().equals(CellText.NOT_ASKED) || cell.isBlank() && !cell.formula();
        }
        return switch (written.get()) {
            case Value.Empty() -> cell.isBlank() && !cell.formula();
            case Value.Number(BigDecimal number) -> cell.text().equals(number.toPlainString());
            case Value.Text(String said) ->
                    column.labels().isEmpty()
                            ? cell.text().equals(said)
                            : cell.text().equals(column.labelOf(said));
            case Value.Many _, Value.Rows _ -> false;
        };
    }

    private Verdict judged(Optional<Value> written, Cell cell, Column column) {
        Meaning now = meaning.of(cell, column);
        if (written.isEmpty()) {
            return ofUnasked(now, column);
        }
        Value value = written.get();
        if (value instanceof Value.Rows) {
            return sameWords(value, cell, column)
                    ? Verdict.SAME
                    : Verdict.stopped(Held.Reason.READ_ONLY);
        }
        return switch (now) {
            case Meaning.Unasked() ->
                    value.equals(Value.EMPTY) ? Verdict.SAME : Verdict.stopped(Held.Reason.UNASKED);
            case Meaning.Says(Value said) -> ofValue(value, said, cell, column);
            case Meaning.Refers(String key, String words) ->
                    ofReference(value, key, words, cell, column);
            case Meaning.Begins(String begin) ->
                    beginsLike(value, begin, column)
                            ? Verdict.SAME
                            : Verdict.stopped(Held.Reason.CUT);
            case Meaning.Rounded(String digits) ->
                    Verdict.stopped(
                            sameDigits(value, digits)
                                    ? Held.Reason.ROUNDED
                                    : Held.Reason.UNREADABLE);
            case Meaning.Unreadable() ->
                    sameWords(value, cell, column)
                            ? Verdict.SAME
                            : Verdict.stopped(Held.Reason.UNREADABLE);
        };
    }

    private Verdict ofUnasked(Meaning now, Column column) {
        return switch (now) {
            case Meaning.Unasked() -> Verdict.SAME;
            case Meaning.Says(Value said) ->
                    said.equals(Value.EMPTY) ? Verdict.SAME : changed(said, column);
            case Meaning.Refers(String key, String words) ->
                    ColumnAccess.isRecord(column.property())
                            ? referred(key)
                            : changed(Value.text(words), column);
            case Meaning.Begins _ -> Verdict.stopped(Held.Reason.CUT);
            case Meaning.Rounded _ -> Verdict.stopped(Held.Reason.UNREADABLE);
            case Meaning.Unreadable() -> Verdict.stopped(Held.Reason.UNREADABLE);
        };
    }

    private Verdict ofValue(Value written, Value said, Cell cell, Column column) {
        if (said.equals(written) || isSameInForm(written, said, cell)) {
            return Verdict.SAME;
        }
        if (said instanceof Value.Text(String now) && isRoundedId(written, now)) {
            return Verdict.stopped(Held.Reason.ROUNDED);
        }
        return sameWords(written, cell, column) ? Verdict.SAME : changed(said, column);
    }

    private static Verdict changed(Value said, Column column) {
        return column.book().type() == zhuhu.form.AnswerKind.NONE
                ? Verdict.stopped(Held.Reason.READ_ONLY)
                : new Verdict.Changed(said);
    }

    private static boolean isSameInForm(Value written, Value said, Cell cell) {
        return switch (written) {
            case Value.Number(BigDecimal number) ->
                    number(said)
                            .map(now ->
                                    now.compareTo(number) == 0
                                            || cell.kind() == Cell.Kind.NUMBER
                                                    && now.compareTo(number.round(SHOWN)) == 0)
                            .orElse(false);
            case Value.Text(String text) ->
                    said instanceof Value.Text(String now) && isSameText(text, now, cell);
            case Value.Many _, Value.Rows _, Value.Empty _ -> false;
        };
    }

    private static Optional<BigDecimal> number(Value said) {
        return switch (said) {
            case Value.Number(BigDecimal number) -> Optional.of(number);
            case Value.Text(String text) -> CellMeaning.number(text);
            case Value.Many _, Value.Rows _, Value.Empty _ -> Optional.empty();
        };
    }

    /// Reason: a code that became a number lost its zeros in front; the quote in front of a text
    /// that looks like a formula becomes part of it in some programs.
    private static boolean isSameText(String written, String now, Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            return written.replaceFirst("^0+(?=[0-9])", "").equals(now);
        }
        return now.length() == written.length() + 1
                && (now.charAt(0) == '\'' || now.charAt(0) == '’')
                && now.endsWith(written);
    }

    /// Excel keeps 15 digits and makes the rest 0.
    private static boolean isRoundedId(Value written, String now) {
        return written instanceof Value.Text(String text)
                && now.length() == text.length()
                && now.length() >= LONG_NUMBER
                && now.matches("[0-9]+0{" + (now.length() - 15) + "}")
                && now.startsWith(text.substring(0, SURE_DIGITS));
    }

    private static boolean sameDigits(Value written, String digits) {
        return written instanceof Value.Text(String text)
                && text.length() >= LONG_NUMBER
                && (digits.isEmpty()
                        || digits.length() >= SURE_DIGITS
                                && text.startsWith(digits.substring(0, SURE_DIGITS)));
    }

    private Verdict ofReference(Value written, String key, String words, Cell cell, Column column) {
        boolean record =
                ColumnAccess.isRecord(column.property())
                        || written instanceof Value.Text(String was) && CellText.isRecord(was);
        if (!record) {
            return ofValue(written, Value.text(words), cell, column);
        }
        boolean same = written instanceof Value.Text(String was) && keyOf(was).equals(key);
        return same ? Verdict.SAME : referred(key);
    }

    private Verdict referred(String key) {
        return records.apply(key)
                .<Verdict>map(uuid ->
                        new Verdict.Stopped(Held.Reason.IDENTITY, Optional.of(Value.text(uuid))))
                .orElseGet(() -> Verdict.stopped(Held.Reason.UNREADABLE));
    }

    private String keyOf(String uuid) {
        if (keys.size() > REMEMBERED) {
            keys.clear();
        }
        return keys.computeIfAbsent(uuid, ShortKey::of);
    }

    private boolean beginsLike(Value written, String begin, Column column) {
        return loose(text.of(written, column.book())).startsWith(loose(begin));
    }

    private boolean sameWords(Value written, Cell cell, Column column) {
        return loose(text.of(written, column.book())).equals(loose(cell.text()));
    }

    private static String loose(String words) {
        return Plain.text(words.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /// The value as its cell showed it, for people.
    String shown(Optional<Value> written, Column column) {
        return written.map(v -> text.of(v, column.book())).orElse(CellText.NOT_ASKED);
    }

    /// What a cell of a row without known base says; empty where that is no value.
    Optional<Reading> read(Cell cell, Column column) {
        return switch (meaning.of(cell, column)) {
            case Meaning.Unasked() -> Optional.of(new Reading(Optional.empty()));
            case Meaning.Says(Value value) -> Optional.of(new Reading(Optional.of(value)));
            case Meaning.Refers(String key, String words)
                    when !ColumnAccess.isRecord(column.property())
                            && records.apply(key).isEmpty() ->
                    Optional.of(new Reading(Optional.of(Value.text(words))));
            case Meaning.Refers(String key, _) ->
                    records.apply(key).map(uuid -> new Reading(Optional.of(Value.text(uuid))));
            case Meaning.Begins _, Meaning.Rounded _, Meaning.Unreadable _ -> Optional.empty();
        };
    }

    /// The short key of a record that the file does not know otherwise.
    Optional<String> stranger(Cell cell, Column column) {
        return meaning.of(cell, column) instanceof Meaning.Refers(String key, _)
                        && ColumnAccess.isRecord(column.property())
                        && records.apply(key).isEmpty()
                ? Optional.of(key)
                : Optional.empty();
    }

    /// Shape: `value` empty where it was not asked.
    record Reading(Optional<Value> value) {}
}
