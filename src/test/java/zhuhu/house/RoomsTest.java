package zhuhu.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arrows between the rooms, and which room may know which library.
class RoomsTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/test"))
                    .importPackages("zhuhu");

    @Test
    void aRoomUsesOnlyTheRoomsToItsRight() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("app")
                .definedBy("zhuhu.app..")
                .layer("screen")
                .definedBy("zhuhu.screen..")
                .layer("flow")
                .definedBy("zhuhu.flow..")
                .layer("store")
                .definedBy("zhuhu.store..")
                .layer("workbook")
                .definedBy("zhuhu.workbook..")
                .layer("check")
                .definedBy("zhuhu.check..")
                .layer("paper")
                .definedBy("zhuhu.paper..")
                .layer("pack")
                .definedBy("zhuhu.pack..")
                .layer("form")
                .definedBy("zhuhu.form..")
                .layer("record")
                .definedBy("zhuhu.record..")
                .layer("base")
                .definedBy("zhuhu.base..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("screen")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("flow")
                .mayOnlyBeAccessedByLayers("app", "screen")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("app", "screen", "flow")
                .whereLayer("workbook")
                .mayOnlyBeAccessedByLayers("app", "screen", "flow")
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("app", "screen", "flow")
                .whereLayer("paper")
                .mayOnlyBeAccessedByLayers("app", "screen", "flow")
                .whereLayer("pack")
                .mayOnlyBeAccessedByLayers(
                        "app", "screen", "flow", "store", "workbook", "check", "paper")
                .whereLayer("form")
                .mayOnlyBeAccessedByLayers(
                        "app", "screen", "flow", "store", "workbook", "check", "paper", "pack")
                .whereLayer("record")
                .mayOnlyBeAccessedByLayers(
                        "app",
                        "screen",
                        "flow",
                        "store",
                        "workbook",
                        "check",
                        "paper",
                        "pack",
                        "form")
                .because(
                        "a change in one room must not shake the rooms it serves; the rooms of one act meet in flow alone")
                .check(OURS);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    java.sql..,              zhuhu.store..,    SQL stands in one place
                    org.sqlite..,            zhuhu.store..,    keys and files of the store stay there
                    org.apache.poi..,        zhuhu.workbook.., sheets are read and written in one place
                    org.dhatim..,            zhuhu.workbook.., sheets are read and written in one place
                    org.openpdf..,           zhuhu.paper..,    pages are laid out in one place
                    net.sf.jsqlparser..,     zhuhu.pack..,     what a pack may ask is decided in one place
                    com.ibm.icu..,           zhuhu.base..,     a reading is the same in search and in a form
                    org.javarosa..,          zhuhu.form..,     the engine can be changed behind FormSession
                    picocli..,               zhuhu.app..,      the command line is one face of two
                    """)
    void aLibraryIsKnownToOneRoom(String library, String room, String reason) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .check(OURS);
    }

    @Test
    void onlyScreenAndAppKnowTheWindow() {
        noClasses()
                .that()
                .resideOutsideOfPackages("zhuhu.screen..", "zhuhu.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..")
                .because("every act works without a window")
                .check(OURS);
    }

    @Test
    void nobodyReachesForTheNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<>("are java.net but URI and URL") {
                            @Override
                            public boolean test(JavaClass used) {
                                return used.getPackageName().startsWith("java.net")
                                        && !used.getName().equals("java.net.URI")
                                        && !used.getName().equals("java.net.URL");
                            }
                        })
                .because(
                        "the program works where there is no network, and must never send a record anywhere")
                .check(OURS);
    }

    @Test
    void recordIsPure() {
        noClasses()
                .that()
                .resideInAPackage("zhuhu.record..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.time..")
                .because("what is true of records may not depend on a clock or a disk")
                .check(OURS);
    }
}
