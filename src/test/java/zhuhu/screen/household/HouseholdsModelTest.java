package zhuhu.screen.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdList.Filter;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Village;
import zhuhu.store.Workspace.Found;

class HouseholdsModelTest {

    private final List<Throwable> bugs = new ArrayList<>();
    private final List<RecordId> visited = new ArrayList<>();
    private final Village village = new Village(3, 60);
    private HouseholdsModel model;

    @BeforeEach
    void fresh() {
        model = new HouseholdsModel(village, Background.inline(bugs::add), visited::add);
    }

    @Test
    void theListShowsEverybodyAndCountsThem() {
        model.refresh();
        assertThat(model.lines()).hasSize(60);
        assertThat(model.total()).isEqualTo(60);
        assertThat(model.villages()).hasSize(3);
        assertThat(model.counts().get().values().stream().mapToInt(i -> i).sum()).isEqualTo(60);
    }

    @Test
    void searchStateAndVillageNarrowTogetherAndClearWidens() {
        model.refresh();
        model.state().set(Optional.of("todo"));
        model.village().set(Optional.of("坡脚村"));
        model.query().set("韦");
        assertThat(model.lines())
                .isNotEmpty()
                .allMatch(l ->
                        l.state().equals("todo")
                                && l.village().equals("坡脚村")
                                && l.head().contains("韦"));
        model.clear();
        assertThat(model.lines()).hasSize(60);
        assertThat(model.filtered()).isFalse();
    }

    @Test
    void aHouseholdFoundByAMemberSaysWhom() {
        model.refresh();
        model.query().set("cxy");
        assertThat(model.lines()).hasSize(60);
        assertThat(model.memberFound(model.lines().getFirst())).contains("岑秀英");
        model.query().set("韦");
        Line head = model.lines().getFirst();
        assertThat(model.memberFound(head)).isEmpty();
    }

    @Test
    void anotherVillageForgetsTheGroup() {
        model.refresh();
        model.village().set(Optional.of("坡脚村"));
        model.group().set(Optional.of(model.groups().getFirst()));
        model.village().set(Optional.of("纳料村"));
        assertThat(model.group().get()).isEmpty();
        assertThat(model.lines()).isNotEmpty();
    }

    @Test
    void aChosenHouseholdShowsItsCardAndIsVisited() {
        model.refresh();
        Line line = model.lines().get(4);
        model.choose(Optional.of(line));
        assertThat(model.card().get().map(HouseholdCard::id)).contains(line.id());
        model.visit();
        assertThat(visited).containsExactly(line.id());
    }

    @Test
    void aChosenHouseholdThatIsFilteredAwayIsChosenNoMore() {
        model.refresh();
        model.choose(Optional.of(model.lines().getFirst()));
        model.query().set("没有这个人");
        assertThat(model.chosen().get()).isEmpty();
        assertThat(model.card().get()).isEmpty();
        model.visit();
        assertThat(visited).isEmpty();
    }

    @Test
    void aBugInTheListIsToldAndTheModelStays() {
        var broken = new HouseholdsModel(new Broken(), Background.inline(bugs::add), visited::add);
        broken.refresh();
        assertThat(bugs).hasSize(1);
        assertThat(broken.loaded().get()).isFalse();
    }

    private static final class Broken implements Households {
        @Override
        public List<Line> lines(Filter filter) {
            throw new IllegalStateException();
        }

        @Override
        public Map<RecordId, Found> find(String text) {
            return Map.of();
        }

        @Override
        public boolean warm() {
            return false;
        }

        @Override
        public HouseholdCard card(RecordId household) {
            throw new IllegalStateException();
        }
    }
}
