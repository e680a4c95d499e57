package zhuhu.workbook.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.workbook.export.PackageSheet;
import zhuhu.workbook.read.Fact;
import zhuhu.workbook.read.FactJson;
import zhuhu.workbook.verify.HiddenSheets.Line;

/// Looks for everything that can be wrong with the facts in a workbook: rows, counts, hashes, ids,
/// and revisions that rest on others which are not there. Reads only. One thread.
public final class BookVerifier {

    private static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();
    private final FactJson json = new FactJson();
    private final MessageDigest content = digest();
    private final Map<Integer, Place> stamps = new HashMap<>();
    private final Map<Integer, Place> stampsNamed = new LinkedHashMap<>();
    private final Set<FactId> revisions = new HashSet<>();
    private final Map<FactId, Place> superseded = new LinkedHashMap<>();
    private long attestations;
    private long withdrawals;

    private BookVerifier() {}

    /// All problems, at most two hundred; empty if the workbook is whole. Failed if it cannot be
    /// read at all.
    public static Outcome<List<Problem>> verify(Path file, Optional<String> password) {
        return switch (HiddenSheets.open(file, password)) {
            case Outcome.Failed<HiddenSheets>(List<Problem> why) -> Outcome.failed(why);
            case Outcome.Done<HiddenSheets>(HiddenSheets sheets) -> {
                try (sheets) {
                    yield Outcome.done(new BookVerifier().verify(sheets));
                } catch (IOException | RuntimeException e) {
                    yield Outcome.failed(Problem.of("bookUnreadable", file, e.getMessage()));
                }
            }
        };
    }

    private List<Problem> verify(HiddenSheets sheets) throws IOException {
        SequencedMap<String, String> about = sheets.about();
        // Reason: a training roster has the sheet too, for its mark alone; it is no workbook of
        // ours.
        String format = about.getOrDefault("format", "");
        if (format.isEmpty()) {
            return List.of(Problem.of("bookNoPackage").at(Place.in(PackageSheet.NAME)));
        }
        if (!format.equals(PackageSheet.FORMAT)) {
            return List.of(Problem.of("bookFormat", format).at(Place.in(PackageSheet.NAME)));
        }
        verifyId(about);
        for (String name : sheets.factSheets()) {
            try (Stream<Line> lines = sheets.lines(name)) {
                lines.forEach(this::line);
            }
        }
        verifyWhole();
        verifyCounts(about, sheets.factSheets().size());
        return List.copyOf(problems);
    }

    private void verifyId(SequencedMap<String, String> about) {
        var lines = new LinkedHashMap<>(about);
        String id = Optional.ofNullable(lines.remove("package")).orElse("");
        if (!id.equals(PackageSheet.id(lines))) {
            add(Problem.of("bookPackageChanged"), Place.in(PackageSheet.NAME));
        }
    }

    private void line(Line line) {
        byte[] hash = Sha256.of(line.json());
        content.update(hash);
        Place place = new Place(line.sheet(), line.number(), null);
        if (!HexFormat.of().formatHex(hash, 0, 8).equals(line.hash())) {
            add(Problem.of("bookRowChanged"), place);
            return;
        }
        try {
            fact(json.read(line.json().getBytes(StandardCharsets.UTF_8)), place);
        } catch (IOException e) {
            add(Problem.of("bookRowUnknown"), place);
        }
    }

    private void fact(Fact fact, Place place) {
        if (!fact.isSound()) {
            add(Problem.of("bookFactUnsound"), place);
        }
        switch (fact) {
            case Fact.Signed(int number, _) -> stamps.put(number, place);
            case Fact.Stated(Revision revision, List<Integer> by) -> {
                revisions.add(revision.id());
                revision.supersedes().forEach(id -> superseded.putIfAbsent(id, place));
                attestations += by.size();
                by.forEach(n -> stampsNamed.putIfAbsent(n, place));
            }
            case Fact.Withdrawn _, Fact.TakenBack _ -> withdrawals++;
        }
    }

    private void verifyWhole() {
        superseded.forEach((id, place) -> {
            if (!revisions.contains(id)) {
                add(Problem.of("bookNotClosed", id), place);
            }
        });
        stampsNamed.forEach((n, place) -> {
            if (!stamps.containsKey(n)) {
                add(Problem.of("bookNoStamp", n), place);
            }
        });
    }

    private void verifyCounts(Map<String, String> about, int sheets) {
        count(about, "revisions", revisions.size());
        count(about, "attestations", attestations);
        count(about, "withdrawals", withdrawals);
        count(about, "revision_sheets", sheets);
        String hash = HexFormat.of().formatHex(content.digest());
        if (!hash.equals(about.get("content_hash"))) {
            add(Problem.of("bookContentChanged"), Place.in(PackageSheet.NAME));
        }
    }

    private void count(Map<String, String> about, String name, long found) {
        String stated = about.getOrDefault(name, "");
        if (!stated.equals(Long.toString(found))) {
            add(Problem.of("bookCount", name, stated, found), Place.in(PackageSheet.NAME));
        }
    }

    private void add(Problem problem, Place place) {
        if (problems.size() < MOST) {
            problems.add(problem.at(place));
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
