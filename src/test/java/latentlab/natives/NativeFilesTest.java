package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small library, out of the real jar. */
class NativeFilesTest {
    @TempDir
    Path cache;

    /** Of ND4J, whose jar has no other times than local ones. */
    private static NativeFile smallest() throws IOException {
        return NativeFile.all().stream()
                .filter(file -> file.entry().contains("nd4j"))
                .min(Comparator.comparing(NativeFile::bytes))
                .orElseThrow();
    }

    @Test
    void allThreeJarsAreKnown() throws IOException {
        assertThat(NativeFile.all())
                .extracting(file -> file.entry())
                .anyMatch(entry -> entry.contains("jnijavacpp"))
                .anyMatch(entry -> entry.contains("openblas"))
                .anyMatch(entry -> entry.contains("nd4jcpu"));
    }

    @Test
    void unpacksWhole() throws IOException {
        NativeFile file = smallest();
        assertThat(file.isUnpacked(cache)).isFalse();

        file.unpack(cache, _ -> {});

        assertThat(file.isUnpacked(cache)).isTrue();
        assertThat(Files.size(unpacked())).isEqualTo(file.bytes());
    }

    @Test
    void leavesNothingWhenItIsCancelled() throws IOException {
        assertThatThrownBy(() -> smallest().unpack(cache, _ -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);

        try (Stream<Path> files = Files.walk(cache)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Such a jar has local times: in another zone JavaCPP takes all that is unpacked for old. */
    @Test
    void inAnotherTimeZoneNothingIsUnpackedAgain() throws IOException {
        smallest().unpack(cache, _ -> {});
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(
                    TimeZone.getTimeZone(before.getRawOffset() == 9 * 3_600_000 ? "America/Lima" : "Asia/Tokyo"));
            NativeFile file = smallest();
            assertThat(file.isUnpacked(cache)).isFalse();

            file.unpack(cache, _ -> {
                throw new AssertionError("unpacked again");
            });

            assertThat(file.isUnpacked(cache)).isTrue();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void whatHasTheSizeButAnotherContentIsUnpackedAgain() throws IOException {
        NativeFile file = smallest();
        file.unpack(cache, _ -> {});
        byte[] right = Files.readAllBytes(unpacked());
        Files.write(unpacked(), new byte[right.length]);

        file.unpack(cache, _ -> {});

        assertThat(Files.readAllBytes(unpacked())).isEqualTo(right);
    }

    private Path unpacked() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
