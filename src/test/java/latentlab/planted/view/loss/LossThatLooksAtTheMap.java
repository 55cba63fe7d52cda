package latentlab.planted.view.loss;

import latentlab.planted.view.latent.Map;

/** Talks to another view. */
final class LossThatLooksAtTheMap {
    Map map;
}
