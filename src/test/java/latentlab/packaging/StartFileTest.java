package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartFileTest {
    /** The class path of the rehearsal must be that of the launcher, or the cache is of no use. */
    @ParameterizedTest
    @ValueSource(strings = {"$APPDIR/", "$APPDIR\\"})
    void theLaunchersJarsAreFoundInItsOrderWithEachSystemsSeparator(String place) {
        List<String> launcher = List.of(
                "[Application]",
                "app.classpath=" + place + "latentlab-0.1.0.jar",
                "app.classpath=" + place + "atlantafx-base-2.1.0.jar",
                "app.mainclass=latentlab.Main",
                "",
                "[JavaOptions]",
                "java-options=-Djava.library.path=" + place + "native");

        assertThat(StartFile.jars(launcher)).containsExactly("latentlab-0.1.0.jar", "atlantafx-base-2.1.0.jar");
    }
}
