package microcosm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/// The rules of the house: floors only downwards, no circles, one library one room, nothing random where traces are made.
class HouseTest {
    /// Room → the rooms it may see. In the order of the floors, lowest first.
    private static final SequencedMap<String, List<String>> ROOMS = new LinkedHashMap<>();
    static {
        ROOMS.put("testing", List.of());
        ROOMS.put("worlds", List.of());
        ROOMS.put("prompts", List.of());
        ROOMS.put("trace", List.of("worlds"));
        ROOMS.put("speech", List.of("worlds"));
        ROOMS.put("models", List.of("worlds", "prompts", "trace"));
        ROOMS.put("embedders", List.of("models"));
        ROOMS.put("memory", List.of("worlds", "trace", "models"));
        ROOMS.put("agents", List.of("worlds", "prompts", "speech", "trace", "models", "memory"));
        ROOMS.put("audit", List.of("worlds", "prompts", "speech", "trace", "models"));
        ROOMS.put("gamemaster", List.of("worlds", "prompts", "speech", "trace", "models", "memory", "agents"));
        ROOMS.put("viewer", List.of("worlds", "prompts", "trace"));
        ROOMS.put("bench",
                List.of("testing", "worlds", "prompts", "speech", "trace", "models", "memory", "agents", "gamemaster",
                        "audit"));
        ROOMS.put("cli",
                List.of("worlds", "prompts", "speech", "trace", "models", "memory", "agents", "gamemaster", "audit",
                        "viewer",
                        "bench"));
    }

    /// Built and looked at with -Ponnx alone.
    private static final String ON_DEMAND = "embedders";

    /// Library's package → the rooms it may be used in. A library that is not listed may be used nowhere.
    private static final SequencedMap<String, List<String>> LIBRARIES = new LinkedHashMap<>();
    static {
        LIBRARIES.put("org.commonmark", List.of("worlds"));
        LIBRARIES.put("com.ezylang", List.of("worlds"));
        LIBRARIES.put("org.apache.commons.text", List.of("worlds"));
        LIBRARIES.put("org.yaml.snakeyaml", List.of("worlds"));
        LIBRARIES.put("com.fasterxml.jackson",
                List.of("worlds", "trace", "models", "audit", "testing", "bench", "cli"));
        LIBRARIES.put("org.pcollections", List.of("trace"));
        LIBRARIES.put("org.organicdesign", List.of("trace"));
        LIBRARIES.put("dev.langchain4j", List.of("models", "embedders"));
        LIBRARIES.put("ai.onnxruntime", List.of("embedders"));
        LIBRARIES.put("com.github.benmanes.caffeine", List.of("models"));
        LIBRARIES.put("io.github.resilience4j", List.of("models"));
        LIBRARIES.put("dev.failsafe", List.of("models"));
        LIBRARIES.put("io.github.bucket4j", List.of("models"));
        LIBRARIES.put("io.opentelemetry", List.of("models"));
        LIBRARIES.put("org.slf4j", List.of("models"));
        LIBRARIES.put("org.apache.lucene", List.of("memory"));
        LIBRARIES.put("org.apache.commons.statistics", List.of("gamemaster", "audit"));
        LIBRARIES.put("com.ibm.icu", List.of("audit"));
        LIBRARIES.put("org.apache.commons.compress", List.of("audit"));
        LIBRARIES.put("com.github.luben", List.of("audit"));
        LIBRARIES.put("org.apache.commons.rng", List.of("gamemaster"));
        LIBRARIES.put("picocli", List.of("cli"));
        LIBRARIES.put("me.tongfei.progressbar", List.of("cli"));
        LIBRARIES.put("org.junit", List.of("testing"));
        LIBRARIES.put("org.opentest4j", List.of("testing"));
        LIBRARIES.put("org.assertj", List.of("testing"));
        LIBRARIES.put("org.openjdk.jmh", List.of("bench"));
        LIBRARIES.put("com.sun.net.httpserver", List.of("testing"));
        LIBRARIES.put("org.jspecify", List.copyOf(ROOMS.keySet()));
        LIBRARIES.put("com.google.errorprone.annotations", List.copyOf(ROOMS.keySet()));
        LIBRARIES.put("java", List.copyOf(ROOMS.keySet()));
        LIBRARIES.put("javax.net", List.of("testing", "models"));
    }

    /// Where the bytes of a trace are decided.
    private static final String[] TRACE_MAKERS = {"microcosm.worlds..", "microcosm.prompts..", "microcosm.speech..",
            "microcosm.trace..", "microcosm.memory..", "microcosm.agents..", "microcosm.gamemaster.."};

    private static JavaClasses house;

