package latentlab.view.words;

import java.util.StringJoiner;
import latentlab.data.ImageSet;
import latentlab.engine.model.StuckAdvice;
import latentlab.glossary.Term;
import latentlab.map.MapChoice;
import latentlab.map.MapCollapse;
import latentlab.map.MapColouring;
import latentlab.map.MapMethod;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapSource;
import latentlab.map.MapVisibility;
import latentlab.view.Texts;

/** What is said of a map beside its points: how much it shows, and why there is so little to see. */
public record MapRemarks(Texts texts) {
    /** @return a few words for the line above the map; may be empty */
    public String note(MapPoints points, MapChoice choice) {
        // Not once units are chosen: the share belongs to the principal axes, and there is no room for it.
        boolean principal = points.kind() == Kind.PRINCIPAL && choice.method() == MapMethod.PRINCIPAL;
        boolean share = principal && !points.collapsed();
        String said = points.kind() == Kind.STRIP
                ? texts.get("view.latent.strip")
                : share ? texts.get("view.latent.share", points.share()) : "";
        if (!stuck(points)) {
            return said;
        }
        String units = texts.get(
                "view.latent.stuck", points.stuck().stuck(), points.stuck().units());
        return said.isEmpty() ? units : texts.get("view.latent.notes", said, units);
    }

    /** @return what the line is about */
    public Term term(MapPoints points) {
        if (points == null || !stuck(points)) {
            return Term.EXPLAINED_VARIANCE;
        }
        if (points.collapsed()) {
            return Term.COLLAPSE;
        }
        return points.stuck().dead() > 0 ? Term.DEAD_UNIT : Term.SATURATED_UNIT;
    }

    /** @return the same at length, with what to try; empty where the note says all */
    public String more(MapPoints points) {
        return stuck(points)
                ? texts.get(
                        "view.latent.stuck.help",
                        points.stuck().dead(),
                        points.stuck().saturated(),
                        advice(points))
                : "";
    }

    /** @return for the middle of the map, where that shows nothing but one spot; else empty */
    public String hint(MapPoints points) {
        MapCollapse collapse = MapCollapse.of(points);
        return collapse == null ? "" : texts.get(collapse.advised());
    }

    /** @return for whoever does not see the map: by which method it was made, and of how many images */
    public String told(MapPoints points, MapSource source) {
        boolean pixels = source == MapSource.PIXELS;
        String method =
                switch (points.kind()) {
                    case PRINCIPAL ->
                        texts.get(pixels ? "view.latent.map.principal.pixels" : "view.latent.map.principal");
                    case TSNE -> texts.get(pixels ? "view.latent.map.tsne.pixels" : "view.latent.map.tsne");
                    case UMAP -> texts.get(pixels ? "view.latent.map.umap.pixels" : "view.latent.map.umap");
                    case UNITS ->
                        texts.get(
                                "view.latent.map.units",
                                points.axes().x() + 1,
                                points.axes().y() + 1);
                    case STRIP ->
                        texts.get("view.latent.map.strip", points.axes().x() + 1);
                };
        ImageSet test = points.run().dataset().test();
        int images = points.mapped().length;
        return test.labelled()
                ? texts.get("view.latent.map.classes", method, images, test.classes())
                : texts.get("view.latent.map.unlabelled", method, images);
    }

    /**
     * @return what is not seen though it was asked for, and why: selected images, a line for each reason, and the
     *     colours of a unit; empty where nothing is missing
     */
    public String missing(MapPoints points, MapVisibility visibility, MapColouring colouring) {
        int all = visibility.selected().cardinality();
        StringJoiner lines = new StringJoiner("\n");
        if (visibility.absent() > 0) {
            lines.add(texts.get(
                    "view.latent.absent", visibility.absent(), all, points.mapped().length, points.x().length));
        }
        if (visibility.hidden() > 0) {
            lines.add(texts.get("view.latent.hidden", visibility.hidden(), all));
        }
        if (visibility.outside() > 0) {
            lines.add(texts.get("view.latent.outside", visibility.outside(), all));
        }
        if (colouring != null && colouring.what() == MapColouring.What.UNIT) {
            int units = points.run().model().latent();
            if (colouring.unit() >= units) {
                lines.add(texts.get("view.latent.noUnit", colouring.unit() + 1, units));
            }
        }
        return lines.toString();
    }

    private static boolean stuck(MapPoints points) {
        return points.stuck() != null && points.stuck().stuck() > 0;
    }

    private String advice(MapPoints points) {
        return texts.get(StuckAdvice.of(points.stuck(), points.run().config()).sentence());
    }
}
