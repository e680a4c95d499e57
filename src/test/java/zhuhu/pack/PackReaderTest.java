package zhuhu.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.pack.Manifest.Round;
import zhuhu.pack.Schema.Property;
import zhuhu.pack.Schema.Section;
import zhuhu.record.Kind;

final class PackReaderTest {

    private static final Pack PACK = VisitStory.pack();

    @Test
    void theOrderOfTheWarZoneIsReadWhole() {
        Manifest manifest = PACK.manifest();
        assertThat(manifest.name()).isEqualTo("qianxinan-2017");
        assertThat(manifest.date()).isEqualTo("2017-02-24");
        assertThat(manifest.province()).isEqualTo("贵州");
        assertThat(manifest.exitYear()).isEqualTo("2016");
        assertThat(manifest.visitForm()).isEqualTo("household_visit");
        Round first = manifest.rounds().getFirst();
        assertThat(List.of(first.id(), first.start(), first.due()))
                .containsExactly("2017-03", "2017-02-24", "2017-03-10");
        assertThat(first.incomeYear()).isEqualTo(2016);
        assertThat(manifest.deadlines().stream().map(Manifest.Deadline::due).distinct())
                .containsExactly(
                        "2017-02-28", "2017-03-10", "2017-03-31", "2017-04-30", "2017-06-03");
        assertThat(manifest.targets().stream().map(Manifest.Target::value))
                .contains(70000L, 2L, 154L, 23149L, 99734L, 74379L, 50L, 33L);
    }

    @Test
    void thePovertyLineIsThatOfProvinceAndYear() {
        assertThat(PACK.povertyLine("贵州省", 2016).orElseThrow())
                .matches(l -> l.amount() == 3146 && !l.verified());
        assertThat(PACK.povertyLine("贵州", 2017).orElseThrow())
                .matches(l -> l.amount() == 3335 && l.verified());
        assertThat(PACK.povertyLine("四川省", 2018).orElseThrow())
                .matches(l -> l.amount() == 3600 && l.verified());
        assertThat(PACK.povertyLine("贵州省", 2031)).isEmpty();
        assertThat(PACK.povertyLines().stream().filter(PovertyLine::verified)).hasSize(4);
        assertThat(PACK.povertyLines().stream().filter(l -> l.province().equals("贵州")))
                .extracting(PovertyLine::amount)
                .containsExactly(2800, 2968, 3146, 3335, 3535, 3747, 4000);
    }

    @Test
    void theVisitHasTheFourChecksAndItsRowsOfMembers() {
        List<Section> visit = PACK.schema().of(Kind.VISIT).toList();
        assertThat(visit.stream().map(Section::name)).startsWith("about").endsWith("finalised");
        assertThat(visit.stream().map(Section::name)).doesNotHaveDuplicates();
        assertThat(visit.stream().filter(Section::perRow).map(Section::name))
                .containsExactlyInAnyOrder(
                        "residence",
                        "identity",
                        "change",
                        "education",
                        "health",
                        "labour",
                        "insurance",
                        "contact",
                        "pairing",
                        "measure",
                        "issue",
                        "note");
    }

    @Test
    void everyNameThatOtherProgramsReadIsInTheVisit() {
        assertThat(
                        PACK.schema()
                                .of(Kind.VISIT)
                                .filter(s -> !s.perRow())
                                .flatMap(s -> s.properties().stream())
                                .map(Property::name))
                .contains(
                        "visited_on",
                        "outcome",
                        "tries",
                        "visitors",
                        "respondent",
                        "respondent_relation",
                        "mode",
                        "signed",
                        "identification_conclusion",
                        "identification_reason",
                        "exit_conclusion",
                        "exit_reason",
                        "holds_income",
                        "holds_food",
                        "holds_clothing",
                        "holds_education",
                        "holds_medical",
                        "holds_housing",
                        "satisfaction",
                        "poverty_rate",
                        "holds_village_rate");
    }

