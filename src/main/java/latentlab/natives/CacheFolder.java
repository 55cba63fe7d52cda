package latentlab.natives;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import latentlab.files.AppFolders;
import latentlab.files.OwnFolder;
import latentlab.files.ScratchFolder;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Chooses where native libraries are unpacked: below the program's own cache folder, or, if that cannot be written to,
 * is full, or has a name they do not load from, in a folder that is removed when the process ends. Anyone who can
 * change these libraries can do whatever the user can, so no other user may be able to change the folder.
 */
final class CacheFolder {
    private static final Logger LOG = System.getLogger(CacheFolder.class.getName());

    /** @param temporary whether it is removed when the process ends */
    record Chosen(Path path, boolean temporary) {}

    /** Bytes still needed in a folder, which may have some of the libraries already. */
    @FunctionalInterface
    interface Room {
        long needed(Path folder) throws IOException;
    }

    private CacheFolder() {}

    /**
     * @param name of the folder below the cache folder
     * @return a folder that can be written to, by this user alone
     * @throws Problem if there is none, or it is one that others can change
     */
    static Chosen choose(String name, Room room) throws Problem {
        Path usual = AppFolders.cache().resolve(name);
        Sentence obstacle = obstacle(usual, room);
        if (obstacle == null) {
            return new Chosen(real(usual), false);
        }
        if (AppFolders.cacheIsNamed()) {
            throw new Problem(obstacle);
        }
        LOG.log(Level.INFO, "native libraries not in {0}: {1}", usual, obstacle);
        return new Chosen(temporary(name, room, obstacle), true);
    }

    /** @return why nothing can be unpacked there; null if it can */
    private static Sentence obstacle(Path folder, Room room) throws Problem {
        try {
            Path real = OwnFolder.make(folder);
            Path changeable = OwnFolder.changeableByOthers(real);
            if (changeable != null) {
                throw Problem.of("natives.unsafe", real.toString(), changeable.toString(), AppFolders.CACHE);
            }
            long needed = room.needed(real);
            if (needed > 0 && Files.getFileStore(real).getUsableSpace() < needed) {
                return Sentence.of("natives.full", real.toString(), megabytes(needed), AppFolders.CACHE);
            }
            return loadable(windows(), real) ? null : Sentence.of("natives.name", real.toString(), AppFolders.CACHE);
        } catch (IOException e) {
            return Sentence.of("natives.unwritable", folder.toString(), AppFolders.CACHE);
        }
    }

    /**
     * Whether libraries load from a folder. Windows does not find libraries loaded by others in a folder whose name is
     * outside its code page.
     */
    static boolean loadable(boolean windows, Path folder) {
        return !windows || StandardCharsets.US_ASCII.newEncoder().canEncode(folder.toString());
    }

    private static Path real(Path folder) throws Problem {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new Problem(Sentence.of("natives.unwritable", folder.toString(), AppFolders.CACHE), e);
        }
    }

    /**
     * Creates a folder with a name that cannot be guessed, removed when the process ends, or when the next process
     * creates one.
     */
    private static Path temporary(String name, Room room, Sentence obstacle) throws Problem {
        try {
            Path usual = Path.of(System.getProperty("java.io.tmpdir"));
            Path parent = temporaryParent(windows(), usual, System.getenv("PROGRAMDATA"));
            ScratchFolder scratch = ScratchFolder.create(parent, name, ownersAlone());
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("natives").unstarted(scratch::close));
            Sentence second = obstacle(scratch.path(), room);
            if (second == null) {
                return real(scratch.path());
            }
            scratch.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no temporary folder for native libraries", e);
        }
        // The obstacle in the usual place is easier to remove.
        throw new Problem(obstacle);
    }

    /**
     * On Windows the temporary folder lies in the user's own folder, whose name may be the obstacle.
     *
     * @param temporary where temporary files go
     * @param common the folder of all accounts there; null elsewhere
     */
    static Path temporaryParent(boolean windows, Path temporary, String common) {
        return loadable(windows, temporary) || common == null ? temporary : Path.of(common);
    }

    private static FileAttribute<?>[] ownersAlone() throws IOException {
        if (!windows()) {
            return new FileAttribute<?>[0];
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        AclEntry entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(temporary
                        .getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name")))
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<?>[] {
            new FileAttribute<List<AclEntry>>() {
                @Override
                public String name() {
                    return "acl:acl";
                }

                @Override
                public List<AclEntry> value() {
                    return List.of(entry);
                }
            }
        };
    }

    private static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    static double megabytes(long bytes) {
        return Math.ceil(bytes * 1e-6);
    }
}
