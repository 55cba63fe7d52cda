package latentlab.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import latentlab.cli.CommandLineInterface;
import latentlab.cli.terminal.Screen;
import latentlab.data.digits.BuiltInDigits;
import latentlab.data.download.PublicDataset;
import latentlab.data.download.RemoteFile;
import latentlab.data.download.TwoMirrors;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A process that loads a dataset and says what it is at: the key of each new report, then "loaded" or the problem's
 * key. It loads alone, or as part of a command of the program.
 */
public final class ChildLoad {
    /** It waits there before it loads: property with a pipe. */
    private static final String PIPE = "child.pipe";
    /** Goes no further once this has been reported: property with the key. */
    private static final String HOLD = "child.hold";

    private static final String CACHE = "child.cache";
    private static final String MIRRORS = "child.mirrors";

    private ChildLoad() {}

    public static void main(String[] arguments) throws Problem {
        if (!arguments[0].equals("load")) {
            System.exit(new CommandLineInterface(
                            Screen.ofProcess(), ChildLoad::load, _ -> Sentence.of("cli.nodisplay"), (_, _, _, _) -> {})
                    .run(arguments));
        }
        try {
            load(DataRequest.of(arguments[1]), Progress.NONE);
        } catch (Problem problem) {
            System.out.println(problem.sentence().key());
        }
    }

    private static Dataset load(DataRequest request, Progress progress) throws Problem {
        if (System.getProperty(PIPE) != null) {
            waitAt(Path.of(System.getProperty(PIPE)));
        }
        List<PublicDataset<?>> mini = Stream.ofNullable(System.getProperty(MIRRORS))
                .map(list -> Stream.of(list.split(",")).map(URI::create).toList())
                .<PublicDataset<?>>map(mirrors -> TwoMirrors.mini(RemoteFile.Hashed.PACKED, mirrors))
                .toList();
        Path cache = Path.of(System.getProperty(CACHE, "nowhere"));
        Dataset dataset =
                new Datasets(BuiltInDigits::create, mini, cache, Duration.ofHours(1)).load(request, new Told(progress));
        System.out.println("loaded");
        return dataset;
    }

    /** A place that no question and no interrupt reaches. */
    private static void waitAt(Path pipe) {
        System.out.println("waiting");
        try {
            Files.newInputStream(pipe).close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints whatever is new. */
    private static final class Told implements Progress {
        private final Progress next;
        private String last;

        Told(Progress next) {
            this.next = next;
        }

        @Override
        public void report(double fraction, Sentence what) {
            if (!what.key().equals(last)) {
                last = what.key();
                System.out.println(last);
            }
            do {
                next.report(fraction, what);
                Thread.onSpinWait();
            } while (Objects.equals(last, System.getProperty(HOLD)));
        }
    }

    static String waitingAt(Path pipe) {
        return "-D" + PIPE + "=" + pipe;
    }

    static String holdingAt(String key) {
        return "-D" + HOLD + "=" + key;
    }

    public static List<String> downloading(Path cache, URI... mirrors) {
        String list = String.join(",", Stream.of(mirrors).map(URI::toString).toList());
        return List.of("-D" + CACHE + "=" + cache, "-D" + MIRRORS + "=" + list);
    }

    /**
     * @param options of its Java
     * @param arguments "load" and an origin, or a command of the program
     */
    public static Process start(Path folder, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        command.addAll(options);
        command.addAll(List.of("-Duser.language=en", "-cp", System.getProperty("java.class.path")));
        command.add(ChildLoad.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
