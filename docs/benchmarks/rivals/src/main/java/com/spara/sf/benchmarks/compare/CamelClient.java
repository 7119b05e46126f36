package com.spara.sf.benchmarks.compare;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with its Salesforce component, logged in by a refresh token as its documentation has it. */
final class CamelClient implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    CamelClient(Place place) {
        SalesforceComponent salesforce = new SalesforceComponent();
        SalesforceLoginConfig login =
                new SalesforceLoginConfig(place.url(), place.appKey(), place.appSecret(), place.refreshToken(), false);
        salesforce.setLoginConfig(login);
        salesforce.setPackages(CamelRow.class.getPackageName());
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion("66.0");
        salesforce.setConfig(config);
        context.addComponent("salesforce", salesforce);
        context.start();
        template = context.createProducerTemplate();
    }

    <T> T ask(String endpoint, Object body, Class<T> answer) {
        return template.requestBody("salesforce:" + endpoint, body, answer);
    }

    @Override
    public void close() {
        template.stop();
        context.stop();
    }
}
