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

/** The window's texts in the language chosen, which may change at any time: bind to them instead of setting them once. */
public final class Texts {
    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(Locale.ENGLISH);
    private final ReadOnlyObjectWrapper<Messages> messages = new ReadOnlyObjectWrapper<>(new Messages(Locale.ENGLISH));

    public Texts() {
        messages.bind(Bindings.createObjectBinding(() -> new Messages(locale.get()), locale));
    }

    /** One of {@link Messages#LANGUAGES}. */
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /** Changes with the locale: what is not bound word by word listens to this and paints anew. */
    public ReadOnlyObjectProperty<Messages> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    public String get(String key, Object... values) {
        return messages.get().text(key, values);
    }

    public String get(Sentence sentence) {
        return messages.get().text(Objects.requireNonNull(sentence));
    }

    /** @return the text, following the language; hold on to it or bind a node's property to it */
    public StringBinding bind(String key, Object... values) {
        return Bindings.createStringBinding(() -> get(key, values), messages);
    }
}
