package zhuhu.screen.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long nobody has touched keyboard or mouse. The window's thread only.
public final class Idle {

    private final InstantSource clock;
    private Instant since;

    public Idle(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /// Somebody did something just now.
    public void touched() {
        since = clock.instant();
    }

    /// Whether that many minutes have passed since; never where `minutes` is 0.
    public boolean isOver(int minutes) {
        Duration quiet = Duration.between(since, clock.instant());
        return minutes > 0 && quiet.compareTo(Duration.ofMinutes(minutes)) >= 0;
    }
}
