package zhuhu.workbook.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;

/// The words of the note on a contested cell: each side, who says so, and when.
record SidesNote(BookSource source, CellText text, Texts texts) {

    /// Empty where the sides do not differ in this property.
    Optional<String> of(Section.Contested section, BookColumn property) {
        List<Optional<Value>> said =
                section.sides().stream().map(s -> s.values().get(property.property())).toList();
        if (said.stream().distinct().count() < 2) {
            return Optional.empty();
        }
        String lines =
                section.sides().stream()
                        .map(side -> line(side, property))
                        .collect(Collectors.joining("\n"));
        return Optional.of(texts.of("export.contested") + "\n" + lines);
    }

    private String line(Revision side, BookColumn property) {
        String value =
                side.values()
                        .get(property.property())
                        .map(v ->
                                v.equals(Value.EMPTY)
                                        ? texts.of("export.blank")
                                        : text.of(v, property))
                        .orElse(CellText.NOT_ASKED);
        return texts.of("export.side", value, who(side.id()));
    }

    private String who(FactId side) {
        return source.stamps(side).stream()
                .map(SidesNote::who)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static String who(Stamp stamp) {
        String at = stamp.at();
        return at == null ? stamp.by() : stamp.by() + " " + at.replace('T', ' ');
    }
}
