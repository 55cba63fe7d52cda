package latentlab.export.player;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** JSON on its way into a script, within which nothing may look like the script's end. The page goes on after it. */
final class ScriptWriter extends FilterWriter {
    ScriptWriter(Writer page) {
        super(page);
    }

    @Override
    public void write(int letter) throws IOException {
        if (letter == '<') {
            out.write("\\u003c");
        } else {
            out.write(letter);
        }
    }

    @Override
    public void write(char[] letters, int from, int length) throws IOException {
        int begin = from;
        for (int at = from; at < from + length; at++) {
            if (letters[at] == '<') {
                out.write(letters, begin, at - begin);
                write(letters[at]);
                begin = at + 1;
            }
        }
        out.write(letters, begin, from + length - begin);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.substring(from, from + length).toCharArray(), 0, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
