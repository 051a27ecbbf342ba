package microcosm.speech;

import org.junit.jupiter.api.Test;

import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;

class CallsAloneTest {
    @Test
    void the_same_call_is_read_anew_where_it_depends_on_who_speaks() {
        Fixture weir = Fixture.weir();
        var reader = new RuleReader(weir.world());
        var offer = new Setting.OpenOffer("1.1/ilse-varga/2#1", "ilse-varga", Bundle.parse("1 salt"),
                Bundle.parse("2 grain"));
        String accepts = "accept(offer: 1.1/ilse-varga/2#1)";

        assertThat(reader.read(accepts, weir.offers(offer).setting()).attempts()).hasSize(1);
        assertThat(reader.read(accepts, weir.setting())).satisfies(other -> {
            assertThat(other.attempts()).isEmpty();
            assertThat(other.unclear()).hasSize(1);
        });
        assertThat(reader.read(accepts, weir.offers(offer).setting()).attempts()).hasSize(1);
    }
}
