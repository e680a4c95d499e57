package zhuhu.store;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;

/// A program of its own that works in a workspace until it is killed: `write FILE` acknowledges
/// each act after it, `boast FILE` before it, `hold FILE` only keeps the file open.
public final class Child {

    static final RecordId VISIT =
            Ids.visit("try", "household_visit", Ids.householdByNumber("1"), "2017-03");

    private Child() {}

    static RecordId household(int i) {
        return Ids.householdByNumber("K" + i);
    }

    /// Starts one in a JVM of its own; its output comes through a pipe.
    static Process start(String act, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        Child.class.getName(),
                        act,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Reason: a test runner may be started from a jar that names no class path.
    private static String classPath() {
        return Stream.of(
                        Child.class,
                        Workspace.class,
                        org.sqlite.JDBC.class,
                        com.fasterxml.jackson.core.JsonFactory.class,
                        com.fasterxml.jackson.databind.ObjectMapper.class,
                        com.fasterxml.jackson.annotation.JsonCreator.class,
                        net.sf.jsqlparser.JSQLParserException.class,
                        com.ibm.icu.text.Transliterator.class,
                        org.jspecify.annotations.NullMarked.class)
                .map(type -> Path.of(place(type)).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URI place(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Entry of the child.
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Workspace workspace = Fixture.open(Path.of(args[1]));
        out.println("open");
        if (args[0].equals("hold")) {
            int end = System.in.read();
            workspace.close();
            System.exit(end < 0 ? 0 : 1);
        }
        boolean boasts = args[0].equals("boast");
        int first = workspace.query("SELECT id FROM household").size();
        for (int i = first; ; i++) {
            if (boasts) {
                out.println(i);
            }
            step(workspace, i);
            if (!boasts) {
                out.println(i);
            }
        }
    }

    /// Saves a field of a draft in one transaction, and states a section in the next.
    private static void step(Workspace workspace, int i) {
        byte[] answers = ("<data>" + i + "</data>").repeat(500).getBytes(StandardCharsets.UTF_8);
        Fixture.write(
                workspace,
                writer -> {
                    writer.draft(
                            new Workspace.Draft(
                                    VISIT,
                                    household(0),
                                    "2017-03",
                                    "household_visit",
                                    answers,
                                    Integer.toString(i),
                                    "doorstep",
                                    "t"));
                    return true;
                });
        Fixture.write(
                workspace,
                writer -> {
                    writer.add(
                            Revision.of(
                                    household(i),
                                    "contact",
                                    List.of(),
                                    Fixture.values("phone", "1" + i)),
                            Fixture.VISITOR);
                    return true;
                });
    }
}
