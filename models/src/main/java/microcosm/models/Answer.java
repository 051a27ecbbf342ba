package microcosm.models;

import java.util.Optional;

/// What came of asking.
///
/// @param value what the reply was read as; empty where no reply could be used
/// @param text the last reply as received; empty where there was none
/// @param outcome `used`; `unfenced` if it was used once a markdown fence had been taken off; else the kind of what made
/// it unusable: `refusal`, `empty`, `reasoning-only`, `truncated`, `too-long`, `filtered`, `repetitive`, `tool-call`,
/// `wrong-language`, `unparsable`, or the question's own
/// @param request SHA-256 of everything that was sent, in hexadecimal
public record Answer<T>(Optional<T> value, String text, String outcome, String request) {}
