package org.virtualwindow.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says to the browser what a page of ours may do and how long a file may be kept. */
final class PageHeaders extends HttpFilter {
    private static final long serialVersionUID = 1;

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "font-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html");

    private static final String PERMISSIONS_POLICY = String.join(
            ", ",
            "camera=(self)",
            "microphone=(self)",
            "display-capture=(self)",
            "autoplay=(self)",
            "fullscreen=(self)",
            "geolocation=()",
            "payment=()",
            "usb=()",
            "serial=()",
            "hid=()");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", cacheControl(request.getRequestURI()));
        chain.doFilter(request, response);
    }

    /**
     * The name of an asset contains its hash. Everything else is asked for anew: a page keeps its length and its date from
     * build to build, so a browser that asked whether it changed would be told no.
     */
    private static String cacheControl(String path) {
        return path.contains("/assets/") ? "public, max-age=31536000, immutable" : "no-store";
    }
}
