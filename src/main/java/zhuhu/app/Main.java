package zhuhu.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the program starts: without arguments the window, else one act from the command line.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Reason: on a Chinese Windows the console's own charset would garble what other programs
        // read.
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Reason: calendars and number fields speak the language of the program, whatever the
        // system's is.
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        System.exit(new CommandRoot(out, err, System.getenv()).run(args));
    }
}
