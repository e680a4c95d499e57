package zhuhu.flow.report;

import zhuhu.pack.Schema;
import zhuhu.record.Kind;

/// Something that a column or a place of a template can be filled with. Shape: `key` is what
/// mappings and `${...}` name it by (`household.phone`); `group` the section it belongs to, in
/// words.
public record ReportField(String key, String label, String group, Source source) {

    /// Where the value comes from.
    public sealed interface Source {

        /// A property of the row's village, household or person. `yearly`: of the newest year that
        /// says anything.
        record Of(Kind kind, String section, boolean yearly, Schema.Property property)
                implements Source {}

        /// A property of the household's head.
        record OfHead(Schema.Property property) implements Source {}

        /// A column of the last roster that the register has no property for.
        record Other(String heading) implements Source {}

        /// 人均纯收入 of the newest year: as verified, else as the roster states it.
        record NetIncome() implements Source {}

        /// How many; of the row's village, or of all that are reported on.
        record Total(What what) implements Source {}

        /// What the report itself says: running numbers, its day, who made it.
        record Said(Saying saying) implements Source {}
    }

    /// What is counted.
    public enum What {
        HOUSEHOLDS,
        PERSONS,
        POOR_HOUSEHOLDS,
        POOR_PERSONS,
        EXITED_HOUSEHOLDS,
        EXITED_PERSONS
    }

    /// What a report says of itself.
    public enum Saying {
        NUMBER,
        WITHIN,
        DATE,
        AUTHOR,
        UNIT,
        PHONE
    }

    /// Whether it is about one household or person.
    public boolean ofRow() {
        return switch (source) {
            case Source.Of(Kind kind, _, _, _) -> kind != Kind.VILLAGE;
            case Source.OfHead _, Source.Other _, Source.NetIncome _ -> true;
            case Source.Total _ -> false;
            case Source.Said(Saying saying) -> saying == Saying.NUMBER || saying == Saying.WITHIN;
        };
    }

    /// Whether only a row a person can hold it.
    boolean ofPerson() {
        return switch (source) {
            case Source.Of(Kind kind, _, _, _) -> kind == Kind.PERSON;
            case Source.Other _ -> true;
            case Source.Said(Saying saying) -> saying == Saying.WITHIN;
            case Source.OfHead _, Source.NetIncome _, Source.Total _ -> false;
        };
    }

    /// Whether it is about a household as a whole.
    boolean ofHousehold() {
        return switch (source) {
            case Source.Of(Kind kind, _, _, _) -> kind == Kind.HOUSEHOLD;
            case Source.OfHead _, Source.NetIncome _ -> true;
            case Source.Other _, Source.Total _, Source.Said _ -> false;
        };
    }
}
