package latentlab.data;

import java.util.Locale;
import java.util.Set;

/**
 * What systems, tools and devices leave among a person's files: told by its name, the same on every system, since disks
 * and archives go from one to another. It is no data, and nobody misses it when it is passed over.
 */
public final class ForeignFiles {
    /** Of files and folders alike, in small letters. What begins with a dot is not listed here: all of it is hidden. */
    private static final Set<String> NAMES = Set.of(
            // macOS, in archives and on disks of others
            "__macosx",
            "icon\r",
            "network trash folder",
            "temporary items",
            "thevolumesettingsfolder",
            // Windows
            "thumbs.db",
            "thumbs.db:encryptable",
            "ehthumbs.db",
            "ehthumbs_vista.db",
            "desktop.ini",
            "$recycle.bin",
            "system volume information",
            // Linux and Android
            "lost+found",
            "lost.dir",
            // network storage
            "@eadir",
            "@tmp",
            "@recycle",
            "@recently-snapshot",
            "#recycle",
            "#snapshot",
            "sync.ffs_db",
            // viewers and Python
            "picasa.ini",
            "zbthumbnail.info",
            "pspbrwse.jbf",
            "__pycache__");

    /** Copies and downloads that have not come to their end, and what editors keep beside a file. */
    private static final Set<String> UNFINISHED =
            Set.of("tmp", "temp", "part", "partial", "crdownload", "download", "swp");

    private ForeignFiles() {}

    /** @param name of the file alone, without its folder */
    public static boolean file(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return folder(name)
                || name.startsWith("~$")
                || name.endsWith("~")
                || ending.length() < name.length() && UNFINISHED.contains(ending.toLowerCase(Locale.ROOT));
    }

    /** @param name of the folder alone; one may well be called {@code a.part} */
    public static boolean folder(String name) {
        return name.startsWith(".") || NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
