package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What nobody foresaw says what it was. */
class BreakdownTest {
    @TempDir
    private Path folder;

    private static String words(Throwable failure) {
        return new Messages(Locale.ENGLISH).text(Breakdown.sentence(failure));
    }

    @Test
    void aFullHeapIsNamedAndTheWayToALargerOne() {
        Throwable full = catchThrowable(() -> System.out.println(new long[Integer.MAX_VALUE - 8].length));
        assertThat(full).isInstanceOf(OutOfMemoryError.class);
        assertThat(words(full)).contains("Java heap of ", "GB", "-Xmx");
        assertThat(words(new IllegalStateException(full))).isEqualTo(words(full));
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + depth;
    }

    @Test
    void aStackThatIsTooShortIsNamed() {
        assertThat(words(catchThrowable(() -> deeper(0)))).contains("-Xss");
    }

    /** As ND4J's native half says it; see {@link #nativeMemoryThatRunsOutIsGivenBack} for what JavaCPP says. */
    @Test
    void nativeMemoryIsNamedHoweverItIsSaid() {
        assertThat(words(new RuntimeException("Allocation failed: [std::bad_alloc]")))
                .contains("outside the Java heap");
        assertThat(words(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .contains("threads");
    }

    @Test
    void whatElseItIsSaysItself() {
        assertThat(words(new IllegalStateException("the run is closed"))).contains("the run is closed");
        assertThat(words(new NullPointerException())).contains("NullPointerException");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "what a process takes is told differently elsewhere")
    void nativeMemoryThatRunsOutIsGivenBack() throws Exception {
        Process child = new ProcessBuilder(MemoryChild.command(folder))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> out;
        try (BufferedReader reader = child.inputReader()) {
            out = reader.lines().toList();
        }
        assertThat(out).hasSize(3);
        assertThat(out.getFirst()).contains("no more memory outside the Java heap", "fewer units", "-Xmx");
        // Of 183 MB blocks: the one that was refused itself is left to the garbage collector, of which there is none
        // here.
        assertThat(Long.parseLong(out.get(1).replaceAll("\\D+", ""))).isLessThan(200);
        assertThat(out.getLast()).isEqualTo("FINISHED");
        assertThat(child.waitFor()).isZero();
    }
}
