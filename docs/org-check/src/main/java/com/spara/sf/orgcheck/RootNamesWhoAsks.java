package com.spara.sf.orgcheck;

import java.util.regex.Pattern;

/** A connection by a token alone knows neither its org nor its user before it asks. */
final class RootNamesWhoAsks implements Assumption {
    private static final Pattern IDENTITY = Pattern.compile("/id/00D\\w{12,15}/005\\w{12,15}$");

    @Override
    public String statement() {
        return "The root of the REST API has an identity that ends in the Ids of the org and the user.";
    }

    @Override
    public Finding look(Workbench bench) {
        Reply root = Workbench.require("the root", bench.send(Request.get("/")));
        boolean isNamed = Reply.text(root.object(), "identity")
                .filter(address -> IDENTITY.matcher(address).find())
                .isPresent();
        return Finding.of(isNamed, root.facts());
    }
}
