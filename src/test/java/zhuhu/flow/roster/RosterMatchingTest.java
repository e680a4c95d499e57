package zhuhu.flow.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.roster.RosterQuirksTest.family;
import static zhuhu.flow.roster.RosterQuirksTest.member;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.flow.Progress;
import zhuhu.flow.roster.RosterBook.Style;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;

/// Who a row is about, and what becomes of what is known already.
class RosterMatchingTest {

    @TempDir Path folder;

    @Test
    void aLaterRosterRestsOnTheOneBefore() {
        try (var township = new Township(folder)) {
            township.take(family(Style.B).write(folder.resolve("1.xlsx")));
            RosterBook later = family(Style.B);
            later.titles.set(1, "数据日期：2017-06-01");
            later.rows.get(1).put("文化程度", "初中");

            ImportedRoster done = township.take(later.write(folder.resolve("2.xlsx")));

            assertThat(done.persons()).isEqualTo(new Counts(0, 1, 2));
            RecordId changed = township.named("陈秀英");
            assertThat(township.shown(changed, "education").plain("education")).isEqualTo("03");
            List<Revision> all =
                    township.workspace.revisions(changed).stream()
                            .filter(r -> r.section().equals("education"))
                            .toList();
            assertThat(all).hasSize(2);
            assertThat(all.getLast().supersedes()).containsExactly(all.getFirst().id());
        }
    }

    @Test
    void whereVisitAndRosterBothChangedBothSidesStand() {
        try (var township = new Township(folder)) {
            township.take(family(Style.B).write(folder.resolve("1.xlsx")));
            RecordId person = township.named("陈秀英");
            visit(township, person, "education", "education", "04");
            visit(township, person, "labour", "labour_skill", "02");
            RosterBook later = family(Style.B);
            later.titles.set(1, "数据日期：2017-06-01");
            later.rows.get(1).put("文化程度", "初中");

            township.take(later.write(folder.resolve("2.xlsx")));

            assertThat(township.workspace.section(person, "education"))
                    .isInstanceOf(Section.Contested.class);
            assertThat(township.workspace.section(person, "labour"))
                    .isInstanceOf(Section.Agreed.class);
            assertThat(township.shown(person, "labour").plain("labour_skill")).isEqualTo("02");
        }
    }

    @Test
    void aRosterThatSaysWhatTheVisitFoundAgreesWithIt() {
        try (var township = new Township(folder)) {
            township.take(family(Style.B).write(folder.resolve("1.xlsx")));
            RecordId person = township.named("陈秀英");
            visit(township, person, "education", "education", "03");
            RosterBook later = family(Style.B);
            later.titles.set(1, "数据日期：2017-06-01");
            later.rows.get(1).put("文化程度", "初中");

            ImportedRoster done = township.take(later.write(folder.resolve("2.xlsx")));

            assertThat(done.persons()).isEqualTo(new Counts(0, 0, 3));
            Section now = township.workspace.section(person, "education");
            assertThat(now).isInstanceOf(Section.Agreed.class);
            assertThat(township.workspace.attestations(now.allHeads().getFirst().id())).hasSize(2);
        }
    }

    @Test
    void anOlderRosterOnlyAddsWhomNobodyKnew() {
        try (var township = new Township(folder)) {
            township.take(family(Style.B).write(folder.resolve("1.xlsx")));
            RosterBook older = family(Style.B);
            older.titles.set(1, "数据日期：2016-06-01");
            older.rows.get(1).put("文化程度", "初中");
            older.person(member("王老汉", "之父", RosterBook.id(1940, 9), "09"));

            ImportedRoster done = township.take(older.write(folder.resolve("2.xlsx")));

            assertThat(done.persons()).isEqualTo(new Counts(1, 0, 3));
            assertThat(Township.codes(done.doubts())).contains("rosterOlder");
            assertThat(township.shown(township.named("陈秀英"), "education").plain("education"))
                    .isEqualTo("02");
        }
    }

    @Test
    void aBlankCellClearsOnlyWhatTheLastRosterSaid() {
        try (var township = new Township(folder)) {
            township.take(family(Style.B).write(folder.resolve("1.xlsx")));
            RosterBook later = family(Style.B);
            later.titles.set(1, "数据日期：2017-06-01");
            later.rows.getFirst().put("文化程度", "");

            ImportedRoster done = township.take(later.write(folder.resolve("2.xlsx")));

            assertThat(township.shown(township.named("王大山"), "education").get("education"))
                    .contains(Value.EMPTY);
            assertThat(Township.codes(done.doubts())).containsExactly("rosterCleared");
            assertThat(done.persons()).isEqualTo(new Counts(0, 1, 2));
        }
    }

