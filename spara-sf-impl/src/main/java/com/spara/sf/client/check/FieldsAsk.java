package com.spara.sf.client.check;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.settings.OrgFields;
import java.util.List;
import java.util.regex.Pattern;

/** Asks for all that a describe tells of an object: labels and the like are not kept, since only people read them. */
public final class FieldsAsk {

    private static final Pattern API_NAME = Pattern.compile("[A-Za-z]\\w*");

    private final Composite composite;
    private final Describes describes;
    private final CallMeter meter;

    /** Makes one for an org. */
    public FieldsAsk(Composite composite, Describes describes, CallMeter meter) {
        this.composite = composite;
        this.describes = describes;
        this.meter = meter;
    }

    /**
     * Asks, whatever is known already.
     *
     * @throws CallFailure if the org cannot be used, or there is no such object
     */
    public OrgFields of(String object) {
        if (!API_NAME.matcher(object).matches()) {
            throw new IllegalArgumentException("Not the API name of an object: '" + object + "'.");
        }
        RestRequest request = RestRequest.get(composite.root() + "/sobjects/" + object + "/describe");
        RestAnswer answer = composite.send(List.of(request), meter).get(0);
        JsonView body = answer.body();
        if (!answer.isSuccess() || !body.at("fields").isArray()) {
            throw CallFailure.notDone(
                    answer.status() == 404 || answer.status() == 403 ? hidden(object) : notDescribed(object));
        }
        String name = body.at("name").text().orElse(object);
        describes.learn(name, answer);
        return new DescribedFields(describes.of(name).orElseThrow(), body);
    }

    private static RequestRefusedException hidden(String object) {
        return new RequestRefusedException(
                Reason.of(
                        ReasonCode.NO_RIGHT,
                        "The org has no object " + object
                                + ", or the connected user may not see it. Give the user Read on it."),
                null);
    }

    private static OrgUnreachableException notDescribed(String object) {
        return new OrgUnreachableException(
                Reason.of(
                        ReasonCode.UNREACHABLE,
                        "Salesforce did not describe " + object
                                + " just now, so nothing is known of it. Try again later."),
                null);
    }
}
