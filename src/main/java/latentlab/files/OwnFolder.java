package latentlab.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** A folder that only its user may change, for what others could do harm with: programs that will be run. */
public final class OwnFolder {
    /** That those may not rename or remove in a folder who do not own what is in it. */
    private static final int STICKY = 01000;

    private OwnFolder() {}

    /**
     * Makes a folder, and those above it, where there is none yet.
     *
     * @return the folder by its real name
     * @throws IOException if it cannot be made, or nothing can be written in it
     */
    public static Path make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try {
                if (posix(folder.toAbsolutePath().getParent())) {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(folder);
                }
            } catch (FileAlreadyExistsException e) {
                // Another process has been quicker, unless it is no folder.
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        Path real = folder.toRealPath();
        WholeFile.check(real.resolve("probe"));
        return real;
    }

    /**
     * Looks for a way in which others could change what is in a folder: it is not the user's own, others may write in it, or they
     * could put another one in its place. Windows, where permissions are something else, is trusted to keep users apart.
     *
     * @param folder that can be written in, by its real name
     * @return the folder, or the one above it, that others can change; null if there is none
     */
    public static Path changeableByOthers(Path folder) throws IOException {
        if (!posix(folder)) {
            return null;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || !Files.getOwner(folder).equals(user(folder))) {
            return folder;
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_WRITE)
                    && ((int) Files.getAttribute(above, "unix:mode") & STICKY) == 0) {
                return above;
            }
        }
        return null;
    }

    /** Whoever new files belong to. */
    private static UserPrincipal user(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".probe-", null);
        try {
            return Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean posix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
