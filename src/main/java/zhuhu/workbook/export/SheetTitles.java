package zhuhu.workbook.export;

import zhuhu.base.Texts;
import zhuhu.record.Kind;

/// The names of the sheets, as the text file gives them.
public record SheetTitles(Texts texts) {

    public String cover() {
        return texts.of("export.sheet.cover");
    }

    public String findings() {
        return texts.of("export.sheet.findings");
    }

    /// What was sent back.
    public String points() {
        return texts.of("sendback.sheet.points");
    }

    /// What a workbook that goes up was made from.
    public String account() {
        return texts.of("upward.account.title");
    }

    /// Members' screens of visits.
    public String visitRows() {
        return texts.of("export.sheet.visitRows");
    }

    public String of(Kind kind) {
        return switch (kind) {
            case VILLAGE -> texts.of("export.sheet.village");
            case HOUSEHOLD -> texts.of("export.sheet.household");
            case PERSON -> texts.of("export.sheet.person");
            case VISIT -> texts.of("export.sheet.visit");
            case PAIRING -> texts.of("export.sheet.pairing");
            case ISSUE -> texts.of("export.sheet.issue");
            case MEASURE -> texts.of("export.sheet.measure");
            case PROJECT -> texts.of("export.sheet.project");
            case SITE -> texts.of("export.sheet.site");
            case FUND -> texts.of("export.sheet.fund");
            case TASK -> texts.of("export.sheet.task");
            case LINK -> texts.of("export.sheet.link");
        };
    }
}
