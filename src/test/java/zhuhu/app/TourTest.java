package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tour plays a township to its end.
class TourTest {

    @TempDir Path folder;

    @Test
    void everythingIsPlayedAndWritten() throws Exception {
        Path tour = folder.resolve("tour");
        Cli.Ran ran = Cli.PLAIN.run("tour", tour, "--json");
        assertThat(ran.status()).as(ran.err()).isZero();
        JsonNode said = ran.json();
        assertThat(said.path("settled").asInt()).isPositive();
        assertThat(said.path("visits").asInt()).isGreaterThan(20);
        for (String file : List.of("workspace", "workbook", "changes", "upward", "certificate")) {
            assertThat(Path.of(said.path(file).asText())).as(file).isNotEmptyFile();
        }
        var pictures = new ArrayList<String>();
        said.path("pictures")
                .forEach(one -> {
                    Path file = Path.of(one.asText());
                    assertThat(file).isNotEmptyFile();
                    pictures.add(String.valueOf(file.getFileName()));
                });
        assertThat(pictures)
                .doesNotHaveDuplicates()
                .contains(
                        "handout.png",
                        "merge-dry-run.png",
                        "merged.png",
                        "conflicts.png",
                        "review.png",
                        "changes.png",
                        "account.png",
                        "home.png",
                        "visit-finish.png");
        try (var slips = Files.list(tour.resolve("slips"))) {
            assertThat(slips).hasSize(1);
        }
        // Whatever the township knows is in what it handed up.
        String upward = said.path("upward").asText();
        String certificate = said.path("certificate").asText();
        assertThat(Cli.PLAIN.run("verify", certificate, "--with", upward).status()).isZero();
        assertThat(Cli.PLAIN.run("verify", upward).status()).isZero();
    }
}
