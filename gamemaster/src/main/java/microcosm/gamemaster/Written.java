package microcosm.gamemaster;

/// What a model wrote of somebody.
///
/// @param name empty where the page names them
/// @param life who they are; theirs alone
/// @param wants the end of a sentence that begins with “Wants”; theirs alone
record Written(String name, String life, String wants) {}
