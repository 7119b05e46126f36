package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.RefusedException;
import com.spara.sf.testkit.soql.SoqlException;

/** The one place that every request and every part of a composite passes: planned trouble first, then the resource. */
final class Passage {
    private final RowErrors errors;
    private final Router router;
    private final Faults faults;

    Passage(Org org, Faults faults) {
        this.faults = faults;
        this.errors = new RowErrors(org);
        this.router = new Router(org).withComposite(new CompositeResource(org, this));
    }

    /** The answer, an error answer too; throws when nothing of the whole HTTP call is to be done, on plan. */
    RestAnswer answer(RestRequest request, Visit visit) {
        return faults.meet(request, visit).orElseGet(() -> answer(request));
    }

    private RestAnswer answer(RestRequest request) {
        try {
            EntityTags.requireSupported(request);
            return router.answer(request);
        } catch (RestException e) {
            return e.answer();
        } catch (RefusedException e) {
            return errors.ofRow(e.error(), request).answer();
        } catch (SoqlException e) {
            return e.isUnsupported()
                    ? RestException.gapSaid(e.wireMessage()).answer()
                    : RestException.badRequest(e.errorCode(), e.wireMessage()).answer();
        }
    }
}
