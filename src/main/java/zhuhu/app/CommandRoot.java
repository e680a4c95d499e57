package zhuhu.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import zhuhu.base.Problem;
import zhuhu.base.Texts;

/// The command line: one class a command, each one act of the user. Exit status 0 done, 1 done with
/// problems listed, 2 refused and nothing changed.
@Command(name = "zhuhu")
final class CommandRoot implements Runnable {

    private final Console console;

    CommandRoot(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.console = new Console(out, err, Texts.chinese(), environment);
    }

    int run(String... args) {
        if (args.length == 0) {
            return window();
        }
        CommandLine line = commandLine();
        console.json(List.of(args).contains("--json"));
        return line.execute(args);
    }

    private int window() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean display =
                console.environment("DISPLAY").isPresent()
                        || console.environment("WAYLAND_DISPLAY").isPresent();
        if (linux && !display) {
            return console.refused(Problem.of("noWindow"));
        }
        Window.open(new String[0]);
        return Console.DONE;
    }

    CommandLine commandLine() {
        var line = new CommandLine(this);
        line.addSubcommand(new NewCommand(console));
        line.addSubcommand(new ImportCommand(console));
        line.addSubcommand(new ListCommand(console));
        line.addSubcommand(new ShowCommand(console));
        line.addSubcommand(new FillCommand(console));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(new DumpCommand(console));
        line.addSubcommand(formCommand());
        line.addSubcommand(new SampleCommand(console));
        line.addSubcommand(new TourCommand(console));
        line.addSubcommand(new VerifyCommand(console));
        line.addSubcommand(new RebuildCommand(console));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(this::misused);
        line.setExecutionExceptionHandler(this::broken);
        return line;
    }

    private CommandLine formCommand() {
        var form = new CommandLine(new FormCommand(console));
        form.addSubcommand(new FormCommand.Compile(console));
        form.addSubcommand(new FormCommand.Convert(console));
        form.addSubcommand(new FormCommand.Load(console));
        return form;
    }

    private int misused(ParameterException e, String[] args) {
        return console.refused(
                Problem.of(
                        "commandMisused",
                        e.getMessage(),
                        e.getCommandLine().getUsageMessage().strip()));
    }

    private int broken(Exception e, CommandLine line, ParseResult parsed) {
        String code = Integer.toHexString(e.toString().hashCode());
        e.printStackTrace(console.err());
        return console.refused(Problem.of("unexpected", code, e.getClass().getSimpleName()));
    }

    @Override
    public void run() {
        commandLine().usage(console.err());
    }
}
