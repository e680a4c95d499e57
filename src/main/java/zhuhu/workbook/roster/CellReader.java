package zhuhu.workbook.roster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Plain;
import zhuhu.pack.Headings;
import zhuhu.pack.Schema;
import zhuhu.record.Value;
import zhuhu.workbook.sheet.Cell;

/// Reads the cells of one column as values of its property. One thread.
final class CellReader {

    private static final Set<String> NOT_ASKED = Set.of("—", "——", "-", "--", "/", "\\", "//");
    private static final Set<String> NONE = Set.of("无", "没有");
    private static final Pattern SEPARATORS = Pattern.compile("[,，、;；|+/\\s]+");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern UNIT =
            Pattern.compile("^[¥￥]?(-?[0-9,]+(?:\\.[0-9]+)?)(元|亩|个月|月|人|口|公里|千米|km|㎡|平方米|平方|平米)?$");
    private static final int REMEMBERED = 4_096;

    private final Schema.Property property;
    private final boolean yearOnly;
    private final Options options;
    private final Map<String, Reading> known = new HashMap<>();

    CellReader(Schema.Property property, boolean yearOnly, Headings headings) {
        this.property = property;
        this.yearOnly = yearOnly;
        this.options = new Options(property, headings);
    }

    Reading read(Cell cell) {
        if (cell.isBlank()) {
            return Reading.NOTHING;
        }
        return switch (property.type()) {
            case TEXT, NONE -> text(cell);
            case ONE, MANY, INTEGER, DECIMAL, DATE, ACKNOWLEDGE -> remembered(cell);
            // Reason: no roster has these; what stands there is kept as it is.
            case TIME, DATE_TIME, RANK, IMAGE -> text(cell);
        };
    }

    /// Reason: options, years and counts come again and again; a look in a map costs less than
    /// reading them anew.
    private Reading remembered(Cell cell) {
        String key = cell.kind() == Cell.Kind.TEXT ? cell.text() : cell.kind() + cell.text();
        Reading reading = known.get(key);
        if (reading == null) {
            reading = fresh(cell);
            if (known.size() < REMEMBERED) {
                known.put(key, reading);
            }
        }
        return reading;
    }

    private Reading fresh(Cell cell) {
        String text = Plain.text(cell.text());
        if (text.isEmpty() || NOT_ASKED.contains(text)) {
            return Reading.NOTHING;
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            return new Reading.Unreadable(List.of());
        }
        String wanted = yearOnly ? year(text) : text;
        return switch (property.type()) {
            case ONE -> one(wanted);
            case MANY -> many(wanted);
            case INTEGER, DECIMAL -> number(wanted);
            case DATE -> date(wanted);
            case ACKNOWLEDGE -> one(wanted);
            case TEXT, TIME, DATE_TIME, RANK, IMAGE, NONE -> text(cell);
        };
    }

    private Reading text(Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER && cell.text().length() > 15) {
            return new Reading.Rounded();
        }
        String text = Plain.text(cell.text());
        if (NOT_ASKED.contains(text)) {
            return Reading.NOTHING;
        }
        return Reading.of(Value.text(yearOnly ? year(text) : text));
    }

    private static String year(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find() ? year.group() : text;
    }

    private Reading one(String text) {
        return options.find(text)
                .<Reading>map(hit -> new Reading.Stated(Value.text(hit.name()), also(hit)))
                .orElseGet(() -> noOption(text));
    }

    private Reading noOption(String text) {
        return NONE.contains(text)
                ? Reading.of(Value.EMPTY)
                : new Reading.Unreadable(options.likeliest(text));
    }

    private static Map<String, Value> also(Options.Hit hit) {
        var also = new HashMap<String, Value>();
        hit.also().forEach((property, name) -> also.put(property, Value.text(name)));
        return also;
    }

    private Reading many(String text) {
        var names = new LinkedHashSet<String>();
        Optional<Options.Hit> whole = options.find(text);
        whole.ifPresent(hit -> names.add(hit.name()));
        if (whole.isEmpty()) {
            for (String part : SEPARATORS.split(text, -1)) {
                Optional<Options.Hit> hit = part.isEmpty() ? Optional.empty() : options.find(part);
                if (hit.isPresent()) {
                    names.add(hit.get().name());
                } else if (!part.isEmpty()) {
                    return noOption(text);
                }
            }
        }
        return Reading.of(inOrder(names));
    }

    Value inOrder(Set<String> names) {
        var sorted = new ArrayList<>(names);
        sorted.sort(Comparator.comparingInt(options::order));
        return Value.many(sorted);
    }

    private Reading number(String text) {
        if (NONE.contains(text)) {
            return Reading.of(Value.EMPTY);
        }
        Matcher number = UNIT.matcher(text.replace(" ", ""));
        if (!number.matches()) {
            return new Reading.Unreadable(List.of());
        }
        try {
            var value = new BigDecimal(number.group(1).replace(",", ""));
            boolean fits =
                    property.type() != zhuhu.form.AnswerKind.INTEGER
                            || value.stripTrailingZeros().scale() <= 0;
            return fits ? Reading.of(Value.number(value)) : new Reading.Unreadable(List.of());
        } catch (NumberFormatException e) {
            return new Reading.Unreadable(List.of());
        }
    }

    private static Reading date(String text) {
        return Dates.of(text)
                .<Reading>map(day -> Reading.of(Value.text(day.toString())))
                .orElseGet(() -> new Reading.Unreadable(List.of()));
    }
}
