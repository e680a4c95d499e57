package zhuhu.flow.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Makes the templates that the program brings along: the national system's heading sets as they
/// were found, and one flat table. Run by a test with `-Dzhuhu.templates=FOLDER`.
final class NationalTemplateMaker {

    private static final String A =
            "省(区、市),市(盟、州),县(市、区、旗),镇(乡),行政村,姓名,性别,证件号码,人数,与户主关系,民族,文化程度,"
                    + "在校生状况,健康状况,劳动能力,务工状况,务工时间（月）,是否参加新农合,是否参加新型养老保险,"
                    + "是否参加城镇职工基本养老保险,脱贫属性,贫困户属性,主要致贫原因,人均纯收入,联系电话,"
                    + "开户银行名称,银行卡号,政治面貌,是否军烈属,是否独生子女户,是否双女户,是否现役军人,其他致贫原因";
    private static final String B =
            "县(市、区、旗),乡(镇),行政村,自然村,户编号,人编号,姓名,证件号码,人数,与户主关系,民族,文化程度,"
                    + "在校生状况,健康状况,劳动技能,务工时间（月）,是否参加大病医疗,脱贫属性,贫困户属性,致贫原因1";
    private static final String C =
            "序号,数据日期,县(市、区、旗),乡(镇),行政村,自然村,户编号,人编号,姓名,证件号码,人数,与户主关系,民族,"
                    + "文化程度,在校生状况,健康状况,劳动技能,务工时间（月）,是否参加大病保险,致贫原因1,危房户,"
                    + "是否解决安全饮用水,人均纯收入,户联系电话,人联系电话,首次识别时间,人员识别时间,户类型,"
                    + "监测对象类型,风险是否消除,风险识别时间,风险消除时间";
    private static final String FLAT =
            "序号,数据日期,省(区、市),市(盟、州),县(市、区、旗),乡(镇),行政村,自然村,户编号,户内序号,人数,脱贫属性,"
                    + "脱贫年度,计划脱贫年度,贫困户属性,识别标准,识别年度,主要致贫原因,其他致贫原因,是否军烈属,"
                    + "是否独生子女户,是否双女户,人均纯收入,户联系电话,开户银行名称,银行卡号,耕地面积,有效灌溉面积,"
                    + "林地面积,退耕还林面积,林果面积,牧草地面积,水面面积,是否通生产用电,是否加入农民专业合作社,"
                    + "是否有龙头企业带动,是否有创业致富带头人带动,住房面积,危房户,危房级别,饮水是否困难,"
                    + "是否解决安全饮用水,是否通生活用电,是否通广播电视,入户路类型,与村主干路距离,有无卫生厕所,"
                    + "主要燃料类型,人编号,姓名,性别,证件类型,证件号码,出生日期,与户主关系,民族,政治面貌,是否现役军人,"
                    + "文化程度,在校生状况,失学辍学原因,健康状况,劳动技能,务工状况,务工时间（月）,务工地点,务工企业名称,"
                    + "公益性岗位月数,是否参加新农合,是否参加大病医疗,是否参加新型养老保险,是否参加城镇职工基本养老保险,"
                    + "是否享受低保,人联系电话";

    private NationalTemplateMaker() {}

    static List<String> headings(NationalTemplate template) {
        String all =
                switch (template) {
                    case A -> A;
                    case B -> B;
                    case C -> C;
                    case FLAT -> FLAT;
                };
        return List.of(all.split(",(?![^(（]*[)）])", -1));
    }

    static void write(NationalTemplate template, OutputStream out) {
        List<String> headings = headings(template);
        try (var book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("贫困人口信息");
            int last = headings.size() - 1;
            int at = 0;
            if (template != NationalTemplate.FLAT) {
                title(book, sheet, last);
                at = 2;
            }
            CellStyle head = head(book);
            CellStyle cell = cell(book);
            Row headRow = sheet.createRow(at);
            headRow.setHeightInPoints(32);
            Row first = sheet.createRow(at + 1);
            for (int c = 0; c <= last; c++) {
                headRow.createCell(c).setCellValue(headings.get(c));
                headRow.getCell(c).setCellStyle(head);
                first.createCell(c).setCellStyle(cell);
                sheet.setColumnWidth(c, width(headings.get(c)) * 256);
            }
            sheet.createFreezePane(0, at + 1);
            sheet.setRepeatingRows(new CellRangeAddress(at, at, -1, -1));
            PrintSetup print = sheet.getPrintSetup();
            print.setLandscape(true);
            print.setPaperSize(
                    headings.size() > 40 ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
            print.setFitWidth((short) Math.max(1, headings.size() / 36));
            print.setFitHeight((short) 0);
            sheet.setFitToPage(true);
            sheet.getFooter().setCenter("第 &P 页，共 &N 页");
            book.getProperties().getCoreProperties().setCreator("Zhuhu");
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void title(XSSFWorkbook book, XSSFSheet sheet, int last) {
        CellStyle big = book.createCellStyle();
        Font font = book.createFont();
        font.setFontName("黑体");
        font.setFontHeightInPoints((short) 16);
        big.setFont(font);
        big.setAlignment(HorizontalAlignment.CENTER);
        big.setVerticalAlignment(VerticalAlignment.CENTER);
        Row title = sheet.createRow(0);
        title.setHeightInPoints(30);
        title.createCell(0).setCellValue("贫困人口信息表");
        title.getCell(0).setCellStyle(big);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
        Row below = sheet.createRow(1);
        below.createCell(0)
                .setCellValue("数据日期：${数据日期}　填报单位：${填报单位}　填报人：${填报人}　共 ${总户数} 户 ${总人数} 人");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
    }

    private static CellStyle head(XSSFWorkbook book) {
        var style = book.createCellStyle();
        Font font = book.createFont();
        font.setFontName("黑体");
        font.setFontHeightInPoints((short) 10);
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setFillForegroundColor(
                new XSSFColor(new byte[] {(byte) 0xDC, (byte) 0xE6, (byte) 0xF1}));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        lines(style);
        return style;
    }

    private static CellStyle cell(XSSFWorkbook book) {
        var style = book.createCellStyle();
        Font font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) 10);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        lines(style);
        return style;
    }

    private static void lines(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }

    private static int width(String heading) {
        var wide = new ArrayList<String>(List.of("证件号码", "户编号", "人编号", "银行卡号"));
        return wide.contains(heading) ? 21 : Math.clamp(heading.length() * 2L, 8, 14);
    }
}
