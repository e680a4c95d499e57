package zhuhu.screen.exchange.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhuhu.screen.Background;
import zhuhu.screen.exchange.merge.MergeModel.Stage;
import zhuhu.screen.exchange.merge.Merging.Open;
import zhuhu.screen.exchange.merge.Merging.Order;
import zhuhu.screen.exchange.merge.Merging.RowClass;

class MergeModelTest {

    private static final Path POJIAO = Path.of("坡脚村_1.xlsx");
    private static final Path NALIAO = Path.of("纳料村_密码.xlsx");
    private static final Path ZHEYAO = Path.of("者要村_密码.xlsx");
    private static final Path AGAIN = Path.of("坡脚村_重交.xlsx");
    private static final Path BROKEN = Path.of("坏的_.xlsx");

    private final Books books = new Books();
    private final List<String> told = new ArrayList<>();
    private final MergeModel model =
            new MergeModel(
                    books,
                    Background.inline(e -> {
                        throw new AssertionError(e);
                    }),
                    () -> told.add("changed"));

    @Test
    void filesAreTriedOutBeforeAnythingIsMerged() {
        model.add(List.of(POJIAO, AGAIN, BROKEN));
        assertThat(model.stage().get()).isEqualTo(new Stage.Tried());
        assertThat(model.ticked()).containsExactly(POJIAO);
        assertThat(books.merged).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void onePasswordOpensAllThatItFitsAndTheNextFileIsAskedFor() {
        model.add(List.of(POJIAO, NALIAO, ZHEYAO));
        assertThat(model.stage().get()).isEqualTo(new Stage.WantsPassword(NALIAO, false, 1));
        model.password("654321");
        assertThat(model.stage().get()).isEqualTo(new Stage.WantsPassword(NALIAO, true, 1));
        model.password("123456");
        assertThat(model.stage().get()).isEqualTo(new Stage.Tried());
        assertThat(model.ticked()).containsExactlyInAnyOrder(POJIAO, NALIAO, ZHEYAO);
    }

    @Test
    void aSkippedFileIsLeftOutAndTheRestGoesOn() {
        model.add(List.of(NALIAO, POJIAO));
        model.skip();
        assertThat(model.books()).extracting(Merging.Book::path).containsExactly(POJIAO);
    }

    @Test
    void onlyTickedFilesAreMergedAndTheOpenThingsAreTold() {
        books.inFolder.addAll(List.of(POJIAO, Path.of("洛央村_1.xlsx"), BROKEN));
        model.add(List.of(Path.of("上交")));
        model.tick(model.books().getFirst());
        model.tick(model.books().getLast());
        model.merge();
        assertThat(books.merged)
                .containsExactly(List.of(new Order(Path.of("洛央村_1.xlsx"), Optional.empty())));
        assertThat(model.stage().get()).isEqualTo(new Stage.Over(new Open(3, 5, 2)));
        assertThat(told).containsExactly("changed");
    }

    @Test
    void anEmptyFolderSaysSo() {
        model.add(List.of(Path.of("空的")));
        assertThat(model.stage().get())
                .isInstanceOfSatisfying(
                        Stage.Idle.class, idle -> assertThat(idle.problems()).hasSize(1));
    }

    @Test
    void nothingTickedMergesNothing() {
        model.add(List.of(BROKEN));
        model.merge();
        assertThat(books.merged).isEmpty();
        assertThat(model.stage().get()).isEqualTo(new Stage.Tried());
    }

    @Test
    void filesAddedLaterAreTriedOutWithTheOthers() {
        model.add(List.of(POJIAO));
        model.add(List.of(AGAIN, POJIAO));
        assertThat(model.books()).extracting(Merging.Book::path).containsExactly(POJIAO, AGAIN);
    }

    @Test
    void rowsAreThoseOfTheFileAndClassLookedAt() {
        model.add(List.of(POJIAO, Path.of("洛央村_1.xlsx")));
        int all = model.lines().size();
        model.shown().set(Optional.of(POJIAO));
        assertThat(model.lines())
                .hasSizeLessThan(all)
                .allMatch(l -> l.book().path().equals(POJIAO));
        model.only().set(Optional.of(RowClass.CONFLICT));
        assertThat(model.lines()).singleElement().matches(l -> l.row().sheet().equals("户"));
        assertThat(model.counts().rows()).isEqualTo(model.books().getFirst().counts().rows());
    }
}
