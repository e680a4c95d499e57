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
            return console.refused(Problem.of("noWindow"));
        }
        CommandLine line = commandLine();
        console.json(List.of(args).contains("--json"));
        return line.execute(args);
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
