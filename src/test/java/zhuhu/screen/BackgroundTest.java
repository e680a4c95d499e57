package zhuhu.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workspace's thread, its way back, and the border for bugs.
class BackgroundTest {

    @TempDir Path folder;
    private final List<Throwable> bugs = new ArrayList<>();

    @Test
    void actsRunInOrderOnOneThreadAndComeBackWhereTheyAreWanted() throws InterruptedException {
        var window = new LinkedBlockingQueue<Runnable>();
        var seen = new ArrayList<String>();
        try (Background background = Background.thread(window::add, bugs::add)) {
            for (int i = 0; i < 5; i++) {
                int turn = i;
                background.run(
                        () -> Thread.currentThread().getName() + turn,
                        told -> seen.add(told + Thread.currentThread().getName()));
            }
            for (int i = 0; i < 5; i++) {
                Objects.requireNonNull(window.poll(10, TimeUnit.SECONDS)).run();
            }
            assertThat(background.idle()).isTrue();
        }
        String here = Thread.currentThread().getName();
        assertThat(seen)
                .containsExactly(
                        "workspace0" + here,
                        "workspace1" + here,
                        "workspace2" + here,
                        "workspace3" + here,
                        "workspace4" + here);
    }

    @Test
    void aLongActTellsHowFarItIsAndStopsWhenAsked() throws InterruptedException {
        var window = new LinkedBlockingQueue<Runnable>();
        var cancelled = new CountDownLatch(1);
        var ended = new ArrayList<String>();
        try (Background background = Background.thread(window::add, bugs::add)) {
            Job job =
                    background.start(
                            progress -> {
                                progress.at("step", 3, 12);
                                while (!progress.cancelled()) {
                                    Thread.onSpinWait();
                                }
                                cancelled.countDown();
                                return "stopped";
                            },
                            ended::add);
            Objects.requireNonNull(window.poll(10, TimeUnit.SECONDS)).run();
            assertThat(job.share().get()).isEqualTo(0.25);
            assertThat(job.step().get()).isEqualTo("step");
            job.cancel();
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            Objects.requireNonNull(window.poll(10, TimeUnit.SECONDS)).run();
            assertThat(job.over().get()).isTrue();
        }
        assertThat(ended).containsExactly("stopped");
    }

    @Test
    void aBugIsToldAndTheNextActRuns() {
        Background background = Background.inline(bugs::add);
        var ended = new ArrayList<String>();
        background.run(
                () -> {
                    throw new IllegalStateException();
                },
                _ -> ended.add("never"),
                () -> ended.add("broken"));
        background.run(() -> "next", ended::add);
        assertThat(bugs).hasSize(1);
        assertThat(ended).containsExactly("broken", "next");
        assertThat(background.idle()).isTrue();
    }

    @Test
    void theSameBugHasTheSameCodeAndItsLogNamesNobody() throws IOException {
        Path log = folder.resolve("user/errors.log");
        var mishaps =
                new Mishaps(
                        log, Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC));
        var codes = new ArrayList<String>();
        for (String name : List.of("韦国平", "岑阿妹")) {
            mishaps.telling(codes::add).accept(bug(name));
        }
        assertThat(codes).hasSize(2);
        assertThat(codes.getFirst()).matches("E-[0-9A-F]{6}").isEqualTo(codes.getLast());
        assertThat(Files.readString(log))
                .contains("2017-03-10T02:00:00Z " + codes.getFirst())
                .contains("IllegalStateException")
                .contains("BackgroundTest.bug")
                .doesNotContain("韦国平", "岑阿妹");
    }

    private static IllegalStateException bug(String name) {
        return new IllegalStateException(name, new IllegalArgumentException(name));
    }
}
