package zhuhu.pack;

import java.math.BigDecimal;
import java.util.Optional;

/// What a crop or an animal usually costs, as a share of what it brings in. Shape: `group` as
/// people sort them (种植, 养殖); prices in 元 a unit, empty where the list names none; `costShare` per
/// cent; `verified` false is shown as 待核. Every figure is a proposal that the visitor may change.
public record CostRate(
        String group,
        String item,
        String unit,
        Optional<BigDecimal> priceLow,
        Optional<BigDecimal> priceHigh,
        BigDecimal costShare,
        String source,
        String year,
        boolean verified,
        String note) {}
