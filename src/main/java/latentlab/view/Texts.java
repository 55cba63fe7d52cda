package latentlab.view;

import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import latentlab.text.Messages;
import latentlab.text.Sentence;

/**
 * The window's texts in the chosen language, which may change at any time: bind to them instead of setting them once.
 */
public final class Texts {
    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(Locale.ENGLISH);
    private final ReadOnlyObjectWrapper<Messages> messages = new ReadOnlyObjectWrapper<>(new Messages(Locale.ENGLISH));

    public Texts() {
        messages.bind(Bindings.createObjectBinding(() -> new Messages(locale.get()), locale));
    }

    /** The language, one of {@link Messages#LANGUAGES}. */
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /** The messages in the chosen language; texts that are not bound one by one subscribe to this and are set again. */
    public ReadOnlyObjectProperty<Messages> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    public String get(String key, Object... values) {
        return messages.get().text(key, values);
    }

    public String get(Sentence sentence) {
        return messages.get().text(Objects.requireNonNull(sentence));
    }

    /** @return the text, following the language; keep a reference to it or bind a node's property to it */
    public StringBinding bind(String key, Object... values) {
        return Bindings.createStringBinding(() -> get(key, values), messages);
    }
}
