package com.spara.sf.testkit.rest;

/** {@code /limits}: the daily calls, which are the one limit that this fake keeps. */
final class LimitsResource implements Resource {
    private final Org org;

    LimitsResource(Org org) {
        this.org = org;
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (request.resource().size() > 1) {
            throw RestException.gap("the resource " + String.join("/", request.resource()));
        }
        return RestAnswer.of(
                HttpStatus.OK,
                json -> json.writeStartObject()
                        .writeStartObject("DailyApiRequests")
                        .write("Max", org.dailyCalls().most())
                        .write("Remaining", org.dailyCalls().left())
                        .writeEnd()
                        .writeEnd());
    }
}
