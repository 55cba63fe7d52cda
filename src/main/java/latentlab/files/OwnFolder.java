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

/** A folder that only its user may change, for files that others could do harm with, such as libraries to be loaded. */
public final class OwnFolder {
    /** Mode bit: in this folder, only the owner of a file may rename or remove it. */
    private static final int STICKY = 01000;

    private OwnFolder() {}

    /**
     * Creates a folder and its missing parents.
     *
     * @return the folder by its real name
     * @throws IOException if it cannot be created or written to
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
                // Another process has created it first, unless it is no folder.
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
     * Looks for a way in which other users could change what is in a folder: it belongs to another user, others may
     * write to it, or they could replace it by another. Windows, where permissions work differently, is trusted to keep
     * users apart.
     *
     * @param folder that can be written to, by its real name
     * @return the folder, or the parent, that others can change; null if there is none
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

    /** The user that new files belong to. */
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
