package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import latentlab.access.Room;
import latentlab.app.WindowFixture;

/** What has no room in a window, gathered while it shows one thing after the other, in both languages. */
final class RoomSurvey {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    /** Of what has no room, where it was seen and how much is missing. */
    final List<String> faults = new ArrayList<>();

    private final WindowFixture fixture;

    RoomSurvey(WindowFixture fixture) {
        this.fixture = fixture;
    }

    void resize(int width, int height, int size) {
        onFx(() -> {
            fixture.stage.setWidth(width);
            fixture.stage.setHeight(height);
            fixture.window.preferences().textSizeProperty().set(size);
        });
        Scene scene = fixture.stage.getScene();
        until("resized", () -> scene.getWidth() == width && scene.getHeight() == height);
    }

    void speak(Locale language) {
        onFx(() -> fixture.window.preferences().languageProperty().set(language));
        Labeled other = fixture.find("#language");
        String offered = language.equals(Locale.JAPANESE) ? "English" : "日本語";
        until("said in " + language, () -> other.getText().equals(offered));
    }

    void look(Scene scene, String what) {
        lay(scene, (root, fault) -> Room.look(root, fault), what);
    }

    void lookInBoth(String what) {
        for (Locale language : LANGUAGES) {
            speak(language);
            look(fixture.stage.getScene(), language + ", " + what);
        }
    }

    /** Looks whether all of the window's main parts are in sight, too, with nothing to be scrolled. */
    void lookInBothWithoutScrolling(String what) {
        for (Locale language : LANGUAGES) {
            speak(language);
            lay(
                    fixture.stage.getScene(),
                    (root, fault) -> {
                        Room.look(root, fault);
                        Room.lookWithoutScrolling(root, fault);
                    },
                    language + ", " + what);
        }
    }

    private void lay(Scene scene, Look look, String what) {
        onFx(() -> {
            Parent root = scene.getRoot();
            root.applyCss();
            root.layout();
            root.layout();
            look.at(root, fault -> faults.add(what + ": " + fault));
        });
    }

    private interface Look {
        void at(Parent root, Consumer<String> fault);
    }
}
