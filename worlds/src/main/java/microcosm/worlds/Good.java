package microcosm.worlds;

/// Something that is held, counted and passed on.
///
/// @param id its name in tables and expressions: `grain`
/// @param unit what is counted: `sack`
/// @param made whether the world may make it from nothing
/// @param used whether the world may use it up
/// @param note the author's words on how; empty where none
public record Good(String id, String unit, boolean made, boolean used, String note, Position at) {}
