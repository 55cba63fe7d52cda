package latentlab.data.npy;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import latentlab.data.DataProblems;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.NumberArray;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * An array in a file, of which the header alone has been read.
 *
 * @param name by which it is told what it is for
 * @param source the file it is in
 * @param place the file, and the array within it, for sentences
 * @param header of the array
 * @param content opens it, from the header on
 */
record NpyArray(String name, Path source, String place, NpyHeader header, Content content) {
    private static final int CHUNK = 1 << 20;

    /** Opens an array's bytes. */
    interface Content {
        InputStream open(Progress progress) throws IOException, Problem;
    }

    /**
     * Looks at an array, without reading it.
     *
     * @param length bytes there are of it with its header
     * @throws Problem if it is none, or there are more or fewer bytes than it says
     */
    static NpyArray of(String name, Path source, String place, long length, Content content, Progress progress)
            throws Problem {
        NpyHeader header;
        try (InputStream in = new BufferedInputStream(content.open(progress))) {
            header = NpyHeader.read(in, place);
        } catch (EOFException e) {
            throw new Problem(Sentence.of("data.idx.truncated", place), e);
        } catch (IOException e) {
            throw broken(source, place, e);
        }
        if (header.type() != null || header.texts()) {
            long whole = header.length() + header.bytes(place);
            if (whole != length) {
                throw Problem.of(whole > length ? "data.idx.truncated" : "data.idx.oversized", place);
            }
        }
        return new NpyArray(name, source, place, header, content);
    }

    private static Problem broken(Path source, String place, IOException cause) {
        return cause instanceof ZipException
                ? new Problem(Sentence.of("data.npy.zip", place), cause)
                : DataProblems.unreadable(source, cause);
    }

    /** @return the same array by another name */
    NpyArray called(String other) {
        return new NpyArray(other, source, place, header, content);
    }

    /** Images or labels; 0 for a single number. */
    int count() {
        return header.shape().length == 0 ? 0 : header.shape()[0];
    }

    int dimensions() {
        return header.shape().length;
    }

    /** @return the name and the shape, for sentences */
    String described() {
        return name + " " + NumberArray.written(header.shape());
    }

    /** @throws Problem if these are no numbers, or they cannot be read */
    NumberArray numbers(Progress progress) throws Problem {
        if (header.type() == null || dimensions() == 0) {
            header.width(place);
            throw Problem.of("data.array.dimensions", place, NumberArray.written(header.shape()));
        }
        byte[] bytes = bytes(progress);
        if (header.fortran() && dimensions() > 1) {
            bytes = turned(bytes, progress);
        }
        return new NumberArray(place, header.type(), header.shape(), header.order(), bytes);
    }

    /** @return labels that are numbers, or texts */
    Labels labels(Progress progress) throws Problem {
        return header.texts() && dimensions() == 1 ? Labels.of(place, texts(progress)) : Labels.of(numbers(progress));
    }

    /** @return shape [count]: the texts of a text array of one dimension */
    String[] texts(Progress progress) throws Problem {
        byte[] bytes = bytes(progress);
        int width = header.width(place);
        String[] texts = new String[count()];
        for (int i = 0; i < texts.length; i++) {
            StringBuilder text = new StringBuilder();
            if (header.kind().startsWith("S")) {
                text.append(new String(bytes, i * width, width, StandardCharsets.UTF_8));
            } else {
                ByteBuffer letters = ByteBuffer.wrap(bytes, i * width, width).order(header.order());
                while (letters.hasRemaining()) {
                    int letter = letters.getInt();
                    text.appendCodePoint(Character.isValidCodePoint(letter) ? letter : 0xFFFD);
                }
            }
            int end = text.indexOf("\0");
            texts[i] = end < 0 ? text.toString() : text.substring(0, end);
        }
        return texts;
    }

    private byte[] bytes(Progress progress) throws Problem {
        long length = header.bytes(place);
        DataProblems.checkMemory(source, header.fortran() ? 2 * length : length);
        double[] done = {0};
        try (InputStream in = content.open((_, _) -> progress.report(done[0], reading()))) {
            in.skipNBytes(header.length());
            byte[] bytes = new byte[(int) length];
            for (int at = 0; at < bytes.length; ) {
                done[0] = (double) at / bytes.length;
                progress.report(done[0], reading());
                int read = in.readNBytes(bytes, at, Math.min(CHUNK, bytes.length - at));
                if (read == 0) {
                    throw new EOFException();
                }
                at += read;
            }
            if (in.read() >= 0) {
                throw Problem.of("data.idx.oversized", place);
            }
            progress.report(1, reading());
            return bytes;
        } catch (EOFException e) {
            throw new Problem(Sentence.of("data.idx.truncated", place), e);
        } catch (IOException e) {
            throw broken(source, place, e);
        }
    }

    private Sentence reading() {
        return Sentence.of("data.progress.reading", name);
    }

    /** @return the same numbers, of which the last dimension goes fastest */
    private byte[] turned(byte[] bytes, Progress progress) throws Problem {
        int width = header.width(place);
        int[] shape = header.shape();
        int[] steps = new int[shape.length];
        int step = width;
        for (int i = 0; i < shape.length; i++) {
            steps[i] = step;
            step *= shape[i];
        }
        byte[] turned = new byte[bytes.length];
        int[] at = new int[shape.length];
        int from = 0;
        for (int to = 0; to < turned.length; to += width) {
            if (to % CHUNK < width) {
                progress.report(1, reading());
            }
            System.arraycopy(bytes, from, turned, to, width);
            for (int i = shape.length - 1; i >= 0; i--) {
                from += steps[i];
                if (++at[i] < shape[i]) {
                    break;
                }
                from -= steps[i] * shape[i];
                at[i] = 0;
            }
        }
        return turned;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NpyArray array && place.equals(array.place);
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }

    @Override
    public String toString() {
        return place + Arrays.toString(header.shape());
    }
}
