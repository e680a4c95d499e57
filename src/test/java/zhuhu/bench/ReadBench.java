package zhuhu.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.pack.Headings;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.export.Pace;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.BookTerms;
import zhuhu.workbook.read.FoundFacts;
import zhuhu.workbook.read.OpenBook;

/// Reads a workbook of invented persons with fifteen sections each, facts and rows, and holds the
/// processor time against inflating and tokenising the same file with a StAX reader (Aalto, every
/// text touched). Not part of the tests. Arguments: how many persons (80000), how many rounds (3).
public final class ReadBench {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ReadBench() {}

    public static void main(String[] args) throws IOException {
        int persons = args.length > 0 ? Integer.parseInt(args[0]) : 80_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        List<String> sections =
                IntStream.range(0, 15).mapToObj(i -> "part" + (char) ('a' + i)).toList();
        var source = new ExportBench.Invented(persons, sections);
        Path file = Files.createTempFile("bench", ".xlsx");
        BookFile.save(file, Optional.empty(), source, Texts.chinese(), Pace.QUIET)
                .map(w -> w.revisions());
        var terms = new BookTerms(source.schema(), Headings.shipped(), Set.of(), Texts.chinese());
        for (int round = 0; round < rounds; round++) {
            long[] texts = new long[1];
            double tokens = seconds(() -> texts[0] = tokenise(file));
            var counts = new Counts();
            double facts = seconds(() -> read(file, counts, terms, false));
            double all = seconds(() -> read(file, counts, terms, true));
            System.out.printf(
                    Locale.ROOT,
                    "%d persons, %d MiB, %d revisions, %d rows: tokenising %.1f s (%d MiB of text), facts %.1f s, facts and rows %.1f s, ratio %.2f, heap %d MiB at most%n",
                    persons,
                    Files.size(file) >> 20,
                    counts.revisions,
                    counts.rows,
                    tokens,
                    texts[0] >> 20,
                    facts,
                    all,
                    all / tokens,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        Files.delete(file);
    }

    private interface Act {
        void run() throws IOException;
    }

    private static double seconds(Act act) throws IOException {
        System.gc();
        long from = PROCESS.getProcessCpuTime();
        act.run();
        return (PROCESS.getProcessCpuTime() - from) / 1e9;
    }

    private static long tokenise(Path file) throws IOException {
        long texts = 0;
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(".xml")).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    XMLStreamReader at = new InputFactoryImpl().createXMLStreamReader(in);
                    while (at.hasNext()) {
                        if (at.next() == XMLStreamConstants.CHARACTERS) {
                            texts += at.getTextLength();
                        }
                    }
                } catch (XMLStreamException e) {
                    throw new IOException(e);
                }
            }
        }
        return texts;
    }

    private static void read(Path file, Counts counts, BookTerms terms, boolean rows)
            throws IOException {
        counts.revisions = 0;
        counts.rows = 0;
        if (BookReader.open(file, Optional.empty(), terms.texts())
                instanceof Outcome.Done<OpenBook>(OpenBook book)) {
            try (book) {
                Outcome<OpenBook> read = book.facts(counts);
                if (rows) {
                    read = book.rows(terms, _ -> counts.rows++);
                }
                if (!(read instanceof Outcome.Done<OpenBook>)) {
                    throw new IOException(read.toString());
                }
            }
        }
    }

    private static final class Counts implements FoundFacts {
        long revisions;
        long rows;

        @Override
        public void revision(Revision revision, List<Stamp> stamps) {
            revisions++;
        }

        @Override
        public void waiting(Revision revision, List<Stamp> stamps, SortedSet<FactId> missing) {
            throw new IllegalStateException(missing.toString());
        }

        @Override
        public void withdrawal(Withdrawal withdrawal) {}

        @Override
        public void takeBack(TakeBack takeBack) {}

        @Override
        public void damaged(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
