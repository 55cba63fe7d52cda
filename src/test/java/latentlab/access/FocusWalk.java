package latentlab.access;

import static latentlab.app.WindowFixture.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Goes by Tab round a scene, and looks at whatever gets the focus whether it shows that. */
final class FocusWalk {
    /** Pixels on both sides of a node's edge in which the focus is looked for. */
    private static final int BAND = 4;
    /** Of seen against not seen, WCAG 2.2's 1.4.11 and 2.4.13. */
    private static final double CONTRAST = 3;

    private static final int MOST_STOPS = 400;

    /** So often a control is looked at before it counts as one that does not show the focus. */
    private static final int MOST_LOOKS = 20;

    /** Those that have been looked at, in whichever place. */
    final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Those on which the first picture did not show the focus. */
    private final List<Node> doubtful = new ArrayList<>();

    final List<String> faults = new ArrayList<>();

    /**
     * Goes all the way round, from what has the focus at first, and collects faults; once more for what has come up
     * meanwhile, as advice does when it has been worked out. From the test's thread.
     */
    void look(String place, Scene scene) {
        Set<Node> there = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> missed = new ArrayList<>();
        for (int i = 0; i < MOST_LOOKS && (i == 0 || !there.containsAll(missed)); i++) {
            onFx(() -> there.addAll(Reach.interactive(scene.getRoot())));
            missed.clear();
            missed.addAll(missedBy(goRound(place, scene), scene));
        }
        onFx(() -> missed.forEach(node -> faults.add(place + ": Tab never goes to " + Reach.name(node))));
    }

    private static List<Node> missedBy(Set<Node> stops, Scene scene) {
        List<Node> missed = new ArrayList<>();
        onFx(() -> Reach.interactive(scene.getRoot()).stream()
                .filter(node -> stops.stream().noneMatch(stop -> within(stop, node)) && !besideAnother(node, stops))
                .forEach(missed::add));
        return missed;
    }

    private Set<Node> goRound(String place, Scene scene) {
        Set<Node> stops = Collections.newSetFromMap(new IdentityHashMap<>());
        onFx(() -> scene.getRoot().requestFocus());
        boolean[] round = {false};
        for (int i = 0; i < MOST_STOPS && !round[0]; i++) {
            onFx(() -> {
                Node from = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                Event.fireEvent(from, tab(KeyEvent.KEY_PRESSED, false));
                Event.fireEvent(scene.getFocusOwner(), tab(KeyEvent.KEY_RELEASED, false));
                Node stop = scene.getFocusOwner();
                round[0] = !stops.add(stop);
                if (!round[0] && stop != scene.getRoot() && seen.add(stop)) {
                    layOut(scene);
                    check(place, scene, stop);
                }
            });
        }
        List.copyOf(doubtful).forEach(stop -> checkAgain(place, scene, stop));
        doubtful.clear();
        assertThat(round[0]).as("the focus comes round in %s", place).isTrue();
        return stops;
    }

