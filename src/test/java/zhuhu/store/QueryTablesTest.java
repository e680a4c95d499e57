package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zhuhu.store.Fixture.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.JDBC;
import zhuhu.pack.Checks;
import zhuhu.pack.NamedQuery;
import zhuhu.pack.PackReader;
import zhuhu.pack.Query;
import zhuhu.pack.Tables;
import zhuhu.record.Values;

/// What the connection of pack queries can do, should something slip through the fence.
class QueryTablesTest {

    private static final Checks CHECKS = value(PackReader.read("qianxinan-2017")).checks();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATTACH 'NEW' AS other",
                "VACUUM INTO 'NEW'",
                "DELETE FROM household",
                "CREATE TABLE x (a)",
                "PRAGMA user_version = 7",
            })
    void evenAStatementThatSlippedThroughChangesNothingThatLasts(String sql) throws Exception {
        Path file = folder.resolve("a.zhuhu");
        Path made = folder.resolve("new");
        try (Workspace workspace = Fixture.create(file)) {
            var household = zhuhu.record.Ids.householdByNumber("5223010001");
            Fixture.state(workspace, household, "place", Fixture.ROSTER, "head_name", "王一");
            List<String> before = dump(workspace);
            try (QueryTables tables = Database.readOnly(file, Fixture.PASSPHRASE)) {
                assertThatThrownBy(() -> tables.execute(sql.replace("NEW", made.toString())))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(Files.exists(made)).isFalse();
            assertThat(dump(workspace)).isEqualTo(before);
        }
    }

    @Test
    void aQueryWithoutEndIsStopped() throws SQLException {
        try (var tables = inMemory(Duration.ofMillis(200))) {
            Query endless =
                    query(
                            "WITH a AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM a) SELECT max(n) FROM a");

            assertThat(Fixture.code(tables.ask(endless))).isEqualTo("checkLate");
        }
    }

    @Test
    void moreRowsThanAnybodyReadsAreCut() throws SQLException {
        try (var tables = inMemory(Duration.ofSeconds(20))) {
            Query many =
                    query(
                            "WITH a AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM a) SELECT n FROM a");
            Tables.Rows rows = value(tables.ask(many));

            assertThat(rows.cut()).isTrue();
            assertThat(rows.rows()).hasSize(20_000);
        }
    }

    @Test
    void aTextThatGrowsWithoutEndIsStopped() throws SQLException {
        try (var tables = inMemory(Duration.ofSeconds(20))) {
            Query growing =
                    query(
                            "WITH a AS (SELECT 'x' AS n UNION ALL SELECT n || n FROM a) SELECT"
                                    + " max(length(n)) FROM a");

            assertThat(Fixture.code(tables.ask(growing))).isEqualTo("checkBroken");
        }
    }

    @Test
    void aFileIsReadWhileItsWorkspaceIsOpen() {
        Path file = folder.resolve("a.zhuhu");
        try (Workspace workspace = Fixture.create(file)) {
            var household = zhuhu.record.Ids.householdByNumber("5223010001");
            Fixture.state(workspace, household, "place", Fixture.ROSTER, "head_name", "王一");
            try (Tables tables = workspace.tables()) {
                tables.give("context", List.of("today"), List.of(List.of("2017-03-01")));
                value(
                        tables.keep(
                                "seen", query("SELECT id AS household, head_name FROM household")));

                assertThat(
                                value(
                                                tables.ask(
                                                        query(
                                                                "SELECT s.head_name, c.today FROM seen s CROSS JOIN context c")))
                                        .rows())
                        .containsExactly(Map.of("head_name", "王一", "today", "2017-03-01"));
            }
        }
    }

    @Test
    void theScratchTablesSayWhatTheFileWouldSay() {
        Path file = folder.resolve("a.zhuhu");
        try (Workspace workspace = Fixture.create(file);
                var scratch = new ScratchTables(workspace.schema())) {
            var household = zhuhu.record.Ids.householdByNumber("5223010001");
            Values place = Fixture.values("head_name", "王一", "group_name", "一组");
            Values income = Fixture.values("wage_income", 1200);
            Fixture.state(
                    workspace,
                    household,
                    "place",
                    Fixture.ROSTER,
                    "head_name",
                    "王一",
                    "group_name",
                    "一组");
            Fixture.state(
                    workspace, household, "income@2016", Fixture.VISITOR, "wage_income", 1200);
            scratch.put(household, Map.of("place", place, "income@2016", income));
            Query both =
                    query(
                            "SELECT h.id, h.key, h.head_name, h.group_name, i.year, i.wage_income FROM household h JOIN household_income i ON i.household = h.id");
            try (Tables tables = workspace.tables()) {
                assertThat(value(scratch.ask(both)).rows())
                        .hasSize(1)
                        .isEqualTo(value(tables.ask(both)).rows());
            }
            scratch.clear();
            assertThat(value(scratch.ask(both)).rows()).isEmpty();
        }
    }

    private static List<String> dump(Workspace workspace) {
        var lines = new java.util.ArrayList<String>();
        workspace.dump(lines::add);
        return lines;
    }

    private static QueryTables inMemory(Duration patience) throws SQLException {
        NativeLibrary.prepare();
        return new QueryTables(
                JDBC.createConnection("jdbc:sqlite::memory:", new Properties()), patience);
    }

    private static Query query(String sql) {
        return value(CHECKS.query(new NamedQuery("R1", "try/checks.sql", 1, sql)));
    }
}
