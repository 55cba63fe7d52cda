package latentlab.planted.text;

import latentlab.planted.app.WindowThatKnowsTheApp;
import latentlab.planted.cli.Prompt;
import latentlab.planted.comparison.Contest;
import latentlab.planted.data.Images;
import latentlab.planted.embedding.Plane;
import latentlab.planted.engine.Machine;
import latentlab.planted.export.Picture;
import latentlab.planted.figure.Drawing;
import latentlab.planted.library.Shelf;
import latentlab.planted.map.Places;
import latentlab.planted.measure.Stopwatch;
import latentlab.planted.natives.Library;
import latentlab.planted.preferences.Choices;
import latentlab.planted.run.TrainingService;
import latentlab.planted.session.Shared;
import latentlab.planted.sweep.Broom;
import latentlab.planted.view.latent.Map;

/** Reaches up into every layer. */
final class TextThatKnowsAll {
    Images images;
    Library library;
    Machine machine;
    Plane plane;
    TrainingService trainingService;
    Contest contest;
    Broom broom;
    Shelf shelf;
    Places places;
    Shared shared;
    Drawing drawing;
    Picture picture;
    Stopwatch stopwatch;
    Choices choices;
    Prompt prompt;
    Map map;
    WindowThatKnowsTheApp window;
}
