package com.spara.sf.connect;

import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import java.net.URI;
import java.util.Optional;

/**
 * One customer's org: connected by a person who clicks <em>Authorize</em>, or by a server's own {@link Credentials}.
 *
 * <pre>{@code
 * Connection acme = salesforce.connection("acme");
 * WebLogin login = acme.beginLogin("acme.lightning.force.com");     // send the person to login.url()
 * acme.finishLogin(login, callbackUri);                             // with the address the person came back to
 * acme.sync(settings).push(lead);
 * }</pre>
 *
 * <p>An access token that expired is renewed without anybody noticing: one token request, whatever the number of threads.
 * When access is gone for good the connection is in <em>reconnection required</em>, makes no call any more, and loses
 * nothing.
 *
 * <p>A handle: two of the same name are the same connection, and there is nothing to close. Safe for use by many threads.
 */
public interface Connection {

    /**
     * Returns a sync of this org by these settings. Makes no call, and can be taken before the org is connected.
     *
     * @param settings what is written where
     * @return the sync
     */
    SalesforceSync sync(SyncSettings settings);

    /**
     * Returns the name by which the host knows the connection.
     *
     * @return the name; the org's address for a connection by {@link Credentials}
     */
    String name();

    /**
     * Returns the address of the org's API, as Salesforce last gave it.
     *
     * @return the address, for example {@code https://acme.my.salesforce.com}
     * @throws com.spara.sf.ReconnectionRequiredException if the connection never was connected
     */
    URI url();

    /**
     * Returns how the connection stands. Makes no call to Salesforce; reads the store unless the connection is known to be
     * connected.
     *
     * @return the state
     * @throws IllegalStateException if what the store gave is not what was saved there; a login makes it good
     */
    ConnectionState state();

    /**
     * Returns how many API requests the org has used, as its latest answer said. Makes no call.
     *
     * @return the usage, or empty if no answer has come yet, or none of the last ones said
     */
    Optional<ApiUsage> usage();

    /**
     * Begins a login of a person. Makes no call and changes nothing: what is connected stays so until the login is finished.
     *
     * @param address the org's own address as the person typed or pasted it; see {@link OrgAddress}
     * @return the login, to be kept in the person's session
     * @throws IllegalArgumentException if the address cannot be an org's; the message is for the person
     * @throws IllegalStateException if this is a connection by {@link Credentials}, or no {@link WebApp} was given
     */
    WebLogin beginLogin(String address);

    /**
     * Finishes a login with the address that Salesforce sent the person back to: one token request, and what comes is stored.
     * The state warns when it is another org than before, since record Ids and pull cursors do not carry over.
     *
     * @param login the login, from the person's session
     * @param callback the address with its query, as the host received it
     * @return how the connection stands now
     * @throws com.spara.sf.LoginFailedException if the person refused, Salesforce refused, or the login is not this one;
     *     nothing has changed
     * @throws com.spara.sf.OrgUnreachableException if no answer came; nothing has changed, begin again
     * @throws com.spara.sf.LimitReachedException if the user logged in too often within the hour; nothing has changed
     */
    ConnectionState finishLogin(WebLogin login, URI callback);

    /**
     * Tries the credentials that are there once more, after the admin has mended what {@link ConnectionState#reason()} says,
     * for example has made the user active again: one token request. Does nothing while the connection is connected.
     *
     * @return how the connection stands now
     * @throws com.spara.sf.OrgUnreachableException if no answer came
     * @throws com.spara.sf.LimitReachedException if the user logged in too often within the hour
     */
    ConnectionState reconnect();

    /**
     * Lets the org go: revokes the grant and forgets the tokens. A grant that is invalid already counts as revoked; when
     * Salesforce could not be asked, the tokens are forgotten all the same, and the state warns. Settings are the host's, and
     * work again after the next login.
     *
     * @return how the connection stands now
     */
    ConnectionState disconnect();

    /**
     * Asks who is connected, and what that user may do by these settings: one API call, and one before it where the user is
     * not known yet.
     *
     * @param settings what shall be written where
     * @return the user, the org, the rights, and the words to tell the admin
     * @throws com.spara.sf.SalesforceException if the org cannot be used
     */
    WhoAmI whoAmI(SyncSettings settings);

    /**
     * Returns what somebody who helps has to know, as JSON text: versions, how the connection stands and why, the API requests
     * used, what was learned of the org, the last calls and how they ended, the settings without their constants and the values of
     * their conditions, and what {@code check} finds. It holds no secret and no people's data; it names the org, its fields and the
     * settings' names. At most one API call; an org that cannot be used is no reason to fail.
     *
     * @param settings the settings that are in use
     * @return the JSON, several lines
     */
    String supportBundle(SyncSettings settings);
}
