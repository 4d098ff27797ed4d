package org.virtualwindow.server;

import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import org.virtualwindow.server.blob.Materials;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.find.CurrentFinder;
import org.virtualwindow.server.http.Health;
import org.virtualwindow.server.http.Route;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.DeviceLaunchDoor;
import org.virtualwindow.server.identity.DoctorDoors;
import org.virtualwindow.server.identity.EnrolDoor;
import org.virtualwindow.server.identity.FindDoor;
import org.virtualwindow.server.identity.ItemDoor;
import org.virtualwindow.server.identity.LaunchDoor;
import org.virtualwindow.server.identity.LeafletDoor;
import org.virtualwindow.server.identity.NothingHere;
import org.virtualwindow.server.identity.OfferingDoor;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.identity.PackageDoors;
import org.virtualwindow.server.identity.PhoneDoor;
import org.virtualwindow.server.identity.PlaceDoor;
import org.virtualwindow.server.identity.ProgressDoor;
import org.virtualwindow.server.identity.Sessions;
import org.virtualwindow.server.identity.SignInDoor;
import org.virtualwindow.server.identity.SignOutDoor;
import org.virtualwindow.server.identity.StaffSignIn;
import org.virtualwindow.server.items.CurrentOffering;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.metrics.Figures;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.Sql;

/** What can be asked for over HTTP beside the pages and the sockets. */
final class Routes {
    private static final Duration LIVELY = Duration.ofSeconds(2);

    private final List<Route> all = new ArrayList<>();

    List<Route> all() {
        return List.copyOf(all);
    }

    /** @param serving false once the server stops */
    void ofOperators(Database database, Desk desk, Journal journal, BooleanSupplier serving, Figures figures) {
        SequencedMap<String, BooleanSupplier> ready = new LinkedHashMap<>();
        ready.put("database", database::alive);
        ready.put("serving", serving);
        SequencedMap<String, BooleanSupplier> live = new LinkedHashMap<>();
        live.put("desk", () -> desk.answersWithin(LIVELY));
        live.put("journal", journal::isAlive);
        add("/health", new Health(ready));
        add("/health/ready", new Health(ready));
        add("/health/live", new Health(live));
        // Pages ask here before they come back: whoever is in a call may, also while the database is away.
        add("/health/here", new Health(new LinkedHashMap<>()));
        add("/metrics", figures);
    }

    void ofPeople(
            Sessions sessions, StaffSignIn staff, OneTimeCodes codes, DeviceKeys deviceKeys, Directory directory) {
        add("/api/*", new NothingHere());
        add("/api/kiosk/launch", new LaunchDoor(codes, directory, sessions));
        add("/api/clerk/sign-in", SignInDoor.forClerks(staff, sessions));
        add("/api/clerk/sign-out", SignOutDoor.forClerks(sessions));
        add("/api/hall/sign-in", SignInDoor.forHallManagers(staff, sessions));
        add("/api/hall/sign-out", SignOutDoor.forHallManagers(sessions));
        add("/api/device/enrol", new EnrolDoor(deviceKeys));
        add("/api/device/launch", new DeviceLaunchDoor(deviceKeys, codes));
    }

    void ofDoctors(DoctorDoors doors) {
        add("/api/doctor/relay", doors.relay());
        add("/api/doctor/down", doors.down());
        add("/api/doctor/up", doors.up());
    }

    /** @param changed runs after another package came into force */
    void ofItems(
            Sql sql,
            Sessions sessions,
            Directory directory,
            Packages packages,
            CurrentOffering offering,
            CurrentFinder finder,
            Runnable changed) {
        add("/api/hall/packages", PackageDoors.list(sessions, packages));
        add("/api/hall/packages/try", PackageDoors.trying(sessions, packages));
        add("/api/hall/packages/put", PackageDoors.putting(sessions, packages, changed));
        add("/api/items/*", new ItemDoor(sessions, packages::item, packages::here));
        add("/api/offering", new OfferingDoor(sessions, offering));
        add(
                "/api/leaflet/*",
                new LeafletDoor(directory, (item, owner) -> packages.now().find(item, owner)));
        add("/api/place/*", new PlaceDoor(directory));
        add("/api/find", new FindDoor(sessions, finder));
        add(
                "/api/progress",
                new ProgressDoor(sql, directory, (item, owner) -> packages.now().find(item, owner)));
    }

    void ofMaterials(Materials.Doors doors) {
        add("/api/upload/*", doors.uploads());
        add("/api/blob/*", doors.blobs());
    }

    void ofPhones(PhoneDoor door) {
        add("/api/phone", door);
    }

    private void add(String path, HttpServlet servlet) {
        all.add(new Route(path, servlet));
    }
}
