package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import latentlab.data.Account.LeftOut;
import latentlab.data.Dataset;
import latentlab.data.Problems;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies among the images and is none, or cannot be read. */
class LeftOutOfFoldersTest extends FolderOfImages {
    private void writeClasses(int each, String... classes) throws Exception {
        for (String name : classes) {
            writePngs(name, each);
        }
    }

    private void assertCounts(int train, int test, LeftOut... leftOut) throws Exception {
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(train);
        assertThat(dataset.test().count()).isEqualTo(test);
        assertThat(dataset.account().leftOut()).containsExactly(leftOut);
    }

    private static LeftOut out(String reason, String... names) {
        return new LeftOut(Sentence.of(reason), List.of(names));
    }

    @Test
    void whatSystemsAndToolsLeaveBehindIsNotEvenMentioned() throws Exception {
        writeClasses(8, "a", "b", "c");
        for (String name : List.of(
                ".ipynb_checkpoints/x",
                "__MACOSX/a/._0",
                "a/.@__thumb/0",
                "a/@eaDir/0",
                "$RECYCLE.BIN/a",
                "System Volume Information/a",
                "lost+found/a",
                ".thumbnails/a",
                ".git/a",
                "#recycle/a",
                "a/._0")) {
            writePng(name, grey(4, 4, 1));
        }
        for (String name : List.of("Thumbs.db", "desktop.ini", ".DS_Store", "a/Thumbs.db", "~$a.doc", "a/9.png.part")) {
            Files.writeString(folder.resolve(name), "junk");
        }
        Files.writeString(folder.resolve("labels.csv"), "a,b");
        Files.writeString(folder.resolve("a/README.txt"), "read me");
        Files.writeString(folder.resolve("a/more.zip"), "PK");
        assertThat(open().classNames()).containsExactly("a", "b", "c");
        assertCounts(
                20, 4, out("data.left.archive", "a/more.zip"), out("data.left.other", "a/README.txt", "labels.csv"));
    }

