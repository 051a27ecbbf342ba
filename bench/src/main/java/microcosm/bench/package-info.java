/// The shipped benchmarks; start from [Benchmark].
@NullMarked
package microcosm.bench;

import org.jspecify.annotations.NullMarked;
