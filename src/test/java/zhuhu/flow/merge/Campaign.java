package zhuhu.flow.merge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import zhuhu.flow.Author;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Facts;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.Link;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.store.Workspace;

/// A campaign made by chance, with real files: a township of six villages with three laptops each
/// that work apart, meet now and then, and hand in workbooks, some of which somebody edits by hand
/// or strips of their hidden sheets. The same seed gives the same campaign.
final class Campaign {

    static final int VILLAGES = 6;
    static final int LAPTOPS = 3;
    private static final int HOUSEHOLDS = 2;

    private final Random random;
    private final Path folder;
    private final List<Path> books = new ArrayList<>();
    private Facts stated = Facts.NONE;

    private Campaign(long seed, Path folder) {
        random = new Random(seed);
        this.folder = folder;
    }

    /// The workbooks that were handed in, and everything that anybody stated on a laptop.
    record HandedIn(List<Path> books, Facts stated) {}

    static HandedIn play(long seed, Path folder) {
        var campaign = new Campaign(seed, folder);
        for (int v = 0; v < VILLAGES; v++) {
            campaign.village(v);
        }
        return new HandedIn(List.copyOf(campaign.books), campaign.stated);
    }

    private void village(int v) {
        Path task = task(v);
        for (int laptop = 0; laptop < LAPTOPS; laptop++) {
            Path file = folder.resolve("laptop-%d-%d.zhuhu".formatted(v, laptop));
            copy(folder.resolve("task-%d.zhuhu".formatted(v)), file);
            try (Workspace workspace = Books.open(file)) {
                Books.merge(workspace, task);
                if (laptop > 0 && random.nextInt(3) == 0) {
                    Books.merge(workspace, books.getLast());
                }
                String name = "员%d%d".formatted(v, laptop);
                int acts = 3 + random.nextInt(6);
                for (int i = 0; i < acts; i++) {
                    act(workspace, v, name);
                }
                handIn(workspace, v, laptop, name);
                stated = stated.union(Books.facts(workspace));
            }
        }
    }

    /// What the township hands out: the village with the roster's words.
    private Path task(int v) {
        try (Workspace workspace = Books.workspace(folder.resolve("task-%d.zhuhu".formatted(v)))) {
            roster(workspace, v);
            return Books.export(workspace, folder.resolve("task-%d.xlsx".formatted(v)));
        }
    }

    private static void roster(Workspace workspace, int v) {
        var stamp = Stamp.of("名册", null, "2017-02-20", How.ROSTER, "9f".repeat(32));
        workspace.write(writer -> {
            RecordId village = Ids.village("石门县", "白云乡", "第" + v + "村");
            writer.add(
                    Revision.of(
                            village,
                            "basics",
                            List.of(),
                            Values.of(Map.of("village_name", Value.text("第" + v + "村")))),
                    stamp);
            for (int h = 0; h < HOUSEHOLDS; h++) {
                RecordId household = household(v, h);
                writer.add(
                        Revision.of(
                                household,
                                "place",
                                List.of(),
                                Values.of(
                                        Map.of(
                                                "village", Value.text(village.text()),
                                                "group_name", Value.text("一组"),
                                                "head_name", Value.text("韦甲" + v + h)))),
                        stamp);
                writer.add(
                        Revision.of(
                                household,
                                "contact",
                                List.of(),
                                Values.of(Map.of("phone", Value.text(phone(v, h))))),
                        stamp);
                for (int p = 0; p < 2; p++) {
                    person(writer, v, h, p, stamp);
                }
            }
            return true;
        });
    }

    private static void person(Workspace.Writer writer, int v, int h, int p, Stamp stamp) {
        RecordId person = person(v, h, p);
        writer.add(
                Revision.of(
                        person,
                        "residence",
                        List.of(),
                        Values.of(
                                Map.of(
                                        "household", Value.text(household(v, h).text()),
                                        "relation", Value.text(p == 0 ? "01" : "02")))),
                stamp);
        writer.add(
                Revision.of(
                        person,
                        "identity",
                        List.of(),
                        Values.of(Map.of("person_name", Value.text("韦甲" + v + h + p)))),
                stamp);
        writer.add(
                Revision.of(
                        person,
                        "labour",
                        List.of(),
                        Values.of(Map.of("labour_skill", Value.text("01")))),
                stamp);
    }

