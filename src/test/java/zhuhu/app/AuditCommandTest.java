package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `audit`: what visits did, in the columns that ODK's tools read.
final class AuditCommandTest {

    private static final String HEAD =
            "\uFEFFevent,node,start,end,latitude,longitude,accuracy,old-value,new-value,user,change-reason";

    @TempDir Path folder;

    private List<String> audit(Path file, Object... more) throws IOException {
        Path out = folder.resolve("audit.csv");
        var words =
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("audit", file, "--out", out, "--json"),
                        java.util.stream.Stream.of(more));
        Cli.Ran ran = Cli.PLAIN.run(words.toArray());
        assertThat(ran.status()).as(ran.toString()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(ran.json().path("events").asInt()).isEqualTo(lines.size() - 1);
        assertThat(folder.resolve("audit.csv.part")).doesNotExist();
        return lines;
    }

    @Test
    void aVisitTellsItsStepsInTheColumnsOfOdk() throws IOException {
        Path file = Cli.workspace(folder);
        assertThat(audit(file)).containsExactly(HEAD + ",instance");
        Path answers = Cli.answers("01");
        Cli.Ran filled =
                Cli.PLAIN.run(
                        "fill",
                        file,
                        "--form",
                        "household_visit",
                        "--record",
                        Cli.key(answers),
                        "--answers",
                        answers,
                        "--by",
                        "李志远",
                        "--at",
                        "2017-03-06T10:15",
                        "--json");
        assertThat(filled.status()).as(filled.toString()).isZero();

        List<String> one = audit(file, "--record", Cli.key(answers));
        assertThat(one.getFirst()).isEqualTo(HEAD);
        assertThat(one.get(1)).matches("form start,,\\d{13},,,,,,,李志远,");
        assertThat(one)
                .anyMatch(line ->
                        line.matches("question,/data/.*/outcome,\\d{13},\\d{13},,,,,01,李志远,"))
                .anyMatch(line -> line.startsWith("form finalize,"))
                .anyMatch(line -> line.startsWith("form exit,"));
        List<String> all = audit(file);
        assertThat(all).hasSameSizeAs(one);
        assertThat(all.get(1)).endsWith(",uuid:" + filled.json().path("visit").asText());
    }

    @Test
    void whereItCannotBeWrittenItSaysSo() {
        Path file = Cli.workspace(folder);
        Cli.Ran ran =
                Cli.PLAIN.run(
                        "audit", file, "--out", folder.resolve("no").resolve("a.csv"), "--json");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("stepsCannotWrite");
    }
}
