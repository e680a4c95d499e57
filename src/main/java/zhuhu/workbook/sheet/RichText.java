package zhuhu.workbook.sheet;

import javax.xml.stream.XMLStreamReader;

/// Collects the text of elements that may be cut into formatted runs.
abstract class RichText implements Xml.Tags {

    private final String element;
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int phonetic;

    RichText(String element) {
        this.element = element;
    }

    abstract void done(String text);

    @Override
    public boolean start(String name, XMLStreamReader at) {
        switch (name) {
            case "t" -> inText = phonetic == 0;
            // Reason: readings of characters stand beside the text, and are not part of it.
            case "rPh" -> phonetic++;
            default -> {}
        }
        return true;
    }

    @Override
    public boolean end(String name) {
        switch (name) {
            case "t" -> inText = false;
            case "rPh" -> phonetic--;
            default -> {
                if (name.equals(element)) {
                    done(Escapes.decoded(text.toString()));
                    text.setLength(0);
                }
            }
        }
        return true;
    }

    @Override
    public void text(XMLStreamReader at) {
        if (inText) {
            text.append(at.getTextCharacters(), at.getTextStart(), at.getTextLength());
        }
    }
}