    @Test
    void rowsThatAreHeldComeInAsRecordsOfTheirOwnWhereThatIsAskedFor() {
        try (var township = new Township(folder)) {
            township.take(family(Style.A).write(folder.resolve("1.xlsx")));
            RosterBook other = new RosterBook(Style.A);
            other.titles.set(1, "数据日期：2017-06-01");
            other.person(member("周大山", "户主", RosterBook.id(1988, 77), ""));
            other.person(member("别人", "配偶", RosterBook.id(1970, 2), ""));
            Path file = other.write(folder.resolve("2.xlsx"));
            RecordId known = township.named("陈秀英");
            var apart = ImportRosters.Request.of(file).taking(ImportRosters.Unclear.APART);

            ImportedRoster done = Township.value(township.run(apart)).getFirst();

            assertThat(done.held()).isEmpty();
            assertThat(done.persons().fresh()).isEqualTo(2);
            assertThat(Township.codes(done.doubts())).contains("heldSameNumberOtherPersonApart");
            RecordId fresh = township.named("别人");
            assertThat(fresh).isNotEqualTo(known);
            assertThat(township.shown(known, "identity").plain("person_name")).isEqualTo("陈秀英");
            assertThat(
                            zhuhu.flow.link.Duplicates.of(
                                    township.workspace, zhuhu.base.Texts.chinese(), Progress.NONE))
                    .anyMatch(pair ->
                            pair.link().equals(zhuhu.record.Ids.link(known, fresh))
                                    && pair.evidence().getFirst().startsWith("证件号码相同"));
            String facts = township.facts();
            ImportedRoster again = Township.value(township.run(apart)).getFirst();
            assertThat(again.persons().fresh()).isZero();
            assertThat(again.held()).isEmpty();
            assertThat(township.facts()).isEqualTo(facts);
            assertThat(township.workspace.verify()).isEmpty();
        }
    }

    @Test
    void oneNumberWithTwoNamesIsHeld() {
        try (var township = new Township(folder)) {
            township.take(family(Style.A).write(folder.resolve("1.xlsx")));
            RosterBook other = new RosterBook(Style.A);
            other.titles.set(1, "数据日期：2017-06-01");
            other.person(member("周大山", "户主", RosterBook.id(1988, 77), ""));
            other.person(member("别人", "配偶", RosterBook.id(1970, 2), ""));

            ImportedRoster done = township.take(other.write(folder.resolve("2.xlsx")));

            assertThat(Township.codes(done.held())).containsExactly("heldSameNumberOtherPerson");
            assertThat(done.persons()).isEqualTo(new Counts(1, 0, 0));
            assertThat(done.held().getFirst().place()).isNotNull().extracting("row").isEqualTo(5);
        }
    }

    @Test
    void aHouseholdNumberWithOtherPeopleIsHeld() {
        try (var township = new Township(folder)) {
            township.take(family(Style.B).write(folder.resolve("1.xlsx")));
            RosterBook other = new RosterBook(Style.B);
            other.person(
                    Map.of(
                            "户编号",
                            "52230000000001",
                            "人编号",
                            "88",
                            "姓名",
                            "吴新",
                            "证件号码",
                            RosterBook.id(1980, 50),
                            "人数",
                            "1",
                            "与户主关系",
                            "户主"));

            ImportedRoster done = township.take(other.write(folder.resolve("2.xlsx")));

            assertThat(Township.codes(done.held())).containsExactly("heldSplitOrJoin");
            assertThat(done.persons()).isEqualTo(Counts.NONE);
            assertThat(done.households()).isEqualTo(Counts.NONE);
        }
    }

