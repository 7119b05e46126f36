package com.spara.sf.testkit.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the platform reckons for an opportunity from its stage, amount and close date. */
final class OpportunityFields implements SaveStep {
    private static final Map<String, Integer> PROBABILITY = Map.of(
            "Prospecting", 10,
            "Qualification", 10,
            "Needs Analysis", 20,
            "Value Proposition", 50,
            "Id. Decision Makers", 60,
            "Perception Analysis", 70,
            "Proposal/Price Quote", 75,
            "Negotiation/Review", 90,
            "Closed Won", 100,
            "Closed Lost", 0);
    private static final String WON = "Closed Won";
    private static final String LOST = "Closed Lost";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public void apply(Save save) {
        Object stage = save.get("StageName");
        save.set("IsWon", WON.equals(stage));
        save.set("IsClosed", WON.equals(stage) || LOST.equals(stage));
        deriveProbability(save, stage);
        save.set("ExpectedRevenue", expected(save.get("Amount"), save.get("Probability")));
        String category = WON.equals(stage) ? "Closed" : LOST.equals(stage) ? "Omitted" : "Pipeline";
        save.set("ForecastCategory", category);
        save.set("ForecastCategoryName", category);
        if (save.get("CloseDate") instanceof LocalDate close) {
            derivePeriod(save, close);
        }
    }

    private static void deriveProbability(Save save, @Nullable Object stage) {
        boolean chosen = save.isSent(save.type().require("StageName"))
                && !save.isSent(save.type().require("Probability"));
        Integer probability = stage == null ? null : PROBABILITY.get(stage.toString());
        if (chosen && probability != null) {
            save.set("Probability", BigDecimal.valueOf(probability).setScale(1, RoundingMode.UNNECESSARY));
        }
    }

    private static @Nullable Object expected(@Nullable Object amount, @Nullable Object probability) {
        return amount instanceof BigDecimal money && probability instanceof BigDecimal percent
                ? money.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP)
                : null;
    }

    private static void derivePeriod(Save save, LocalDate close) {
        int quarter = close.get(IsoFields.QUARTER_OF_YEAR);
        save.set("FiscalYear", BigDecimal.valueOf(close.getYear()));
        save.set("FiscalQuarter", BigDecimal.valueOf(quarter));
        save.set("Fiscal", close.getYear() + " " + quarter);
    }
}
