package latentlab.data.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import latentlab.text.Problem;

/** What arrays an NPZ has, without their numbers. */
public final class NpzContents {
    private static final String ENDING = ".npy";

    private NpzContents() {}

    /**
     * @param kind of what is in it, in NumPy's letters: f4, i8, U5
     * @param shape sizes; empty for a single number or text
     */
    public record Named(String name, String kind, int[] shape) {
        /** Whether it is a text. */
        public boolean text() {
            return kind.startsWith("U");
        }
    }

    /** @throws Problem if one of them is no array */
    public static List<Named> of(Path file) throws IOException, Problem {
        List<Named> arrays = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName();
                try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                    NpyHeader header = NpyHeader.read(in, name);
                    String bare = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
                    arrays.add(new Named(bare, header.kind(), header.shape()));
                }
            }
        }
        return arrays;
    }
}
