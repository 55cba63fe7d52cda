package latentlab.view.beside;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import latentlab.engine.model.Filters;
import latentlab.engine.model.UnitActivity;
import latentlab.figure.FilterFigure;
import latentlab.figure.FilterFigure.Bank;
import latentlab.figure.FilterFigure.Mark;
import latentlab.figure.TileLayout;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/** The weights of each unit as images, in the order of the units, of those that can be seen at the time. */
final class FilterDrawing extends Drawing<Pictures.Weights> {
    private static final double SCROLL_BAR = 12;

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
        TileLayout layout = TileLayout.of(
                units, filters.banks().size(), !filters.sameUnits(), getWidth() - SCROLL_BAR - 2, getHeight());
        double beyond = Math.max(0, layout.height() - getHeight());
        scroll.setMax(beyond);
        scroll.setVisible(beyond > 0);
        if (beyond > 0) {
            scroll.setVisibleAmount(beyond * getHeight() / layout.height());
            scroll.setUnitIncrement(layout.side());
            scroll.setBlockIncrement(getHeight());
            scroll.setValue(Math.min(scroll.getValue(), beyond));
            scroll.resizeRelocate(getWidth() - SCROLL_BAR, 0, SCROLL_BAR, getHeight());
        }
        List<Bank> banks = new ArrayList<>();
        for (int bank = 0; bank < filters.banks().size(); bank++) {
            banks.add(bank(bank));
        }
        double top = scroll.isVisible() ? Math.round(scroll.getValue()) : 0;
        new FilterFigure(layout, banks, unit -> texts.get("view.filters.number", unit + 1))
                .draw(pen, top, getHeight(), null);
    }

    private Bank bank(int index) {
        Filters.Bank bank = shown.filters().banks().get(index);
        boolean encoder = index == 0;
        String title = bank.shared() ? "tied" : encoder ? "encoder" : "decoder";
        return new Bank(
                texts.get("view.filters." + title),
                texts.get(
                        "view.filters.sizes",
                        bank.layer().inputs(),
                        bank.layer().outputs()),
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
