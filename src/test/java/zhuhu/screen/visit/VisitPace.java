package zhuhu.screen.visit;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

/// A visitor who confirms one screen after the other as fast as the program lets him, with a watch.
public final class VisitPace implements AutoCloseable {

    /// Milliseconds from the key press: until the new screen is laid out, and until the pulse after
    /// it, by when it is painted. `visit` and `window` are what the visit's thread and the window's
    /// thread reckoned for it: unlike the watch, they do not count what other programs take.
    public record Turn(
            String screen, double visit, double window, double laidOut, double painted) {}

    private final Workspace workspace;
    private final Visit visit;
    private final Background background;
    private final Robot robot;
    private final List<Throwable> bugs = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final AtomicLong took = new AtomicLong();
    private final List<Double> weighed = new CopyOnWriteArrayList<>();

    private VisitPace(Path folder) {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
        visit = Family.visit(workspace);
        answer("outcome", "01");
        answer("identification_conclusion", "01");
        answer("exit_conclusion", "01");
        answer("main_cause", "02");
        visit.answer(visit.find("house_area", "").getFirst(), Value.number(120));
        background = Background.thread(Platform::runLater, bugs::add);
        robot =
                Robot.at(
                        () -> new VisitView(model(), Texts.chinese(), () -> {}).root(),
                        new Desk(new UserFolder(folder.resolve("user"))),
                        background,
                        1366,
                        768);
    }

    private VisitModel model() {
        var acts = new VisitActs(visit, Texts.chinese());
        return new VisitModel(
                act -> {
                    long begun = cpuNanos();
                    Snapshot snapshot = acts.apply(act);
                    if (act instanceof Act.Weigh) {
                        weighed.add((cpuNanos() - begun) / 1e6);
                    } else {
                        took.set(cpuNanos() - begun);
                    }
                    return snapshot;
                },
                background);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static VisitPace in(Path folder) {
        return new VisitPace(folder);
    }

    private void answer(String question, String choice) {
        visit.answer(visit.find(question, "").getFirst(), Value.text(choice));
    }

    /// Confirms every screen from the first to the last, so many times.
    public void rounds(int rounds) {
        List<String> screens =
                visit.parts().stream()
                        .flatMap(p -> p.screens().stream())
                        .map(s -> s.name())
                        .toList();
        for (int round = 0; round < rounds; round++) {
            for (int screen = 1; screen < screens.size(); screen++) {
                turns.add(turn());
                if (!visit.current().equals(screens.get(screen))) {
                    throw new IllegalStateException(
                            "Stopped at " + visit.current() + ", not " + screens.get(screen));
                }
            }
            for (int back = 1; back < screens.size(); back++) {
                robot.press(KeyCode.PAGE_UP);
            }
        }
        if (!bugs.isEmpty()) {
            throw new IllegalStateException(bugs.getFirst());
        }
    }

    /// Forgets what was measured: the machine is warm now.
    public void forget() {
        turns.clear();
        weighed.clear();
    }

    /// The slowest, after the given part of all turns, in ms until the screen is laid out.
    public double laidOut(double part) {
        return part(turns.stream().mapToDouble(Turn::laidOut).sorted().toArray(), part);
    }

    /// As [#laidOut(double)], what both threads reckoned until then.
    public double reckoned(double part) {
        return part(turns.stream().mapToDouble(VisitPace::reckoned).sorted().toArray(), part);
    }

    /// As [#laidOut(double)], until it is painted.
    public double painted(double part) {
        return part(turns.stream().mapToDouble(Turn::painted).sorted().toArray(), part);
    }

    /// All in all, and by screen.
    public List<String> report() {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "median, 95 %%, worst: reckoned %.1f %.1f %.1f; laid out %.1f %.1f %.1f; painted %.1f %.1f %.1f",
                        reckoned(0.5),
                        reckoned(0.95),
                        reckoned(1),
                        laidOut(0.5),
                        laidOut(0.95),
                        laidOut(1),
                        painted(0.5),
                        painted(0.95),
                        painted(1)));
        double[] weighings = weighed.stream().mapToDouble(d -> d).sorted().toArray();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "weighed behind: median %.1f, 95 %% %.1f",
                        part(weighings, 0.5),
                        part(weighings, 0.95)));
        Map<String, List<Turn>> byScreen = new LinkedHashMap<>();
        turns.forEach(t -> byScreen.computeIfAbsent(t.screen(), _ -> new ArrayList<>()).add(t));
        byScreen.forEach((screen, all) ->
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%-20s visit %5.1f window %5.1f laid out %5.1f",
                                screen,
                                median(all, Turn::visit),
                                median(all, Turn::window),
                                median(all, Turn::laidOut))));
        return lines;
    }

    private static double reckoned(Turn turn) {
        return turn.visit() + turn.window();
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> of) {
        return part(turns.stream().mapToDouble(of).sorted().toArray(), 0.5);
    }

    private static double part(double[] sorted, double part) {
        return sorted.length == 0
                ? 0
                : sorted[
                        Math.clamp(
                                (long) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private Turn turn() {
        robot.rest();
        var watch = new Watch(robot.scene(), visit.current());
        Robot.does(watch::start);
        Turn turn;
        try {
            turn = watch.turn.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        robot.rest();
        return new Turn(
                visit.current(), took.get() / 1e6, turn.window(), turn.laidOut(), turn.painted());
    }

    /// Presses the key and waits for the pulse that lays out what came of it, and the next.
    private static final class Watch extends AnimationTimer implements Runnable {

        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private final Scene scene;
        private final String before;
        private final String title;
        private long pressed;
        private long laidOut;
        private long cpu;

        Watch(Scene scene, String before) {
            this.scene = scene;
            this.before = before;
            this.title = title();
        }

        private String title() {
            return scene.getRoot().lookup(".screen-top .title")
                            instanceof javafx.scene.control.Label label
                    ? label.getText()
                    : "";
        }

        @Override
        public void start() {
            super.start();
            scene.addPostLayoutPulseListener(this);
            cpu = cpuNanos();
            pressed = System.nanoTime();
            Node owner = scene.getFocusOwner();
            KeyEvent.fireEvent(
                    owner == null ? scene.getRoot() : owner,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ENTER,
                            false,
                            true,
                            false,
                            false));
        }

        /// After each layout.
        @Override
        public void run() {
            if (laidOut == 0 && !title().equals(title)) {
                laidOut = System.nanoTime();
                cpu = cpuNanos() - cpu;
            }
        }

        /// At the beginning of each pulse.
        @Override
        public void handle(long now) {
            if (laidOut != 0) {
                stop();
                scene.removePostLayoutPulseListener(this);
                turn.complete(
                        new Turn(
                                before,
                                0,
                                ms(cpu),
                                ms(laidOut - pressed),
                                ms(System.nanoTime() - pressed)));
            }
        }

        private static double ms(long nanos) {
            return nanos / 1e6;
        }
    }

    @Override
    public void close() {
        robot.leave();
        visit.close();
        workspace.close();
    }
}
