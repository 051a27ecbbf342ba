package microcosm.models;

/// Where a provider is and what opens it. Its text never shows the key.
record Endpoint(Provider provider, String address, String key) {
    @Override
    public String toString() {
        return provider.word() + " at " + address + (key.isEmpty() ? " without a key" : " with a key");
    }
}
