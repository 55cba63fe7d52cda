package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipOutputStream;
import latentlab.data.Account.LeftOut;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.data.Problems;
import latentlab.data.Said;
import latentlab.data.archive.Archive;
import latentlab.data.archive.Limits;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images in an archive are as good as those in a folder, whatever else is in it. */
class ArchiveTest extends FolderOfImages {
    private final Map<String, byte[]> content = new LinkedHashMap<>();

    private void addPngs(String place, int count, int value) throws Exception {
        for (int i = 0; i < count; i++) {
            content.put(place + "/" + i + ".png", encoded(grey(4, 4, value + i)));
        }
    }

    private Path write(String name) throws Exception {
        return ArchivesOfImages.write(folder.resolve(name), content);
    }

    private static Dataset open(Path archive) throws Problem {
        return new Datasets().load(archive.toString(), Progress.NONE);
    }

    private static LeftOut out(String reason, String... names) {
        return new LeftOut(Sentence.of(reason), List.of(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "A.ZIP", "a.tar", "a.tar.gz", "a.tgz"})
    void partsAndClassesAreThoseOfAFolder(String name) throws Exception {
        String archive = name.equals("A.ZIP") ? "a.zip" : name;
        // Not in the order of their names: a tar archive is read in its own.
        addPngs("set/test/日本", 3, 50);
        addPngs("set/train/日本", 10, 20);
        addPngs("set/train/犬", 10, 0);
        addPngs("set/test/犬", 3, 40);
        addPngs("__MACOSX/set/train/犬", 3, 90);
        content.put("set/README.md", new byte[3]);
        content.put("set/.DS_Store", new byte[3]);
        content.put("set/more.tar.gz", new byte[3]);
        Path file = write(archive);
        Dataset dataset = open(Files.move(file, folder.resolve("moved-" + name)));
        assertThat(dataset.classNames()).containsExactly("日本", "犬");
        assertThat(dataset.train().count()).isEqualTo(20);
        assertThat(dataset.test().count()).isEqualTo(6);
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                int value = set.pixels()[i * set.size()];
                assertThat(set.label(i)).isEqualTo(value >= 20 && value < 40 || value >= 50 ? 0 : 1);
            }
        }
        assertThat(dataset.account().leftOut())
                .containsExactly(out("data.left.archive", "set/more.tar.gz"), out("data.left.other", "set/README.md"));
        assertThat(dataset.account().warnings()).noneMatch(said -> said.key().startsWith("data.warning"));
    }

    @Test
    void anArchiveIsReadAsTheFolderItWasMadeOf() throws Exception {
        for (int i = 0; i < 30; i++) {
            byte[] png = encoded(grey(5, 3, i));
            content.put((i % 2 == 0 ? "a/" : "b/") + i + ".png", png);
            Path file = folder.resolve("folder").resolve((i % 2 == 0 ? "a/" : "b/") + i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        }
        Dataset fromFolder = open(folder.resolve("folder"));
        for (String name : List.of("a.zip", "a.tar", "a.tgz")) {
            Dataset fromArchive = open(write(name));
            assertThat(fromArchive.identity().hash())
                    .as(name)
                    .isEqualTo(fromFolder.identity().hash());
            assertThat(fromArchive.account()).isEqualTo(fromFolder.account());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-31j, 日本語/テスト",
        "windows-31j, 犬",
        "windows-31j, ﾃｽﾄ",
        "IBM437, Käse",
        "IBM437, château",
        "IBM437, préféré",
        "IBM437, Öl"
    })
    void namesInOtherEncodingsAreReadAndThatIsSaid(String charset, String name) throws Exception {
        addPngs("set/" + name, 3, 0);
        addPngs("set/plain", 3, 0);
        Path archive = Files.write(folder.resolve("a.zip"), ArchivesOfImages.zip(content, Charset.forName(charset)));
        Dataset dataset = open(archive);
        assertThat(dataset.classNames()).containsExactlyInAnyOrder(name.split("/")[0], "plain");
        assertThat(dataset.account().warnings())
                .contains(Sentence.of("data.warning.names", archive.toString(), charset));
    }

    /** As Info-ZIP and macOS write them. */
    @Test
    void namesInUtf8OfWhichTheArchiveDoesNotTellAreNoGuess() throws Exception {
        addPngs("é", 3, 0);
        addPngs("日本", 3, 0);
        byte[] zip = ArchivesOfImages.zip(content, StandardCharsets.UTF_8);
        clearFlag(zip, 0x800);
        Dataset dataset = open(Files.write(folder.resolve("a.zip"), zip));
        assertThat(dataset.classNames()).containsExactly("é", "日本");
        assertThat(dataset.account().warnings()).noneMatch(said -> said.key().startsWith("data.warning"));
    }

    private static void clearFlag(byte[] zip, int flag) {
        for (int i = 0; i + 4 < zip.length; i++) {
            boolean local = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4;
            boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (local || central) {
                int at = i + (local ? 6 : 8);
                int flags = (zip[at] & 0xFF | (zip[at + 1] & 0xFF) << 8) & ~flag;
                zip[at] = (byte) flags;
                zip[at + 1] = (byte) (flags >> 8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar"})
    void namesLeadNowhereOutside(String archive) throws Exception {
        addPngs("../../a", 3, 0);
        addPngs("/b/./x", 3, 0);
        addPngs("b//y/..", 3, 0);
        content.put("C:\\c\\0.png", encoded(grey(4, 4, 1)));
        addPngs("d" + "/d".repeat(500), 1, 0);
        addPngs("e".repeat(150), 1, 0);
        assertThat(open(write(archive)).classNames()).containsExactly("a", "b", "c", "d", "e".repeat(150));
    }

    @Test
    void ofTwoEntriesOfOneNameTheLaterCounts() throws Exception {
        addPngs("a", 3, 0);
        content.put("x/../a/0.png", encoded(grey(4, 4, 77)));
        content.put("./a/0.png", encoded(grey(4, 4, 99)));
        content.remove("x/../a/0.png");
        Dataset dataset = open(write("a.zip"));
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(3);
        assertThat(dataset.account().leftOut()).containsExactly(out("data.left.twice", "a/0.png"));
        assertThat(new String(dataset.train().pixels(), StandardCharsets.ISO_8859_1)
                        + new String(dataset.test().pixels(), StandardCharsets.ISO_8859_1))
                .contains("c")
                .doesNotContain("\0");
    }

    @Test
    void encryptedEntriesAreLeftOutUnlessThereAreTooMany() throws Exception {
        addPngs("a", 10, 0);
        byte[] zip = ArchivesOfImages.zip(content, StandardCharsets.UTF_8);
        Dataset dataset = open(Files.write(folder.resolve("a.zip"), encrypted(zip, "a/7.png")));
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(9);
        assertThat(dataset.account().leftOut()).containsExactly(out("data.left.encrypted", "a/7.png"));
        Path all = Files.write(folder.resolve("all.zip"), encrypted(zip, ""));
        Problems.of(() -> open(all), "data.images.many", all, 10, "a/0.png, a/1.png, a/2.png");
    }

    /** Says of entries whose names begin so that they are encrypted. */
    private static byte[] encrypted(byte[] zip, String start) {
        byte[] changed = zip.clone();
        for (int i = 0; i + 46 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                String name = new String(zip, i + 46, zip[i + 28], StandardCharsets.UTF_8);
                changed[i + 8] |= (byte) (name.startsWith(start) ? 1 : 0);
            }
        }
        return changed;
    }

    @Test
    void aDamagedEntryIsLeftOut() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] marked = encoded(grey(4, 4, 123));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 12; i++) {
                ArchivesOfImages.store(zip, "a/" + i + ".png", i == 5 ? marked : encoded(grey(4, 4, i)));
            }
        }
        byte[] bytes = out.toByteArray();
        int at =
                new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(marked, StandardCharsets.ISO_8859_1));
        bytes[at + marked.length - 20] ^= 0x55;
        Dataset dataset = open(Files.write(folder.resolve("a.zip"), bytes));
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(11);
        assertThat(dataset.account().leftOut()).containsExactly(out("data.left.unreadable", "a/5.png"));
    }

    @Test
    void linksInAnArchiveAreNotFollowed() throws Exception {
        addPngs("a", 3, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(withoutEnd(ArchivesOfImages.tar(content)));
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
                TarArchiveEntry entry = new TarArchiveEntry("a/link" + (char) type + ".png", type);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        Dataset dataset = open(Files.write(folder.resolve("a.tar"), out.toByteArray()));
        assertThat(dataset.account().leftOut()).containsExactly(out("data.left.link", "a/link2.png", "a/link1.png"));
    }

    private static byte[] withoutEnd(byte[] tar) {
        int end = tar.length;
        while (end > 0 && tar[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(tar, (end + 511) / 512 * 512);
    }

    /** Some programs write none; and whatever is cut between two files has none either. */
    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tgz"})
    void aTarWithoutAnEndIsReadWithAWarning(String name) throws Exception {
        addPngs("a", 6, 0);
        byte[] endless = withoutEnd(ArchivesOfImages.tar(content));
        Path file = folder.resolve(name);
        for (int images : new int[] {6, 5}) {
            byte[] some = Arrays.copyOf(endless, images * 1024);
            Files.write(file, name.endsWith("gz") ? ArchivesOfImages.gzip(some) : some);
            Dataset dataset = open(file);
            assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(images);
            assertThat(Said.warnings(dataset)).containsExactly("data.warning.noEnd");
        }
        assertThat(Said.warnings(open(write(name)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tgz"})
    void aTarThatIsCutInAHeaderOrBehindALongNameIsDamaged(String name) throws Exception {
        addPngs("a", 6, 0);
        content.put("a/" + "long".repeat(50) + ".png", encoded(grey(4, 4, 9)));
        byte[] tar = ArchivesOfImages.tar(content);
        Path file = folder.resolve(name);
        for (int end : new int[] {5 * 1024 + 1, 5 * 1024 + 200, 6 * 1024 + 512, 6 * 1024 + 1024}) {
            byte[] some = Arrays.copyOf(tar, end);
            Files.write(file, name.endsWith("gz") ? ArchivesOfImages.gzip(some) : some);
            Problems.of(() -> open(file), "data.archive.broken", file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.tgz"})
    void whatIsNoArchiveOrCutIsSaid(String name) throws Exception {
        Path file = Files.write(folder.resolve(name), new byte[0]);
        Problems.of(() -> open(file), "data.archive.broken", file);
        Files.writeString(file, "this is no archive".repeat(100));
        Problems.of(() -> open(file), "data.archive.broken", file);
        addPngs("a", 20, 0);
        byte[] whole = Files.readAllBytes(write(name));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Problems.of(() -> open(file), "data.archive.broken", file);
    }

    @Test
    void anArchiveOfSomethingElseIsSaid() throws Exception {
        content.put("train-images-idx3-ubyte", new byte[20]);
        content.put("train.csv", new byte[20]);
        Path zip = write("a.zip");
        Problems.of(() -> open(zip), "data.archive.noImages", zip);
        Path other = Files.write(folder.resolve("a.7z"), new byte[20]);
        Problems.of(() -> open(other), "data.archive.kind", other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tgz"})
    void whatUnpacksToFarMoreThanItIsStops(String name) throws Exception {
        addPngs("a", 3, 0);
        content.put("zeros.bin", new byte[1 << 20]);
        Path file = write(name);
        int packed = (int) Files.size(file);
        assertThat(packed).isLessThan(1 << 13);
        Archive fine = Archive.of(file, new Limits(10, 1 << 10, 2 << 20, 1));
        assertThat(fine.content(() -> {}).entries()).hasSize(4);
        Archive within = Archive.of(file, new Limits(10, 1 << 10, 1, (2 << 20) / packed));
        assertThat(within.content(() -> {}).entries()).hasSize(4);
        Archive bomb = Archive.of(file, new Limits(10, 1 << 10, 1 << 19, 1));
        Problems.of(() -> bomb.content(() -> {}), "data.archive.bomb", file);
        Archive many = Archive.of(file, new Limits(3, 1 << 10, 2 << 20, 1));
        Problems.of(() -> many.content(() -> {}), "data.archive.bomb", file);
        assertThat(ImageFolder.find(Archive.of(file, new Limits(4, 1 << 10, 2 << 20, 1)), Progress.NONE))
                .isNotNull();
    }

    /** Each is as large as a picture may be, and they are all the same bytes. */
    @Test
    void entriesThatShareTheirBytesStop() throws Exception {
        content.put("a.png", new byte[1 << 16]);
        byte[] one = ArchivesOfImages.zip(content, StandardCharsets.UTF_8);
        int directory = new String(one, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        int length = 46 + "a.png".length();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(one, 0, directory);
        for (int i = 0; i < 100; i++) {
            byte[] entry = Arrays.copyOfRange(one, directory, directory + length);
            entry[46] = (byte) ('A' + i % 26);
            out.writeBytes(entry);
        }
        byte[] end = Arrays.copyOfRange(one, one.length - 22, one.length);
        end[8] = end[10] = 100;
        putInt(end, 12, 100 * length);
        out.writeBytes(end);
        Path file = Files.write(folder.resolve("a.zip"), out.toByteArray());
        Problems.of(() -> open(file), "data.archive.bomb", file);
    }

    /** It would be in memory before anybody could say how long it is. */
    @Test
    void aNameWithoutEndStops() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry name = new TarArchiveEntry("name", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(3 << 20);
            tar.putArchiveEntry(name);
            tar.write(new byte[3 << 20]);
            tar.closeArchiveEntry();
        }
        Path file = Files.write(folder.resolve("a.tgz"), ArchivesOfImages.gzip(out.toByteArray()));
        Problems.of(() -> open(file), "data.archive.bomb", file);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }

    @Test
    void anEntryThatIsTooLargeForTheMemoryIsLeftOut() throws Exception {
        addPngs("a", 20, 0);
        content.put("a/large.png", new byte[1 << 12]);
        for (String name : List.of("a.zip", "a.tar")) {
            Archive archive = Archive.of(write(name), new Limits(100, (1 << 12) - 1, 1 << 20, 200));
            ImageFolder.Images images = ImageFolder.find(archive, Progress.NONE)
                    .read(ImageOptions.DEFAULT, PictureMemory.ofHeap(), Progress.NONE);
            assertThat(images.split().train().count()).isEqualTo(16);
            assertThat(images.account().leftOut()).containsExactly(out("data.left.large", "a/large.png"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tgz"})
    void itIsAbandonedAtAnyEntry(String name) throws Exception {
        addPngs("a", 200, 0);
        Path file = write(name);
        AtomicInteger reports = new AtomicInteger();
        Progress counting = (_, _) -> reports.incrementAndGet();
        ImageFolder images = ImageFolder.find(Archive.of(file, Limits.ofHeap()), counting);
        int looking = reports.get();
        assertThat(looking).isGreaterThan(200);
        images.read(ImageOptions.DEFAULT, PictureMemory.ofHeap(), counting);
        assertThat(reports.get() - looking).isGreaterThan(400);
        for (int most : new int[] {1, looking / 2, looking + 1, looking + 100, looking + 300}) {
            reports.set(0);
            Progress impatient = (_, _) -> {
                if (reports.incrementAndGet() > most) {
                    throw new CancellationException();
                }
            };
            assertThatThrownBy(() -> ImageFolder.find(Archive.of(file, Limits.ofHeap()), impatient)
                            .read(ImageOptions.DEFAULT, PictureMemory.ofHeap(), impatient))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
