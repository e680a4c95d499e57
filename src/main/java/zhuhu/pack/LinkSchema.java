package zhuhu.pack;

import java.util.List;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema.Authority;
import zhuhu.pack.Schema.Property;
import zhuhu.pack.Schema.Section;
import zhuhu.record.Kind;
import zhuhu.record.Link;

/// The one section of a link, whatever the campaign.
final class LinkSchema {

    private LinkSchema() {}

    static Section section() {
        return new Section(
                Kind.LINK,
                Link.SECTION,
                "同一对象",
                Authority.EVENT,
                false,
                false,
                List.of(
                        property("kind", "类型", AnswerKind.TEXT),
                        property("first", "甲", AnswerKind.TEXT),
                        property("second", "乙", AnswerKind.TEXT),
                        property("same", "是同一对象（1 是，0 不是）", AnswerKind.INTEGER)));
    }

    private static Property property(String name, String label, AnswerKind type) {
        return new Property(name, label, type, List.of(), false, "");
    }
}
