package latentlab.planted.run;

import javafx.scene.Group;

/** Knows nodes. */
final class RunWithANode {
    Group group;
}
