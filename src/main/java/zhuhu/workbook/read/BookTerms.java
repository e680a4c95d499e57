package zhuhu.workbook.read;

import java.util.HashSet;
import java.util.Set;
import zhuhu.base.Texts;
import zhuhu.form.FormNode;
import zhuhu.pack.Headings;
import zhuhu.pack.Pack;
import zhuhu.pack.Schema;

/// The words that cells are read with. Shape: `saved` names the visit's questions that also save to
/// the register.
public record BookTerms(Schema schema, Headings headings, Set<String> saved, Texts texts) {

    public BookTerms {
        saved = Set.copyOf(saved);
    }

    /// Those of a campaign.
    public static BookTerms of(Pack pack, Texts texts) {
        var saved = new HashSet<String>();
        pack.forms().stream()
                .filter(form -> !pack.isOfRegister(form.id()))
                .flatMap(form -> form.form().questions())
                .filter(question -> question.saveTo().isPresent())
                .map(FormNode.Question::name)
                .forEach(saved::add);
        return new BookTerms(pack.schema(), Headings.of(pack), saved, texts);
    }
}
