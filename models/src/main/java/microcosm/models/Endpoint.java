package microcosm.models;

import java.util.Map;
import java.util.Optional;

/// Where a provider is and what opens it. Its text never shows the key.
record Endpoint(Provider provider, String address, String key) {
    /// At `OPENAI_BASE_URL` and the like, for a proxy or a gateway of one's own; else at its usual place.
    static Endpoint of(Provider provider, Map<String, String> environment) {
        String address = environment.getOrDefault(provider.addressVariable(), "").strip();
        String key = provider.keyVariable().isEmpty()
                ? ""
                : environment.getOrDefault(provider.keyVariable(), "").strip();
        return new Endpoint(provider, address.isEmpty() ? provider.address() : address, key);
    }

    /// @param who is asked there, as it begins a sentence
    /// @return what the environment lacks
    Optional<String> missing(String who) {
        if (provider == Provider.COMPATIBLE && address.isEmpty()) {
            return Optional.of(who + " needs the address of its server in MICROCOSM_BASE_URL,"
                    + " such as http://localhost:8000/v1");
        }
        return provider.needsKey() && key.isEmpty()
                ? Optional.of(who + " needs a key in the environment variable " + provider.keyVariable())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return provider.word() + " at " + address + (key.isEmpty() ? " without a key" : " with a key");
    }
}
