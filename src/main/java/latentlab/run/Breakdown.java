package latentlab.run;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latentlab.run.store.Bytes;
import latentlab.text.Sentence;

/**
 * Words for an unexpected failure: memory that ran out, a library that cannot be loaded, or the exception's own
 * message.
 */
public final class Breakdown {
    /** Causes of causes that are looked at. */
    private static final int DEEPEST = 20;

    /** What a JVM says when its heap is full, as opposed to other memory. */
    private static final Pattern HEAP = Pattern.compile("heap space|GC overhead|array size");
    /** What native code says, which may throw any kind of exception. */
    private static final Pattern NATIVE = Pattern.compile("bad_alloc|[Aa]llocation failed|Failed to allocate");

    private static final Pattern LIBRARY = Pattern.compile("\\b(?:lib)?((?:jni)?(?:openblas|nd4j|javacpp)\\w*)");

    private Breakdown() {}

    /** @return what went wrong and what the user can do */
    public static Sentence sentence(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        for (Throwable each : chain) {
            String words = String.valueOf(each.getMessage());
            if (each instanceof OutOfMemoryError) {
                return outOfMemory(each.getMessage());
            }
            if (each instanceof StackOverflowError) {
                return Sentence.of("run.cause.stack");
            }
            if (NATIVE.matcher(words).find()) {
                return Sentence.of("run.cause.native");
            }
        }
        List<Throwable> linkage =
                chain.stream().filter(LinkageError.class::isInstance).toList();
        if (!linkage.isEmpty()) {
            return library(linkage);
        }
        String words = failure.getMessage();
        return Sentence.of(
                "run.cause.other",
                words == null || words.isBlank() ? failure.getClass().getSimpleName() : words);
    }

    private static Sentence outOfMemory(String words) {
        if (words == null || HEAP.matcher(words).find()) {
            return Sentence.of(
                    "run.cause.heap", Bytes.sentence(Runtime.getRuntime().maxMemory()));
        }
        if (words.contains("native thread")) {
            return Sentence.of("run.cause.threads");
        }
        return Sentence.of("run.cause.native");
    }

    /** The deepest error says most; the ones around it only say that a class could not be initialised. */
    private static Sentence library(List<Throwable> linkage) {
        String reason = String.valueOf(linkage.getLast().getMessage())
                .lines()
                .findFirst()
                .orElse("");
        Matcher name = LIBRARY.matcher(reason);
        Path unpacked = Path.of(System.getProperty(
                "org.bytedeco.javacpp.cachedir",
                Path.of(System.getProperty("user.home"), ".javacpp", "cache").toString()));
        return Sentence.of("run.cause.library", name.find() ? name.group(1) : "ND4J", reason, unpacked.toString());
    }
}
