package zhuhu.screen.part;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Money as people write it.
public final class Yuan {

    private Yuan() {}

    /// 元 without zeros behind the point: 9604.4, 5000.
    public static String of(BigDecimal amount) {
        BigDecimal plain = amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.toPlainString();
    }

    /// A difference with its sign: +320, −45.5; 0 without one.
    public static String change(BigDecimal amount) {
        String plain = of(amount.abs());
        return amount.signum() > 0 ? "+" + plain : amount.signum() < 0 ? "−" + plain : plain;
    }

    /// A share in per cent with its sign: +62%, −31%.
    public static String share(BigDecimal share) {
        BigDecimal cents = share.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        String plain = cents.abs().toPlainString() + "%";
        return share.signum() > 0 ? "+" + plain : share.signum() < 0 ? "−" + plain : plain;
    }
}
