package zhuhu.workbook.export.xlsx;

import java.io.IOException;

/// The part that says what each part is.
final class ContentTypes {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String PACKAGE = "application/vnd.openxmlformats-package.";

    private final XmlOut xml;

    ContentTypes(XmlOut xml) throws IOException {
        this.xml = xml;
        xml.raw(BookOut.XML)
                .raw(
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .raw(
                        "<Default Extension=\"rels\" ContentType=\""
                                + PACKAGE
                                + "relationships+xml\"/>")
                .raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .raw("<Default Extension=\"vml\" ContentType=\"" + OFFICE + "vmlDrawing\"/>")
                .raw("<Override PartName=\"/docProps/core.xml\" ContentType=\"" + PACKAGE)
                .raw("core-properties+xml\"/>");
    }

    void part(String name, String type) throws IOException {
        xml.raw("<Override").attribute("PartName", name);
        xml.attribute("ContentType", OFFICE + type + "+xml").raw("/>");
    }

    void end() throws IOException {
        xml.raw("</Types>");
    }
}
