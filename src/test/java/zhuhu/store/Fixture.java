package zhuhu.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import zhuhu.base.Outcome;
import zhuhu.form.AnswerKind;
import zhuhu.form.CheckedForm;
import zhuhu.form.CompiledForm;
import zhuhu.pack.Manifest;
import zhuhu.pack.Pack;
import zhuhu.pack.Schema;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// A small pack made by hand, and short ways to state things.
final class Fixture {

    static final Passphrase PASSPHRASE = Passphrase.of("驻村工作队2017").orElseThrow();
    static final Stamp ROSTER = Stamp.of("镇扶贫站", null, "2017-02-20", How.ROSTER, "9f".repeat(32));
    static final Stamp VISITOR = visitor("王一鸣", "2017-03-02T10:15:00");
    static final Stamp OTHER = visitor("赵二妹", "2017-03-03T09:00:00");

    private Fixture() {}

    static Stamp visitor(String name, String at) {
        return new Stamp(
                name,
                "device-" + name.codePointAt(0),
                at,
                How.TYPED,
                "visit-" + name.codePointAt(0),
                new Stamp.FormStamp("household_visit", "1", "ab".repeat(32)),
                at,
                null);
    }

    static Pack pack(Schema.Section... more) {
        var sections = new ArrayList<Schema.Section>();
        sections.add(section(Kind.VILLAGE, "basics", "village_name", "village_code", "township"));
        sections.add(section(Kind.HOUSEHOLD, "number", "household_no"));
        sections.add(
                section(
                        Kind.HOUSEHOLD,
                        "place",
                        "village",
                        "group_name",
                        "head_name",
                        "head_id_no"));
        sections.add(section(Kind.HOUSEHOLD, "contact", "phone"));
        sections.add(
                new Schema.Section(
                        Kind.HOUSEHOLD,
                        "income",
                        "收入",
                        Schema.Authority.VISIT,
                        true,
                        false,
                        List.of(
                                property("wage_income", AnswerKind.DECIMAL, false),
                                property("net_income", AnswerKind.DECIMAL, true))));
        sections.add(section(Kind.PERSON, "number", "person_no"));
        sections.add(section(Kind.PERSON, "residence", "household", "relation"));
        sections.add(section(Kind.PERSON, "identity", "person_name", "id_no", "sex"));
        sections.add(
                new Schema.Section(
                        Kind.PERSON,
                        "health",
                        "健康",
                        Schema.Authority.VISIT,
                        false,
                        false,
                        List.of(
                                property("health", AnswerKind.MANY, false),
                                property("weight", AnswerKind.DECIMAL, false))));
        sections.add(section(Kind.VISIT, "doorstep", "outcome", "respondent"));
        sections.addAll(List.of(more));
        var files = new TreeMap<String, byte[]>();
        files.put("try/pack.toml", new byte[] {1, 2, 3});
        var form =
                new CompiledForm(
                        new CheckedForm("household_visit", "1", "回访", "data", List.of(), List.of()),
                        "<h:html/>",
                        "ab".repeat(32));
        return new Pack(manifest(), List.of(form), new Schema(sections), List.of(), files);
    }

    private static Manifest manifest() {
        return new Manifest(
                "try",
                "试",
                "试",
                "2017-02-01",
                "",
                "贵州",
                "2016",
                "household_visit",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Schema.Section section(Kind kind, String name, String... properties) {
        List<Schema.Property> list =
                List.of(properties).stream().map(p -> property(p, AnswerKind.TEXT, false)).toList();
        return new Schema.Section(kind, name, name, Schema.Authority.VISIT, false, false, list);
    }

    static Schema.Property property(String name, AnswerKind type, boolean calculated) {
        return new Schema.Property(name, name, type, List.of(), calculated, "");
    }

    static Workspace create(Path file) {
        return value(Workspace.create(file, PASSPHRASE, pack(), false));
    }

    static Workspace open(Path file) {
        return value(tryOpen(file, PASSPHRASE));
    }

    static Outcome<Workspace> tryOpen(Path file, Passphrase passphrase) {
        return Workspace.open(
                new StoreFile(file, passphrase, Migrations.shipped(), _ -> Outcome.done(pack())));
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    static String code(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(var value) -> throw new AssertionError("Done: " + value);
            case Outcome.Failed<?>(var problems) -> problems.getFirst().code();
        };
    }

    static Values values(Object... pairs) {
        var map = new TreeMap<String, Value>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(
                    (String) pairs[i],
                    switch (pairs[i + 1]) {
                        case Value value -> value;
                        case Integer number -> Value.number(number);
                        case Object text -> Value.text(text.toString());
                    });
        }
        return Values.of(map);
    }

    /// A revision that rests on the present heads.
    static Revision next(Workspace workspace, RecordId record, String section, Values values) {
        Section now = workspace.section(record, section);
        return Revision.of(
                record, section, now.allHeads().stream().map(Revision::id).toList(), values);
    }

    /// States something that rests on what is there.
    static Revision state(
            Workspace workspace, RecordId record, String section, Stamp stamp, Object... pairs) {
        Revision revision = next(workspace, record, section, values(pairs));
        add(workspace, revision, stamp);
        return revision;
    }

    static void add(Workspace workspace, Revision revision, Stamp stamp) {
        write(
                workspace,
                writer -> {
                    writer.add(revision, stamp);
                    return true;
                });
    }

    static <T> T write(Workspace workspace, Function<Workspace.Writer, T> work) {
        T result = workspace.write(work);
        assert result != null;
        return result;
    }

    static Map<String, String> row(Workspace workspace, RecordId record) {
        return workspace
                .query("SELECT * FROM " + record.kind().code() + " WHERE id = ?", record.text())
                .getFirst();
    }
}