    private static String phone(int v, int h) {
        return "138000%d%d001".formatted(v, h);
    }

    static RecordId household(int v, int h) {
        return Ids.householdByNumber("99%02d%04d".formatted(v, h));
    }

    private static RecordId person(int v, int h, int p) {
        return Ids.personByNumber("98%02d%04d%02d".formatted(v, h, p));
    }

    // ---- acts of a laptop

    private void act(Workspace workspace, int v, String name) {
        boolean done =
                workspace.write(writer -> {
                    switch (random.nextInt(12)) {
                        case 0, 1, 2 -> edit(workspace, writer, v, name);
                        case 3, 4 -> confirm(workspace, writer, v, name);
                        case 5, 6, 7 -> finalise(workspace, writer, v, name);
                        case 8 -> settle(workspace, writer, v, name);
                        case 9 -> withdraw(workspace, writer, name);
                        case 10 -> takeBack(workspace, writer, name);
                        default -> link(workspace, writer, v, name);
                    }
                    return true;
                });
        if (!done) {
            throw new IllegalStateException();
        }
    }

    private Stamp stamp(String name, How how, String via) {
        return Stamp.of(
                name, "d-" + name, "2017-03-%02d".formatted(1 + random.nextInt(28)), how, via);
    }

    /// One of the sections that the acts are about.
    private record Spot(RecordId record, String section, String property, List<String> words) {}

