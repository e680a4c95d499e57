package zhuhu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.pack.PackReaderTest.codes;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;

final class PackRefusalTest {

    private static final String TOML = "qianxinan-2017/pack.toml";
    private static final String VISIT = "qianxinan-2017/household_visit.md";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    title =           | title                | packTomlBroken
                    2017-02-24"       | 2017-02-30"          | packDate
                    due = "2017-03-10"| due = "2017-01-10"   | packRoundBackwards
                    issuer =          | issued_by =          | packWordMissing
                    income_year = 2016| income_year = 16     | packNumber
                    value = 70000     | value = "many"       | packNumber
                    id = "war_zones"  | id = "recheck"       | packIdTwice
                    "household_visit" | "hamlet_visit"       | packVisitFormMissing
                    [[rounds]]        | [[turns]]            | packRoundMissing
                    """)
    void aFaultyManifestIsRefusedByName(String right, String wrong, String code) {
        assertThat(codes(PackReader.read(with(TOML, right, wrong)))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    household#house_area    | household#house_size       | packUnknownProperty
                    household#road_distance | household#planned_exit_year| packSystemSection
                    household#road_type     | household#only_child       | packChoicesDiffer
                    household#rebuilt_year  | household#bank             | packTypeDiffers
                    """)
    void whatTheRegisterDoesNotTakeIsRefused(String right, String wrong, String code) {
        assertThat(codes(PackReader.read(with(VISIT, right, wrong)))).contains(code);
    }

    @Test
    void aSavedCalculationMayNotReachOutOfItsSection() {
        Outcome<Pack> outcome =
                PackReader.read(
                        with(
                                VISIT,
                                "${total_income} - coalesce(${business_expense}, 0)",
                                "${total_income} - coalesce(${medical_expense}, 0)"));
        assertThat(codes(outcome)).containsExactly("packCalculationReaches");
        assertThat(outcome instanceof Outcome.Failed<Pack> f ? f.problems().getFirst().args() : "")
                .asString()
                .contains("net_income", "medical_expense");
    }

    @Test
    void aFaultOfAFormHasItsRow() {
        Outcome<Pack> outcome =
                PackReader.read(with(VISIT, "household#house_area", "household#house_size"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            Place place = ((Problem) failed.problems().getFirst()).place();
                            assertThat(place).isNotNull().extracting("sheet").isEqualTo(VISIT);
                            assertThat(String.valueOf(place)).matches(".*row=[1-9]\\d\\d.*");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "register/sections.csv,packFileMissing",
        "register/person.md,packFileMissing",
        "register/lists/poverty_lines.csv,packFileMissing",
        "qianxinan-2017/pack.toml,packManifestCount",
        "qianxinan-2017/household_visit.md,packVisitFormMissing"
    })
    void aMissingFileIsNamed(String path, String code) {
        var files = files();
        files.remove(path);
        assertThat(codes(PackReader.read(files))).contains(code);
    }

    @Test
    void twoFormsOfOneIdAreRefused() {
        var files = files();
        files.put("qianxinan-2017/copy.md", files.get(VISIT));
        assertThat(codes(PackReader.read(files))).containsExactly("packFormTwice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    register/lists/poverty_lines.csv | 贵州,2016,3146 | 贵州,2016,三千 | packLineBad
                    register/lists/poverty_lines.csv | 贵州,2016      | 贵州,2017      | packLineTwice
                    qianxinan-2017/lists/cost_rates.csv | 烤烟,亩,,,45 | 烤烟,亩,,,四成半 | packRateBad
                    register/lists/poverty_lines.csv | province,year  | province,when  | packColumnMissing
                    register/sections.csv            | person,health  | person,wealth  | packSectionUnlisted
                    register/sections.csv            | person,health  | robot,health   | packSectionBad
                    register/sections.csv            | income,收入,visit | income,收入,boss | packSectionBad
                    register/national.csv            | household,phone   | household,fax    | packNationalUnknown
                    """)
    void aFaultyListIsRefusedByName(String path, String right, String wrong, String code) {
        assertThat(codes(PackReader.read(with(path, right, wrong)))).contains(code);
    }

    @Test
    void aFileThatIsNoUtf8IsRefused() {
        var files = files();
        files.put("register/national.csv", new byte[] {(byte) 0xD6, (byte) 0xD0, '\n'});
        assertThat(codes(PackReader.read(files))).contains("packFileNotText");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var files = with(TOML, "2017-02-24\"", "2017-02-30\"");
        files.put(VISIT, bytes(text(VISIT).replace("#house_area", "#house_size")));
        assertThat(codes(PackReader.read(files))).contains("packDate", "packUnknownProperty");
    }

    private static SortedMap<String, byte[]> with(String path, String right, String wrong) {
        var files = files();
        String text = text(path);
        assertThat(text).contains(right);
        files.put(path, bytes(text.replace(right, wrong)));
        return files;
    }

    private static String text(String path) {
        return new String(files().get(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SortedMap<String, byte[]> files() {
        return new TreeMap<>(VisitStory.pack().files());
    }
}
