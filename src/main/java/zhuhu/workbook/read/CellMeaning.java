package zhuhu.workbook.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Plain;
import zhuhu.base.ShortKey;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.record.Value;
import zhuhu.workbook.export.CellText;
import zhuhu.workbook.roster.Dates;
import zhuhu.workbook.roster.IdReading;
import zhuhu.workbook.roster.Options;
import zhuhu.workbook.sheet.Cell;

/// Reads a cell as a value of its column's kind, however it is written; what could be two things,
/// or none, is not guessed. One thread.
final class CellMeaning {

    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern FIGURE = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
    private static final Pattern DAY =
            Pattern.compile("[0-9年月日号/.\\-\\s]+?(?:[ T]0?0:00(?::00)?(?:\\.0+)?)?");
    private static final Pattern MOMENT =
            Pattern.compile("(.+?)[ T](\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?");
    private static final Pattern SEVERAL = Pattern.compile("[;；,，、|]+");
    private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{64}\\.jpg");
    private static final int EXACT = 15;
    private static final int KEY = 17;

    private final String ok;
    private final String cut;

    CellMeaning(Texts texts) {
        this.ok = texts.of("export.ok");
        this.cut = texts.of("export.cut");
    }

    Meaning of(Cell cell, Column column) {
        if (cell.isBlank()) {
            return cell.formula() ? Meaning.UNREADABLE : Meaning.EMPTY;
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            return Meaning.UNREADABLE;
        }
        String raw = cell.text().replace("\r\n", "\n").replace("\r", "\n");
        if (raw.endsWith(cut)) {
            return new Meaning.Begins(raw.substring(0, raw.length() - cut.length()));
        }
        String text = Plain.text(raw);
        if (text.isEmpty()) {
            return Meaning.EMPTY;
        }
        if (text.equals(CellText.NOT_ASKED) || text.equals(CellText.NOT_ASKED.repeat(2))) {
            return Meaning.UNASKED;
        }
        AnswerKind kind = column.book().type();
        return switch (kind) {
            case ONE -> column.options().map(o -> one(text, o)).orElseGet(() -> text(text, cell));
            case MANY, RANK ->
                    column.options()
                            .map(o -> several(text, o, kind == AnswerKind.RANK))
                            .orElseGet(() -> text(text, cell));
            case INTEGER, DECIMAL -> figure(text, kind);
            case DATE -> day(text).map(CellMeaning::says).orElse(Meaning.UNREADABLE);
            case TIME -> time(text, cell);
            case DATE_TIME -> moment(text);
            case ACKNOWLEDGE ->
                    text.equals(ok) || text.equals("OK")
                            ? new Meaning.Says(Value.text("OK"))
                            : Meaning.UNREADABLE;
            case IMAGE -> PICTURE.matcher(text).matches() ? says(text) : Meaning.UNREADABLE;
            case TEXT, NONE -> text(text, cell);
        };
    }

    private static Meaning says(String text) {
        return new Meaning.Says(Value.text(text));
    }

    private static Meaning one(String text, Options options) {
        return options.find(text).map(hit -> says(hit.name())).orElse(Meaning.UNREADABLE);
    }

    private static Meaning several(String text, Options options, boolean ranked) {
        Optional<Options.Hit> whole = options.find(text);
        var names = new LinkedHashSet<String>();
        whole.ifPresent(hit -> names.add(hit.name()));
        if (whole.isEmpty()) {
            for (String part : parts(text)) {
                Optional<Options.Hit> hit = options.find(part);
                if (hit.isEmpty()) {
                    return Meaning.UNREADABLE;
                }
                names.add(hit.get().name());
            }
        }
        var sorted = new ArrayList<>(names);
        if (!ranked) {
            sorted.sort(Comparator.comparingInt(options::order));
        }
        return new Meaning.Says(Value.many(sorted));
    }

    /// Reason: a label may hold a comma; the sign that we write parts them first.
    private static List<String> parts(String text) {
        String[] ours = text.split(CellText.AND, -1);
        String[] parts = ours.length > 1 ? ours : SEVERAL.split(text, -1);
        return java.util.Arrays.stream(parts).map(Plain::text).filter(p -> !p.isEmpty()).toList();
    }

    private static Meaning figure(String text, AnswerKind kind) {
        return number(text)
                .filter(n ->
                        kind != AnswerKind.INTEGER
                                || n.signum() == 0
                                || n.stripTrailingZeros().scale() <= 0)
                .<Meaning>map(n -> new Meaning.Says(Value.number(n)))
                .orElse(Meaning.UNREADABLE);
    }

    /// A number as people write it; 2,800 only where each comma parts three digits.
    static Optional<BigDecimal> number(String text) {
        String plain = Plain.folded(text).replace('．', '.').replaceFirst("^['’]", "");
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        }
        if (!FIGURE.matcher(plain).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain));
    }

    private static Optional<String> day(String text) {
        String plain = Plain.folded(text).replaceFirst("^['’]", "");
        return DAY.matcher(text).matches() || DAY.matcher(plain).matches()
                ? Dates.of(plain).map(LocalDate::toString)
                : Optional.empty();
    }

    private static Meaning time(String text, Cell cell) {
        Matcher time = TIME.matcher(Plain.folded(text));
        if (time.matches() && Integer.parseInt(time.group(1)) < 24) {
            return says("%02d:%s".formatted(Integer.parseInt(time.group(1)), time.group(2)));
        }
        // Reason: Excel keeps a time as a part of a day.
        Optional<BigDecimal> part = cell.kind() == Cell.Kind.TEXT ? Optional.empty() : number(text);
        return part.filter(p -> p.signum() >= 0 && p.compareTo(BigDecimal.ONE) < 0)
                .map(p -> Math.round(p.doubleValue() * 24 * 60))
                .map(m -> says("%02d:%02d".formatted(m / 60, m % 60)))
                .orElse(Meaning.UNREADABLE);
    }

    private static Meaning moment(String text) {
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches() || Integer.parseInt(moment.group(2)) > 23) {
            return Meaning.UNREADABLE;
        }
        return day(moment.group(1))
                .map(day ->
                        says(
                                "%sT%02d:%s"
                                        .formatted(
                                                day,
                                                Integer.parseInt(moment.group(2)),
                                                moment.group(3))))
                .orElse(Meaning.UNREADABLE);
    }

    private static Meaning text(String text, Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER && digits(text) > EXACT) {
            return new Meaning.Rounded(text);
        }
        if (IdReading.of(cell, LocalDate.EPOCH) instanceof IdReading.Damaged(_, String first)
                && text.indexOf('E') > 0) {
            return new Meaning.Rounded(first);
        }
        return key(text)
                .<Meaning>map(key -> new Meaning.Refers(key, text))
                .orElseGet(() -> says(text));
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    /// The short key at the end of a text.
    private static Optional<String> key(String text) {
        if (text.length() < KEY
                || text.length() > KEY && text.charAt(text.length() - KEY - 1) != ' ') {
            return Optional.empty();
        }
        return ShortKey.parse(text.substring(text.length() - KEY));
    }
}
