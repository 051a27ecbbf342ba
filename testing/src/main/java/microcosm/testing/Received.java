package microcosm.testing;

import java.util.SequencedMap;

/// A request that a stub server received.
///
/// @param number counts up from 1
/// @param nanos when, by [System#nanoTime]
/// @param headers lower-case name → value
public record Received(int number, long nanos, String path, SequencedMap<String, String> headers, String body) {}
