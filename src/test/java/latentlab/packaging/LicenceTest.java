package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LicenceTest {
    private static final Path NOWHERE = Path.of("nowhere");

    @Test
    void isKnownByTheNamesThatPomsHave() {
        assertThat(of("Apache License, Version 2.0")).isEqualTo(Licence.APACHE);
        assertThat(of("The MIT License")).isEqualTo(Licence.MIT);
        assertThat(of("BSD 3-Clause")).isEqualTo(Licence.BSD);
        assertThat(of("GPLv2+CE")).isEqualTo(Licence.CLASSPATH);
    }

    @Test
    void ofSeveralApacheIsTaken() {
        assertThat(of("GPL v2, Apache License 2.0")).isEqualTo(Licence.APACHE);
    }

    @Test
    void thatIsUnknownEndsTheBuild() {
        assertThatThrownBy(() -> of("Everything Is Allowed 1.0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("strange-1.jar")
                .hasMessageContaining("Everything Is Allowed 1.0");
    }

    @Test
    void hasItsTextWithTheOwner() throws IOException {
        assertThat(Licence.APACHE.text("strange-1", NOWHERE)).contains("Apache License", "Version 2.0");
        assertThat(Licence.MIT.text("atlantafx-base-2", NOWHERE))
                .contains("Copyright (c) 2022 mkpaz", "Permission is hereby granted")
                .doesNotContain("{copyright}");
    }

    @Test
    void thatAsksForAnOwnerWhomNobodyKnowsEndsTheBuild() {
        assertThatThrownBy(() -> Licence.MIT.text("strange-1", NOWHERE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("strange-1");
    }

    private static Licence of(String name) {
        return Licence.of(name, Path.of("strange-1.jar"));
    }
}