    @Test
    void theSameNumberTwiceInAFileIsTwoPersonsAndADoubt() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.A);
            book.rows.get(2).put("证件号码", RosterBook.id(1970, 2));
            Path file = book.write(folder.resolve("1.xlsx"));

            ImportedRoster done = township.take(file);
            ImportedRoster again = township.take(file);

            assertThat(done.persons()).isEqualTo(new Counts(3, 0, 0));
            assertThat(Township.codes(done.doubts())).containsExactly("R09");
            assertThat(again.persons()).isEqualTo(new Counts(0, 0, 3));
            assertThat(again.held()).isEmpty();
        }
    }

    @Test
    void aDamagedNumberIsKeptRawAndLaterRecognised() {
        try (var township = new Township(folder)) {
            String whole = RosterBook.id(1968, 1);
            RosterBook book = family(Style.A);
            book.rows.getFirst().put("证件号码", whole.substring(0, 15) + "000");
            Path damaged =
                    book.write(
                            folder.resolve("1.xlsx"),
                            (sheet, first) ->
                                    RosterBook.cell(
                                            sheet,
                                            first + 1,
                                            book.column("证件号码"),
                                            c ->
                                                    c.setCellValue(
                                                            Double.parseDouble(
                                                                    RosterBook.id(1970, 2)
                                                                                    .substring(
                                                                                            0, 15)
                                                                            + "000"))));

            ImportedRoster first = township.take(damaged);
            ImportedRoster again = township.take(damaged);

            assertThat(Township.codes(first.doubts())).containsExactlyInAnyOrder("R16", "R16");
            assertThat(first.persons()).isEqualTo(new Counts(3, 0, 0));
            assertThat(again.persons()).isEqualTo(new Counts(0, 0, 3));
            var head = township.named("王大山");
            assertThat(township.shown(head, "identity").get("id_no")).isEmpty();
            assertThat(township.shown(head, "identity").plain("id_no_raw"))
                    .isEqualTo(whole.substring(0, 15) + "000");
        }
    }

    @Test
    void aDamagedNumberOfAKnownPersonLeavesTheKnownOne() {
        try (var township = new Township(folder)) {
            township.take(family(Style.A).write(folder.resolve("1.xlsx")));
            RosterBook book = family(Style.A);
            book.titles.set(1, "数据日期：2017-06-01");
            book.rows.get(1).put("证件号码", RosterBook.id(1970, 2).substring(0, 15) + "000");

            ImportedRoster done = township.take(book.write(folder.resolve("2.xlsx")));

            assertThat(done.persons()).isEqualTo(new Counts(0, 0, 3));
            assertThat(Township.codes(done.doubts()))
                    .containsExactlyInAnyOrder("R16", "rosterKnownId");
            assertThat(township.shown(township.named("陈秀英"), "identity").plain("id_no"))
                    .isEqualTo(RosterBook.id(1970, 2));
        }
    }

    @Test
    void aDisabilityNumberIsTheSamePerson() {
        try (var township = new Township(folder)) {
            township.take(family(Style.A).write(folder.resolve("1.xlsx")));
            RosterBook book = family(Style.A);
            book.titles.set(1, "数据日期：2017-06-01");
            book.rows.get(1).put("证件号码", RosterBook.id(1970, 2) + "43");

            ImportedRoster done = township.take(book.write(folder.resolve("2.xlsx")));

            assertThat(done.persons()).isEqualTo(new Counts(0, 1, 2));
            assertThat(township.shown(township.named("陈秀英"), "identity").plain("id_kind"))
                    .isEqualTo("03");
        }
    }

    @Test
    void numbersThatAreWrongComeInWithADoubt() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            book.rows.get(0).put("证件号码", "990101680615001");
            book.rows.get(1).put("证件号码", RosterBook.id(1970, 2).substring(0, 17) + "?");
            book.rows.get(2).put("证件号码", "");

            ImportedRoster done = township.take(book.write(folder.resolve("1.xlsx")));

            assertThat(done.persons().fresh()).isEqualTo(3);
            assertThat(Township.codes(done.doubts()))
                    .containsExactlyInAnyOrder("R03", "R04", "R02");
            assertThat(township.shown(township.named("王大山"), "identity").plain("id_no"))
                    .isEqualTo("990101680615001");
        }
    }

    @Test
    void cancellingLeavesNothing() {
        try (var township = new Township(folder)) {
            Path file = family(Style.B).write(folder.resolve("1.xlsx"));
            var progress =
                    new Progress() {
                        private boolean taking;

                        @Override
                        public void at(String step, long done, long total) {
                            taking |= step.equals("roster.taking");
                        }

                        @Override
                        public boolean cancelled() {
                            return taking;
                        }
                    };

            var outcome = township.run(ImportRosters.Request.of(file), progress);

            assertThat(Township.codes(Township.problems(outcome)))
                    .containsExactly("importCancelled");
            assertThat(township.all(Kind.PERSON)).isEmpty();
            assertThat(township.workspace.packages()).isEmpty();
        }
    }

    @Test
    void oneBrokenFileDoesNotStopTheOthers() throws java.io.IOException {
        try (var township = new Township(folder)) {
            Path good = family(Style.B).write(folder.resolve("1.xlsx"));
            Path bad = java.nio.file.Files.writeString(folder.resolve("2.xlsx"), "PK\3\4 broken");
            Path missing = folder.resolve("3.xlsx");

            List<ImportedRoster> done =
                    Township.value(township.run(ImportRosters.Request.of(good, bad, missing)));

            assertThat(done.get(0).persons().fresh()).isEqualTo(3);
            assertThat(Township.codes(done.get(1).failed())).containsExactly("sheetDamaged");
            assertThat(Township.codes(done.get(2).failed())).containsExactly("sheetNoFile");
            assertThat(LocalDate.parse(done.getFirst().date())).isEqualTo("2017-03-01");
        }
    }

    private static void visit(
            Township township, RecordId person, String section, String property, String value) {
        Section now = township.workspace.section(person, section);
        var revision =
                Revision.of(
                        person,
                        section,
                        now.allHeads().stream().map(Revision::id).toList(),
                        now.shown().with(property, Value.text(value)));
        var stamp = Stamp.of("张队员", "d2", "2017-03-20T10:00", How.TYPED, "visit-1");
        township.workspace.write(writer -> {
            writer.add(revision, stamp);
            return true;
        });
    }
}
