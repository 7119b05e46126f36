package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** README's sample runs, and is the text that README shows. */
@Isolated("prints what others must not")
class ReadmeTest extends OnFakeOrg {

    /** Stands in for the real door, so that the sample reaches the fake org. */
    private final Door Salesforce = new Door(this::send);

    private WireResponse send(WireRequest request, Duration deadline) throws IOException {
        URI uri = URI.create(org.url()).resolve(request.uri().getRawPath());
        WireRequest turned = WireRequest.of(request.method(), uri).withBody(request.bodyLength(), request::openBody);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            turned = turned.withHeader(header.getKey(), header.getValue());
        }
        return org.transport().send(turned, deadline);
    }

    @Test
    @Tag("shows-data")
    void theSampleMakesALead() {
        String token = org.token();
        // sample
        SalesforceSync sync = Salesforce.create()
                .connect("https://acme.my.salesforce.com", AccessToken.of(token))
                .sync(SyncSettings.standard()
                        .leads(PushRule.updateExisting()
                                .createWhenNoMatch()
                                .map("company", "Company")
                                .map(FieldMapping.of("phone", "Phone").onlyIfEmpty())));
        PushResult result = sync.push(Lead.of("ada@example.com").with("company", "Acme"));
        System.out.println(result.explain());
        // end
        assertEquals("Acme", org.only("Lead").text("Company"));
    }

    @Test
    void theReadmeShowsThatSample() throws IOException {
        String source =
                Files.readString(home().resolve("spara-sf-impl/src/test/java/com/spara/sf/client/ReadmeTest.java"));
        String sample =
                between(source, "// sample\n", "        // end").indent(-8).strip();
        List<String> blocks = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(Files.readString(home().resolve("README.md")))
                .results()
                .map(block -> block.group(1).strip())
                .toList();
        assertEquals(List.of(sample), blocks);
    }

    @Test
    void bothCommandsStandAloneUnderTheirHeadings() throws IOException {
        String readme = Files.readString(home().resolve("README.md"));
        assertTrue(Pattern.compile("### Run it\n\n```sh\n[^\n]+\n```")
                .matcher(readme)
                .find());
        assertTrue(Pattern.compile("### Test it\n\n```sh\n[^\n]+\n```")
                .matcher(readme)
                .find());
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("README.md")) ? here : here.getParent();
    }

    private record Door(Transport transport) {

        Salesforce create() {
            return com.spara.sf.client.Salesforce.over(transport);
        }
    }
}
