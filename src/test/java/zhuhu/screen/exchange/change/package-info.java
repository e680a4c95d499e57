@org.jspecify.annotations.NullMarked
package zhuhu.screen.exchange.change;
