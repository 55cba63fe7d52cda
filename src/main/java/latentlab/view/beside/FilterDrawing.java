package latentlab.view.beside;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import latentlab.engine.model.Filters;
import latentlab.engine.model.UnitActivity;
import latentlab.figure.Area;
import latentlab.figure.FilterFigure;
import latentlab.figure.FilterFigure.Bank;
import latentlab.figure.FilterFigure.Mark;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.figure.TileLayout;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/** The weights of each unit as images, in the order of the units, of those that can be seen at the time. */
final class FilterDrawing extends Drawing<Pictures.Weights> {
    private static final double SCROLL_BAR = 12;
    /** Of the banks' names, which stand above all images: beside each line they would take most of the width. */
    private static final double NAMES_HEIGHT = 20;

    private static final TextStyle NAMES = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.TOP);

    private final ScrollBar scroll = new ScrollBar();

    FilterDrawing(Texts texts, ThemeColours colours) {
        super(texts, colours);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.setFocusTraversable(false);
        scroll.valueProperty().subscribe(this::requestLayout);
        getChildren().add(scroll);
        setOnScroll(event -> {
            scroll.setValue(Math.clamp(scroll.getValue() - event.getDeltaY(), 0, scroll.getMax()));
            event.consume();
        });
    }

    /** Further down or, if negative, up. @param lines of images */
    void scroll(int lines) {
        scroll.setValue(Math.clamp(scroll.getValue() + lines * scroll.getUnitIncrement(), 0, scroll.getMax()));
    }

    @Override
    void paint() {
        scroll.setVisible(false);
        if (shown == null) {
            return;
        }
        Filters filters = shown.filters();
        int units = filters.banks().getFirst().units();
        double height = Math.max(1, getHeight() - NAMES_HEIGHT);
        TileLayout layout = TileLayout.of(
                units,
                filters.banks().size(),
                !filters.sameUnits(),
                getWidth() + TileLayout.CAPTION_WIDTH - SCROLL_BAR - 2,
                height);
        double beyond = Math.max(0, layout.height() - height);
        scroll.setMax(beyond);
        scroll.setVisible(beyond > 0);
        if (beyond > 0) {
            scroll.setVisibleAmount(beyond * height / layout.height());
            scroll.setUnitIncrement(layout.side());
            scroll.setBlockIncrement(height);
            scroll.setValue(Math.min(scroll.getValue(), beyond));
            scroll.resizeRelocate(getWidth() - SCROLL_BAR, NAMES_HEIGHT, SCROLL_BAR, height);
        }
        List<Bank> banks = new ArrayList<>();
        for (int bank = 0; bank < filters.banks().size(); bank++) {
            banks.add(bank(bank));
        }
        double top = scroll.isVisible() ? Math.round(scroll.getValue()) : 0;
        pen.text(names(), 0, 0, getWidth(), NAMES);
        FilterFigure figure = new FilterFigure(layout, banks, unit -> texts.get("view.filters.number", unit + 1));
        pen.within(new Area(0, NAMES_HEIGHT, getWidth(), height), () -> {
            canvas.getGraphicsContext2D().translate(-TileLayout.CAPTION_WIDTH, NAMES_HEIGHT);
            figure.draw(pen, top, height, null);
        });
    }

    private String names() {
        return IntStream.range(0, shown.filters().banks().size())
                .mapToObj(this::name)
                .collect(Collectors.joining("  ·  "));
    }

    @Override
    String told() {
        if (shown == null) {
            return "";
        }
        Filters filters = shown.filters();
        return names() + ", "
                + texts.get(
                        "view.filters.told",
                        filters.units().size(),
                        filters.count(UnitActivity.State.DEAD),
                        filters.count(UnitActivity.State.SATURATED));
    }

    private String name(int index) {
        Filters.Bank bank = shown.filters().banks().get(index);
        String title = bank.shared() ? "tied" : index == 0 ? "encoder" : "decoder";
        return texts.get("view.filters." + title) + " "
                + texts.get(
                        "view.filters.sizes",
                        bank.layer().inputs(),
                        bank.layer().outputs());
    }

    private Bank bank(int index) {
        Filters.Bank bank = shown.filters().banks().get(index);
        return new Bank(
                "",
                "",
                shown.weights().get(index),
                IntStream.range(0, bank.units()).toArray(),
                unit -> mark(bank.activity().get(unit)));
    }

    private static Mark mark(UnitActivity activity) {
        return switch (activity.state()) {
            case ACTIVE -> Mark.NONE;
            case DEAD -> Mark.DEAD;
            case SATURATED -> Mark.SATURATED;
        };
    }
}
