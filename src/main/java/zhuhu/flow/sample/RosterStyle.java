package zhuhu.flow.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import zhuhu.flow.sample.Township.Household;
import zhuhu.flow.sample.Township.Person;
import zhuhu.flow.sample.Township.Village;

/// The three heading sets in which the national system's exports come. Source: domain, headings
/// that clerks import.
enum RosterStyle {
    /// 2015-16: no 户编号; households run from one 户主 to the next.
    A,
    /// 2017-18.
    B,
    /// Later lists of those who left poverty, with a 数据日期 column.
    C;

    /// What a row is written from.
    record Row(Township township, Village village, Household household, Person person, int index) {}

    /// A row's cells, by heading.
    private static final Map<String, BiFunction<Row, RosterStyle, String>> CELLS = cells();

    private static final List<String> COLUMNS_A =
            List.of(
                    "省(区、市)",
                    "市(盟、州)",
                    "县(市、区、旗)",
                    "镇(乡)",
                    "行政村",
                    "姓名",
                    "性别",
                    "证件号码",
                    "人数",
                    "与户主关系",
                    "民族",
                    "文化程度",
                    "在校生状况",
                    "健康状况",
                    "劳动能力",
                    "务工状况",
                    "务工时间（月）",
                    "是否参加新农合",
                    "是否参加新型养老保险",
                    "脱贫属性",
                    "贫困户属性",
                    "主要致贫原因",
                    "人均纯收入",
                    "联系电话");
    private static final List<String> COLUMNS_B =
            List.of(
                    "县(市、区、旗)",
                    "乡(镇)",
                    "行政村",
                    "自然村",
                    "户编号",
                    "人编号",
                    "姓名",
                    "证件号码",
                    "人数",
                    "与户主关系",
                    "民族",
                    "文化程度",
                    "在校生状况",
                    "健康状况",
                    "劳动技能",
                    "务工时间（月）",
                    "是否参加大病医疗",
                    "脱贫属性",
                    "贫困户属性",
                    "致贫原因1");
    private static final List<String> COLUMNS_C =
            List.of(
                    "序号",
                    "数据日期",
                    "县(市、区、旗)",
                    "乡(镇)",
                    "行政村",
                    "自然村",
                    "户编号",
                    "人编号",
                    "姓名",
                    "证件号码",
                    "人数",
                    "与户主关系",
                    "民族",
                    "文化程度",
                    "在校生状况",
                    "健康状况",
                    "劳动技能",
                    "务工时间（月）",
                    "是否参加大病保险",
                    "致贫原因1",
                    "危房户",
                    "是否解决安全饮用水",
                    "人均纯收入",
                    "户联系电话",
                    "人联系电话",
                    "首次识别时间",
                    "户类型",
                    "监测对象类型");

    List<String> headings() {
        return switch (this) {
            case A -> COLUMNS_A;
            case B -> COLUMNS_B;
            case C -> COLUMNS_C;
        };
    }

    List<String> row(Row row) {
        var cells = new ArrayList<String>();
        headings()
                .forEach(heading -> {
                    BiFunction<Row, RosterStyle, String> cell = CELLS.get(heading);
                    cells.add(cell == null ? "" : cell.apply(row, this));
                });
        return cells;
    }

    private static Map<String, BiFunction<Row, RosterStyle, String>> cells() {
        var cells = new LinkedHashMap<String, BiFunction<Row, RosterStyle, String>>();
        cells.put("省(区、市)", (r, _) -> r.township().province());
        cells.put("市(盟、州)", (r, _) -> r.township().city());
        cells.put("县(市、区、旗)", (r, _) -> r.township().county());
        cells.put("镇(乡)", (r, _) -> r.township().name());
        cells.put("乡(镇)", (r, _) -> r.township().name());
        cells.put("行政村", (r, _) -> r.village().name());
        cells.put("自然村", (r, _) -> r.household().group());
        cells.put("序号", (r, _) -> String.valueOf(r.index()));
        cells.put("数据日期", (_, _) -> TownshipMaker.DATE.toString());
        cells.put("户编号", (r, _) -> r.household().number());
        cells.put("人编号", (r, _) -> r.person().number());
        cells.put("姓名", (r, _) -> r.person().name());
        cells.put("性别", (r, _) -> r.person().male() ? "男" : "女");
        cells.put("证件号码", (r, _) -> r.person().idNo());
        cells.put("人数", (r, _) -> String.valueOf(r.household().members().size()));
        cells.put("与户主关系", (r, _) -> r.person().relation());
        cells.put("民族", (r, _) -> r.person().ethnicity());
        cells.put("文化程度", (r, _) -> r.person().education());
        cells.put("在校生状况", (r, _) -> r.person().school());
        cells.put("健康状况", (r, _) -> r.person().health());
        cells.put("劳动能力", (r, _) -> r.person().skill());
        cells.put("劳动技能", (r, _) -> r.person().skill());
        cells.put("务工状况", (r, _) -> r.person().workArea());
        cells.put("务工时间（月）", (r, style) -> months(r.person(), style));
        cells.put("是否参加新农合", (_, _) -> "是");
        cells.put("是否参加新型养老保险", (_, _) -> "是");
        cells.put("是否参加大病医疗", (_, _) -> "是");
        cells.put("是否参加大病保险", (_, _) -> "是");
        cells.put("脱贫属性", (r, _) -> r.household().status());
        cells.put("贫困户属性", (r, _) -> r.household().type());
        cells.put("主要致贫原因", (r, _) -> r.household().cause());
        cells.put("致贫原因1", (r, _) -> r.household().cause());
        cells.put("危房户", (_, _) -> "否");
        cells.put("是否解决安全饮用水", (_, _) -> "是");
        cells.put("人均纯收入", (r, _) -> String.valueOf(r.household().income()));
        cells.put("联系电话", (r, _) -> r.household().phone());
        cells.put("户联系电话", (r, _) -> r.household().phone());
        cells.put("首次识别时间", (_, _) -> "2014");
        cells.put("户类型", (r, _) -> r.household().type());
        return cells;
    }

    private static String months(Person person, RosterStyle style) {
        // Reason: heading sets b and c have no column for where a person works, so months alone
        // would read as R48.
        return style == A && person.workMonths() > 0 ? String.valueOf(person.workMonths()) : "";
    }
}