    /** A class of which nothing was copied, and a part: whoever made them misses them. */
    @Test
    void emptyFoldersAreNamedTheOutermostOnly() throws Exception {
        writeClasses(6, "train/a", "train/b");
        for (String name : List.of("train/c", "train/x.tmp", "test/a", "test/b", "train/a/.hidden", ".git/refs")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("train/c/.DS_Store"), "junk");
        assertCounts(10, 2, out("data.left.emptyFolder", "test", "train/c", "train/x.tmp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tgz"})
    void soAreThoseOfArchives(String name) throws Exception {
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("set/", new byte[0]);
        for (String each : List.of("a/", "b/", "c/", "d/e/", ".git/", "__MACOSX/c/")) {
            content.put("set/" + each, new byte[0]);
        }
        for (int i = 0; i < 6; i++) {
            content.put("set/a/" + i + ".png", encoded(grey(4, 4, i)));
            content.put("set/b/" + i + ".png", encoded(grey(4, 4, i + 10)));
        }
        Path archive = ArchivesOfImages.write(folder.resolve(name), content);
        assertThat(datasets().load(archive.toString(), Progress.NONE).account().leftOut())
                .containsExactly(out("data.left.emptyFolder", "set/c", "set/d"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeOpenedIsLeftOutByName() throws Exception {
        writeClasses(6, "a", "b", "c/locked", "d/unseen", "data");
        lock("c/locked", Set.of());
        lock("data", Set.of());
        lock("d/unseen", Set.of(PosixFilePermission.OWNER_READ));
        try {
            assumeFalse(Files.isReadable(folder.resolve("c/locked")), "root may read everything");
            String[] unseen = IntStream.range(0, 6)
                    .mapToObj(i -> "d/unseen/" + i + ".png")
                    .toArray(String[]::new);
            assertCounts(10, 2, out("data.left.locked", "c/locked", "data"), out("data.left.unreadable", unseen));
        } finally {
            lock("data", EnumSet.allOf(PosixFilePermission.class));
            lock("c/locked", EnumSet.allOf(PosixFilePermission.class));
            lock("d/unseen", EnumSet.allOf(PosixFilePermission.class));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereNothingElseIsThereThatIsSaid() throws Exception {
        writeClasses(6, "a", "b");
        for (String locked : List.of("b", "a", "")) {
            lock(locked, Set.of());
        }
        try {
            assumeFalse(Files.isReadable(folder), "root may read everything");
            Problems.of(this::open, "data.unreadable", folder);
            lock("", EnumSet.allOf(PosixFilePermission.class));
            Problems.of(this::open, "data.unreadable", folder);
        } finally {
            for (String locked : List.of("", "a", "b")) {
                lock(locked, EnumSet.allOf(PosixFilePermission.class));
            }
        }
    }

    private void lock(String name, Set<PosixFilePermission> left) throws Exception {
        Files.setPosixFilePermissions(folder.resolve(name), left);
    }

    @Test
    void aFewDamagedFilesAreLeftOutByName() throws Exception {
        writeClasses(10, "A", "B", "C", "D", "E", "F");
        Files.write(folder.resolve("A/3.png"), new byte[0]);
        Path cut = folder.resolve("F/7.png");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 45));
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(48);
        assertThat(dataset.test().count()).isEqualTo(10);
        assertThat(dataset.account().leftOut().stream().flatMap(some -> some.names().stream()))
                .containsExactlyInAnyOrder("A/3.png", "F/7.png");
    }

    @Test
    void oneInTenMayBeDamagedAndNotOneMore() throws Exception {
        writeClasses(10, "a", "b");
        Files.writeString(folder.resolve("a/0.png"), "no image");
        Files.writeString(folder.resolve("b/1.png"), "no image");
        assertCounts(15, 3, out("data.left.broken", "a/0.png", "b/1.png"));
        Files.writeString(folder.resolve("a/2.png"), "no image");
        Problems.of(this::open, "data.images.many", folder, 3, 20, "a/0.png, a/2.png, b/1.png");
    }

    @Test
    void whenAllAreDamagedThatIsSaidAndNotThatThereAreTooFew() throws Exception {
        for (String name : List.of("a", "b")) {
            Files.writeString(folder.resolve(name + ".png"), "no image");
        }
        Problems.of(this::open, "data.images.many", folder, 2, "a.png, b.png");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "lets not everybody make links")
    void linksThatLeadBackUpOrNowhereArePassedOver() throws Exception {
        writeClasses(6, "a", "b", "c");
        Files.createSymbolicLink(folder.resolve("a/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("c/top"), folder.getParent());
        assertCounts(15, 3, out("data.left.loop", "a/up", "c/top"));
        Files.createSymbolicLink(folder.resolve("b/dangling.png"), Path.of("nowhere.png"));
        Files.createSymbolicLink(folder.resolve("b/itself"), Path.of("itself"));
        assertCounts(
                15, 3, out("data.left.loop", "a/up", "c/top"), out("data.left.dangling", "b/dangling.png", "b/itself"));
    }

    /** As datasets are put together from one store of pictures. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "lets not everybody make links")
    void linksToClassesAreTheClasses() throws Exception {
        writeClasses(4, "store/x", "store/y");
        for (String link : List.of("train/x", "test/y")) {
            Files.createDirectories(folder.resolve(link).getParent());
            Files.createSymbolicLink(
                    folder.resolve(link), folder.resolve("store/" + link.substring(link.length() - 1)));
        }
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(4);
        assertThat(dataset.test().count()).isEqualTo(4);
        assertThat(dataset.classNames()).containsExactly("x", "y");
    }

    /** Each links to all others: followed anywhere and again, they would make a million paths. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "lets not everybody make links")
    void linksThatMultiplyComeToAnEnd(int folders) throws Exception {
        for (int i = 0; i < folders; i++) {
            writePngs("c" + i, 3);
        }
        for (int i = 0; i < folders; i++) {
            for (int j = 0; j < folders; j++) {
                Files.createSymbolicLink(folder.resolve("c" + i + "/to" + j), folder.resolve("c" + j));
            }
        }
        Dataset dataset = open();
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(3 * folders);
    }
}
