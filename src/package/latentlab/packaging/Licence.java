package latentlab.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A licence by its SPDX name, with its text for libraries that have none in their jar. */
enum Licence {
    /** First: of a library under this one or another, it is the one that is taken. */
    APACHE("Apache-2.0", "(?i).*apache.*2\\.0.*|(?i).*apache.*V2.*"),
    MIT("MIT", "(?i).*\\bMIT\\b.*"),
    BSD("BSD-3-Clause", "(?i).*BSD.*"),
    /** Of JavaFX and Java itself, whose Java brings the text. */
    CLASSPATH("GPL-2.0-only WITH Classpath-exception-2.0", "GPLv2\\+CE");

    private static final Path TEXTS = Path.of("src", "package", "licences");
    /** Whose the libraries are that have no text in their jar, and a licence that wants this to be said. */
    private static final Map<String, String> COPYRIGHT = Map.of(
            "atlantafx", "Copyright (c) 2022 mkpaz",
            "controlsfx", "Copyright (c) 2013, ControlsFX. All rights reserved.",
            "imageio-", "Copyright (c) 2008-2020, Harald Kuhr. All rights reserved.",
            "common-", "Copyright (c) 2008-2020, Harald Kuhr. All rights reserved.",
            "openblas", "Copyright (c) 2011-2014, The OpenBLAS Project. All rights reserved.");

    final String spdx;
    private final String names;

    Licence(String spdx, String names) {
        this.spdx = spdx;
        this.names = names;
    }

    /** @param name as a POM has it @throws IllegalStateException if it is none of these */
    static Licence of(String name, Path library) {
        return Arrays.stream(values())
                .filter(one -> name.matches(one.names))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(library.getFileName() + " is under a licence that Licence"
                        + " does not know, and has no text in its jar: " + name));
    }

    /**
     * @param library name of its file
     * @param runtime the Java that is packaged
     * @return the whole text
     */
    String text(String library, Path runtime) throws IOException {
        if (this == CLASSPATH) {
            return Files.readString(runtime.resolve("legal", "java.base", "LICENSE"));
        }
        String text = Files.readString(TEXTS.resolve(spdx + ".txt"));
        return this == APACHE ? text : text.replace("{copyright}", copyright(library));
    }

    private static String copyright(String library) {
        return COPYRIGHT.entrySet().stream()
                .filter(entry -> library.startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Licence does not say whose this library is: " + library))
                .getValue();
    }
}
