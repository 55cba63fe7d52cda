package latentlab.run.findings;

import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;

/** How a map is laid out step by step. */
public sealed interface LayoutWay {
    /** @return whether a map made in the other way answers the same question: there is no use in having both */
    boolean replaces(LayoutWay other);

    /** By t-SNE. @param settings of it; without exaggerated iterations where it begins from another map's places */
    record ByTsne(TsneSettings settings) implements LayoutWay {
        @Override
        public boolean replaces(LayoutWay other) {
            return other instanceof ByTsne(TsneSettings theirs) && theirs.perplexity() == settings.perplexity();
        }
    }

    /** By UMAP. @param settings of it; with a gentle rate where it begins from another map's places */
    record ByUmap(UmapSettings settings) implements LayoutWay {
        @Override
        public boolean replaces(LayoutWay other) {
            return other instanceof ByUmap(UmapSettings theirs)
                    && theirs.neighbours() == settings.neighbours()
                    && theirs.minimalDistance() == settings.minimalDistance();
        }
    }
}
