package microcosm.worlds;

/// What should be audited afterwards.
///
/// @param auditor its name in the vocabulary
/// @param of what it should look at, as written; empty for everything
public record AuditRequest(String auditor, String of, Position at) {}
