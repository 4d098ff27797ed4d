package org.virtualwindow.kiosk.driver.escl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Elements by their names without namespaces, because scanners do not agree on them. */
record Xml(Element element) {
    /** @throws IOException it is no XML, or XML that reaches beyond itself */
    static Xml parse(byte[] bytes) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Xml(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException | ParserConfigurationException notXml) {
            throw new IOException("The answer is not XML", notXml);
        }
    }

    /** Everything of this name within. */
    List<Xml> all(String name) {
        NodeList nodes = element.getElementsByTagNameNS("*", name);
        List<Xml> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add(new Xml((Element) nodes.item(i)));
        }
        return all;
    }

    Optional<Xml> first(String name) {
        return all(name).stream().findFirst();
    }

    String text() {
        return element.getTextContent().strip();
    }

    List<String> texts(String name) {
        return all(name).stream().map(Xml::text).toList();
    }

    Optional<Integer> number(String name) {
        return first(name)
                .map(Xml::text)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
