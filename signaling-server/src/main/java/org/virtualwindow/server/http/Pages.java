package org.virtualwindow.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ResourceServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The pages of the doors, out of the jars on the class path. */
final class Pages {
    /** One folder below META-INF/resources each, filled by the module whose door it is. */
    static final List<String> DOORS = List.of("kiosk", "console", "hall", "progress", "leaflet", "phone");

    private Pages() {}

    static void serve(ServletContextHandler context) {
        context.setBaseResource(ResourceFactory.combine(folders(context)));
        for (String door : DOORS) {
            var holder = new ServletHolder(door, ResourceServlet.class);
            holder.setInitParameter("pathInfoOnly", "false");
            holder.setInitParameter("dirAllowed", "false");
            context.addServlet(holder, "/" + door + "/*");
        }
        context.addServlet(new ServletHolder("front-door", new FrontDoor()), "");
    }

    private static List<Resource> folders(ServletContextHandler context) {
        try {
            List<Resource> folders = new ArrayList<>();
            for (URL url : Collections.list(Pages.class.getClassLoader().getResources("META-INF/resources"))) {
                folders.add(ResourceFactory.of(context).newResource(url));
            }
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who names no door stands before the kiosk. */
    private static final class FrontDoor extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendRedirect("/kiosk/");
        }
    }
}
