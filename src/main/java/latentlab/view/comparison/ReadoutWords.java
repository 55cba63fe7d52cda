package latentlab.view.comparison;

import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.comparison.Series;
import latentlab.comparison.Spread;
import latentlab.figure.comparison.HeatMapFigure;
import latentlab.figure.comparison.RunsFigure;
import latentlab.figure.comparison.Spot;
import latentlab.view.Texts;

/** What is said of that which is pointed at. */
record ReadoutWords(Texts texts) {
    String text(Comparison comparison, Picture picture, RunsFigure figure, Spot spot) {
        if (figure instanceof HeatMapFigure map && spot.detail() >= 0) {
            return map.label(spot) + "\n" + cell(picture.figure(), map.spread(spot));
        }
        int place = spot.runs().getFirst();
        ComparedRun run = comparison.runs().get(place);
        if (spot.runs().size() > 1) {
            return picture.kind() == Picture.Kind.LOSSES ? group(comparison, run) : series(comparison, picture, place);
        }
        String label = comparison.label(run);
        String said = picture.kind() == Picture.Kind.LOSSES ? epoch(run, spot) : value(comparison, picture, place);
        return label.equals(run.name()) ? said : said + "\n" + label;
    }

    /** @return of runs that differ by their seeds alone, what they have in common */
    private static String group(Comparison comparison, ComparedRun run) {
        return comparison.groups().stream()
                .filter(group -> group.runs().contains(run))
                .map(comparison::label)
                .findFirst()
                .orElse(run.name());
    }

    /** @return what the runs of one colour have in common, where a setting lies across */
    private static String series(Comparison comparison, Picture picture, int run) {
        return comparison.series(picture.figure(), picture.across()).stream()
                .filter(series -> series.points().stream()
                        .anyMatch(point -> point.spread().runs().contains(run)))
                .map(Series::name)
                .findFirst()
                .orElse(comparison.runs().get(run).name());
    }

    private String epoch(ComparedRun run, Spot spot) {
        return spot.detail() < 0
                ? run.name()
                : texts.get(
                        "view.comparison.readout",
                        run.name(),
                        spot.detail(),
                        run.history().get(spot.detail()).validLoss());
    }

    private String value(Comparison comparison, Picture picture, int run) {
        double value = comparison.value(picture.figure(), run);
        String name = comparison.runs().get(run).name();
        return Double.isNaN(value)
                ? texts.get(
                        "view.comparison.readout.none",
                        name,
                        texts.get(picture.figure().title()))
                : texts.get("view.comparison.readout.value", name, value(picture.figure(), value));
    }

    private String cell(KeyFigure figure, Spread spread) {
        if (spread == null) {
            return texts.get("view.comparison.readout.missing");
        }
        String title = texts.get(figure.title());
        if (spread.counted() == 0) {
            return texts.get(
                    "view.comparison.readout.noneOf", title, spread.runs().size());
        }
        return spread.counted() == 1
                ? texts.get("view.comparison.readout.value", title, value(figure, spread.mean()))
                : texts.get(
                        "view.comparison.readout.mean",
                        title,
                        value(figure, spread.mean()),
                        spread.counted(),
                        value(figure, spread.low()),
                        value(figure, spread.high()));
    }

    private String value(KeyFigure figure, double value) {
        return texts.get(figure.value(value));
    }
}
