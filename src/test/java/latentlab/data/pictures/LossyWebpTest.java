package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import latentlab.data.ImageOptions;
import latentlab.data.Problems;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lossy WebP comes out as libwebp decodes it, down to the last bit. The files are of one drawn picture of waves. */
class LossyWebpTest extends FolderOfImages {
    private static final String SMOOTHED =
            "UklGRuIAAABXRUJQVlA4INYAAACQBgCdASo0ACgAPxVwr1O/pqSkN/49U/AiiWwArDKvP0AIBtF5Wo6q28tUuavTiPuaYtZA"
                    + "JqNHQd05K9dAAP7od104VawEaswNhjv+jnsSydScRuZR/TnLJdlUSOgw5gI3+o9bL0JS31uVaqdwStgaVH7P08wuhiZZg9C8"
                    + "VauO51KeVnhdIs+ilNqDjCER+NzE9KCqzeo7mP01emoBIU5o1a7a+VHDC7K2ce9HTxXiearVfE3kSDjpnzOtq7BLrdkQ51QY"
                    + "6fN7OCnaBqoHEmEIZl+SAAAA";

    private static final String ODD_SIDES =
            "UklGRnwAAABXRUJQVlA4IHAAAADwBACdASoRACEAPtFep04oJSOiKrgKAQAaCUATplBoLgK6dO5s8iSw/XPTLC8sGoAA/uWa"
                    + "b7rQTTnHDMTYn/gxN6fsN906i+ylbhGm6lov98s4N9V//lXvYisyKfRV97cRvbguQNGWKPA6oInQEAAA";

    private static final String SIMPLY_SMOOTHED =
            "UklGRqwAAABXRUJQVlA4IKAAAACyBACdASo0ACgAP3WgxF2/r7imt/49V/AuiWwAp0dL/uBFx3J9OYI9gIVO4dZAAP7iGbdm"
                    + "ZlDQb4swziA4xsC3RzcNNYuZKVphllAf+ti2l71KH+ttoovJP1xDCtQ6smSsrEVEW9/hMALYvXQEQbzyM+IY2fH67l5O6Rgm"
                    + "mVj5iozMFtIrG34WuipVgbRQOGvql9puinSRqlKV8VxOBUAA";

    private static final String SHARP =
            "UklGRqwAAABXRUJQVlA4IKAAAACwBACdASo0ACgAP3WgxF2/sb+nN/49U/wuiWwAp0dL/uBFx3J9OYI9gIVO4dZAAP7iGbdm"
                    + "ZlDQb4swziA4xsC3RzcNNYuZKVphllAf+ti2l71KH+ttoovJP1xDCtQ6smSsrEVEW9/hMALYvXQEQbzyM+IY2fH67l5O6Rgm"
                    + "mVj5iozMFtIrG34WuipVgbRQOGvql9puinSRqlKV8VxOBUAA";

    private static final String PARTITIONS =
            "UklGRuwAAABXRUJQVlA4IOAAAAAwAgCdASo0ACgAB0OWJbAABKhPFRr/8lBJgAA/AAAnAABAAAACAAACAAACAAACAAD+5k8m"
                    + "jFvxSwWIepgxN/+6sa8vBqoW1SlbTLNkA5Tq87/ydh55dC6jrdi93Ev3j0gGhdRdYl1nkG5w1rL9gAD7dhGSPuHGEvWYcc3T"
                    + "mZHwHKmKLh8VgAmGETq1VetH2rtsHlZfAAD+cBJ3Yq3mIQ6uPG5nKFvUP+FRnwo+qklK/X5XKvBgk7GS66YKla1sZi3p7lPP"
                    + "D3QGyjLxe1IMx7tAy7WAtAAAAAAAAAAAAAAAAA==";

    private static final String ONE_PIXEL =
            "UklGRjoAAABXRUJQVlA4IC4AAAAQAgCdASoBAAEAAUAmJaACdLoB+AH4AAPIAP7fgD/2Mx+0Z/klf+oLfJnnzaAA";

    private static final String OPACITY =
            "UklGRpYAAABXRUJQVlA4WAoAAAAQAAAAFwAAEwAAQUxQSBcAAAABD3Cc/4iIQCZtU/+m841JiOh/yJlOGQBWUDggWAAAANAD"
                    + "AJ0BKhgAFAA/XZi+WL+rJqO3+qgD8CuJagCsMxx8CDOiMWRYVAD+5GWWgmvZ3Df7a+XsREOmPAujpxYo12nvJA7HUd+J/p9R"
                    + "K/Mg89gZTEEOOEd4AAA=";

    private static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("smoothed", SMOOTHED, 40, 52, 0x77a005c5L),
                Arguments.of("odd sides", ODD_SIDES, 33, 17, 0xfbbaf5afL),
                Arguments.of("simply smoothed", SIMPLY_SMOOTHED, 40, 52, 0x491cd4a7L),
                Arguments.of("sharp", SHARP, 40, 52, 0x6ef044ebL),
                Arguments.of("partitions", PARTITIONS, 40, 52, 0x5f0f52deL),
                Arguments.of("one pixel", ONE_PIXEL, 1, 1, 0x6d5d336dL));
    }

    /** @param expected checksum of the pixels that libwebp makes of the file, channel by channel */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyPixelIsAsOtherProgramsHaveIt(String name, String file, int height, int width, long expected)
            throws Exception {
        Picture picture = read(Base64.getDecoder().decode(file));
        assertThat(picture.height()).isEqualTo(height);
        assertThat(picture.width()).isEqualTo(width);
        assertThat(checksum(picture.values())).isEqualTo(expected);
    }

    @Test
    void opacityComesWithIt() throws Exception {
        Picture picture = read(Base64.getDecoder().decode(OPACITY));
        assertThat(picture.channels()).isEqualTo(3);
        assertThat(checksum(picture.opacity())).isEqualTo(0xd3b13edfL);
    }

    @Test
    void whateverIsCutIsBroken() throws Exception {
        byte[] whole = Base64.getDecoder().decode(SMOOTHED);
        for (int length = 13; length < whole.length - 30; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            Problems.of(() -> read(part), "data.images.broken", "a.webp");
        }
    }

    /** Any picture or a problem, but no other end. */
    @Test
    void damageEndsInAPictureOrAProblem() throws Exception {
        byte[] whole = Base64.getDecoder().decode(PARTITIONS);
        for (int i = 20; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            try {
                assertThat(read(damaged)).isNotNull();
            } catch (Problem problem) {
                assertThat(problem.sentence().key()).startsWith("data.images.");
            }
        }
    }

    private Picture read(byte[] file) throws Exception {
        ImageDecoder decoder = new ImageDecoder(ImageOptions.DEFAULT, PictureMemory.ofHeap());
        return decoder.read(new PictureFile("a.webp", Files.write(folder.resolve("a.webp"), file)), () -> true);
    }

    private static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
