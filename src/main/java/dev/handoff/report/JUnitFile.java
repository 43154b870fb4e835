package dev.handoff.report;

import dev.handoff.study.Examination.Decision;
import dev.handoff.study.Examination.Found;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Expectations in the XML form in which JUnit reports tests, for whatever shows those: a test suite for each scenario; what failed is a
 * failure, what needs more runs an error.
 */
final class JUnitFile {
    private final List<ExpectationFiles.Examined> scenarios;
    private final List<Found> found;

    JUnitFile(List<ExpectationFiles.Examined> scenarios, List<Found> found) {
        this.scenarios = scenarios;
        this.found = found;
    }

    String text() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            counted(xml, "testsuites", "handoff expect", found);
            for (int scenario = 0; scenario < scenarios.size(); scenario++) {
                int number = scenario;
                suite(
                        xml,
                        scenarios.get(scenario).title(),
                        found.stream().filter(each -> each.scenario() == number).toList());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new AssertionError("a text can be written", impossible);
        }
        return text.toString();
    }

    private static void counted(XMLStreamWriter xml, String element, String name, List<Found> tests)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(tests.size()));
        xml.writeAttribute("failures", Long.toString(count(tests, Decision.FAIL)));
        xml.writeAttribute("errors", Long.toString(count(tests, Decision.UNDECIDED)));
        xml.writeCharacters("\n");
    }

    private static long count(List<Found> tests, Decision decision) {
        return tests.stream().filter(each -> each.decision() == decision).count();
    }

    private static void suite(XMLStreamWriter xml, String title, List<Found> tests) throws XMLStreamException {
        counted(xml, "testsuite", title, tests);
        for (Found each : tests) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", title);
            xml.writeAttribute("name", each.expectation().text());
            if (each.decision() != Decision.PASS) {
                xml.writeEmptyElement(each.decision() == Decision.FAIL ? "failure" : "error");
                xml.writeAttribute("type", each.decision().label());
                xml.writeAttribute("message", ExpectationFiles.sentence(each));
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
