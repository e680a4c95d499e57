package zhuhu.workbook.template;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a sheet is filled with. Shape: `rows` how many rows there will be in all; `list` gives
/// them; `slots` the value of a place outside the list; `cards` where the sheet is a form about one
/// household: the name of each copy, and its places.
public record SheetFill(
        TemplateSheet sheet,
        long rows,
        Rows list,
        Function<String, CellValue> slots,
        List<Card> cards) {

    public SheetFill {
        cards = List.copyOf(cards);
    }

    /// A copy of a form about one household.
    public record Card(String name, Function<String, CellValue> slots) {}

    /// Gives the rows of a list, those of one household together.
    @FunctionalInterface
    public interface Rows {
        void each(Taker taker) throws IOException;
    }

    /// Takes the rows of one household (or village): values by column index; a column without a
    /// value stays blank.
    @FunctionalInterface
    public interface Taker {
        void take(List<Map<Integer, CellValue>> rows) throws IOException;
    }
}
