package latentlab.export.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latentlab.embedding.MapQuality;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.export.picture.InlinePicture;
import latentlab.map.MapChoice;
import latentlab.map.MapCollapse;
import latentlab.map.MapMethod;
import latentlab.map.MapNumbers;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapSource;
import latentlab.run.Run;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LaidOutMap.Space;
import latentlab.run.findings.LayoutWay;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** The maps of the test images, each with the numbers that say how much of their neighbourhoods it keeps. */
record MapSection(Page page, Words words, Run run, int epoch) {
    private static final int SIDE = 400;

    /** A map that the report has. @param layout what it is of; null for principal axes and units */
    private record Shown(MapSource source, MapPoints points, String title, LaidOutMap layout) {}

    void write(Progress progress) {
        page.open("section").element("h2", words.text("maps"));
        if (!finite()) {
            page.element("p", words.messages().text("export.picture.noNumbers", epoch))
                    .close();
            return;
        }
        page.element("p", words.text("mapsHelp"), "class", "muted");
        List<Shown> maps = maps(progress);
        page.open("div", "class", "maps");
        for (int i = 0; i < maps.size(); i++) {
            Shown map = maps.get(i);
            MapQuality quality = map.points().collapsed()
                    ? null
                    : MapNumbers.of(
                            map.points(),
                            map.source(),
                            progress.part((double) i / maps.size(), (i + 1.0) / maps.size()));
            write(map, quality);
        }
        page.close().close();
    }

    private boolean finite() {
        for (float code : run.latent(epoch)) {
            if (!Float.isFinite(code)) {
                return false;
            }
        }
        return true;
    }

    private List<Shown> maps(Progress progress) {
        MapChoice pixels = new MapChoice(MapSource.PIXELS, MapMethod.PRINCIPAL, 0, 0);
        MapChoice latent = MapChoice.forDimension(run.model().latent());
        List<Shown> maps = new ArrayList<>();
        maps.add(shown(pixels, words.text("pixels"), progress));
        maps.add(shown(latent, words.text("latent", run.model().latent(), epoch), progress));
        for (Class<? extends LayoutWay> way : List.of(ByTsne.class, ByUmap.class)) {
            layout(way, Space.PIXELS).ifPresent(map -> maps.add(shown(map, words.text("pixels"))));
            layout(way, Space.LATENT)
                    .ifPresent(map ->
                            maps.add(shown(map, words.text("latent", run.model().latent(), map.epoch()))));
        }
        return maps;
    }

    private Shown shown(MapChoice choice, String title, Progress progress) {
        MapPoints points = MapPoints.of(run, epoch, choice, () -> {
            progress.report(0, Sentence.of("export.report.progress"));
            return true;
        });
        return new Shown(choice.source(), points, title, null);
    }

    private Shown shown(LaidOutMap map, String title) {
        boolean latent = map.space() == Space.LATENT;
        MapPoints points = MapPoints.laidOut(
                map.way() instanceof ByUmap ? Kind.UMAP : Kind.TSNE,
                run,
                map.epoch() < 0 ? epoch : map.epoch(),
                map.images(),
                map.positions(),
                latent ? MapPoints.stuck(run, run.latent(map.epoch())) : null);
        return new Shown(latent ? MapSource.LATENT : MapSource.PIXELS, points, title, map);
    }

    /** The one that was computed of the nearest epoch that is kept; the newest of those of one epoch. */
    private Optional<LaidOutMap> layout(Class<? extends LayoutWay> way, Space space) {
        return run.findings().maps().reversed().stream()
                .filter(map -> way.isInstance(map.way()) && map.space() == space)
                .filter(map -> map.epoch() < 0 || run.epochs().keeps(map.epoch()))
                .min(Comparator.comparingInt(map -> map.epoch() < 0 ? 0 : Math.abs(map.epoch() - epoch)));
    }

    private void write(Shown map, MapQuality quality) {
        MapPoints points = map.points();
        String method = map.layout() != null
                ? words(map.layout())
                : Double.isNaN(points.share())
                        ? words.messages()
                                .text("export.picture.axes."
                                        + points.kind().name().toLowerCase(Locale.ROOT))
                        : words.messages().text("export.picture.share", points.share());
        page.open("figure", "class", "map");
        page.element("h3", map.title()).element("p", method, "class", "muted");
        InlinePicture picture = InlinePicture.of(points, map.title(), SIDE, words.messages());
        page.empty(
                "img",
                "src",
                picture.address(),
                "alt",
                words.text("mapAlt", map.title(), method),
                "width",
                Long.toString(Math.round(picture.width())),
                "height",
                Long.toString(Math.round(picture.height())));
        page.open("figcaption");
        MapCollapse collapse = MapCollapse.of(points);
        if (collapse != null) {
            page.text(words.messages().text(collapse.advised()));
        } else if (quality == null) {
            page.text(words.text("noQuality"));
        }
        if (quality != null) {
            numbers(quality);
        }
        page.close().close();
    }

    private String words(LaidOutMap map) {
        int images = map.images().length;
        return switch (map.way()) {
            case ByTsne(TsneSettings way) -> words.text("tsne", way.perplexity(), images, map.divergence());
            case ByUmap(UmapSettings way) -> words.text("umap", way.neighbours(), images, way.minimalDistance());
        };
    }

    private void numbers(MapQuality quality) {
        page.open("dl");
        if (!Double.isNaN(quality.accuracy())) {
            number(words.text("mapAccuracy", quality.neighbours()), quality.accuracy());
            number(words.text("spaceAccuracy", quality.neighbours()), quality.originalAccuracy());
        }
        number(words.text("trust"), quality.trustworthiness());
        number(words.text("preserved"), quality.preservation());
        page.close();
    }

    private void number(String name, double value) {
        page.open("div").element("dt", name).element("dd", words.share(value)).close();
    }
}
