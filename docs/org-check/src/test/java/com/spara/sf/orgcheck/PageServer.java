package com.spara.sf.orgcheck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A web server that is no org: it answers every request with the same page and status. */
final class PageServer implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;

    private PageServer(int status) throws IOException {
        String page = "<html>s3cret</html>";
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.answer = "HTTP/1.1 " + status + " Page\r\nContent-Type: text/html\r\nConnection: close\r\n"
                + "Location: https://elsewhere.example/\r\nContent-Length: " + page.length() + "\r\n\r\n" + page;
    }

    static PageServer answering(int status) throws IOException {
        PageServer page = new PageServer(status);
        Thread thread = new Thread(page::serve, "page");
        thread.setDaemon(true);
        thread.start();
        return page;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                readHead(socket);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void readHead(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            line = reader.readLine();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
