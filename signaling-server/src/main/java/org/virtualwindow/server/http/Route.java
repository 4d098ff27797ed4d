package org.virtualwindow.server.http;

import jakarta.servlet.http.HttpServlet;

/** Which servlet answers below which path, like {@code /api/progress/*}. */
public record Route(String pathSpec, HttpServlet servlet) {}
