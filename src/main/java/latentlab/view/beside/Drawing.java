package latentlab.view.beside;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/** Paints one kind of picture of a run, as large as there is room for. */
abstract class Drawing<T extends Pictures.Picture> extends Region {
    final FigureCanvas canvas = new FigureCanvas();
    final CanvasPen pen;
    final Texts texts;
    /** Null for nothing. */
    T shown;

    private final Subscription looks;

    Drawing(Texts texts, ThemeColours colours) {
        this.texts = texts;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        getChildren().add(canvas);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        looks = Subscription.combine(
                colours.versionProperty().subscribe(this::requestLayout),
                texts.messagesProperty().subscribe(this::requestLayout));
    }

    /** Lets go of the window's colours and texts, which outlast this. */
    void release() {
        looks.unsubscribe();
    }

    /** @param next null for nothing */
    void show(T next) {
        shown = next;
        requestLayout();
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        if (getWidth() >= 1 && getHeight() >= 1) {
            paint();
        }
    }

    /** @return what is shown, for whoever does not see it; empty for nothing */
    abstract String told();

    /** Paints what is shown, which may be nothing. */
    abstract void paint();
}
