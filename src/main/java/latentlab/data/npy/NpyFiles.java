package latentlab.data.npy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import latentlab.data.DataProblems;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** The arrays of NPY and NPZ files. An NPZ file is open until this is closed. */
final class NpyFiles implements AutoCloseable {
    static final String ARRAY = ".npy";
    static final String ARCHIVE = ".npz";
    /** Arrays of one archive that are looked at. */
    private static final int MOST_ARRAYS = 256;
    /** Deflate makes at most this many bytes of one. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private final List<ZipFile> open = new ArrayList<>();
    private final List<NpyArray> arrays = new ArrayList<>();

    /** @throws Problem if a file is none, or holds more arrays than a dataset has */
    static NpyFiles open(List<Path> files, Progress progress) throws Problem {
        NpyFiles opened = new NpyFiles();
        boolean whole = false;
        try {
            for (Path file : files) {
                OrdinaryFile ordinary = OrdinaryFile.of(file);
                if (lower(file).endsWith(ARCHIVE)) {
                    opened.archive(file, files.size() > 1, progress);
                } else {
                    opened.arrays.add(NpyArray.of(
                            stem(file),
                            file,
                            file.toString(),
                            ordinary.bytes(),
                            reading -> ordinary.open(() -> reading.report(
                                    -1,
                                    Sentence.of(
                                            "data.progress.reading",
                                            file.getFileName().toString()))),
                            progress));
                }
            }
            whole = true;
            return opened;
        } catch (ZipException e) {
            throw new Problem(Sentence.of("data.npy.zip", files.getFirst().toString()), e);
        } catch (IOException e) {
            throw DataProblems.unreadable(files.getFirst(), e);
        } finally {
            if (!whole) {
                opened.close();
            }
        }
    }

    static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** @return a file's name without its ending */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ARRAY.length());
    }

    /** @param oneOfSeveral whether the file's name tells what its only array is for, or which part those of it are */
    private void archive(Path file, boolean oneOfSeveral, Progress progress) throws IOException, Problem {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IllegalArgumentException e) {
            // Names in it that are no text.
            throw new ZipException(e.getMessage());
        }
        open.add(zip);
        List<? extends ZipEntry> entries = Collections.list(zip.entries()).stream()
                .filter(entry -> entry.getName().endsWith(ARRAY))
                .toList();
        if (entries.isEmpty() || entries.size() > MOST_ARRAYS) {
            throw Problem.of("data.npy.count", file.toString(), entries.size());
        }
        boolean named = oneOfSeveral && entries.size() == 1;
        List<NpyArray> found = new ArrayList<>();
        for (ZipEntry entry : entries) {
            String array = entry.getName().substring(0, entry.getName().length() - ARRAY.length());
            String place = file + ": " + array;
            if (entry.getSize() > MAX_DEFLATE_RATIO * entry.getCompressedSize()) {
                throw Problem.of("data.idx.truncated", place);
            }
            found.add(NpyArray.of(
                    named ? stem(file) : array, file, place, entry.getSize(), _ -> content(zip, entry), progress));
        }
        arrays.addAll(oneOfSeveral && !named ? NpyRoles.ofPart(stem(file), found) : found);
    }

    /** Java's own reader of archives does not compare what it reads with the sum that is kept of it. */
    private static InputStream content(ZipFile zip, ZipEntry entry) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        return new FilterInputStream(checked) {
            @Override
            public int read() throws IOException {
                return checked(super.read());
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return checked(super.read(buffer, offset, length));
            }

            @Override
            public long skip(long count) throws IOException {
                return Math.max(0, read(new byte[(int) Math.min(count, 1 << 16)]));
            }

            private int checked(int read) throws IOException {
                if (read < 0 && checked.getChecksum().getValue() != entry.getCrc()) {
                    throw new ZipException(entry.getName() + " is damaged");
                }
                return read;
            }
        };
    }

    List<NpyArray> arrays() {
        return arrays;
    }

    @Override
    public void close() {
        for (ZipFile zip : open) {
            try {
                zip.close();
            } catch (IOException e) {
                System.getLogger(NpyFiles.class.getName()).log(System.Logger.Level.INFO, "closing " + zip.getName(), e);
            }
        }
    }
}
