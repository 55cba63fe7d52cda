package latentlab.data.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import latentlab.data.Account;
import latentlab.data.DataProblems;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** The pictures of a folder, at any depth. */
final class PictureFolder implements PictureStore {
    private final Path folder;
    private final List<FolderWalk.Found> found;
    private final Account account;
    private final boolean linked;
    private final Path real;

    private PictureFolder(Path folder, Path real, List<FolderWalk.Found> found, Account account) {
        this.folder = folder;
        this.real = real;
        this.found = found;
        this.account = account;
        linked = found.stream().anyMatch(file -> file.real() != null);
    }

    /** @throws Problem if a part of it cannot be read */
    static PictureFolder look(Path folder, Progress progress) throws Problem {
        try {
            Path real = folder.toRealPath();
            FolderWalk walk = new FolderWalk(folder, real, progress);
            return new PictureFolder(folder, real, walk.pictures(), walk.account());
        } catch (IOException e) {
            throw DataProblems.unreadable(folder, e);
        }
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public List<String> names() {
        return found.stream().map(FolderWalk.Found::name).toList();
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public List<Account.LeftOut> lost() {
        return List.of();
    }

    @Override
    public boolean linked() {
        return linked;
    }

    @Override
    public boolean linked(int picture) {
        return found.get(picture).real() != null;
    }

    @Override
    public Object identity(int picture) {
        FolderWalk.Found file = found.get(picture);
        return file.real() == null ? real.resolve(folder.relativize(file.path())) : file.real();
    }

    @Override
    public void hand(int[] wanted, Taker taker, Progress progress) throws Problem {
        for (int i = 0; i < wanted.length; i++) {
            FolderWalk.Found file = found.get(wanted[i]);
            taker.take(i, new PictureFile(file.name(), file.path(), file.file()));
        }
    }
}
