package latentlab.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * A regular file, whatever links lead to it. Everything else is refused before it is opened: opening a pipe would wait
 * until another process writes to it, and a device may have no end.
 *
 * @param path as the user gave it
 * @param bytes its length when it was looked at
 */
public record OrdinaryFile(Path path, long bytes) {
    /**
     * Looks at a file without opening it.
     *
     * @throws IOException if it does not exist or may not be looked at
     * @throws Problem if it is a folder, a pipe, a socket or a device
     */
    public static OrdinaryFile of(Path path) throws IOException, Problem {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            String what = attributes.isDirectory() ? "data.reason.folder" : "data.reason.special";
            throw Problem.of("data.notAFile", path.toString(), Sentence.of(what));
        }
        return new OrdinaryFile(path, attributes.size());
    }

    /**
     * @param watch run before each access to the disk; an exception from it ends the reading
     * @return the content up to the length at the time it was looked at: a growing log does not go on for ever
     */
    public InputStream open(Runnable watch) throws IOException {
        return new Content(Files.newInputStream(path), bytes, watch);
    }

    private static final class Content extends InputStream {
        private final InputStream in;
        private final Runnable watch;
        private long left;

        Content(InputStream in, long left, Runnable watch) {
            this.in = in;
            this.left = left;
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            watch.run();
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
