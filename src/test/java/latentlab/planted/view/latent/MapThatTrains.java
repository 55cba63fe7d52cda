package latentlab.planted.view.latent;

import latentlab.planted.run.TrainingService;

/** Goes round the shared model. */
final class MapThatTrains {
    TrainingService service;
}
