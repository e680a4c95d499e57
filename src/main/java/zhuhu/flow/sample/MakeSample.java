package zhuhu.flow.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.flow.sample.RosterStyle.Row;
import zhuhu.flow.sample.Township.Household;
import zhuhu.flow.sample.Township.Person;
import zhuhu.flow.sample.Township.Village;
import zhuhu.workbook.PlainBook;

/// Writes an invented township: rosters with seeded errors, answers for visits, and what to expect
/// of them.
public final class MakeSample {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What was written. Shape: `answers` files are named by the key of the household that they
    /// belong to.
    public record Made(
            List<Path> rosters, List<Path> answers, Path expected, List<SeededError> errors) {}

    private final Path folder;
    private final Random chance;
    private final Set<Person> mended = new HashSet<>();
    private final List<SeededError> errors = new ArrayList<>();
    private final List<Path> rosters = new ArrayList<>();
    private final List<Path> answers = new ArrayList<>();

    private MakeSample(Path folder, long seed) {
        this.folder = folder;
        this.chance = new Random(seed);
    }

    /// Failed: the folder has files in it already, or can't be written.
    public static Outcome<Made> in(Path folder, int villages, int households, long seed) {
        try {
            if (Files.isDirectory(folder)
                    && folder.toFile().list() instanceof String[] there
                    && there.length > 0) {
                return Outcome.failed(Problem.of("sampleFolderUsed", folder));
            }
            Township township = TownshipMaker.make(seed, villages, households);
            return Outcome.done(new MakeSample(folder, seed).write(township));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("sampleFolderClosed", folder));
        }
    }

    private Made write(Township township) throws IOException {
        Files.createDirectories(folder.resolve("rosters"));
        Files.createDirectories(folder.resolve("answers"));
        var styles = List.of(RosterStyle.B, RosterStyle.C, RosterStyle.A);
        for (int v = 0; v < township.villages().size(); v++) {
            RosterStyle style = styles.get(v % styles.size());
            Village village = township.villages().get(v);
            roster(township, village, style);
            for (Household household : village.households()) {
                answers(household, style);
            }
        }
        Path expected = folder.resolve("expected.json");
        expected(expected, township);
        return new Made(rosters, answers, expected, errors);
    }

    private void roster(Township township, Village village, RosterStyle style) throws IOException {
        String file =
                "%s贫困人口名册-%s.xlsx".formatted(village.name(), style.name().toLowerCase(Locale.ROOT));
        var rows = new ArrayList<List<String>>();
        for (Household household : village.households()) {
            for (Person person : household.members()) {
                Person written = spoil(person, rows.size(), style, file);
                rows.add(
                        style.row(new Row(township, village, household, written, rows.size() + 1)));
            }
        }
        Path path = folder.resolve("rosters").resolve(file);
        PlainBook.write(
                path,
                new PlainBook.Content(
                        "名册",
                        township.name() + village.name() + "建档立卡贫困人口名册（培训用，虚构）",
                        "数据日期：" + TownshipMaker.DATE,
                        style.headings(),
                        rows),
                true);
        rosters.add(path);
    }

    /// Puts one of the usual errors into some rows, always the same ones.
    private Person spoil(Person person, int index, RosterStyle style, String file) {
        String id = person.idNo();
        // Reason: without 人编号 a person with a wrong id could not be named in the answers that mend
        // it.
        return switch (style == RosterStyle.A ? 0 : index % 41) {
            case 7 -> {
                char wrong = id.charAt(17) == '1' ? '2' : '1';
                seeded(file, style, index, "证件号码", "R05");
                mended.add(person);
                yield person.withIdNo(id.substring(0, 17) + wrong);
            }
            case 17 -> {
                String damaged = id.substring(0, 15) + "000";
                mended.add(person);
                // Reason: one number in eleven that ends in 000 has a right check digit, and looks
                // whole.
                if (CitizenId.check(damaged) != '0') {
                    seeded(file, style, index, "证件号码", "R16");
                }
                yield person.withIdNo(damaged);
            }
            case 27 -> {
                seeded(file, style, index, "证件号码", "R02");
                mended.add(person);
                yield person.withIdNo("");
            }
            case 35 -> {
                seeded(file, style, index, "健康状况", "R112");
                yield person.withHealth("亚健康");
            }
            default -> person;
        };
    }

    private void seeded(String file, RosterStyle style, int index, String heading, String code) {
        String column = Place.letters(style.headings().indexOf(heading));
        errors.add(new SeededError(file, "名册", PlainBook.rowNumber(index), column, code));
    }

    private void answers(Household household, RosterStyle style) throws IOException {
        // Reason: heading set a has no numbers, so its households are found by their heads' 证件号码.
        String key = style == RosterStyle.A ? household.head().idNo() : household.number();
        ObjectNode json = new SampleAnswers(chance, mended).of(household, style);
        Path path = folder.resolve("answers").resolve(key + ".json");
        Files.writeString(path, json.toPrettyString() + "\n");
        answers.add(path);
    }

    private void expected(Path path, Township township) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("villages", township.villages().size());
        json.put(
                "households",
                township.villages().stream().mapToInt(v -> v.households().size()).sum());
        json.put(
                "persons",
                township.villages().stream()
                        .flatMap(v -> v.households().stream())
                        .mapToInt(h -> h.members().size())
                        .sum());
        ArrayNode list = json.putArray("errors");
        for (SeededError error : errors) {
            list.addObject()
                    .put("file", error.file())
                    .put("sheet", error.sheet())
                    .put("row", error.row())
                    .put("column", error.column())
                    .put("code", error.code());
        }
        Files.writeString(path, json.toPrettyString() + "\n");
    }
}
