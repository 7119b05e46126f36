package com.spara.sf.testkit.junit;

import com.spara.sf.RecordId;
import com.spara.sf.spi.Transport;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.CallLedger;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import com.spara.sf.testkit.Trouble;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test an org of its own. When a test fails, the org's records and calls are printed as tables; when trouble
 * was planned and did not happen, the test fails. It does nothing that a test could not do with {@link FakeOrg} itself.
 *
 * <pre>{@code @RegisterExtension final FakeOrgExtension org = FakeOrgExtension.create();}</pre>
 */
@SuppressWarnings("exports") // JUnit is optional, so a host without it must not be made to require it
public final class FakeOrgExtension implements BeforeEachCallback, AfterEachCallback {
    private volatile FakeOrg org = FakeOrg.create();

    private FakeOrgExtension() {}

    /** {@return an extension for a field with {@code @RegisterExtension}} */
    public static FakeOrgExtension create() {
        return new FakeOrgExtension();
    }

    /** {@return the org of the test that runs} */
    public FakeOrg org() {
        return org;
    }

    /** {@return the wire to the org, as {@link FakeOrg#transport()} does} */
    public Transport transport() {
        return org.transport();
    }

    /** {@return the org's address} */
    public String url() {
        return org.url();
    }

    /** {@return a valid access token} */
    public String token() {
        return org.token();
    }

    /**
     * Adds a record, as {@link FakeOrg#add(String, Object...)} does.
     *
     * @param object the API name
     * @param fieldsAndValues field names, each followed by its value
     * @return the Id
     */
    public RecordId add(String object, Object... fieldsAndValues) {
        return org.add(object, fieldsAndValues);
    }

    /**
     * Returns the only record of an object, as {@link FakeOrg#only(String)} does.
     *
     * @param object the API name
     * @return the record
     */
    public FakeRecord only(String object) {
        return org.only(object);
    }

    /**
     * Plans trouble, as {@link FakeOrg#next(Call)} does.
     *
     * @param call which call
     * @return the plan
     */
    public Trouble next(Call call) {
        return org.next(call);
    }

    /** {@return the calls that the org was asked} */
    public CallLedger calls() {
        return org.calls();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        org = FakeOrg.create();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            System.err.println(context.getDisplayName() + " failed on this org:" + System.lineSeparator() + org);
        } else {
            org.expect().allTroubleHappened();
        }
    }
}
