package zhuhu.workbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Section;

class BaseCellTest {

    private static final Revision BELOW =
            Revision.of(
                    SampleBook.FIRST, "cause", List.of(), SampleBook.values("main_cause", "01"));
    private static final Revision MINE =
            Revision.of(
                    SampleBook.FIRST,
                    "cause",
                    List.of(BELOW.id()),
                    SampleBook.values("main_cause", "02"));
    private static final Revision THEIRS =
            Revision.of(
                    SampleBook.FIRST,
                    "cause",
                    List.of(BELOW.id()),
                    SampleBook.values("main_cause", "03"));

    @Test
    void aBaseNamesEachHeadAndWhatItRestsOn() {
        var contested =
                new Section.Contested(List.of(MINE, THEIRS), List.of(MINE, THEIRS), BELOW.values());
        var agreed = new Section.Agreed(BELOW, List.of(BELOW));
        var sections =
                new TreeMap<String, Section>(Map.of("cause", contested, "income@2016", agreed));

        BaseCell base = BaseCell.parse(BaseCell.of(new BookSource.Row(SampleBook.FIRST, sections)));

        var below = BaseCell.shorten(BELOW.id());
        assertThat(base)
                .isEqualTo(
                        new BaseCell(
                                SampleBook.FIRST.text(),
                                new TreeMap<>(
                                        Map.of(
                                                "cause",
                                                List.of(head(MINE, below), head(THEIRS, below)),
                                                "income@2016",
                                                List.of(head(BELOW))))));
    }

    @Test
    void sixtyFourBitsOfAnIdAreKept() {
        var id = new FactId("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0");

        assertThat(BaseCell.shorten(id)).hasSize(11).matches("[A-Za-z0-9_-]+");
        assertThat(BaseCell.hex(BaseCell.shorten(id))).isEqualTo("fffefdfcfbfaf9f8");
    }

    @Test
    void aSectionThatNobodyWroteIsNotNamed() {
        var sections = new TreeMap<String, Section>(Map.of("cause", new Section.Unwritten()));

        assertThat(BaseCell.of(new BookSource.Row(SampleBook.FIRST, sections)))
                .isEqualTo(SampleBook.FIRST.text());
    }

    private static BaseCell.Head head(Revision revision, String... rests) {
        return new BaseCell.Head(BaseCell.shorten(revision.id()), List.of(rests));
    }
}
