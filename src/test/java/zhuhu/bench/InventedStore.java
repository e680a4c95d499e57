package zhuhu.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A workspace filled with invented persons, always the same for the same number, without any
/// roster. Shape: four persons a household, 250 households a village, seven groups a village.
public final class InventedStore {

    private static final int HOUSEHOLDS_A_WRITE = 5_000;
    private static final String FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾韦岑陆班覃单仇区解查";
    private static final String GIVEN =
            "国平阿妹正荣秀兰光明小德才桂花永福玉珍吉祥伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞刚建华志文斌辉兴红春梅燕飞凤龙生学成林海山田青云天贵忠义仁礼信安宁康乐庆祝新中兵民族富美英雄";
    private static final Stamp ROSTER =
            Stamp.of("bench", null, "2017-03-01", How.ROSTER, "ab".repeat(32));

    private final Random random = new Random(20170301);
    private final int persons;

    private InventedStore(int persons) {
        this.persons = persons;
    }

    public static Workspace of(Path file, int persons) {
        var pack = value(PackReader.read("qianxinan-2017"));
        var passphrase = Passphrase.of("training").orElseThrow();
        Workspace workspace = value(Workspace.create(file, passphrase, pack, true));
        new InventedStore(persons).fill(workspace);
        return workspace;
    }

    private void fill(Workspace workspace) {
        int households = (persons + 3) / 4;
        for (int from = 0; from < households; from += HOUSEHOLDS_A_WRITE) {
            int first = from;
            int last = Math.min(households, from + HOUSEHOLDS_A_WRITE);
            boolean written =
                    workspace.write(writer -> {
                        for (int i = first; i < last; i++) {
                            household(writer, i);
                        }
                        return true;
                    });
            if (!written) {
                throw new IllegalStateException();
            }
        }
    }

    private void household(Workspace.Writer writer, int i) {
        RecordId village = Ids.village("石门县", "白云乡", "第" + i / 250 + "村");
        if (i % 250 == 0) {
            state(writer, village, "basics", Map.of("village_name", "第" + i / 250 + "村"));
        }
        RecordId household = Ids.householdByNumber("52%012d".formatted(i));
        state(writer, household, "number", Map.of("household_no", "52%012d".formatted(i)));
        String head = "";
        for (int member = 0; member < Math.min(4, persons - i * 4); member++) {
            String name = name();
            head = member == 0 ? name : head;
            person(writer, household, i * 4 + member, member, name);
        }
        state(
                writer,
                household,
                "place",
                Map.of(
                        "village",
                        village.text(),
                        "group_name",
                        i % 7 + 1 + "组",
                        "head_name",
                        head,
                        "head_id_no",
                        id(i * 4)));
        state(
                writer,
                household,
                "identification",
                Map.of("registered", "1", "household_type", i % 3 == 0 ? "02" : "01"));
        state(writer, household, "status", Map.of("poverty_status", i % 4 == 0 ? "1" : "0"));
        state(writer, household, "contact", Map.of("phone", "138%08d".formatted(i)));
        state(writer, household, "housing", Map.of("unsafe_house", i % 6 == 0 ? "1" : "0"));
    }

    private void person(
            Workspace.Writer writer, RecordId household, int n, int member, String name) {
        RecordId person = Ids.personByNumber("53%012d".formatted(n));
        state(writer, person, "number", Map.of("person_no", "53%012d".formatted(n)));
        state(
                writer,
                person,
                "residence",
                Map.of("household", household.text(), "relation", member == 0 ? "01" : "03"));
        state(writer, person, "identity", Map.of("person_name", name, "id_no", id(n)));
    }

    private static void state(
            Workspace.Writer writer, RecordId record, String section, Map<String, String> texts) {
        var values = new TreeMap<String, Value>();
        texts.forEach((property, text) -> values.put(property, Value.text(text)));
        writer.addMade(Revision.of(record, section, List.of(), Values.of(values)), ROSTER);
    }

    private String name() {
        String name = one(FAMILIES) + one(GIVEN);
        return random.nextInt(5) == 0 ? name : name + one(GIVEN);
    }

    private String one(String characters) {
        // Reason: some names are far more frequent than others.
        double skewed = random.nextDouble() * random.nextDouble();
        return characters.substring((int) (skewed * characters.length())).substring(0, 1);
    }

    private static String id(int n) {
        String seventeen =
                "99%04d%04d%02d%02d%03d"
                        .formatted(
                                n / 10_000_000 + 101,
                                1940 + n % 70,
                                1 + n / 70 % 12,
                                1 + n / 840 % 28,
                                n / 23_520 + 1);
        return seventeen + CitizenId.check(seventeen);
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
