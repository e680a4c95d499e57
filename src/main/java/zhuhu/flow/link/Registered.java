package zhuhu.flow.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Everybody in the register, and every household, as far as they are compared. Shape: a class of
/// records that are one is one; texts are "" where nothing is stated. Read once.
record Registered(List<Person> persons, Map<String, Home> homes) {

    private static final int WHOLE = 18;
    private static final int OLD = 15;

    /// Shape: `idNo` as stated, `number` its first 18, normalised; `birth` ISO or "".
    record Person(
            RecordId id,
            String name,
            String personNo,
            String idNo,
            String number,
            String raw,
            String birth,
            String household,
            boolean gone) {

        /// The number as it was before 1999, of 15 digits; "" where there is none.
        String old() {
            return number.length() == WHOLE
                    ? number.substring(0, 6) + number.substring(8, 17)
                    : number.length() == OLD ? number : "";
        }

        boolean isWhole() {
            return number.length() == WHOLE;
        }

        /// In how many characters two whole numbers differ; 0 where one has none.
        int differences(Person other) {
            if (!isWhole() || !other.isWhole()) {
                return 0;
            }
            int count = 0;
            for (int i = 0; i < WHOLE; i++) {
                count += number.charAt(i) == other.number.charAt(i) ? 0 : 1;
            }
            return count;
        }
    }

    /// Shape: `number` and `headId` normalised.
    record Home(
            RecordId id, String village, String group, String head, String headId, String number) {

        String words() {
            return (group + " " + head + " " + number).strip();
        }
    }

    static Registered of(Workspace workspace) {
        var homes = new HashMap<String, Home>();
        workspace.eachRow(
                """
                SELECT id, village, group_name, head_name, head_id_no, household_no FROM household
                """,
                row ->
                        homes.put(
                                text(row, "id"),
                                new Home(
                                        id(Kind.HOUSEHOLD, row),
                                        text(row, "village"),
                                        text(row, "group_name"),
                                        text(row, "head_name"),
                                        number(text(row, "head_id_no")),
                                        Plain.folded(text(row, "household_no")))));
        var persons = new ArrayList<Person>();
        workspace.eachRow(
                """
                SELECT id, person_name, person_no, id_no, id_no_raw, birth_date, household, change FROM person
                """,
                row -> persons.add(person(row)));
        return new Registered(persons, homes);
    }

    private static Person person(Map<String, String> row) {
        String number = number(text(row, "id_no"));
        String stated = text(row, "birth_date");
        String birth =
                stated.isEmpty()
                        ? CitizenId.birth(number).map(LocalDate::toString).orElse("")
                        : stated;
        return new Person(
                id(Kind.PERSON, row),
                Plain.folded(text(row, "person_name")),
                Plain.folded(text(row, "person_no")),
                CitizenId.normal(text(row, "id_no")),
                number,
                text(row, "id_no_raw"),
                birth,
                text(row, "household"),
                text(row, "change").equals("2"));
    }

    private static String number(String raw) {
        return raw.isEmpty() ? "" : CitizenId.person(CitizenId.normal(raw));
    }

    private static RecordId id(Kind kind, Map<String, String> row) {
        return new RecordId(kind, UUID.fromString(text(row, "id")));
    }

    private static String text(Map<String, String> row, String column) {
        String text = row.get(column);
        return text == null ? "" : text;
    }

    /// The household of a person in words; "" if none is known.
    String home(Person person) {
        Home home = homes.get(person.household());
        return home == null ? "" : home.words();
    }

    String village(Person person) {
        Home home = homes.get(person.household());
        return home == null ? "" : home.village();
    }
}
