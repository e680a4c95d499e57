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
import zhuhu.base.Sha256;
import zhuhu.base.Texts;
import zhuhu.store.StoreException;

/// The command line: one class a command, each one act of the user. Exit status 0 done, 1 done with
/// problems listed, 2 refused and nothing changed.
@Command(name = "zhuhu")
final class CommandRoot implements Runnable {

    private final Console console;

    CommandRoot(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.console = new Console(out, err, Texts.chinese(), environment);
    }

    /// The exit status. Nothing is thrown: what nobody expected is told, with a code, as a refusal.
    int run(String... args) {
        console.json(List.of(args).contains("--json"));
        if (args.length == 0) {
            return window();
        }
        try {
            return commandLine().execute(args);
        } catch (RuntimeException | Error e) {
            // Reason: the last border; whoever drives this program reads a status, not a trace.
            return broken(e);
        }
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
        line.addSubcommand(new MergeCommand(console));
        line.addSubcommand(new ListCommand(console));
        line.addSubcommand(new ShowCommand(console));
        line.addSubcommand(new FillCommand(console));
        line.addSubcommand(new ConflictsCommand(console));
        line.addSubcommand(new ResolveCommand(console));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(printCommand());
        line.addSubcommand(new ChangesCommand(console));
        line.addSubcommand(new ReportCommand(console));
        line.addSubcommand(new CheckCommand(console));
        line.addSubcommand(new ReturnCommand(console));
        line.addSubcommand(new ApproveCommand(console));
        line.addSubcommand(new WithdrawCommand(console));
        line.addSubcommand(new DumpCommand(console));
        line.addSubcommand(new DuplicatesCommand(console));
        line.addSubcommand(new LinkCommand(console));
        line.addSubcommand(formCommand());
        line.addSubcommand(new SampleCommand(console));
        line.addSubcommand(new TourCommand(console));
        line.addSubcommand(new RoundCommand(console));
        line.addSubcommand(new AssignCommand(console));
        line.addSubcommand(new UpdateCommand(console));
        line.addSubcommand(new BackupCommand(console));
        line.addSubcommand(new RestoreCommand(console));
        line.addSubcommand(new RekeyCommand(console));
        line.addSubcommand(new AuditCommand(console));
        line.addSubcommand(new VerifyCommand(console));
        line.addSubcommand(new RebuildCommand(console));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        // Reason: a name that begins with @ is a name, not a file with more arguments.
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler(this::misused);
        line.setExecutionExceptionHandler(this::broken);
        new CommandHelp(console.texts()).describe(line);
        return line;
    }

    private CommandLine formCommand() {
        var form = new CommandLine(new FormCommand(console));
        form.addSubcommand(new FormCommand.Compile(console));
        form.addSubcommand(new FormCommand.Convert(console));
        form.addSubcommand(new FormCommand.Load(console));
        return form;
    }

    private CommandLine printCommand() {
        var print = new CommandLine(new PrintCommand(console));
        print.addSubcommand(new PrintCommand.Sheet(console));
        print.addSubcommand(new PrintCommand.Finished(console));
        print.addSubcommand(new PrintCommand.Listed(console));
        return print;
    }

    private int misused(ParameterException e, String[] args) {
        return console.refused(Misuse.of(e));
    }

    private int broken(Exception e, CommandLine line, ParseResult parsed) {
        return e instanceof StoreException failed ? console.refused(failed.problem()) : broken(e);
    }

    private int broken(Throwable e) {
        e.printStackTrace(console.err());
        return console.refused(Problem.of("unexpected", code(e), e.getClass().getSimpleName()));
    }

    /// Six letters that are the same wherever the same line of ours fails the same way.
    private static String code(Throwable e) {
        String where = "";
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("zhuhu.")) {
                where = frame.getClassName() + "." + frame.getMethodName();
                break;
            }
        }
        return Sha256.hex((e.getClass().getName() + where).getBytes(StandardCharsets.UTF_8))
                .substring(0, 6);
    }

    @Override
    public void run() {
        commandLine().usage(console.err());
    }
}
