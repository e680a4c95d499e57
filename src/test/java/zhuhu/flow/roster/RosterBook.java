package zhuhu.flow.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A roster file under test: a heading set, titles, and rows as maps from heading to text.
final class RosterBook {

    /// The three heading sets that clerks import.
    enum Style {
        A(
                "省(区、市),市(盟、州),县(市、区、旗),镇(乡),行政村,姓名,性别,证件号码,人数,与户主关系,民族,"
                        + "文化程度,在校生状况,健康状况,劳动能力,务工状况,务工时间（月）,是否参加新农合,"
                        + "是否参加新型养老保险,是否参加城镇职工基本养老保险,脱贫属性,贫困户属性,主要致贫原因,"
                        + "人均纯收入,联系电话,开户银行名称,银行卡号"),
        B(
                "县(市、区、旗),乡(镇),行政村,自然村,户编号,人编号,姓名,证件号码,人数,与户主关系,民族,"
                        + "文化程度,在校生状况,健康状况,劳动技能,务工时间（月）,是否参加大病医疗,脱贫属性,"
                        + "贫困户属性,致贫原因1"),
        C(
                "序号,数据日期,县(市、区、旗),乡(镇),行政村,自然村,户编号,人编号,姓名,证件号码,人数,"
                        + "与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,务工时间（月）,"
                        + "是否参加大病保险,致贫原因1,危房户,是否解决安全饮用水,人均纯收入,户联系电话,"
                        + "人联系电话,首次识别时间,人员识别时间,户类型,监测对象类型,风险是否消除");

        final List<String> headings;

        Style(String headings) {
            this.headings = List.of(headings.split(",(?![^(（]*[)）])", -1));
        }
    }

    final Style style;
    final List<String> headings;
    final List<String> titles = new ArrayList<>();
    final List<Map<String, String>> rows = new ArrayList<>();

    RosterBook(Style style) {
        this.style = style;
        this.headings = new ArrayList<>(style.headings);
        if (style != Style.C) {
            titles.add("石门县贫困人口信息表");
            titles.add("数据日期：2017-03-01");
        }
    }

    /// A row with everything that the heading set asks, but for what `changes` sets.
    RosterBook person(Map<String, String> changes) {
        var row = new LinkedHashMap<String, String>();
        row.putAll(
                Map.of(
                        "数据日期", "2017-03-01",
                        "县(市、区、旗)", "石门县",
                        "乡(镇)", "白云乡",
                        "镇(乡)", "白云乡",
                        "行政村", "青岩村",
                        "自然村", "上寨组",
                        "民族", "布依族",
                        "文化程度", "小学",
                        "在校生状况", "非在校生",
                        "健康状况", "健康"));
        row.putAll(
                Map.of(
                        "劳动能力", "普通劳动力",
                        "劳动技能", "普通劳动力",
                        "贫困户属性", "一般贫困户",
                        "脱贫属性", "未脱贫",
                        "主要致贫原因", "缺技术",
                        "致贫原因1", "缺技术",
                        "是否参加新农合", "是",
                        "人均纯收入", "2680.5",
                        "危房户", "否",
                        "是否解决安全饮用水", "是"));
        row.put("首次识别时间", "2014-12-01");
        row.putAll(changes);
        rows.add(row);
        return this;
    }

    Path write(Path file) {
        return write(file, (_, _) -> {});
    }

    /// Changes to the sheet before it is written; `first` is the index of the first data row.
    interface Touch {
        void touch(Sheet sheet, int first);
    }

    Path write(Path file, Touch touch) {
        boolean old = file.toString().endsWith(".xls");
        try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Sheet1");
            int at = 0;
            for (String title : titles) {
                sheet.createRow(at++).createCell(0).setCellValue(title);
            }
            fill(sheet.createRow(at++), headings, h -> h);
            int first = at;
            for (Map<String, String> row : rows) {
                fill(sheet.createRow(at++), headings, h -> row.getOrDefault(h, ""));
            }
            touch.touch(sheet, first);
            book.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(
            Row row, List<String> headings, java.util.function.UnaryOperator<String> text) {
        for (int i = 0; i < headings.size(); i++) {
            String value = text.apply(headings.get(i));
            if (!value.isEmpty()) {
                row.createCell(i).setCellValue(value);
            }
        }
    }

    /// The cell under a heading, made if it is not there.
    static void cell(
            Sheet sheet, int row, int column, Consumer<org.apache.poi.ss.usermodel.Cell> change) {
        Row at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        change.accept(at.getCell(column) == null ? at.createCell(column) : at.getCell(column));
    }

    int column(String heading) {
        return headings.indexOf(heading);
    }

    /// An invented 证件号码 with a prefix that was never assigned; `n` below 1000.
    static String id(int year, int n) {
        String seventeen = "990101%04d0615%03d".formatted(year, n);
        return seventeen + zhuhu.base.CitizenId.check(seventeen);
    }
}
