package com.spara.sf.examples;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.JwtBearer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a program connects without a person at a browser. */
final class Servers {

    private Servers() {}

    // region connect by a signed assertion
    static Connection byAssertion(Salesforce salesforce, String consumerKey, Path keyFile) throws IOException {
        String privateKey = Files.readString(keyFile);
        return salesforce.connect(
                "https://acme.my.salesforce.com", JwtBearer.of(consumerKey, "sync@acme.example", privateKey));
    }
    // endregion

    // region connect by a secret
    static Connection bySecret(Salesforce salesforce, String consumerKey, String consumerSecret) {
        return salesforce.connect("https://acme.my.salesforce.com", ClientCredentials.of(consumerKey, consumerSecret));
    }
    // endregion

    // region connect by a token
    static Connection byToken(Salesforce salesforce, String token) {
        return salesforce.connect("https://acme.my.salesforce.com", AccessToken.of(token));
    }
    // endregion
}
