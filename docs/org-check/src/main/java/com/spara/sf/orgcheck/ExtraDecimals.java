package com.spara.sf.orgcheck;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What is compared with Salesforce must be what Salesforce would store. */
final class ExtraDecimals implements Assumption {
    private static final String FIELD = "AnnualRevenue";

    @Override
    public String statement() {
        return "Decimals that a number field does not have are cut off.";
    }

    @Override
    public Finding look(Workbench bench) {
        int scale = scale(bench);
        BigDecimal sent = new BigDecimal("1000").add(new BigDecimal("0.6").scaleByPowerOfTen(-scale));
        String id = bench.create(bench.lead(Map.of()));
        Reply patched = bench.send(Request.patch(Workbench.row(id), Map.of(FIELD, sent)));
        String facts = patched.facts() + ", a field of scale " + scale + ", sent " + sent.toPlainString();
        if (!patched.isSuccess()) {
            return Finding.of(false, facts + ", refused");
        }
        BigDecimal stored = stored(bench.read(id, FIELD));
        boolean cut = stored.compareTo(sent.setScale(scale, RoundingMode.DOWN)) == 0;
        return Finding.of(cut, facts + ", stored " + stored.toPlainString());
    }

    private static int scale(Workbench bench) {
        Reply describe = Workbench.require("describing the Lead", bench.send(Request.get("/sobjects/Lead/describe")));
        return Reply.items(describe.object(), "fields").stream()
                .filter(field -> Reply.text(field, "name").filter(FIELD::equals).isPresent())
                .filter(field -> field.getBoolean("updateable", false))
                .map(field -> field.getInt("scale", 0))
                .findFirst()
                .orElseThrow(() -> new UnansweredException("the connected user may not write " + FIELD));
    }

    private static BigDecimal stored(JsonObject lead) {
        if (lead.get(FIELD) instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        throw new UnansweredException(FIELD + " came back without a number");
    }
}
