package latentlab.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import latentlab.view.FilePicker;

/** The system's own file dialogs; each opens in the folder where the last one was closed. */
public final class SystemFilePicker implements FilePicker {
    private final Stage owner;
    private final ObjectProperty<Path> folder;

    /** @param folder the one used last; null before the first time */
    public SystemFilePicker(Stage owner, ObjectProperty<Path> folder) {
        this.owner = owner;
        this.folder = folder;
    }

    @Override
    public Path openFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        return remember(chooser.showDialog(owner));
    }

    @Override
    public Path openFile(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        return remember(chooser.showOpenDialog(owner));
    }

    @Override
    public Path save(String title, String name, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        return remember(chooser.showSaveDialog(owner));
    }

    /** The folder to open in; null if it is gone, since the dialogs refuse to open in a missing folder. */
    private File start() {
        return folder.get() != null && Files.isDirectory(folder.get())
                ? folder.get().toFile()
                : null;
    }

    private Path remember(File chosen) {
        if (chosen == null) {
            return null;
        }
        folder.set(chosen.toPath().toAbsolutePath().getParent());
        return chosen.toPath();
    }
}
