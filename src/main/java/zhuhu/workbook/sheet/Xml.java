package zhuhu.workbook.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks an XML part by local names, whatever namespace or prefix the writing program chose.
final class Xml {

    private Xml() {}

    /// What a walk is told of. Both are called with the reader standing on the tag.
    interface Tags {
        /// Returns whether to go on.
        boolean start(String name, XMLStreamReader at) throws XMLStreamException;

        default boolean end(String name) {
            return true;
        }

        default void text(XMLStreamReader at) {}
    }

    static void walk(InputStream part, Tags tags) throws IOException {
        try (part) {
            XMLStreamReader at = factory().createXMLStreamReader(part);
            boolean on = true;
            while (on && at.hasNext()) {
                on =
                        switch (at.next()) {
                            case XMLStreamConstants.START_ELEMENT ->
                                    tags.start(at.getLocalName(), at);
                            case XMLStreamConstants.END_ELEMENT -> tags.end(at.getLocalName());
                            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                                tags.text(at);
                                yield true;
                            }
                            // Reason: no spreadsheet program writes a DTD; entities hide in one.
                            case XMLStreamConstants.DTD -> throw new ZipParts.Hostile("DTD");
                            default -> true;
                        };
            }
            at.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.configureForSpeed();
        return factory;
    }

    /// An attribute by local name.
    static @Nullable String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return null;
    }

    static boolean isSet(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }
}
