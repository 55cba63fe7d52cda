package latentlab.view.lesson;

import latentlab.data.DataRequest;
import latentlab.lesson.Action;

/** What a lesson does in the window. */
public interface LessonStage {
    /** Shows the lesson in the place of the settings, or the settings again. */
    void showLesson(boolean shown);

    /** Whether there is a lesson to switch to. */
    void offerLesson(boolean there);

    boolean showsLesson();

    /** @param then done once the data are there */
    void load(DataRequest request, Runnable then);

    /** Does what has to do with the views; training is not among it. */
    void show(Action action);
}
