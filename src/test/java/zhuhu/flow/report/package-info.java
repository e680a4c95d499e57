@org.jspecify.annotations.NullMarked
package zhuhu.flow.report;
