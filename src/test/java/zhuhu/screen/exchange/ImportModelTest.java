package zhuhu.screen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.screen.Background;
import zhuhu.screen.Trade;
import zhuhu.screen.exchange.ImportModel.Stage;
import zhuhu.screen.part.Days;

class ImportModelTest {

    private final List<Throwable> bugs = new ArrayList<>();
    private final Trade trade = new Trade();
    private final List<String> changed = new ArrayList<>();
    private final ImportModel model =
            new ImportModel(trade, Background.inline(bugs::add), () -> changed.add("changed"));

    @Test
    void everyFileIsReadInItsTurn() {
        model.read(List.of(Path.of("a.xlsx"), Path.of("b.xls")));
        assertThat(files()).extracting(ImportedRoster::file).containsExactly("a.xlsx", "b.xls");
        assertThat(changed).hasSize(1);
    }

    @Test
    void aFileWithoutDateWaitsForOneAndTheOthersGoOn() {
        model.read(List.of(Path.of("无日期.xlsx"), Path.of("b.xls")));
        assertThat(model.stage().get()).isEqualTo(new Stage.WantsDate(Path.of("无日期.xlsx")));
        model.date(LocalDate.of(2017, 2, 20));
        assertThat(files()).hasSize(2);
        assertThat(trade.asked.get(1).date()).contains(LocalDate.of(2017, 2, 20));
    }

    @Test
    void aWrongPasswordIsAskedForAgain() {
        model.read(List.of(Path.of("密码.xlsx")));
        assertThat(model.stage().get())
                .isEqualTo(new Stage.WantsPassword(Path.of("密码.xlsx"), false));
        model.password("1");
        assertThat(model.stage().get())
                .isEqualTo(new Stage.WantsPassword(Path.of("密码.xlsx"), true));
        model.password("123456");
        assertThat(files()).hasSize(1);
    }

    @Test
    void aFileThatIsLeftOutIsNotInTheResult() {
        model.read(List.of(Path.of("无日期.xlsx"), Path.of("b.xls")));
        model.skip();
        assertThat(files()).extracting(ImportedRoster::file).containsExactly("b.xls");
    }

    @Test
    void aRefusedFileStandsAmongTheOthersWithItsReason() {
        model.read(List.of(Path.of("坏.xlsx"), Path.of("b.xls")));
        assertThat(files()).hasSize(2);
        assertThat(files().getFirst().failed()).hasSize(1);
    }

    @Test
    void nothingChosenChangesNothing() {
        model.read(List.of());
        assertThat(model.stage().get()).isEqualTo(new Stage.Idle());
        assertThat(changed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2017-02-20, 2017-02-20
                    2017.2.20, 2017-02-20
                    2017/02/20, 2017-02-20
                    20170220, 2017-02-20
                    2017年2月20日, 2017-02-20
                    ２０１７年２月２０日, 2017-02-20
                    2017-02-30,
                    二月,
                    20-2-2017,
                    """)
    void daysAreReadAsPeopleTypeThem(String typed, String iso) {
        assertThat(Days.parse(typed)).isEqualTo(Optional.ofNullable(iso).map(LocalDate::parse));
    }

    private List<ImportedRoster> files() {
        return switch (model.stage().get()) {
            case Stage.Over(var files) -> files;
            case Stage other -> throw new AssertionError(other);
        };
    }
}
