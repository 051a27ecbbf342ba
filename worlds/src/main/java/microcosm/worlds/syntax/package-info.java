/// A world file as a page: front matter, headings, prose, bullets, tables and diagrams, each with its place in the text; start from
/// [Page]. Knows nothing of what a world means.
@NullMarked
package microcosm.worlds.syntax;

import org.jspecify.annotations.NullMarked;
