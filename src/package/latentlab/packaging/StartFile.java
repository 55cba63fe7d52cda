package latentlab.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The options that the package starts Java with, and the JDK's ahead-of-time cache, which is recorded from a rehearsal
 * when the package is made, so that the first start is as quick as all others.
 */
final class StartFile {
    private static final String NAME = "start.aot";
    /** The time of all jars: the cache is refused with another, and few ways of packing keep more than two seconds. */
    static final Instant TIME = Instant.parse("2020-01-01T00:00:00Z");
    /** A script that sets it in what jpackage is about to pack. */
    static final String SETTLE =
            """
            TZ=UTC find "$JpAppImageDir" -name '*.jar' -exec touch -t 202001010000.00 {} +
            """;

    /**
     * What the rehearsal leaves uncompiled. The cache keeps by which of Java's two compilers each method was compiled.
     * The rehearsal has the first one alone, which makes a start a quarter quicker; but what it has compiled there is
     * never compiled again by the second, which makes code twice as fast. So that is for what builds a window; what
     * computes or paints for as long as the app is open is left out, and gets both compilers, as everywhere.
     */
    private static final List<String> UNREHEARSED = List.of(
            "latentlab.*",
            "com.sun.glass.*",
            "com.sun.javafx.geom.*",
            "com.sun.javafx.image.*",
            "com.sun.javafx.sg.*",
            "com.sun.marlin.*",
            "com.sun.pisces.*",
            "com.sun.prism.*",
            "java.lang.invoke.SegmentVarHandle",
            "java.lang.invoke.VarHandle*",
            "java.nio.*",
            "java.util.Arrays*",
            "java.util.DualPivotQuicksort*",
            "java.util.TimSort",
            "java.util.regex.*",
            "java.util.stream.*",
            "java.util.zip.*",
            "jdk.incubator.vector.*",
            "jdk.internal.foreign.*",
            "jdk.internal.misc.ScopedMemoryAccess",
            "jdk.internal.util.*",
            "jdk.internal.vm.vector.*",
            "sun.security.*");

    /** What jpackage takes for the folder of the jars. */
    static final String PLACE = "$APPDIR";

    private StartFile() {}

    /** @return Java's options, in which {@link #PLACE} stands for the folder of the jars */
    static List<String> options() {
        List<String> options = new ArrayList<>(common());
        options.add("-XX:AOTCache=" + PLACE + "/" + NAME);
        options.add("-Xlog:aot=off");
        return options;
    }

    /** As pom.xml has them, with native libraries from where they lie. */
    private static List<String> common() {
        return List.of(
                "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector,javafx.controls",
                "-XX:+UseParallelGC",
                "-Xmx2g",
                "-XX:-UseProfiledLoopPredicate",
                // Java turns these on itself where it defines the module of vectors, but not where it takes that from
                // the cache: without them training takes thirty times as long.
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableVectorSupport",
                "-XX:+EnableVectorReboxing",
                "-XX:+EnableVectorAggressiveReboxing",
                // Until they are compiled by the second compiler, vectors are hundreds of times slower than they should
                // be: it takes these methods after a few calls, not thousands.
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=CompileThresholdScaling,latentlab.engine.kernels.Vector*::*,0.002",
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + PLACE,
                "-Djava.library.path=" + PLACE + "/native",
                "-Dorg.sqlite.lib.path=" + PLACE + "/native",
                // Made by the rehearsal.
                "-Dlatentlab.digits=" + PLACE + "/digits");
    }

    /** @param program name of the program's jar, which comes first on the class path */
    static void record(Layout layout, String program) throws IOException, InterruptedException {
        for (String jar : jars(layout)) {
            Files.setLastModifiedTime(layout.app().resolve(jar), FileTime.from(TIME));
        }
        Path work = Files.createTempDirectory("latent-lab-rehearsal");
        Path file = layout.app().resolve(NAME);
        List<String> command = new ArrayList<>();
        command.add(layout.runtime().resolve("bin").resolve("java").toString());
        for (String option : common()) {
            command.add(option.replace(PLACE, layout.app().toString()));
        }
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.add("-XX:AOTCacheOutput=" + file);
        command.add("-XX:TieredStopAtLevel=1");
        for (String methods : UNREHEARSED) {
            command.add("-XX:CompileCommand=exclude," + methods + "::*");
        }
        command.addAll(List.of("-classpath", classPath(layout, program)));
        command.addAll(List.of("latentlab.app.Rehearsal", work.toString()));
        ProcessBuilder rehearsal = new ProcessBuilder(command).inheritIO();
        // The cache is of use with the options alone that it is made with.
        rehearsal.environment().keySet().removeAll(Incubator.OPTIONS);
        int code = rehearsal.start().waitFor();
        Folders.delete(work);
        if (code != 0 || !Files.exists(file)) {
            throw new IllegalStateException("The rehearsal of a start ended with " + code + ".");
        }
    }

    /** As the launcher has it, or the cache would not fit: the order is jpackage's. */
    private static String classPath(Layout layout, String program) throws IOException {
        List<String> jars = jars(layout);
        if (jars.isEmpty() || !jars.getFirst().equals(program)) {
            throw new IllegalStateException("jpackage's class path is not as expected: " + jars);
        }
        return jars.stream()
                .map(jar -> layout.app().resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** @return names of the jars on the launcher's class path, in its order */
    static List<String> jars(Layout layout) throws IOException {
        return jars(Files.readAllLines(configuration(layout)));
    }

    /** @param lines of the launcher's options, in which a path has the separator of the system */
    static List<String> jars(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1))
                .toList();
    }

    /** @return the launcher's options */
    static Path configuration(Layout layout) throws IOException {
        return Folders.files(layout.app()).stream()
                .filter(file -> file.toString().endsWith(".cfg"))
                .findFirst()
                .orElseThrow();
    }
}
