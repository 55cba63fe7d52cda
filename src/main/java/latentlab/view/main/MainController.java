package latentlab.view.main;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Map;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import latentlab.preferences.MapLayout;
import latentlab.preferences.Preferences;
import latentlab.preferences.Theme;
import latentlab.run.Fault;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
import latentlab.view.Keys;
import latentlab.view.Notices;
import latentlab.view.PopOvers;
import latentlab.view.ViewContext;
import org.controlsfx.control.PopOver;

/** Controls theme, language, help, and the notice that training has gone wrong. */
public final class MainController {
    private final MainView view;
    private final TrainingModel model;
    private final Notices notices;
    private final Preferences preferences;
    private final Stage stage;
    private final Runnable newRun;
    private final HelpCard card;
    private final PopOver help;
    private final SizeController sizes;
    /** The notice on the run that ended badly or cannot continue, or null. */
    private Notices.Notice ending;

    /** @param stage of the window @param newRun makes a new run, asking first if something would be lost */
    public MainController(MainView view, ViewContext context, Stage stage, Runnable newRun) {
        this.view = view;
        notices = context.notices();
        preferences = context.preferences();
        this.stage = stage;
        this.newRun = newRun;
        model = context.model();
        context.texts().localeProperty().bind(preferences.languageProperty());
        view.theme.setOnAction(_ -> preferences.switchTheme());
        view.language.setOnAction(_ -> preferences.switchLanguage());
        view.help.setOnAction(_ -> toggleHelp());
        view.library.setOnAction(_ -> view.showLibrary(view.library.isSelected()));
        view.showTable.setOnAction(_ -> view.showSide(false));
        view.showSummary.setOnAction(_ -> view.showSide(true));
        preferences.advancedShownProperty().subscribe(view::leaveRoomForSettings);
        preferences.mapLayoutProperty().subscribe(layout -> view.giveMapsTheRow(layout != MapLayout.BESIDE));
        sizes = new SizeController(view, context.texts(), preferences, stage);
        card = new HelpCard(context.texts());
        help = PopOvers.of(card, PopOver.ArrowLocation.TOP_RIGHT);
        model.stateProperty().addListener((_, _, state) -> tell(state));
        model.refusalProperty().subscribe(this::tellRefusal);
        context.comparison().pinnedProperty().subscribe(pinned -> {
            if (pinned != null) {
                view.showPanel(Keys.RECONSTRUCTION);
            }
        });
        model.remarkProperty().subscribe(remark -> {
            if (remark != null) {
                notices.show(Notices.Notice.problem(remark, null));
            }
        });
    }

    /** @return the scene of the window, in the user's theme and text size, now and whenever they change */
    public Scene scene() {
        Scene scene = new Scene(sizes.zoomed());
        colour(scene);
        return scene;
    }

    private void colour(Scene scene) {
        preferences.themeProperty().subscribe(theme -> {
            PopOvers.hideAll();
            Application.setUserAgentStylesheet(
                    theme == Theme.DARK
                            ? new PrimerDark().getUserAgentStylesheet()
                            : new PrimerLight().getUserAgentStylesheet());
            scene.getRoot().getStyleClass().remove("dark");
            if (theme == Theme.DARK) {
                scene.getRoot().getStyleClass().add("dark");
            }
        });
    }

    private void tell(RunState state) {
        Fault fault = model.faultProperty().get();
        if (fault != null) {
            ending = state == RunState.PAUSED
                    ? Notices.Notice.fault(fault, Sentence.of("view.controls.resume"), model::train)
                    : Notices.Notice.fault(fault, Sentence.of("view.controls.new"), newRun);
            notices.show(ending);
        } else if (ending != null && notices.currentProperty().get() == ending) {
            // The run has been replaced, or continues.
            notices.clear();
        }
    }

    private void tellRefusal(Fault before, Fault why) {
        if (why != null) {
            notices.show(Notices.Notice.fault(why, null, null));
        } else if (before != null
                && notices.currentProperty().get() != null
                && notices.currentProperty().get().text().equals(before.sentence())) {
            notices.clear();
        }
    }

    /** Adds what explains more to the help card. @param open shows it; the card goes */
    public void offer(Keys keys, Runnable open) {
        card.offer(keys, () -> {
            help.hide();
            open.run();
        });
    }

    /** Adds what the window's own keys do. */
    public void putKeys(Map<Keys, Runnable> actions) {
        actions.put(Keys.LIBRARY, () -> view.showLibrary(!view.library.isSelected()));
        actions.put(Keys.THEME, preferences::switchTheme);
        actions.put(Keys.LANGUAGE, preferences::switchLanguage);
        actions.put(Keys.HELP, this::toggleHelp);
        // As its close button does, so that what would be lost is asked about.
        actions.put(Keys.QUIT, () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        sizes.putKeys(actions);
    }

    private void toggleHelp() {
        if (help.isShowing()) {
            help.hide();
        } else {
            help.show(view.help);
        }
    }
}
