package latentlab.view.prior;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import latentlab.engine.model.CodeDistributions;
import latentlab.engine.settings.ModelKind;
import latentlab.run.Run;
import latentlab.session.Exploration;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;

/** Shows the chosen sheet of the selected epoch, and takes codes from it to where they can be moved. */
final class PriorController {
    private final PriorView view;
    private final Texts texts;
    private final Exploration exploration;
    private final LatestOnly computation;
    private final LatestOnly others;
    private final SplittableRandom chance = new SplittableRandom();
    private final Tooltip tooltip = new Tip();
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<ShownEpoch> selected;

    private Shows shows = Shows.UNITS;
    private long seed = CodeDistributions.FIRST_SEED;
    /** Of the run shown; null before the first. */
    private DivergenceCurves curves;

    PriorController(PriorView view, ViewContext context) {
        this.view = view;
        texts = context.texts();
        exploration = context.exploration();
        computation = context.ofEpoch();
        others = context.latestOnly();
        Tooltip.install(view.grid, tooltip);
        view.shows.forEach((each, choice) -> choice.setOnAction(_ -> choose(each)));
        view.draw.setOnAction(_ -> {
            seed = chance.nextLong();
            refresh();
        });
        view.grid.onTaken(() -> exploration.goTo(
                view.grid.shown().code(view.grid.pointedProperty().get())));
        view.grid.pointedProperty().subscribe(_ -> describe());
        selected = context.shown();
        selected.subscribe(_ -> refresh());
        exploration.imageProperty().subscribe(_ -> refresh());
        view.visibleProperty().subscribe(_ -> refresh());
        texts.messagesProperty().subscribe(_ -> tell());
        choose(shows);
    }

    private void choose(Shows next) {
        shows = next;
        view.shows.forEach((each, choice) -> choice.setSelected(each == next));
        view.draw.setVisible(next == Shows.SAMPLES);
        refresh();
    }

    private void refresh() {
        ShownEpoch epoch = selected.getValue();
        tell();
        if (!view.isVisible() || missing() != null) {
            // What was asked for may be of a run that is over.
            computation.forget();
            others.forget();
            view.grid.show(null, null);
            return;
        }
        Run run = epoch.run();
        if (curves == null || curves.run != run) {
            curves = new DivergenceCurves(run);
        }
        DivergenceCurves known = curves;
        int image = exploration.imageProperty().get();
        Shows what = shows;
        long chosen = seed;
        computation.request(
                () -> {
                    PriorSheet sheet =
                            switch (what) {
                                case UNITS -> PriorSheet.units(run, epoch.epoch(), image);
                                case SAMPLES -> PriorSheet.samples(run, epoch.epoch(), chosen);
                                case PLANE -> PriorSheet.plane(run, epoch.epoch());
                            };
                    if (what == Shows.UNITS) {
                        known.add(epoch.epoch(), sheet.nats());
                    }
                    return sheet;
                },
                sheet -> {
                    view.grid.show(sheet, known);
                    tell();
                    complete(known);
                });
    }

    /** Computes the curves' other epochs, one after the other, as long as they are in sight. */
    private void complete(DivergenceCurves known) {
        OptionalInt next =
                known == curves && view.isVisible() && shows == Shows.UNITS ? known.missing() : OptionalInt.empty();
        if (next.isPresent()) {
            int epoch = next.getAsInt();
            others.request(() -> known.run.distributions(epoch).divergences(), nats -> {
                known.add(epoch, nats);
                view.grid.requestLayout();
                complete(known);
            });
        }
    }

    /** @return key of the sentence that says why there is nothing to show; null where there is something */
    private String missing() {
        ShownEpoch epoch = selected.getValue();
        if (epoch == null) {
            return "view.prior.empty";
        }
        if (epoch.run().config().kind() != ModelKind.VARIATIONAL) {
            return "view.prior.other";
        }
        return shows == Shows.PLANE && epoch.run().model().latent() != 2 ? "view.prior.notTwo" : null;
    }

    private void tell() {
        String missing = missing();
        view.empty.setVisible(missing != null);
        if (missing != null) {
            ShownEpoch epoch = selected.getValue();
            view.empty.setText(
                    texts.get(missing, epoch == null ? 0 : epoch.run().model().latent()));
        }
        PriorSheet sheet = missing == null ? view.grid.shown() : null;
        view.remark.setText(sheet == null ? "" : remark(sheet));
        describe();
    }

    private String remark(PriorSheet sheet) {
        if (sheet.shows() != Shows.UNITS) {
            return "";
        }
        double sum = 0;
        int collapsed = 0;
        for (double nats : sheet.nats()) {
            sum += nats;
            collapsed += nats < CodeDistributions.COLLAPSED ? 1 : 0;
        }
        return texts.get("view.prior.sum", sum, collapsed, sheet.nats().length);
    }

    private void describe() {
        PriorSheet sheet = view.grid.shown();
        int image = view.grid.pointedProperty().get();
        String help = texts.get("view.prior.help");
        view.grid.setAccessibleHelp(help);
        if (sheet == null || image < 0) {
            tooltip.setText(help);
            view.grid.setAccessibleText(
                    sheet == null
                            ? help
                            : texts.get("view.prior." + sheet.shows().word() + ".help"));
            return;
        }
        tooltip.setText(words(sheet, image));
        view.grid.setAccessibleText(tooltip.getText());
    }

    private String words(PriorSheet sheet, int image) {
        float[] code = sheet.code(image);
        return switch (sheet.shows()) {
            case UNITS -> {
                int unit = sheet.order()[image / PriorSheet.STEPS];
                yield texts.get("view.prior.unit", unit + 1, sheet.nats()[unit], code[unit]);
            }
            case SAMPLES -> texts.get("view.prior.sample", image + 1);
            case PLANE -> texts.get("view.prior.place", code[0], code[1]);
        };
    }
}
