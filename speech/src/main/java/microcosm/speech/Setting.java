package microcosm.speech;

import java.util.List;
import java.util.Optional;

import microcosm.worlds.Bundle;

/// What a reader knows of the moment in which words are spoken. Nothing here is what the speaker meant; only what everybody concerned
/// could know.
///
/// @param speaker person id
/// @param people everybody who can be named: in cast order
/// @param addressee whom the speaker was last turned to: the person who spoke to them; empty for nobody
/// @param openOffers offers that stand open to the speaker, oldest first
/// @param openChannels ids of the channels the speaker may use now
public record Setting(String speaker, List<Named> people, Optional<String> addressee, List<OpenOffer> openOffers,
        List<String> openChannels) {
    public Setting {
        people = List.copyOf(people);
        openOffers = List.copyOf(openOffers);
        openChannels = List.copyOf(openChannels);
    }

    /// @param name in full: `Mira Oduya`
    public record Named(String id, String name) {}

    public record OpenOffer(String id, String from, Bundle give, Bundle get) {}
}
