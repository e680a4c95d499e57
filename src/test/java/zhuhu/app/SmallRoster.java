package zhuhu.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import zhuhu.base.CitizenId;

/// A roster of two households in one village, as the national system exports it, that tests change
/// and hand in again. Everybody is invented.
final class SmallRoster {

    static final String FIRST = "52000000000001";
    static final String SECOND = "52000000000002";
    static final String SON = "52000000000000012";

    final List<String> headings =
            new ArrayList<>(
                    List.of(
                            "县(市、区、旗)",
                            "乡(镇)",
                            "行政村",
                            "自然村",
                            "户编号",
                            "人编号",
                            "姓名",
                            "性别",
                            "证件号码",
                            "人数",
                            "与户主关系",
                            "民族",
                            "文化程度",
                            "在校生状况",
                            "健康状况",
                            "劳动技能",
                            "脱贫属性",
                            "贫困户属性",
                            "致贫原因1",
                            "危房户",
                            "人均纯收入",
                            "户联系电话"));
    final List<Map<String, String>> rows = new ArrayList<>();
    private final String date;

    SmallRoster(String date) {
        this.date = date;
        person(FIRST, 1, "陆大山", "户主", 1970, "男", "小学");
        person(FIRST, 2, "陆小山", "之子", 2001, "男", "初中");
        person(SECOND, 3, "韦三妹", "户主", 1965, "女", "文盲或半文盲");
        person(SECOND, 4, "韦小满", "之女", 1999, "女", "高中");
        rows.get(0).put("户联系电话", "13800000001");
        rows.get(1).put("户联系电话", "13800000001");
    }

    static String id(int year, int n) {
        String seventeen = "990101%04d0615%03d".formatted(year, n);
        return seventeen + CitizenId.check(seventeen);
    }

    private void person(
            String household,
            int n,
            String name,
            String relation,
            int year,
            String sex,
            String education) {
        var row = new LinkedHashMap<String, String>();
        headings.forEach(h -> row.put(h, ""));
        row.putAll(
                Map.of(
                        "县(市、区、旗)",
                        "石门县",
                        "乡(镇)",
                        "白云乡",
                        "行政村",
                        "青岩村",
                        "自然村",
                        "上寨组",
                        "户编号",
                        household,
                        "人编号",
                        "5200000000000001" + n,
                        "姓名",
                        name,
                        "性别",
                        sex,
                        "证件号码",
                        id(year, sex.equals("男") ? 2 * n + 1 : 2 * n),
                        "与户主关系",
                        relation));
        row.putAll(
                Map.of(
                        "人数", "2",
                        "民族", "布依族",
                        "文化程度", education,
                        "在校生状况", "非在校生",
                        "健康状况", "健康",
                        "劳动技能", "普通劳动力",
                        "脱贫属性", "未脱贫",
                        "贫困户属性", "一般贫困户",
                        "致贫原因1", "缺技术",
                        "人均纯收入", "2680"));
        row.put("危房户", "否");
        rows.add(row);
    }

    /// Changes a cell of every row of a household.
    SmallRoster household(String number, String heading, String text) {
        rows.stream().filter(r -> number.equals(r.get("户编号"))).forEach(r -> r.put(heading, text));
        return this;
    }

    /// Changes a cell of a person's row.
    SmallRoster person(String name, String heading, String text) {
        rows.stream().filter(r -> name.equals(r.get("姓名"))).forEach(r -> r.put(heading, text));
        return this;
    }

    SmallRoster without(String name) {
        rows.removeIf(r -> name.equals(r.get("姓名")));
        return this;
    }

    /// With just these columns, what a column is called elsewhere taken over.
    SmallRoster only(List<String> others) {
        var same =
                Map.of(
                        "镇(乡)", "乡(镇)",
                        "劳动能力", "劳动技能",
                        "主要致贫原因", "致贫原因1",
                        "联系电话", "户联系电话");
        rows.forEach(
                row -> same.forEach((theirs, ours) -> row.put(theirs, row.getOrDefault(ours, ""))));
        headings.clear();
        headings.addAll(others);
        headings.remove("序号");
        headings.remove("户内序号");
        headings.remove("数据日期");
        return this;
    }

    SmallRoster withoutColumn(String heading) {
        headings.remove(heading);
        return this;
    }

    Path write(Path file) {
        try (var book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("名册");
            sheet.createRow(0).createCell(0).setCellValue("石门县贫困人口信息表");
            sheet.createRow(1).createCell(0).setCellValue("数据日期：" + date);
            fill(sheet.createRow(2), headings);
            for (Map<String, String> row : rows) {
                fill(
                        sheet.createRow(sheet.getLastRowNum() + 1),
                        headings.stream().map(h -> row.getOrDefault(h, "")).toList());
            }
            book.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.createCell(i).setCellValue(cells.get(i));
            }
        }
    }
}
