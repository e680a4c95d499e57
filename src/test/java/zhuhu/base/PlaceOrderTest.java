package zhuhu.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private static final List<String> ORDERED =
            List.of(
                    "", "1组", "一组", "2组", "二组", "十组", "11组", "十一组", "二十组", "二十一组", "一百零三组", "上寨组",
                    "下寨1组", "下寨二组", "下寨十组");

    @Test
    void groupsStandAsPeopleCountThem() {
        var mixed = new ArrayList<>(ORDERED);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(PlaceOrder.INSTANCE);
            assertThat(mixed).as("seed " + seed).isEqualTo(ORDERED);
        }
    }

    @Test
    void onlyTheSameNameIsEqual() {
        assertThat(PlaceOrder.INSTANCE.compare("2组", "二组")).isNotZero();
        assertThat(PlaceOrder.INSTANCE.compare("二组", "二组")).isZero();
    }
}
