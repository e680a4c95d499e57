/// The first page of an open workspace: how far the round has come, and what to do next.
@NullMarked
package zhuhu.screen.home;

import org.jspecify.annotations.NullMarked;
