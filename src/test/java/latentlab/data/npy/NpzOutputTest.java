package latentlab.data.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NpzOutputTest {
    private interface Content {
        void writeTo(NpzOutput npz) throws IOException;
    }

    private static byte[] written(Content arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpzOutput npz = new NpzOutput(out);
        arrays.writeTo(npz);
        npz.finish();
        return out.toByteArray();
    }

    /** Only one piece is held at a time: the next is asked for when the one before has been written. */
    @Test
    void anArrayInPiecesIsTheSameAsAWholeOne() throws Exception {
        float[] all = new float[3 * 50_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = i / 7f;
        }
        List<Integer> asked = new ArrayList<>();
        byte[] pieces = written(npz -> npz.floats(
                "a",
                3,
                i -> {
                    asked.add(i);
                    return Arrays.copyOfRange(all, i * 50_000, (i + 1) * 50_000);
                },
                3,
                50,
                1000));
        assertThat(pieces).isEqualTo(written(npz -> npz.floats("a", all, 0, 3, 50, 1000)));
        assertThat(asked).containsExactly(0, 1, 2, 0, 1, 2);
    }
}
