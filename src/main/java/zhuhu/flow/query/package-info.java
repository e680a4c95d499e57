/// Questions over the properties of households and their members: written, put together, kept, and
/// answered.
@NullMarked
package zhuhu.flow.query;

import org.jspecify.annotations.NullMarked;
