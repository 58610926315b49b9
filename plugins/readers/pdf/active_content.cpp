#include "active_content.hpp"
#include "signatures.hpp"

#include <algorithm>
#include <set>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostFound = 500;
constexpr std::size_t mostPages = 2'000;
constexpr int deepest = 24;
constexpr std::size_t largestForm = 16 << 20;

class Search {
public:
    explicit Search(Document& document)
        : m_document(document)
    {
    }
    std::vector<ActiveContent> run();

private:
    struct Place {
        std::string where;
        int page = -1;
        bool withoutClick = false;
    };
    void add(const char* what, const Place& place, const std::string& target = {})
    {
        if (m_found.size() < mostFound)
            m_found.push_back({what, place.where, target, place.page, place.withoutClick});
    }
    void action(const Value& raw, const Place& place, int depth = 0);
    void events(const Value& owner, const Place& place);
    void nameTree(const Value& raw, const char* kind, int depth = 0);
    void annotation(const Value& annotation, int page);
    void page(const PageNode& node, int index);
    void xfa(const Value& form);
    std::string targetOf(const Value& action);
    std::string fileName(const Value& specification);

    Document& m_document;
    std::vector<ActiveContent> m_found;
    std::set<std::pair<std::uint32_t, bool>> m_seen; ///< actions by whether they happen unasked, against loops
    std::set<std::uint32_t> m_nodes; ///< of name trees
};

std::string Search::fileName(const Value& specification)
{
    if (specification.isString())
        return textOf(specification);
    const Value& unicode = m_document.get(specification, "UF");
    return textOf(unicode.isString() ? unicode : m_document.get(specification, "F"));
}

std::string Search::targetOf(const Value& action)
{
    const Value& address = m_document.get(action, "URI");
    return address.isString() ? textOf(address) : fileName(m_document.get(action, "F"));
}

void Search::action(const Value& raw, const Place& place, int depth)
{
    const std::pair seen{static_cast<std::uint32_t>(raw.number), place.withoutClick};
    if (depth > deepest || (raw.isReference() && !m_seen.insert(seen).second))
        return;
    const Value& action = m_document.resolve(raw);
    const Value& kind = m_document.get(action, "S");
    if (kind.isName("JavaScript") || !m_document.get(action, "JS").isNull())
        add("javascript", place);
    if (kind.isName("Rendition") || kind.isName("RichMediaExecute") || kind.isName("Movie") || kind.isName("Sound")
        || kind.isName("GoTo3DView"))
        add("rich-media", place);
    else if (kind.isName("Launch"))
        add("launch-action", place, targetOf(action));
    else if (kind.isName("SubmitForm"))
        add("submit-form", place, targetOf(action));
    else if (kind.isName("ImportData"))
        add("import-data", place, targetOf(action));
    else if (kind.isName("URI") || kind.isName("GoToR") || kind.isName("GoToE") || kind.isName("Thread"))
        if (!kind.isName("Thread") || !m_document.get(action, "F").isNull())
            add("external-reference", place, targetOf(action));
    const Value& next = m_document.get(action, "Next");
    if (next.isArray())
        for (const Value& one : next.items)
            this->action(one, place, depth + 1);
    else if (next.isDictionary())
        this->action(action["Next"], place, depth + 1);
}

void Search::events(const Value& owner, const Place& place)
{
    const Value& events = m_document.get(owner, "AA");
    for (std::size_t i = 0; i < events.items.size() && events.isDictionary(); ++i) {
        Place own = place;
        // Opening and showing happen by themselves; the rest wants the pointer or the keyboard (12.6.3).
        static constexpr std::string_view byThemselves[]
            = {"O", "PO", "PV", "C", "PC", "PI", "WC", "WP", "DP", "WS", "DS"};
        own.withoutClick
            = std::find(std::begin(byThemselves), std::end(byThemselves), events.keys[i]) != std::end(byThemselves);
        action(events.items[i], own);
    }
}

