package com.spara.sf.client.http;

import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * The JDK's HTTP client as a transport. Never follows redirects, since those would carry the token to another origin. The
 * deadline covers the reading of the body too, which {@code HttpRequest.timeout} does not.
 */
public final class JdkTransport implements Transport {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;

    /** Makes a transport with a client of its own; one for all tenants is enough. */
    public JdkTransport() {
        this(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
    }

    JdkTransport(HttpClient client) {
        this.client = client;
    }

    @Override
    public WireResponse send(WireRequest request, Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(httpRequest(request), BodyHandlers.ofInputStream());
        HttpResponse<InputStream> response = await(answer, end);
        return WireResponse.of(
                response.statusCode(),
                headers(response),
                new DeadlineStream(response.body(), Duration.ofNanos(end - System.nanoTime())));
    }

    private static HttpRequest httpRequest(WireRequest request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri()).method(request.method(), publisher(request));
        request.headers().forEach(builder::header);
        if (request.header("Accept-Encoding").isEmpty()) {
            builder.header("Accept-Encoding", "gzip");
        }
        return builder.build();
    }

    private static BodyPublisher publisher(WireRequest request) {
        if (request.bodyLength() == 0) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(request::openBody);
        return request.bodyLength() < 0 ? stream : BodyPublishers.fromPublisher(stream, request.bodyLength());
    }

    private static HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> answer, long end)
            throws IOException {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            abandon(answer);
            throw new IOException("No answer came before the deadline.", late);
        } catch (InterruptedException interrupted) {
            abandon(answer);
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("The thread was interrupted while it waited.");
            stopped.initCause(interrupted);
            throw stopped;
        } catch (ExecutionException failed) {
            throw asIo(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /** An answer that came at the very last moment cannot be cancelled any more, and is closed instead. */
    private static void abandon(CompletableFuture<HttpResponse<InputStream>> answer) throws IOException {
        if (!answer.cancel(true) && !answer.isCompletedExceptionally()) {
            answer.join().body().close();
        }
    }

    private static IOException asIo(Throwable failure) {
        if (wasNeverSent(failure)) {
            return new RequestNotSentException("The connection could not be made.", failure);
        }
        return failure instanceof IOException io ? io : new IOException("The request failed.", failure);
    }

    private static boolean wasNeverSent(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnresolvedAddressException
                || failure instanceof SSLHandshakeException;
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":")) {
                headers.put(name, String.join(", ", values));
            }
        });
        return headers;
    }
}