    @BeforeAll
    static void enter() {
        house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("microcosm");
    }

    @Test
    void every_room_sees_only_rooms_below_it() {
        ROOMS.forEach((room, below) -> {
            String[] above = ROOMS.keySet().stream().filter(other -> !other.equals(room) && !below.contains(other))
                    .map(other -> "microcosm." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("microcosm." + room + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(above).allowEmptyShould(true).check(house);
        });
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        slices().matching("microcosm.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void a_library_is_used_in_its_own_room_alone() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass one : house) {
            for (var dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (!used.isPrimitive() && !isOurs(used) && !roomsFor(used).contains(room(one))) {
                    wrong.add(room(one) + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void only_the_command_line_prints() {
        noClasses().that().resideOutsideOfPackages("microcosm.cli..", "microcosm.testing..").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").orShould()
                .callMethod(Throwable.class, "printStackTrace").check(house);
    }

    @Test
    void nothing_that_makes_a_trace_reads_a_clock_or_draws_without_a_seed() {
        noClasses().that().resideInAnyPackage(TRACE_MAKERS).and().doNotHaveSimpleName("RunRecord").should()
                .accessTargetWhere(access("reads a clock or draws without a seed", HouseTest::isClockOrChance))
                .check(house);
    }

    @Test
    void nothing_that_makes_a_trace_uses_a_collection_without_an_order() {
        noClasses().that().resideInAnyPackage(TRACE_MAKERS).should()
                .accessTargetWhere(access("makes a collection without an order", HouseTest::isUnordered)).check(house);
    }

    @Test
    void the_rules_have_seen_every_class_there_is() throws IOException {
        Map<String, Long> seen = new LinkedHashMap<>();
        Map<String, Long> compiled = new LinkedHashMap<>();
        for (String room : ROOMS.keySet()) {
            Path classes = Path.of("..", room, "target", "classes", "microcosm", room);
            long here = house.stream().filter(one -> room(one).equals(room)).count();
            if (here == 0 && room.equals(ON_DEMAND)) {
                continue;
            }
            seen.put(room, here);
            try (Stream<Path> files = Files.walk(classes)) {
                compiled.put(room, files.filter(file -> file.toString().endsWith(".class")).count());
            }
        }
        assertThat(seen).isEqualTo(compiled);
        assertThat(house.stream().map(HouseTest::room)).as("classes outside every room").isSubsetOf(ROOMS.keySet());
    }

    private static boolean isOurs(JavaClass one) {
        return one.getPackageName().equals("microcosm") || one.getPackageName().startsWith("microcosm.");
    }

    private static String room(JavaClass one) {
        String[] parts = one.getPackageName().split("\\.");
        return parts.length > 1 ? parts[1] : one.getPackageName();
    }

    private static List<String> roomsFor(JavaClass used) {
        return LIBRARIES.entrySet().stream()
                .filter(entry -> used.getPackageName().equals(entry.getKey())
                        || used.getPackageName().startsWith(entry.getKey() + "."))
                .findFirst().map(Map.Entry::getValue).orElse(List.of());
    }

    private static boolean isClockOrChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
                || owner.equals("java.lang.Math") && name.equals("random")
                || owner.equals("java.util.UUID") && name.equals("randomUUID")
                || owner.equals("java.util.Random") || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || owner.equals("java.security.SecureRandom") || owner.equals("java.time.Clock")
                || owner.equals("java.util.Collections") && name.equals("shuffle")
                || owner.startsWith("java.time.") && name.equals("now")
                || owner.equals("java.util.SplittableRandom") && name.equals("<init>")
                        && !access.getOriginOwner().getSimpleName().equals("Seed");
    }

    private static boolean isUnordered(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return name.equals("<init>") && (owner.equals("java.util.HashMap") || owner.equals("java.util.HashSet")
                || owner.equals("java.util.IdentityHashMap") || owner.equals("java.util.WeakHashMap"))
                || (owner.equals("java.util.Map") || owner.equals("java.util.Set"))
                        && (name.equals("of") || name.equals("copyOf") || name.equals("ofEntries"))
                || owner.equals("java.util.stream.Collectors") && (name.equals("toSet")
                        || name.equals("toUnmodifiableSet") || name.equals("toUnmodifiableMap")
                        || (name.equals("toMap") || name.equals("groupingBy")) && parameters(access) < 3
                        || name.equals("toMap") && parameters(access) < 4);
    }

    private static int parameters(JavaAccess<?> access) {
        return access instanceof com.tngtech.archunit.core.domain.JavaMethodCall call
                ? call.getTarget().getRawParameterTypes().size()
                : 0;
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description,
            java.util.function.Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
