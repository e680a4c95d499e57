package zhuhu.workbook.export;

import java.time.LocalDateTime;
import java.util.List;

/// What a posted list is written from. Shape: `villages` in their order; `unit`, `title` for the
/// heading.
public record PostedSource(
        String title, String unit, LocalDateTime at, BookHead.Use use, List<Village> villages) {

    public PostedSource {
        villages = List.copyOf(villages);
    }

    /// A village and its households in their order.
    public record Village(String name, List<Household> households) {
        public Village {
            households = List.copyOf(households);
        }
    }

    /// What may hang on the wall of the village office: group, head, number of persons.
    public record Household(String group, String head, long persons) {}
}