    private static KeyEvent tab(EventType<KeyEvent> type, boolean back) {
        return new KeyEvent(type, "", "", KeyCode.TAB, back, false, false, false);
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** Whether it is that node or something in it, as a spinner's field is. */
    private static boolean within(Node stop, Node node) {
        for (Node each = stop; each != null; each = each.getParent()) {
            if (each == node) {
                return true;
            }
        }
        return false;
    }

    /** Of several toggles of which one is chosen, or the cells of a list, arrow keys go from one to the next. */
    private static boolean besideAnother(Node node, Set<Node> stops) {
        if (node instanceof ToggleButton toggle && toggle.getToggleGroup() != null) {
            return toggle.getToggleGroup().getToggles().stream().anyMatch(stops::contains);
        }
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ListView) {
                return true;
            }
        }
        return false;
    }

    private void check(String place, Scene scene, Node stop) {
        Bounds bounds = stop.localToScene(stop.getLayoutBounds());
        if (!bounds.intersects(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()))) {
            faults.add(place + ": out of the window is " + Reach.name(stop));
            return;
        }
        Insets room = ((Region) stop).getInsets();
        Rectangle2D around = around(scene, bounds);
        WritableImage with = picture(scene, around);
        scene.getRoot().requestFocus();
        WritableImage without = picture(scene, around);
        if (!room.equals(((Region) stop).getInsets())) {
            faults.add("%s: the focus moves what is in %s, %s for %s"
                    .formatted(place, Reach.name(stop), room, ((Region) stop).getInsets()));
        }
        goBackTo(scene, stop);
        if (changed(with, without, around, bounds) < least(scene, bounds)) {
            doubtful.add(stop);
        }
    }

    /** Has the window paint it, which in a scroll pane, or a card that opens, takes longer than to take a picture. */
    private void checkAgain(String place, Scene scene, Node stop) {
        int changed = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_LOOKS && changed < least; i++) {
            onFx(() -> goBackTo(scene, stop));
            pulses();
            AtomicReference<WritableImage> with = new AtomicReference<>();
            AtomicReference<Bounds> where = new AtomicReference<>();
            onFx(() -> {
                where.set(stop.localToScene(stop.getLayoutBounds()));
                with.set(picture(scene, around(scene, where.get())));
                // Not to the root: while a card is painted, the first of its controls would have the focus again.
                Event.fireEvent(stop, tab(KeyEvent.KEY_PRESSED, false));
                if (scene.getFocusOwner() == stop) {
                    scene.getRoot().requestFocus();
                }
            });
            pulses();
            AtomicReference<WritableImage> without = new AtomicReference<>();
            onFx(() -> without.set(picture(scene, around(scene, where.get()))));
            least = least(scene, where.get());
            changed = changed(with.get(), without.get(), around(scene, where.get()), where.get());
        }
        if (changed < least) {
            faults.add("%s: seen on %d pixels instead of %.0f is the focus on %s"
                    .formatted(place, changed, least, Reach.name(stop)));
        }
    }

    /** By keys: the focus is not shown else. */
    static void goBackTo(Scene scene, Node stop) {
        stop.requestFocus();
        Event.fireEvent(stop, tab(KeyEvent.KEY_PRESSED, false));
        Event.fireEvent(scene.getFocusOwner(), tab(KeyEvent.KEY_PRESSED, true));
        // Where what comes after it has put another in between, as a list does that selects its first row.
        if (scene.getFocusOwner() != stop) {
            stop.requestFocus();
            Event.fireEvent(stop, tab(KeyEvent.KEY_PRESSED, true));
            Event.fireEvent(scene.getFocusOwner(), tab(KeyEvent.KEY_PRESSED, false));
        }
    }

    /** Waits until the window has been painted. */
    private static void pulses() {
        CountDownLatch painted = new CountDownLatch(3);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                painted.countDown();
            }
        };
        onFx(timer::start);
        try {
            assertThat(painted.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            onFx(timer::stop);
        }
    }

    /** @return pixels on which the focus has to be seen: most of a line around the node, or along one edge in sight */
    private static double least(Scene scene, Bounds bounds) {
        boolean whole = bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMaxX() <= scene.getWidth()
                && bounds.getMaxY() <= scene.getHeight();
        double length =
                whole ? 2 * (bounds.getWidth() + bounds.getHeight()) : Math.min(bounds.getWidth(), bounds.getHeight());
        return 0.75 * length;
    }

    /** @return what is looked at of a window: whole pixels in it, around a node. */
    private static Rectangle2D around(Scene scene, Bounds bounds) {
        double left = Math.max(0, Math.floor(bounds.getMinX()) - BAND);
        double top = Math.max(0, Math.floor(bounds.getMinY()) - BAND);
        double right = Math.min(scene.getWidth(), Math.ceil(bounds.getMaxX()) + BAND);
        double bottom = Math.min(scene.getHeight(), Math.ceil(bounds.getMaxY()) + BAND);
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    /** Of that part alone: of the whole window, two for each of hundreds of nodes would take minutes. */
    private static WritableImage picture(Scene scene, Rectangle2D part) {
        SnapshotParameters all = new SnapshotParameters();
        all.setViewport(part);
        return scene.getRoot().snapshot(all, null);
    }

    /** What is inside is left out, as a caret that blinks. */
    private static int changed(WritableImage a, WritableImage b, Rectangle2D around, Bounds bounds) {
        Rectangle2D inside = new Rectangle2D(
                bounds.getMinX() + BAND,
                bounds.getMinY() + BAND,
                Math.max(0, bounds.getWidth() - 2 * BAND),
                Math.max(0, bounds.getHeight() - 2 * BAND));
        int changed = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (inside.contains(around.getMinX() + x, around.getMinY() + y)) {
                    continue;
                }
                int one = a.getPixelReader().getArgb(x, y);
                int other = b.getPixelReader().getArgb(x, y);
                if (one != other && contrast(one, other) >= CONTRAST) {
                    changed++;
                }
            }
        }
        return changed;
    }

    /** As WCAG defines it. @return 1 to 21 */
    private static double contrast(int a, int b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xFF) + 0.7152 * linear(argb >> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int level) {
        double channel = level / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
