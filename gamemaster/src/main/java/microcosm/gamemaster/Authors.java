package microcosm.gamemaster;

import java.util.Optional;

import microcosm.models.LanguageModel;
import microcosm.prompts.Templates;
import microcosm.worlds.Population;

/// Who writes the people of a population whom the world leaves to a model.
interface Authors {
    /// For when nobody is asked: people stay as the page has them.
    Authors NOBODY = new Authors() {
        @Override
        public Optional<LanguageModel> of(Population population) { return Optional.empty(); }

        @Override
        public Templates templates() { return Templates.shipped(); }
    };

    /// @return empty for nobody
    Optional<LanguageModel> of(Population population);

    Templates templates();
}
