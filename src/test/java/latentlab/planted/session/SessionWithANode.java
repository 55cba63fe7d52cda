package latentlab.planted.session;

import javafx.scene.Group;

/** Knows nodes. */
final class SessionWithANode {
    Group group;
}
