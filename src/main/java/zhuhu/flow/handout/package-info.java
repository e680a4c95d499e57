/// A township's rounds and what it hands out: task workbooks, and starting or going on from one.
@NullMarked
package zhuhu.flow.handout;

import org.jspecify.annotations.NullMarked;
