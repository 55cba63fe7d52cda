package latentlab.data.pictures;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Folders that have nothing in them: a class, or a part of the dataset, of which nobody would hear otherwise. */
final class EmptyFolders {
    private final Set<String> folders = new HashSet<>();
    /** Folders that have something in them, at any depth. */
    private final Set<String> filled = new HashSet<>();

    /** @param name its path within what is opened, with slashes; likewise of all else */
    void folder(String name) {
        folders.add(name);
    }

    /** @param name of a file, or whatever else is no folder */
    void file(String name) {
        int slash = name.lastIndexOf('/');
        while (slash > 0 && filled.add(name.substring(0, slash))) {
            slash = name.lastIndexOf('/', slash - 1);
        }
    }

    /** @return their names in order; of those within one another the outermost */
    List<String> names() {
        Set<String> names = new TreeSet<>(new PictureOrder());
        for (String folder : folders) {
            String outermost = folder;
            for (int slash = folder.lastIndexOf('/'); slash > 0; slash = folder.lastIndexOf('/', slash - 1)) {
                if (filled.contains(folder.substring(0, slash))) {
                    break;
                }
                outermost = folder.substring(0, slash);
            }
            if (!filled.contains(folder)) {
                names.add(outermost);
            }
        }
        return List.copyOf(names);
    }
}
