package zhuhu.app;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import zhuhu.base.Texts;

/// Help and version of every command, in the words of the text file: `help.COMMAND`,
/// `help.option.NAME`, `help.word.LABEL`.
final class CommandHelp {

    private static final String COMMAND = "help.";
    private static final String OPTION = "help.option.";
    private static final String WORD = "help.word.";

    private final Texts texts;

    CommandHelp(Texts texts) {
        this.texts = texts;
    }

    /// Describes `line` and everything below it.
    void describe(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
        if (spec.parent() == null) {
            spec.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).build());
            spec.version(texts.of("app.version"));
        }
        words(spec);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.getSubcommands().values().forEach(this::describe);
    }

    private void words(CommandSpec spec) {
        spec.usageMessage()
                .width(100)
                .sortOptions(false)
                .synopsisHeading(texts.of("help.usage"))
                .synopsisSubcommandLabel(texts.of("help.command"))
                .commandListHeading("%n" + texts.of("help.commands") + "%n")
                .parameterListHeading("%n" + texts.of("help.words") + "%n")
                .optionListHeading("%n" + texts.of("help.options") + "%n")
                .description(texts.of(COMMAND + spec.name()));
        for (OptionSpec option : List.copyOf(spec.options())) {
            String name = option.longestName().replaceFirst("^-+", "");
            describe(spec, option, texts.of(OPTION + name));
        }
        for (PositionalParamSpec word : List.copyOf(spec.positionalParameters())) {
            spec.remove(word);
            spec.add(word.toBuilder().description(texts.of(WORD + word.paramLabel())).build());
        }
    }

    private static void describe(CommandSpec spec, OptionSpec option, String words) {
        spec.remove(option);
        spec.addOption(option.toBuilder().description(words).build());
    }
}
