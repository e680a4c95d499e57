package zhuhu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The form engine reads every form of golden/form that is not refused, and complains of nothing
/// but the attributes that it does not know.
class JavaRosaReadsFormsTest {

    private static final Pattern KNOWN =
            Pattern.compile(
                    "will be ignored: "
                            + "\\[(saveto|max-pixels|tick-interval,placeholder|xforms-version(,entities-version)?)]");

    static List<Path> forms() throws IOException {
        return GoldenFormsTest.cases().stream()
                .map(folder -> folder.resolve("form.xml"))
                .filter(Files::exists)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void engineReadsFormWithoutWarning(Path form) throws Exception {
        PrototypeManager.registerPrototypes(JavaRosaCoreModule.classNames);
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        new XFormsModule().registerModule();
        var warnings = new ArrayList<String>();
        var parser = new XFormParser(new StringReader(Files.readString(form)));
        parser.onWarning(warnings::add);
        assertThat(parser.parse().getChildren()).isNotNull();
        assertThat(warnings).allMatch(w -> KNOWN.matcher(w).find());
    }
}
