package latentlab.app;

import latentlab.library.LibraryKeeper;
import latentlab.preferences.Preferences;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
import latentlab.view.Questions;

/** The epochs of the run on screen that are in no file, about which alone there is something to ask. */
record UnkeptEpochs(TrainingModel model, LibraryKeeper keeper) {
    private int count() {
        Run run = model.runProperty().get();
        return run == null ? 0 : model.history().size() - 1 - Math.max(0, keeper.lastKept(run.id()));
    }

    /** Asks, unless all of the run is kept and can be opened again. @return whether it may be replaced */
    boolean mayDropRun(Questions questions, Sentence question, String yes) {
        int lost = count();
        return lost <= 0
                || questions.confirm(Sentence.of("view.main.dropRun", question, lost), yes, "view.main.dropRun.no");
    }

    /** @return how many are lost with the window unless its user expects that */
    int lostByClosing(Preferences preferences) {
        RunState state = model.stateProperty().get();
        boolean training = state == RunState.TRAINING || state == RunState.PAUSED;
        // Whoever has no runs kept knows that those that have ended go with the window.
        return training || preferences.runsKeptProperty().get() ? count() : 0;
    }
}
