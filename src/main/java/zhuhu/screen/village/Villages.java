package zhuhu.screen.village;

import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.Coverage;
import zhuhu.flow.VillageCard;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.form.Choice;
import zhuhu.record.RecordId;

/// What the page of a village asks. Called on the workspace's thread.
public interface Villages {

    /// A village to choose. Shape: `where` its township.
    record Name(RecordId id, String name, String where) {}

    /// By name.
    List<Name> names();

    VillageCard villageCard(RecordId village);

    Coverage coverage(RecordId village);

    /// Relations to the head, as the register's form offers them.
    List<Choice> relations();

    /// `others`: the person has seen who may be the same and says that they are not.
    Outcome<AddHousehold.Added> addHousehold(AddHousehold.Entry entry, boolean others);
}
