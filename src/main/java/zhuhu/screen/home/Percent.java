package zhuhu.screen.home;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Whole percents, rounded down: 99.9 % is not done.
final class Percent extends StringConverter<Double> {

    @Override
    public String toString(@Nullable Double share) {
        return share == null || share < 0 ? "" : (int) Math.floor(share * 100 + 1e-9) + "%";
    }

    @Override
    public Double fromString(String percent) {
        return Double.parseDouble(percent.replace("%", "")) / 100;
    }
}
