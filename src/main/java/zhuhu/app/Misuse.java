package zhuhu.app;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import zhuhu.base.Problem;

/// Words for a command line that was typed wrong. Pure; any thread.
final class Misuse {

    private Misuse() {}

    static Problem of(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String usage = line.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched, line, usage);
            case MissingParameterException missing ->
                    Problem.of("argumentMissing", names(missing.getMissing()), usage);
            case OverwrittenOptionException twice ->
                    Problem.of("argumentTwice", name(twice.getOverwritten()), usage);
            default -> value(e, usage);
        };
    }

    private static Problem unknown(UnmatchedArgumentException e, CommandLine line, String usage) {
        String word = e.getUnmatched().getFirst();
        if (word.startsWith("-")) {
            return Problem.of("optionUnknown", word, usage);
        }
        return line.getSubcommands().isEmpty()
                ? Problem.of("argumentTooMany", word, usage)
                : Problem.of(
                        "commandUnknown", word, String.join(" ", line.getSubcommands().keySet()));
    }

    private static Problem value(ParameterException e, String usage) {
        ArgSpec spec = e.getArgSpec();
        String value = e.getValue() == null ? "" : e.getValue();
        return Problem.of("argumentShape", value, spec == null ? "" : name(spec), usage);
    }

    private static String names(List<ArgSpec> specs) {
        return specs.stream().map(Misuse::name).collect(Collectors.joining("、"));
    }

    private static String name(ArgSpec spec) {
        if (!(spec instanceof OptionSpec option)) {
            return spec.paramLabel();
        }
        String word = option.longestName();
        return option.arity().max() == 0 ? word : word + " " + option.paramLabel();
    }
}
