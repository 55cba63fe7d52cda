package latentlab.view.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import latentlab.engine.model.Filters;
import latentlab.engine.model.UnitActivity;
import latentlab.engine.model.UnitActivity.State;
import latentlab.figure.FilterFigure.Mark;
import latentlab.figure.TileLayout.Tile;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;
import latentlab.view.words.NoRunWords;

/** Shows the weights of the selected epoch, and tells of the unit that is pointed at. */
final class FiltersController {

    private final FiltersView view;
    private final Texts texts;
    private final LatestOnly computation;
    private final Tooltip tooltip = new Tip();
    /** Held here: a binding nobody holds is collected. */
    private final ObservableValue<ShownEpoch> selected;

    FiltersController(FiltersView view, ViewContext context) {
        this.view = view;
        texts = context.texts();
        computation = context.ofEpoch();
        view.empty.visibleProperty().bind(context.model().runProperty().isNull());
        view.empty.textProperty().bind(NoRunWords.bind(context.model(), texts, "view.filters.empty"));
        Tooltip.install(view.grid, tooltip);
        selected = context.shown();
        selected.subscribe(_ -> refresh());
        view.byActivity.selectedProperty().subscribe(_ -> refresh());
        view.channel.valueProperty().subscribe(_ -> refresh());
        view.visibleProperty().subscribe(_ -> refresh());
        view.grid.pointedProperty().subscribe(_ -> describe());
        texts.messagesProperty().subscribe(this::tell);
    }

    private void refresh() {
        ShownEpoch selection = selected.getValue();
        if (!view.isVisible()) {
            // What was asked for may be of a run that is over.
            computation.forget();
            tooltip.hide();
        } else if (selection != null) {
            boolean mostActiveFirst = view.byActivity.isSelected();
            int channel = view.channel.getValue();
            computation.request(
                    wanted -> FilterSheet.of(selection.run(), selection.epoch(), mostActiveFirst, channel, wanted),
                    this::show);
        }
    }

    private void show(FilterSheet sheet) {
        view.grid.show(sheet);
        view.legend.show(sheet.greatest());
        view.channel.setVisible(!sheet.filters().shape().grey());
        // Its colours are those of signs, not of channels.
        view.legend.setVisible(!sheet.weights().getFirst().together());
        tell();
    }

    private void tell() {
        FilterSheet sheet = view.grid.shown();
        if (sheet != null) {
            List<String> parts = new ArrayList<>();
            if (sheet.filters().count(State.DEAD) > 0) {
                parts.add(Mark.DEAD.sign() + " "
                        + texts.get("view.filters.dead", sheet.filters().count(State.DEAD)));
            }
            if (sheet.filters().count(State.SATURATED) > 0) {
                parts.add(Mark.SATURATED.sign() + " "
                        + texts.get("view.filters.saturated", sheet.filters().count(State.SATURATED)));
            }
            view.useless.setText(String.join("\n", parts));
        }
        describe();
    }

    private void describe() {
        view.grid.setAccessibleHelp(texts.get("view.filters.help"));
        Tile tile = view.grid.pointedProperty().get();
        FilterSheet sheet = view.grid.shown();
        if (tile == null || sheet == null || tile.index() >= sheet.units()) {
            tooltip.setText(texts.get("view.filters.help"));
            view.grid.setAccessibleText(sheet == null ? tooltip.getText() : all(sheet));
            tooltip.hide();
            return;
        }
        tooltip.setText(describe(sheet, tile));
        view.grid.setAccessibleText(tooltip.getText());
        if (view.grid.isFocusVisible() && !view.grid.isHover()) {
            Point2D corner = view.grid.cornerOf(tile);
            tooltip.show(view.grid, corner.getX(), corner.getY());
        }
    }

    /** What there is to see while no unit is pointed at. */
    private String all(FilterSheet sheet) {
        List<Filters.Bank> banks = sheet.filters().banks();
        String names = banks.stream()
                .map(bank -> texts.get(view.grid.title(bank)) + " "
                        + texts.get(
                                "view.filters.sizes",
                                bank.layer().inputs(),
                                bank.layer().outputs()))
                .collect(Collectors.joining("  ·  "));
        Filters filters = sheet.filters();
        return names + ", "
                + texts.get(
                        "view.filters.told",
                        filters.units().size(),
                        filters.count(State.DEAD),
                        filters.count(State.SATURATED));
    }

    private String describe(FilterSheet sheet, Tile tile) {
        Filters filters = sheet.filters();
        int unit = sheet.orders().get(tile.bank())[tile.index()];
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("view.filters.unit", unit + 1));
        for (Filters.Bank bank : filters.banks()) {
            if (filters.sameUnits() || bank == filters.banks().get(tile.bank())) {
                lines.add(texts.get(
                        "view.filters.range",
                        texts.get(view.grid.title(bank)),
                        bank.low()[unit],
                        bank.high()[unit],
                        bank.norm()[unit]));
            }
        }
        UnitActivity activity = filters.banks().get(tile.bank()).activity().get(unit);
        lines.add(texts.get(
                "view.filters.activity", filters.images(), activity.low(), activity.high(), activity.deviation()));
        switch (activity.state()) {
            case ACTIVE -> {}
            case DEAD -> lines.add(texts.get("view.filters.isDead", UnitActivity.STILL));
            case SATURATED ->
                lines.add(texts.get("view.filters.isSaturated", UnitActivity.END, UnitActivity.NEARLY_ALL));
        }
        return String.join("\n", lines);
    }
}
