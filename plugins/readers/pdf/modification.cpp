#include "modification.hpp"
#include "deep_equal.hpp"
#include "signatures.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace vidimus::pdf {

namespace {

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class Comparison {
public:
    Comparison(Document& before, Document& now)
        : m_before(before)
        , m_now(now)
        , m_equal(before, now)
        , m_fieldsBefore(formFields(before, before.catalog()))
        , m_fieldsNow(formFields(now, now.catalog()))
    {
        for (const FormField& field : m_fieldsNow)
            m_fieldObjects.insert(field.objects.begin(), field.objects.end());
    }
    ModificationResult run()
    {
        compareKeys(m_before.catalog(), m_now.catalog(), [&](const std::string& key) {
            if (key == "Pages")
                comparePages();
            else if (key == "AcroForm")
                compareForm();
            else
                compareCatalogKey(key);
        });
        if (!m_equal(m_before.trailer()["Info"], m_now.trailer()["Info"]))
            note(Modification::LtaUpdates, "Info");
        if (!m_equal(m_before.trailer()["Encrypt"], m_now.trailer()["Encrypt"]))
            note(Modification::Other, "Encrypt");
        return m_result;
    }

private:
    void note(Modification kind, const std::string& where)
    {
        if (kind > m_result.kind) {
            m_result.kind = kind;
            m_result.where = where;
        }
    }
    template <class Compare> void compareKeys(const Value& before, const Value& now, Compare&& compare)
    {
        std::set<std::string> keys(before.keys.begin(), before.keys.end());
        keys.insert(now.keys.begin(), now.keys.end());
        for (const std::string& key : keys)
            compare(key);
    }
    void compareCatalogKey(const std::string& key)
    {
        if (m_equal(m_before.catalog()[key], m_now.catalog()[key]))
            return;
        if (isOneOf(key, {"DSS", "Extensions", "Version", "Metadata"}))
            note(Modification::LtaUpdates, key);
        else if (isOneOf(key, {"StructTreeRoot", "MarkInfo"})) // a tagged document names its new fields there
            note(Modification::FormFilling, key);
        else
            note(Modification::Other, key);
    }
    void comparePages();
    void compareAnnotations(const PageNode& before, const PageNode& now, const std::string& page);
    void compareForm();
    void compareField(const FormField& before, const FormField& now);
    void addedField(const FormField& field);
    void signatureAdded(const FormField& field);
    bool looksUnchanged(const FormField& before, const FormField& now);

    Document& m_before;
    Document& m_now;
    DeepEqual m_equal;
    std::vector<FormField> m_fieldsBefore, m_fieldsNow;
    std::set<std::uint32_t> m_fieldObjects;
    ModificationResult m_result;
};

void Comparison::comparePages()
{
    const auto& before = m_before.pages();
    const auto& now = m_now.pages();
    if (before.size() != now.size()) {
        note(Modification::Other, "Pages");
        return;
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        const std::string page = "page " + std::to_string(i + 1);
        const bool sameFrame = m_equal(before[i].resources, now[i].resources)
            && m_equal(before[i].mediaBox, now[i].mediaBox) && m_equal(before[i].cropBox, now[i].cropBox)
            && m_equal(before[i].rotate, now[i].rotate);
        if (!sameFrame
            || !m_equal.except(before[i].dictionary, now[i].dictionary,
                {"Annots", "LastModified", "Tabs", "StructParents", "Metadata", "Resources", "MediaBox", "CropBox",
                    "Rotate"}))
            note(Modification::Other, page);
        compareAnnotations(before[i], now[i], page);
    }
}

void Comparison::compareAnnotations(const PageNode& before, const PageNode& now, const std::string& page)
{
    std::vector<Value> old = m_before.get(before.dictionary, "Annots").items;
    for (const Value& annotation : m_now.get(now.dictionary, "Annots").items) {
        const auto number = static_cast<std::uint32_t>(annotation.number);
        auto match = std::find_if(old.begin(), old.end(), [&](const Value& other) {
            return annotation.isReference() && other.isReference() && other.number == annotation.number;
        });
        if (match == old.end())
            match
                = std::find_if(old.begin(), old.end(), [&](const Value& other) { return m_equal(other, annotation); });
        const bool ofField = annotation.isReference() && m_fieldObjects.contains(number);
        // What belongs to a field is compared with its field.
        if (!ofField && (match == old.end() || !m_equal(*match, annotation)))
            note(Modification::Annotations, page + " annotation");
        if (match != old.end())
            old.erase(match);
    }
    if (!old.empty())
        note(Modification::Annotations, page + " annotation removed");
}

void Comparison::signatureAdded(const FormField& field)
{
    const bool timestamp = m_now.get(*field.value, "Type").isName("DocTimeStamp");
    note(timestamp ? Modification::LtaUpdates : Modification::FormFilling, field.name);
    m_result.signaturesAdded = m_result.signaturesAdded || !timestamp;
}

void Comparison::addedField(const FormField& field)
{
    if (field.type != "Sig")
        note(Modification::Other, field.name);
    else if (field.value->isDictionary())
        signatureAdded(field);
    else
        note(Modification::FormFilling, field.name);
}

bool Comparison::looksUnchanged(const FormField& before, const FormField& now)
{
    const Value& old = m_before.get(*before.dictionary, "Kids");
    const Value& kids = m_now.get(*now.dictionary, "Kids");
    if (old.items.size() != kids.items.size())
        return false;
    for (std::size_t i = 0; i < kids.items.size(); ++i)
        if (!m_equal.except(m_before.get(old, i), m_now.get(kids, i), {"AP", "AS", "M"}))
            return false;
    return m_equal.except(*before.dictionary, *now.dictionary, {"V", "AP", "AS", "M", "I", "RV", "Kids"});
}

void Comparison::compareField(const FormField& before, const FormField& now)
{
    if (m_equal(*before.dictionary, *now.dictionary) && m_equal(*before.value, *now.value))
        return;
    if (before.type != now.type || !looksUnchanged(before, now)) {
        note(Modification::Other, now.name);
    } else if (now.type == "Sig") {
        if (before.value->isNull() && now.value->isDictionary())
            signatureAdded(now);
        else if (!before.value->isNull()) // a signature's own value or look was exchanged
            note(Modification::Other, now.name);
        else
            note(Modification::FormFilling, now.name);
    } else {
        note(Modification::FormFilling, now.name);
        m_result.valuesFilled = true;
    }
}

void Comparison::compareForm()
{
    const Value& before = m_before.get(m_before.catalog(), "AcroForm");
    const Value& now = m_now.get(m_now.catalog(), "AcroForm");
    compareKeys(before, now, [&](const std::string& key) {
        if (isOneOf(key, {"Fields", "SigFlags"}) || m_equal(before[key], now[key]))
            return;
        const bool looks = isOneOf(key, {"DA", "DR", "NeedAppearances", "Q"});
        note(looks ? Modification::FormFilling : Modification::Other, "AcroForm " + key);
    });
    std::multimap<std::string, const FormField*> old;
    for (const FormField& field : m_fieldsBefore)
        old.emplace(field.name, &field);
    for (const FormField& field : m_fieldsNow) {
        const auto match = old.find(field.name);
        if (match == old.end()) {
            addedField(field);
            continue;
        }
        compareField(*match->second, field);
        old.erase(match);
    }
    if (!old.empty())
        note(Modification::Other, old.begin()->first);
}

} // namespace

ModificationResult compareStates(Document& signedState, Document& now)
{
    return Comparison(signedState, now).run();
}

const char* nameOf(Modification kind)
{
    static constexpr const char* names[] = {"none", "lta-updates", "form-filling", "annotations", "other"};
    return names[static_cast<int>(kind)];
}

} // namespace vidimus::pdf
