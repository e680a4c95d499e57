package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.edit.SectionHistory;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A finished visit that is opened again.
class ReopenedVisitTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2017, 3, 5, 10, 0);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author AUTHOR = new Author("王示范", "清水镇", "", "d1");

    @TempDir Path folder;
    private Optional<Workspace> open = Optional.empty();
    private Optional<RecordId> household = Optional.empty();

    @BeforeEach
    void aFinishedVisit() throws IOException {
        MakeSample.Made sample = done(MakeSample.in(folder.resolve("sample"), 1, 4, 5));
        Workspace workspace =
                done(
                        Workspaces.create(
                                folder.resolve("w.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        open = Optional.of(workspace);
        for (Path roster : sample.rosters()) {
            done(
                    new ImportRosters(workspace, AUTHOR, CLOCK)
                            .run(ImportRosters.Request.of(roster), Progress.NONE));
        }
        for (Path answers : sample.answers()) {
            JsonNode json = new ObjectMapper().readTree(Files.readString(answers));
            if (household.isEmpty() && json.path("outcome").asText().equals("01")) {
                String key = answers.getFileName().toString().replace(".json", "");
                household = Optional.of(done(new FindRecord(workspace).subject(key)));
                try (Visit visit = visit(Visit.Keep.AT_THE_END, NOW)) {
                    assertThat(done(FillVisit.of(workspace, visit, json, false)).finalised())
                            .isTrue();
                }
            }
        }
    }

    @AfterEach
    void close() {
        open.ifPresent(Workspace::close);
    }

    private Workspace workspace() {
        return open.orElseThrow();
    }

    private RecordId household() {
        return household.orElseThrow();
    }

    private Visit visit(Visit.Keep keep, LocalDateTime at) {
        return done(
                Visit.open(
                        workspace(),
                        household(),
                        workspace().setting("round").orElseThrow(),
                        AUTHOR,
                        () -> at,
                        keep));
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome.toString());
    }

    private List<String> dump() {
        var lines = new ArrayList<String>();
        workspace().dump(lines::add);
        return lines;
    }

    private String state() {
        return HouseholdStates.of(workspace()).of(household().text());
    }

    private String said(String section, String property) {
        return workspace().section(household(), section).shown().plain(property);
    }

    private void correctPhone(String number) {
        try (DirectEdit edit =
                done(
                        DirectEdits.open(
                                workspace(),
                                household(),
                                "contact",
                                AUTHOR,
                                () -> NOW.plusDays(1)))) {
            edit.answer(edit.find("phone").getFirst(), Value.text(number));
            done(edit.save(DirectEdit.Manner.CHANGE, Reason.of("换号"), List.of("contact")));
        }
    }

    @Test
    void lookingAroundInItLeavesItFinished() {
        List<String> before = dump();
        try (Visit visit = visit(Visit.Keep.AT_ONCE, NOW.plusDays(2))) {
            assertThat(visit.reopened()).isTrue();
            visit.goTo("housing");
            visit.confirm("housing");
        }
        assertThat(state()).isEqualTo("done");
        assertThat(workspace().drafts()).isEmpty();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void whatIsChangedCountsOnlyWhenItIsFinishedAgain() {
        List<String> before = dump();
        String area = said("housing", "house_area");
        try (Visit visit = visit(Visit.Keep.AT_ONCE, NOW.plusDays(2))) {
            visit.answer(visit.find("house_area", "").getFirst(), Value.number(77));
            visit.confirm("housing");
        }
        assertThat(state()).isEqualTo("draft");
        assertThat(dump()).isEqualTo(before);

        try (Visit visit = visit(Visit.Keep.AT_ONCE, NOW.plusDays(3))) {
            visit.because(Reason.of("量错了"));
            done(visit.finalise());
        }
        assertThat(state()).isEqualTo("done");
        assertThat(said("housing", "house_area")).isEqualTo("77");
        SectionHistory.Entry last =
                SectionHistory.of(workspace(), household(), "housing").getFirst();
        assertThat(last.act()).isEqualTo("revisit");
        assertThat(last.reason().words()).isEqualTo("量错了");
        assertThat(last.changes().toString()).contains(area).contains("77");
    }

    @Test
    void givingUpReturnsToWhatWasFinished() {
        List<String> before = dump();
        try (Visit visit = visit(Visit.Keep.AT_ONCE, NOW.plusDays(2))) {
            visit.answer(visit.find("house_area", "").getFirst(), Value.number(77));
            assertThat(state()).isEqualTo("draft");
            visit.abandon();
        }
        assertThat(state()).isEqualTo("done");
        assertThat(dump()).isEqualTo(before);
        try (Visit visit = visit(Visit.Keep.AT_ONCE, NOW.plusDays(3))) {
            assertThat(visit.value(visit.find("house_area", "").getFirst()))
                    .isNotEqualTo(Value.number(77));
        }
    }

    @Test
    void aCorrectionMadeInBetweenIsNeverOverwritten() {
        correctPhone("13911112222");
        try (Visit visit = visit(Visit.Keep.AT_ONCE, NOW.plusDays(2))) {
            visit.answer(visit.find("house_area", "").getFirst(), Value.number(77));
            done(visit.finalise(Reason.of("量错了")));
        }
        assertThat(said("contact", "phone")).isEqualTo("13911112222");
        assertThat(workspace().section(household(), "contact")).isInstanceOf(Section.Agreed.class);

        try (Visit visit = visit(Visit.Keep.AT_ONCE, NOW.plusDays(3))) {
            visit.answer(visit.find("phone", "").getFirst(), Value.text("13911113333"));
            done(visit.finalise(Reason.of("又问了一遍")));
        }
        assertThat(workspace().section(household(), "contact"))
                .isInstanceOf(Section.Contested.class);
    }
}
