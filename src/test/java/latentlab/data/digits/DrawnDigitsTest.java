package latentlab.data.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import latentlab.cli.Program;
import latentlab.data.Dataset;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnDigitsTest {
    @TempDir
    private Path folder;

    /** What a program gets that is told of a file, which it draws if it is not there. */
    static final class Sums {
        public static void main(String[] arguments) throws Exception {
            DrawnDigits.keep();
            Dataset digits = BuiltInDigits.create(Progress.NONE);
            System.out.println(Arrays.hashCode(digits.train().pixels()) + " "
                    + Arrays.hashCode(digits.train().labels()) + " "
                    + Arrays.hashCode(digits.test().pixels()) + " "
                    + Arrays.hashCode(digits.test().labels()));
        }
    }

    @Test
    void areTheDigitsThatAreDrawn() throws Exception {
        Path file = folder.resolve("digits");
        List<String> drawn = sums(List.of());

        assertThat(sums(List.of("-Dlatentlab.digits=" + file))).isEqualTo(drawn);
        assertThat(file).hasSize(14_000L * 28 * 28 + 8);
        assertThat(sums(List.of("-Dlatentlab.digits=" + file))).isEqualTo(drawn);
    }

    @Test
    void aFileThatIsNotWholeIsNotRead() throws Exception {
        Path file = folder.resolve("digits");
        byte[] train = {1, 2, 3};
        byte[] test = {4, 5};
        DrawnDigits.write(file, train, test);
        byte[] readTrain = new byte[3];
        byte[] readTest = new byte[2];

        assertThat(DrawnDigits.read(file, readTrain, readTest)).isTrue();
        assertThat(readTrain).isEqualTo(train);
        assertThat(readTest).isEqualTo(test);

        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 8;
            Files.write(file, damaged);
            assertThat(DrawnDigits.read(file, readTrain, readTest))
                    .as("byte %d", i)
                    .isFalse();
            Files.write(file, Arrays.copyOf(bytes, i));
            assertThat(DrawnDigits.read(file, readTrain, readTest))
                    .as("%d bytes", i)
                    .isFalse();
        }
        assertThat(DrawnDigits.read(folder.resolve("none"), readTrain, readTest))
                .isFalse();
    }

    private List<String> sums(List<String> options) throws Exception {
        Process process = Program.of(Sums.class, folder, options).start();
        return Program.output(process);
    }
}
