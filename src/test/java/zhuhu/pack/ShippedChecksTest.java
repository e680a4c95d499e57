package zhuhu.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.base.Outcome;

/// The fence around queries of packs, and that our own queries stand inside it.
class ShippedChecksTest {

    private static final Pack PACK = read();
    private static final Fence FENCE =
            new Fence(PACK.schema(), PACK.checks().views().stream().map(NamedQuery::name).toList());

    private static Pack read() {
        return switch (PackReader.read("qianxinan-2017")) {
            case Outcome.Done<Pack>(Pack pack) -> pack;
            case Outcome.Failed<Pack>(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void everyShippedQueryPassesTheWholeFence() {
        var checks =
                new Checks(PACK.checks().views(), PACK.checks().all(), PACK.schema(), Set.of());

        assertThat(checks.all()).hasSizeGreaterThan(80);
        assertThat(checks.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM household",
                "SELECT id FROM household;",
                "WITH a AS (SELECT id FROM person) SELECT id FROM a",
                "SELECT household, max(year) FROM household_income GROUP BY household",
                "SELECT today FROM context",
                "SELECT id AS record, 'a; -- b' AS words FROM person WHERE person_name = '王''一'",
                "SELECT id FROM household WHERE id IN (SELECT household FROM person)",
            })
    void aQuestionToTheRegisterPasses(String sql) {
        assertThat(code(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    SELECT writefile('/tmp/x', 'y') ! checkWord
                    SELECT readfile('/etc/passwd') ! checkWord
                    SELECT name FROM fsdir('/') ! checkWord
                    SELECT name FROM fsdir WHERE path = '/' ! checkTable
                    SELECT * FROM csv ! checkTable
                    SELECT * FROM csv('/etc/passwd') ! checkWord
                    SELECT load_extension('x') ! checkWord
                    SELECT "writefile"('/tmp/x', 'y') ! checkSpelling
                    SELECT [writefile]('/tmp/x', 'y') ! checkSpelling
                    SELECT writefile /* */ ('/tmp/x', 'y') ! checkSpelling
                    SELECT zeroblob(1000000000) ! checkWord
                    SELECT randomblob(1000000000) ! checkWord
                    ATTACH '/tmp/x' AS x ! checkNotSelect
                    PRAGMA writable_schema = 1 ! checkNotSelect
                    SELECT * FROM pragma_table_info('household') ! checkWord
                    SELECT * FROM pragma_database_list ! checkTable
                    VACUUM INTO '/tmp/x' ! checkNotSelect
                    DELETE FROM household ! checkNotSelect
                    WITH a AS (SELECT 1) DELETE FROM household ! checkWord
                    SELECT 1; SELECT 2 ! checkSpelling
                    SELECT 1; ATTACH '/tmp/x' AS x ! checkSpelling
                    SELECT id FROM household -- a word ! checkSpelling
                    SELECT * FROM revision ! checkTable
                    SELECT * FROM audit ! checkTable
                    SELECT * FROM setting ! checkTable
                    SELECT * FROM sqlite_master ! checkTable
                    SELECT * FROM main.revision ! checkTable
                    SELECT id FROM household WHERE id IN revision ! checkWord
                    SELECT (SELECT body FROM revision) FROM household ! checkTable
                    SELECT id FROM household WHERE EXISTS (SELECT 1 FROM revision) ! checkTable
                    SELECT id FROM household ORDER BY (SELECT count(*) FROM setting) ! checkTable
                    SELECT id FROM household LIMIT (SELECT count(*) FROM setting) ! checkTable
                    SELECT id FROM household UNION SELECT value FROM setting ! checkTable
                    SELECT * FROM (SELECT 1 UNION SELECT count(*) FROM csv) ! checkTable
                    SELECT id FROM household, revision ! checkWord
                    SELECT id FROM (household, revision) ! checkTable
                    SELECT id FROM household JOIN revision ON 1 ! checkTable
                    SELECT * FROM (WITH fsdir AS (SELECT 1) SELECT * FROM fsdir), fsdir ! checkWord
                    SELECT id INTO x FROM household ! checkWord
                    SELECT ?1 ! checkSpelling
                    SELECT id FROM household WHERE ! checkFailed
                    """)
    void whatReachesFurtherIsRefusedWithPackCheckAndLine(String sql, String code) {
        assertThat(code(sql)).isEqualTo(code);
    }

    @Test
    void aRefusalNamesPackCheckAndLine() {
        var named = new NamedQuery("R17", "county/checks.sql", 12, "SELECT readfile('x')");

        assertThat(FENCE.pass(named, false))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(
                                                ((Outcome.Failed<?>) failed)
                                                        .problems()
                                                        .getFirst()
                                                        .args())
                                        .startsWith("county/checks.sql", "R17", "12"));
    }

    private static String code(String sql) {
        return switch (FENCE.pass(new NamedQuery("R1", "try/checks.sql", 1, sql), false)) {
            case Outcome.Done<Query> _ -> "";
            case Outcome.Failed<Query>(List<zhuhu.base.Problem> problems) ->
                    problems.getFirst().code();
        };
    }
}