    /// Reason: the derived table has one column for a name; two forms may share it, since a visit
    /// is made through one of them.
    @Test
    void noNameStandsTwiceInOneForm() {
        for (String form : List.of("household_visit", "village_visit")) {
            assertThat(
                            VisitSchema.of(List.of(PACK.form(form).orElseThrow().form())).stream()
                                    .filter(s -> !s.perRow())
                                    .flatMap(s -> s.properties().stream())
                                    .map(Property::name))
                    .as(form)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void allFormsCompileAndTheRegistersComeFirst() {
        assertThat(PACK.forms().stream().map(CompiledForm::id))
                .containsExactly(
                        "household",
                        "issue",
                        "measure",
                        "pairing",
                        "person",
                        "village",
                        "household_visit",
                        "village_visit");
    }

    @Test
    void whatAWorkspaceCarriesGivesTheSamePack() {
        Outcome<Pack> again = PackReader.read(PACK.files());
        assertThat(again).isInstanceOf(Outcome.Done.class);
        Pack carried = again instanceof Outcome.Done<Pack>(Pack pack) ? pack : PACK;
        assertThat(carried.schema()).isEqualTo(PACK.schema());
        assertThat(carried.forms()).isEqualTo(PACK.forms());
        assertThat(PACK.files())
                .containsKeys("register/household.md", "qianxinan-2017/household_visit.md");
    }

    @Test
    void aCampaignFolderOfOnesOwnUsesTheShippedRegister(@TempDir Path folder) throws IOException {
        write(folder.resolve("my-county"), "qianxinan-2017/");
        Pack pack = done(PackReader.read(folder.resolve("my-county").toString()));
        assertThat(pack.manifest().name()).isEqualTo("my-county");
        assertThat(pack.files()).containsKeys("register/person.md", "my-county/pack.toml");
        assertThat(done(PackReader.read(folder, "my-county")).schema()).isEqualTo(PACK.schema());
    }

    @Test
    void aRegisterBesideTheCampaignGoesBeforeTheShippedOne(@TempDir Path folder)
            throws IOException {
        write(folder.resolve("my-county"), "qianxinan-2017/");
        write(folder.resolve("register"), "register/");
        Path lines = folder.resolve("register/lists/poverty_lines.csv");
        Files.writeString(lines, Files.readString(lines).replace("贵州,2016,3146", "贵州,2016,3150"));
        Pack pack = done(PackReader.read(folder.resolve("my-county").toString()));
        assertThat(pack.povertyLine("贵州", 2016).orElseThrow().amount()).isEqualTo(3150);
    }

    @Test
    void aPackThatIsNotThereIsSaidSo(@TempDir Path folder) {
        assertThat(codes(PackReader.read("no-such-pack"))).containsExactly("packNoSuch");
        assertThat(codes(PackReader.read("register"))).containsExactly("packNoSuch");
        assertThat(codes(PackReader.read(folder.toString()))).containsExactly("packNoSuch");
        assertThat(codes(PackReader.read("\0"))).containsExactly("packNoSuch");
    }

    @Test
    void theProgramFindsItsPacksInAJarToo(@TempDir Path folder)
            throws IOException, ReflectiveOperationException {
        assertThat(PackReader.shipped()).contains("qianxinan-2017");
        Path jar = folder.resolve("program.jar");
        jarOfTheProgram(jar);
        var parent = ClassLoader.getPlatformClassLoader();
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent)) {
            Class<?> reader = loader.loadClass("zhuhu.pack.PackFiles");
            assertThat(shippedNames(reader)).isEqualTo(PackReader.shipped());
        }
    }

    private static Object shippedNames(Class<?> reader)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        var names = reader.getDeclaredMethod("shippedNames");
        names.setAccessible(true);
        return Objects.requireNonNull(names.invoke(null));
    }

    private static void jarOfTheProgram(Path jar) throws IOException {
        try (var inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            for (String folder : List.of("zhuhu/base", "zhuhu/pack", "forms")) {
                Path from = classes().resolve(folder);
                try (Stream<Path> files = Files.walk(from)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Path to =
                                inside.getPath(
                                        folder,
                                        from.relativize(file).toString().replace('\\', '/'));
                        Files.createDirectories(Objects.requireNonNull(to.getParent()));
                        Files.copy(file, to);
                    }
                }
            }
        }
    }

    private static Path classes() {
        URL mark = Objects.requireNonNull(PackReader.class.getResource("/zhuhu/texts.properties"));
        return Path.of(mark.getPath()).resolve("../..").normalize();
    }

    private static void write(Path folder, String prefix) throws IOException {
        for (Map.Entry<String, byte[]> file : PACK.files().entrySet()) {
            if (file.getKey().startsWith(prefix)) {
                Path to = folder.resolve(file.getKey().substring(prefix.length()));
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.writeString(to, new String(file.getValue(), StandardCharsets.UTF_8));
            }
        }
    }

    static Pack done(Outcome<Pack> outcome) {
        return switch (outcome) {
            case Outcome.Done<Pack>(Pack pack) -> pack;
            case Outcome.Failed<Pack>(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    static List<String> codes(Outcome<Pack> outcome) {
        return switch (outcome) {
            case Outcome.Done<Pack> _ -> List.of();
            case Outcome.Failed<Pack>(List<Problem> problems) ->
                    problems.stream().map(Problem::code).toList();
        };
    }
}
