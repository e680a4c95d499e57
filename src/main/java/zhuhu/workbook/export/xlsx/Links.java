package zhuhu.workbook.export.xlsx;

import java.io.IOException;

/// A relationships part being written; ids are rId1, rId2 in the order of adding.
final class Links {

    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";

    private final XmlOut xml;
    private int number = 1;

    Links(XmlOut xml) throws IOException {
        this.xml = xml;
        xml.raw(BookOut.XML).raw("<Relationships xmlns=\"").raw(PACKAGE).raw("\">");
    }

    /// `type`: the last part of the relationship's address, `metadata/...` under the package's own.
    void add(String type, String target) throws IOException {
        String address = type.contains("/") ? PACKAGE : BookOut.RELATIONS;
        xml.raw("<Relationship Id=\"rId").raw(number++).raw("\" Type=\"");
        xml.raw(address).raw("/").raw(type).raw("\" Target=\"").raw(target).raw("\"/>");
    }

    void end() throws IOException {
        xml.raw("</Relationships>");
    }
}
