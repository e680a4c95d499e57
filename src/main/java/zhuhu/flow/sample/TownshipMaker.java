package zhuhu.flow.sample;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import zhuhu.base.CitizenId;

/// Invents a township from a seed. The same seed gives the same people on every machine.
final class TownshipMaker {

    static final LocalDate DATE = LocalDate.of(2017, 2, 20);
    private static final String PREFIX = "522399";
    private static final List<String> SURNAMES =
            List.of(
                    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "韦", "岑", "罗", "陆", "班", "蒙",
                    "贺", "查");
    private static final List<String> MALE =
            List.of(
                    "建国", "志强", "明华", "文才", "永福", "正祥", "国安", "开云", "德贵", "光荣", "小勇", "金山", "𠮷祥",
                    "䶮");
    private static final List<String> FEMALE =
            List.of("秀英", "桂花", "兰芬", "春梅", "玉珍", "小燕", "朝芬", "丽", "阿妹", "金凤", "美琴", "正芳");
    private static final List<String> VILLAGES =
            List.of(
                    "上坝村", "下坝村", "大水井村", "老寨村", "纳省村", "者砍村", "平寨村", "坡脚村", "新场村", "石头寨村", "岩脚村",
                    "板万村");
    private static final List<String> GROUPS = List.of("一组", "二组", "三组", "大寨组", "小寨组");
    private static final List<String> CAUSES =
            List.of("因病", "因残", "因学", "缺技术", "缺劳力", "缺资金", "交通条件落后", "自身发展动力不足");
    private static final List<String> ETHNICITIES = List.of("汉族", "布依族", "苗族", "彝族", "回族");

    private final Random chance;
    private final Set<String> used = new HashSet<>();
    private int persons;
    private int households;

    private TownshipMaker(long seed) {
        this.chance = new Random(seed);
    }

    static Township make(long seed, int villages, int householdsEach) {
        return new TownshipMaker(seed).township(villages, householdsEach);
    }

    private Township township(int count, int householdsEach) {
        var villages = new ArrayList<Township.Village>();
        for (int v = 0; v < count; v++) {
            String name = VILLAGES.get(v % VILLAGES.size());
            String round = v < VILLAGES.size() ? "" : String.valueOf(v / VILLAGES.size() + 1);
            var inVillage = new ArrayList<Township.Household>();
            for (int h = 0; h < householdsEach; h++) {
                inVillage.add(household());
            }
            String code = "%s%03d%03d".formatted(PREFIX, 101, 200 + v);
            villages.add(new Township.Village(name.replace("村", round + "村"), code, inVillage));
        }
        return new Township("贵州省", "黔西南布依族苗族自治州", "望山县", "清水镇", villages);
    }

    private Township.Household household() {
        households++;
        String surname = pick(SURNAMES);
        String ethnicity = pick(ETHNICITIES);
        var members = new ArrayList<Township.Person>();
        int headBorn = 1940 + chance.nextInt(50);
        boolean headMale = chance.nextInt(5) > 0;
        members.add(person(surname, headMale, headBorn, "户主", ethnicity));
        boolean married = headBorn < 1988 && chance.nextInt(5) > 0;
        if (married) {
            members.add(
                    person(
                            pick(SURNAMES),
                            !headMale,
                            headBorn + chance.nextInt(5),
                            "配偶",
                            ethnicity));
        }
        int children = married ? chance.nextInt(4) : 0;
        for (int i = 0; i < children; i++) {
            boolean male = chance.nextBoolean();
            int born = Math.min(2016, headBorn + 22 + chance.nextInt(12));
            members.add(person(surname, male, born, male ? "之子" : "之女", ethnicity));
        }
        if (headBorn > 1960 && chance.nextInt(3) == 0) {
            boolean male = chance.nextBoolean();
            members.add(
                    person(
                            surname,
                            male,
                            headBorn - 22 - chance.nextInt(8),
                            male ? "之父" : "之母",
                            ethnicity));
        }
        boolean out = chance.nextInt(3) == 0;
        int income = out ? 3200 + chance.nextInt(2500) : 1500 + chance.nextInt(1500);
        String type = List.of("一般贫困户", "低保贫困户", "一般贫困户").get(chance.nextInt(3));
        return new Township.Household(
                "5223%010d".formatted(households),
                pick(GROUPS),
                out ? "脱贫" : "未脱贫",
                out ? 2016 : 0,
                type,
                pick(CAUSES),
                "13%09d".formatted(chance.nextInt(1_000_000_000)),
                income,
                members);
    }

    private Township.Person person(
            String surname, boolean male, int year, String relation, String ethnicity) {
        persons++;
        LocalDate birth = LocalDate.of(year, 1 + chance.nextInt(12), 1 + chance.nextInt(28));
        int age = Period.between(birth, DATE).getYears();
        // Reason: a child who turns six between the roster and the visit is at school by then.
        boolean inSchool = !birth.plusYears(6).isAfter(DATE.plusDays(30)) && age < 16;
        boolean fit = age >= 16 && age < 60;
        String health = age > 65 && chance.nextInt(2) == 0 ? "长期慢性病" : "健康";
        boolean works = fit && chance.nextInt(3) == 0;
        return new Township.Person(
                "5223%012d".formatted(persons),
                surname + pick(male ? MALE : FEMALE),
                male,
                birth,
                idNo(birth, male),
                relation,
                ethnicity,
                education(age),
                inSchool ? schoolAt(age) : "非在校生",
                health,
                fit ? "普通劳动力" : "无劳动力",
                works ? pick(List.of("乡（镇）内务工", "县外省内务工", "省外务工")) : "",
                works ? 3 + chance.nextInt(9) : 0);
    }

    private static String education(int age) {
        return age < 6 ? "学龄前儿童" : age < 13 ? "小学" : age < 17 ? "初中" : age > 60 ? "文盲或半文盲" : "小学";
    }

    private static String schoolAt(int age) {
        return age < 13 ? "小学" : List.of("七年级", "八年级", "九年级").get(age - 13);
    }

    private String idNo(LocalDate birth, boolean male) {
        while (true) {
            int serial = chance.nextInt(500) * 2 + (male ? 1 : 0);
            String body =
                    PREFIX
                            + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                            + String.format(Locale.ROOT, "%03d", serial);
            if (used.add(body)) {
                return body + CitizenId.check(body);
            }
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
