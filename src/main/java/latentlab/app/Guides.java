package latentlab.app;

import java.util.Map;
import javafx.scene.Scene;
import latentlab.view.Keys;
import latentlab.view.ViewContext;
import latentlab.view.glossary.GlossaryController;
import latentlab.view.lesson.LessonController;
import latentlab.view.main.MainController;
import latentlab.view.step.StepController;
import latentlab.view.summary.SummaryView;

/** What explains the window to those who learn with it: from the help card and by keys. */
final class Guides {
    private final GlossaryController glossary;
    private final StepController step;
    private final Scene scene;

    Guides(ViewContext context, Scene scene, MainController main, SummaryView summary, LessonController lessons) {
        this.scene = scene;
        glossary = GlossaryController.in(context, scene);
        step = StepController.in(context);
        lessons.offerGlossary(() -> glossary.open(null));
        main.offer(Keys.GLOSSARY, () -> glossary.open(null));
        main.offer(Keys.STEP, () -> step.open(scene));
        summary.onStep(() -> step.open(scene));
    }

    /** Adds the keys of what there is. */
    Map<Keys, Runnable> with(Map<Keys, Runnable> actions) {
        actions.put(Keys.TERM, glossary::explain);
        actions.put(Keys.GLOSSARY, () -> glossary.open(null));
        actions.put(Keys.STEP, () -> step.open(scene));
        return actions;
    }
}
