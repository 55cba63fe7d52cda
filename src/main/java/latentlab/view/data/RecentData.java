package latentlab.view.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import latentlab.preferences.Preferences;
import latentlab.text.Sentence;
import latentlab.view.LatestOnly;
import latentlab.view.LongTasks;
import latentlab.view.Notices;
import latentlab.view.Tip;
import latentlab.view.ViewContext;

/** Lists the folders and files whose images were opened last, newest first, in the menu of data. */
final class RecentData {
    /** Letters of a name that the menu has room for. */
    private static final int ROOM = 40;

    private static final String CUT = "\u2026";

    private final MenuButton menu;
    private final MenuItem above;
    private final Preferences preferences;
    private final LongTasks tasks;
    private final Notices notices;
    private final Consumer<Path> open;
    private final LatestOnly looking;
    private final List<MenuItem> mine = new ArrayList<>();
    /** Those that were not there when it was last looked for them: they may come back with their drive. */
    private Set<Path> gone = Set.of();

    /**
     * @param above the item below which they stand
     * @param open opens the one that is chosen
     */
    RecentData(MenuButton menu, MenuItem above, ViewContext context, Consumer<Path> open) {
        this.menu = menu;
        this.above = above;
        this.open = open;
        preferences = context.preferences();
        tasks = context.tasks();
        notices = context.notices();
        // On a thread of its own: a folder on a network that does not answer must not keep the views waiting.
        looking = new LatestOnly(
                task -> Thread.ofPlatform().daemon().start(task),
                context.userInterface(),
                context.background()::isShutdown);
        preferences.recentDataProperty().subscribe(_ -> {
            fill();
            look();
        });
        menu.setOnShowing(_ -> look());
        menu.setOnShown(_ -> nameWhole());
    }

    /** Has it stand first from now on. */
    void remember(Path opened) {
        Path path = opened.toAbsolutePath().normalize();
        preferences
                .recentDataProperty()
                .set(Stream.concat(Stream.of(path), paths().stream().filter(other -> !other.equals(path)))
                        .limit(Preferences.MOST_RECENT)
                        .toList());
    }

    private List<Path> paths() {
        return preferences.recentDataProperty().get();
    }

    private void look() {
        List<Path> all = paths();
        if (!all.isEmpty()) {
            looking.request(
                    () -> all.stream().filter(path -> !Files.exists(path)).collect(Collectors.toSet()), missing -> {
                        if (!missing.equals(gone)) {
                            gone = missing;
                            fill();
                            nameWhole();
                        }
                    });
        }
    }

    private void fill() {
        menu.getItems().removeAll(mine);
        mine.clear();
        List<Path> shown = paths().stream().filter(path -> !gone.contains(path)).toList();
        for (Path path : shown) {
            MenuItem item = new MenuItem(name(path, shown));
            item.setId("data-recent-" + (mine.size() + 1));
            item.setMnemonicParsing(false);
            item.setUserData(path);
            item.setOnAction(_ -> choose(path));
            mine.add(item);
        }
        if (!mine.isEmpty()) {
            mine.addFirst(new SeparatorMenuItem());
            menu.getItems().addAll(menu.getItems().indexOf(above) + 1, mine);
        }
    }

    /** Items have no tooltips of their own, but once they are shown each has a node that can have one. */
    private void nameWhole() {
        for (MenuItem item : mine) {
            Node node = item.getStyleableNode();
            if (node != null && item.getUserData() instanceof Path path) {
                Tooltip.install(node, new Tip(path.toString()));
            }
        }
    }

    /** @return what it is called, with where it is if another is called so, too */
    private static String name(Path path, List<Path> all) {
        Path last = path.getFileName();
        boolean alone = all.stream()
                        .filter(each -> each.endsWith(last == null ? path : last))
                        .count()
                == 1;
        return inShort(last != null && alone ? last.toString() : path.toString());
    }

    /** Begin and end tell names apart better than what is between. */
    static String inShort(String name) {
        int letters = name.codePointCount(0, name.length());
        if (letters <= ROOM) {
            return name;
        }
        int begin = name.offsetByCodePoints(0, ROOM / 2);
        int end = name.offsetByCodePoints(begin, letters - ROOM + CUT.length());
        return name.substring(0, begin) + CUT + name.substring(end);
    }

    private void choose(Path path) {
        Sentence name = Sentence.of("view.data.looking", name(path, List.of(path)));
        tasks.start(name, _ -> Files.exists(path), there -> {
            if (there) {
                open.accept(path);
            } else {
                notices.show(Notices.Notice.problem(Sentence.of("view.data.gone", path.toString()), null));
            }
        });
    }
}