    private Spot spot(int v) {
        int h = random.nextInt(HOUSEHOLDS);
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Spot(household(v, h), "contact", "phone", List.of("1390", "1391", "1392"));
            case 1 -> new Spot(household(v, h), "place", "group_name", List.of("二组", "三组"));
            case 2 ->
                    new Spot(
                            person(v, h, random.nextInt(2)),
                            "labour",
                            "labour_skill",
                            List.of("02", "03", "04"));
            default ->
                    new Spot(
                            household(v, h), "income@2016", "wage_income", List.of("1000", "2000"));
        };
    }

    private Values said(Spot spot, Values below) {
        String word = spot.words().get(random.nextInt(spot.words().size()));
        Value value =
                spot.section().startsWith("income")
                        ? Value.number(Long.parseLong(word))
                        : Value.text(word);
        return below.with(spot.property(), value);
    }

    private static List<FactId> heads(Section section) {
        return section.allHeads().stream().map(Revision::id).toList();
    }

    private void edit(Workspace workspace, Workspace.Writer writer, int v, String name) {
        Spot spot = spot(v);
        Section now = workspace.section(spot.record(), spot.section());
        if (now instanceof Section.Contested) {
            return;
        }
        writer.add(
                Revision.of(spot.record(), spot.section(), heads(now), said(spot, now.shown())),
                stamp(name, How.TYPED, "edit-" + name));
    }

    private void confirm(Workspace workspace, Workspace.Writer writer, int v, String name) {
        Spot spot = spot(v);
        Section now = workspace.section(spot.record(), spot.section());
        if (now instanceof Section.Agreed) {
            writer.add(
                    Revision.of(spot.record(), spot.section(), heads(now), now.shown()),
                    stamp(name, How.CONFIRMED, "edit-" + name));
        }
    }

    /// A visit says something, and states it in the register; finishing it again supersedes what it
    /// wrote and withdraws what it no longer says.
    private void finalise(Workspace workspace, Workspace.Writer writer, int v, String name) {
        RecordId household = household(v, random.nextInt(HOUSEHOLDS));
        RecordId visit = Ids.visit("qianxinan-2017", "household_visit", household, "2017-03");
        var stamp = stamp(name, How.TYPED, visit.text());
        Section about = workspace.section(visit, "about");
        if (about instanceof Section.Unwritten) {
            var values = new TreeMap<String, Value>();
            values.put("subject", Value.text(household.text()));
            values.put("round", Value.text("2017-03"));
            values.put("form", Value.text("household_visit"));
            writer.add(Revision.of(visit, "about", List.of(), Values.of(values)), stamp);
        }
        Section door = workspace.section(visit, "doorstep");
        writer.add(
                Revision.of(
                        visit,
                        "doorstep",
                        heads(door),
                        Values.of(Map.of("outcome", Value.text("0" + (1 + random.nextInt(3)))))),
                stamp);
        Section contact = workspace.section(household, "contact");
        List<Attestation> mine =
                contact.allHeads().stream()
                        .flatMap(r -> workspace.attestations(r.id()).stream())
                        .filter(a -> visit.text().equals(a.stamp().via()))
                        .filter(a -> a.stamp().by().equals(name))
                        .toList();
        if (random.nextInt(4) == 0 && !mine.isEmpty()) {
            writer.withdraw(
                    mine.stream().map(Attestation::id).toList(),
                    name,
                    "d-" + name,
                    "2017-03-09",
                    "visit");
            return;
        }
        Values now = contact.shown();
        writer.add(
                Revision.of(
                        household,
                        "contact",
                        heads(contact),
                        now.with("phone", Value.text("137" + random.nextInt(3)))),
                stamp);
    }

    private void settle(Workspace workspace, Workspace.Writer writer, int v, String name) {
        for (int h = 0; h < HOUSEHOLDS; h++) {
            for (Map.Entry<String, Section> section :
                    workspace.sections(household(v, h)).entrySet()) {
                if (section.getValue() instanceof Section.Contested contested) {
                    Revision side = contested.sides().get(random.nextInt(contested.sides().size()));
                    writer.add(
                            Revision.of(
                                    side.record(),
                                    section.getKey(),
                                    heads(contested),
                                    side.values()),
                            stamp(name, How.RESOLVED, "settle-" + name));
                    return;
                }
            }
        }
    }

    private void withdraw(Workspace workspace, Workspace.Writer writer, String name) {
        List<FactId> mine =
                Books.facts(workspace).attestations().values().stream()
                        .filter(a -> a.stamp().by().equals(name))
                        .map(Attestation::id)
                        .toList();
        if (!mine.isEmpty()) {
            writer.withdraw(
                    List.of(mine.get(random.nextInt(mine.size()))),
                    name,
                    "d-" + name,
                    "2017-03-20",
                    "错了");
        }
    }

    private void takeBack(Workspace workspace, Workspace.Writer writer, String name) {
        List<Withdrawal> all = List.copyOf(Books.facts(workspace).withdrawals().values());
        if (!all.isEmpty()) {
            writer.takeBack(
                    TakeBack.of(
                            all.get(random.nextInt(all.size())).id(),
                            name,
                            "d-" + name,
                            "2017-03-21"));
        }
    }

    private void link(Workspace workspace, Workspace.Writer writer, int v, String name) {
        var link =
                new Link(person(v, 0, 0), person(v, 1, random.nextInt(2)), random.nextInt(3) > 0);
        Section now = workspace.section(link.id(), Link.SECTION);
        writer.add(
                Revision.of(link.id(), Link.SECTION, heads(now), link.values()),
                stamp(name, How.TYPED, "link"));
    }

    // ---- files

    private void handIn(Workspace workspace, int v, int laptop, String name) {
        Path book =
                Books.export(
                        workspace,
                        new Author(name, "村" + v, "", "d-" + name),
                        folder.resolve("book-%d-%d.xlsx".formatted(v, laptop)));
        books.add(book);
        for (int copy = 0; copy < 2; copy++) {
            if (random.nextInt(4) == 0) {
                books.add(typed(workspace, v, book, copy));
            }
        }
        if (v == 0 && laptop == 0) {
            books.add(Books.changed(book, "bare.xlsx", Books.loseFacts()));
        }
    }

    /// Somebody types over a phone in a copy of the workbook.
    private Path typed(Workspace workspace, int v, Path book, int copy) {
        String phone =
                workspace
                        .section(household(v, random.nextInt(HOUSEHOLDS)), "contact")
                        .shown()
                        .plain("phone");
        Path to = book.resolveSibling("hand-%d-%s".formatted(copy, book.getFileName().toString()));
        String now = "136" + random.nextInt(3);
        try (var in = new ZipInputStream(Files.newInputStream(book));
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                out.write(
                        text.replace(">" + phone + "<", ">" + now + "<")
                                .getBytes(StandardCharsets.ISO_8859_1));
                out.closeEntry();
            }
            return to;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
