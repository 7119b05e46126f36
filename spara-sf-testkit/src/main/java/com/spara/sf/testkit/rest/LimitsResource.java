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
                        .write("Max", Org.DAILY_CALLS)
                        .write("Remaining", Math.max(0, Org.DAILY_CALLS - org.callsToday()))
                        .writeEnd()
                        .writeEnd());
    }
}
