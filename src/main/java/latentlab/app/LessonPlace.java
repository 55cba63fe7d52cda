package latentlab.app;

import java.util.function.Supplier;
import latentlab.data.DataRequest;
import latentlab.lesson.Action;
import latentlab.preferences.Preferences;
import latentlab.session.TrainingModel;
import latentlab.view.Keys;
import latentlab.view.data.DataController;
import latentlab.view.latent.LatentController;
import latentlab.view.lesson.LessonStage;
import latentlab.view.main.MainView;
import latentlab.view.timeline.TimelineController;

/**
 * Lets a lesson use the window's views, which do not know each other.
 *
 * @param window where they are, once it is made
 */
record LessonPlace(
        Supplier<MainView> window,
        TrainingModel model,
        Preferences preferences,
        DataController data,
        LatentController latent,
        TimelineController timeline)
        implements LessonStage {
    @Override
    public void showLesson(boolean shown) {
        if (shown) {
            // Somebody who has a lesson needs no offer of a first run, which would stand over its chart.
            preferences.welcomedProperty().set(true);
        }
        window.get().showLesson(shown);
    }

    @Override
    public void offerLesson(boolean there) {
        window.get().offerLesson(there);
    }

    @Override
    public boolean showsLesson() {
        return window.get().showsLesson();
    }

    @Override
    public void load(DataRequest request, Runnable then) {
        data.load(request, then);
    }

    @Override
    public void show(Action action) {
        window.get().showLibrary(false);
        switch (action) {
            case Action.Open(Action.Panel panel) -> window.get().showPanel(Keys.valueOf(panel.name()));
            case Action.Arrange(var layout) -> preferences.mapLayoutProperty().set(layout);
            case Action.Draw(var method) -> latent.show(method);
            case Action.CompareMaps _ -> latent.compare();
            case Action.Play _ -> play();
            case Action.Select(int epoch) -> model.select(epoch);
            case Action.Live _ -> model.goLive();
            case Action.Train _ -> throw new IllegalArgumentException("a step trains, not a view");
        }
    }

    private void play() {
        timeline.toFirst();
        timeline.togglePlaying(false);
    }
}
