package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".ipynb_checkpoints",
                ".@__thumb",
                ".DS_Store",
                "._a.png",
                ".git",
                "__MACOSX",
                "@eaDir",
                "#recycle",
                "$RECYCLE.BIN",
                "System Volume Information",
                "lost+found",
                "Thumbs.db",
                "DESKTOP.INI"
            })
    void isNoDataWhateverItIs(String name) {
        assertThat(ForeignFiles.file(name)).isTrue();
        assertThat(ForeignFiles.folder(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~$notes.docx", "a.png.part", "a.png.crdownload", "a.TMP", "a.png~"})
    void isNoDataAsAFileButMayBeAClass(String name) {
        assertThat(ForeignFiles.file(name)).isTrue();
        assertThat(ForeignFiles.folder(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "recycled", "thumbs", "part", "tmp", "~a", "$10", "@", "#1", "git", "デスクトップ"})
    void isData(String name) {
        assertThat(ForeignFiles.file(name)).isFalse();
        assertThat(ForeignFiles.folder(name)).isFalse();
    }
}
