package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import zhuhu.base.Outcome;
import zhuhu.flow.Workspaces;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.UserFolder;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A village's workbook is merged in the real window of a township, reckoned up and certified.
class MergeJourneyTest extends Filling {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);

    @Test
    void aWorkbookComesInAndGoesUpWithItsProof() {
        assertThat(fill(household, answers()).status()).isZero();
        assertThat(folder.resolve("in").toFile().mkdir()).isTrue();
        assertThat(Cli.PLAIN.run("export", file, "--out", folder.resolve("in/坡脚村.xlsx")).status())
                .isZero();
        Path town = folder.resolve("town.zhuhu");
        assertThat(Cli.PLAIN.run("new", town, "--pack", "qianxinan-2017", "--training").status())
                .isZero();
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("王示范", "清水镇扶贫工作站", "13900000002"));
        try (Gallery gallery = Gallery.open(desk, CLOCK, new Picks(folder), 1366, 768)) {
            gallery.act(window -> window.enter(opened(town)));
            gallery.act(window -> window.go(Place.EXCHANGE));
            press(gallery, "exchange-merge");
            picture(gallery, "1-door");
            press(gallery, "merge-folder");
            picture(gallery, "2-tried");
            assertThat(words(gallery)).contains("试算结果");
            press(gallery, "merge-go");
            picture(gallery, "3-merged");
            press(gallery, "merge-next-account");
            picture(gallery, "4-account");
            press(gallery, "account-villages");
            picture(gallery, "5-villages");
            press(gallery, "account-missing");
            picture(gallery, "6-missing");
            press(gallery, "account-report");
            picture(gallery, "7-certified");
            assertThat(words(gallery)).contains("上报工作簿和覆盖证明都写好了");
        }
        Path book = folder.resolve("上报工作簿_2017-03-10.xlsx");
        Path proof = folder.resolve("上报工作簿_2017-03-10_覆盖证明.pdf");
        assertThat(Cli.PLAIN.run("verify", proof, "--with", book).status()).isZero();
    }

    private static Workspace opened(Path file) {
        return switch (Workspaces.open(file, Passphrase.of("training").orElseThrow())) {
            case Outcome.Done<Workspace>(Workspace workspace) -> workspace;
            case Outcome.Failed<Workspace>(var why) -> throw new AssertionError(why.toString());
        };
    }

    private static void picture(Gallery gallery, String name) {
        gallery.picture(Path.of("target/screens/journey-" + name + ".png"));
    }

    private static void press(Gallery gallery, String id) {
        Node node = gallery.ask(scene -> scene.getRoot().lookup("#" + id));
        assertThat(node).as(id + " among " + words(gallery)).isNotNull();
        gallery.act(_ -> ((ButtonBase) node).fire());
    }

    private static List<String> words(Gallery gallery) {
        return gallery.ask(scene ->
                scene.getRoot().lookupAll(".label").stream()
                        .map(n -> n instanceof Labeled l ? String.valueOf(l.getText()) : "")
                        .toList());
    }

    private record Picks(Path folder) implements FilePick {
        @Override
        public Optional<Path> workbookFolder() {
            return Optional.of(folder.resolve("in"));
        }

        @Override
        public Optional<Path> workspace() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> rosters() {
            return List.of();
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> packFolder() {
            return Optional.empty();
        }
    }
}