void Search::nameTree(const Value& raw, const char* kind, int depth)
{
    if (depth > deepest || (raw.isReference() && !m_nodes.insert(static_cast<std::uint32_t>(raw.number)).second))
        return;
    const Value& node = m_document.resolve(raw);
    const Value& names = m_document.get(node, "Names");
    for (std::size_t i = 1; i < names.items.size(); i += 2) {
        if (std::string_view(kind) == "JavaScript")
            action(names.at(i), {"name-tree", -1, true});
        else
            add("embedded-file", {"name-tree", -1, false}, fileName(m_document.get(names, i)));
    }
    for (const Value& kid : m_document.get(node, "Kids").items)
        nameTree(kid, kind, depth + 1);
}

void Search::annotation(const Value& annotation, int page)
{
    const Value& subtype = m_document.get(annotation, "Subtype");
    if (!annotation["A"].isNull())
        action(annotation["A"], {"annotation", page, false});
    events(annotation, {"annotation-event", page, false});
    if (subtype.isName("FileAttachment"))
        add("embedded-file", {"annotation", page, false}, fileName(m_document.get(annotation, "FS")));
    static constexpr std::string_view media[] = {"RichMedia", "Screen", "Movie", "Sound", "3D"};
    if (std::find(std::begin(media), std::end(media), std::string_view(subtype.text)) != std::end(media))
        add("rich-media", {"annotation", page, false});
}

void Search::page(const PageNode& node, int index)
{
    events(node.dictionary, {"page-event", index, true});
    for (const Value& one : m_document.get(node.dictionary, "Annots").items)
        annotation(m_document.resolve(one), index);
    // Pictures and forms that are fetched from elsewhere (8.10.4 reference XObjects, 7.3.8.2 external streams).
    const Value& things = m_document.get(node.resources, "XObject");
    for (const Value& one : things.items) {
        const Value& thing = m_document.resolve(one);
        if (!m_document.get(thing, "Ref").isNull() || (thing.isStream() && !m_document.get(thing, "F").isNull()))
            add("external-reference", {"content", index, true}, fileName(m_document.get(thing, "F")));
    }
}

/// An XML form brings its scripts within its XML (12.7.8).
void Search::xfa(const Value& form)
{
    std::string all = m_document.decoded(form, largestForm);
    for (std::size_t i = 0; i < form.items.size() && form.isArray() && all.size() < largestForm; ++i)
        all += m_document.decoded(m_document.get(form, i), largestForm - all.size());
    if (all.find("<script") != std::string::npos)
        add("javascript", {"xfa-form", -1, true});
}

std::vector<ActiveContent> Search::run()
{
    const Value& catalog = m_document.catalog();
    // A destination, which is an array, only turns to a page.
    if (m_document.get(catalog, "OpenAction").isDictionary())
        action(catalog["OpenAction"], {"open-action", -1, true});
    events(catalog, {"catalog-event", -1, true});
    const Value& names = m_document.get(catalog, "Names");
    nameTree(names["JavaScript"], "JavaScript");
    nameTree(names["EmbeddedFiles"], "EmbeddedFiles");
    for (const Value& file : m_document.get(catalog, "AF").items)
        if (m_document.get(names, "EmbeddedFiles").isNull())
            add("embedded-file", {"catalog", -1, false}, fileName(m_document.resolve(file)));
    for (std::size_t i = 0; i < m_document.pages().size() && i < mostPages; ++i)
        page(m_document.pages()[i], static_cast<int>(i));
    for (const FormField& field : formFields(m_document, catalog))
        events(*field.dictionary, {"field-event", -1, false});
    xfa(m_document.get(m_document.get(catalog, "AcroForm"), "XFA"));
    return std::move(m_found);
}

} // namespace

std::vector<ActiveContent> activeContentOf(Document& document)
{
    return Search(document).run();
}

} // namespace vidimus::pdf
