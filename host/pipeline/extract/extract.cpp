#include "pipeline/extract/extract.hpp"

#include "pipeline/extract/barcodes.hpp"
#include "pipeline/extract/decide.hpp"
#include "pipeline/extract/reread.hpp"
#include "pipeline/extract/zones.hpp"

#include <algorithm>
#include <re2/re2.h>

#include <memory>
#include <set>

namespace vidimus::pipeline {
namespace {

using profiles::FieldSpec;
using profiles::Profile;

std::set<std::string> languagesOf(const std::string& joined)
{
    std::set<std::string> all;
    for (std::size_t at = 0; at <= joined.size();) {
        const auto end = std::min(joined.find('+', at), joined.size());
        if (end > at)
            all.insert(joined.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

/// One reading of the whole prepared page, with the labels on it.
struct PageView {
    PageText text;
    std::vector<Anchor> anchors;
    std::string pass;
};

/// Reads the fields that stand on one part of a document.
class PartExtractor {
public:
    PartExtractor(PassReader& reader, const DocumentPart& part, const Profile& profile, PluginServices& services)
        : m_reader(reader)
        , m_part(part)
        , m_profile(profile)
        , m_services(services)
        , m_labels(profile)
    {
    }

    Result<void> operator()(Document& document)
    {
        if (const auto opened = openViews(); !opened)
            return opened.error();
        for (std::size_t i = 0; i < m_profile.fields.size(); ++i) {
            const FieldSpec& spec = m_profile.fields[i];
            if (!spec.side.empty() && !m_part.side.empty() && spec.side != m_part.side)
                continue;
            const auto added = addField(document, spec, i);
            if (!added)
                return added.error();
            if (*added && !spec.given.empty())
                if (const auto joined = addGivenNames(document, spec, i); !joined)
                    return joined.error();
        }
        addMarks(document);
        if (const auto added = addCodes(document); !added)
            return added.error();
        return addByFieldReaders(document);
    }

private:
    /// The page as classify read it, and, where the engine was asked for other languages than the profile's, once more
    /// in those; that second reading then speaks first.
    Result<void> openViews()
    {
        const PassRequest plain{.what = "text", .page = m_part.page};
        const auto first = m_reader.pass(plain);
        if (!first)
            return first.error();
        m_first = *first;
        if (m_part.part < m_first->parts.size())
            m_prepared = m_first->parts[m_part.part];
        const bool otherwise = std::any_of(m_first->lines.begin(), m_first->lines.end(), [&](const Line& line) {
            return line.part == m_part.part && line.origin == Origin::Ocr
                && languagesOf(line.languages) != languagesOf(m_profile.languages);
        });
        if (otherwise && !m_profile.languages.empty()) {
            const PassRequest again{.what = "text",
                .page = m_part.page,
                .part = static_cast<int>(m_part.part),
                .languages = m_profile.languages};
            const auto second = m_reader.pass(again);
            if (second)
                addView(**second);
            else if (second.error().kind != ErrorKind::Unsupported)
                return second.error();
        }
        addView(*m_first);
        return addHanView();
    }

    /// Beside Latin letters brush-like Han faces are read as Latin, labels too: a page of a Chinese design is read once
    /// more for its Han alone.
    Result<void> addHanView()
    {
        const std::string& languages = m_profile.languages;
        const bool scanned = std::any_of(m_first->lines.begin(), m_first->lines.end(),
            [&](const Line& line) { return line.part == m_part.part && line.origin == Origin::Ocr; });
        const std::string han = languages.substr(0, languages.find('+'));
        if (!scanned || !han.starts_with("chi_") || han == languages)
            return {};
        const auto again = m_reader.pass(
            {.what = "text", .page = m_part.page, .part = static_cast<int>(m_part.part), .languages = han});
        if (again)
            addView(**again);
        else if (again.error().kind != ErrorKind::Unsupported)
            return again.error();
        return {};
    }

    void addView(const Pass& pass)
    {
        PageText text(pass.lines, m_part.part);
        auto anchors = findAnchors(text, m_labels);
        m_views.push_back(
            std::make_unique<PageView>(PageView{std::move(text), std::move(anchors), keyOf(pass.request)}));
    }

    Judge judgeOf(const FieldSpec& spec) const
    {
        return [this, &spec](const std::string& value) -> std::optional<bool> {
            if (spec.validator.empty())
                return std::nullopt;
            const auto validation = m_services.validate(spec.validator, value);
            if (!validation)
                return std::nullopt; // a validator that is not there says nothing
            return validation->verdict == Validation::Verdict::Holds;
        };
    }

    /// The given names that stand under a label of their own, joined to the surname that was just added.
    Result<void> addGivenNames(Document& document, const FieldSpec& spec, std::size_t index)
    {
        FieldSpec given = spec;
        given.labels = spec.given;
        given.search.clear();
        // For this one field the labels of the given names are its labels.
        for (const auto& view : m_views)
            for (Anchor& anchor : view->anchors)
                std::swap(anchor.given, anchor.fields);
        const auto added = addField(document, given, index);
        for (const auto& view : m_views)
            for (Anchor& anchor : view->anchors)
                std::swap(anchor.given, anchor.fields);
        if (!added || !*added)
            return added ? Result<void>() : added.error();
        const Field second = document.fields.back();
        document.fields.pop_back();
        Field& name = document.fields.back();
        if (name.value.find(", ") != std::string::npos || second.value.empty())
            return {};
        name.value += ", " + second.value;
        name.text += " " + second.text;
        name.region = united(name.region, second.region);
        name.confidence = std::min(name.confidence, second.confidence);
        name.certainty = std::max(name.certainty, second.certainty);
        name.readings = std::min(name.readings, second.readings);
        name.alternatives.clear();
        return {};
    }

    /// \return whether the field was found
    Result<bool> addField(Document& document, const FieldSpec& spec, std::size_t index)
    {
        const Judge judge = judgeOf(spec);
        Ballot ballot(judge);
        std::optional<FieldReading> known;
        for (const auto& view : m_views) {
            auto reading = bestReading(view->text, view->anchors, spec, index, judge, m_labels);
            if (!reading)
                continue;
            reading->pass = view->pass;
            // The same print under the same scale read in other languages is no independent means: it may only object.
            if (known && (reading->value.empty() || reading->value == known->value || (known->fits && !reading->fits)))
                continue;
            if (!known || (known->value.empty() && !reading->value.empty()))
                known = reading;
            ballot.add(std::move(*reading));
        }
        if (!known)
            known = emptyPlace(index);
        if (!known)
            return false;
        if (const auto read = readAgain(spec, *known, ballot); !read)
            return read.error();
        if (ballot.empty())
            return false;
        place(document, spec, *known, ballot.decided());
        return true;
    }

    /// A label without any text where its value ought to stand.
    std::optional<FieldReading> emptyPlace(std::size_t index) const
    {
        for (const auto& view : m_views)
            if (const auto region = emptyPlaceOf(view->text, view->anchors, index)) {
                FieldReading reading;
                reading.region = *region;
                reading.pass = view->pass;
                return reading;
            }
        return std::nullopt;
    }

    Result<void> readAgain(const FieldSpec& spec, const FieldReading& known, Ballot& ballot)
    {
        if (known.origin != Origin::Ocr)
            return {};
        Rereader rereader(m_reader, m_part.page, m_part.part, m_prepared, m_profile, m_labels);
        for (int means = 0; means < Rereader::means && !ballot.settled(); ++means) {
            auto reading = rereader.read(spec, known, means);
            if (!reading)
                return reading.error();
            if (*reading)
                ballot.add(std::move(**reading));
        }
        return {};
    }

    void place(Document& document, const FieldSpec& spec, const FieldReading& known, Field field) const
    {
        field.id = spec.id;
        field.lang = spec.lang;
        setPlace(field, acquired(known.region));
        validate(field, spec);
        document.fields.push_back(std::move(field));
    }

    void setPlace(Field& field, const Region& region) const
    {
        field.file = m_part.file;
        field.page = m_part.page;
        field.region = region;
    }

    Region acquired(const Region& prepared) const { return boundsOf(m_prepared.toAcquired(quadOf(prepared))); }

    void validate(Field& field, const FieldSpec& spec) const
    {
        if (field.value.empty())
            return;
        if (!spec.pattern.empty()) {
            const bool fits = RE2::FullMatch(field.value, RE2(spec.pattern, RE2::Quiet));
            field.validations.push_back(
                {"pattern", fits ? Validation::Verdict::Holds : Validation::Verdict::FormatWrong, {}});
        }
        if (spec.validator.empty())
            return;
        if (const auto validation = m_services.validate(spec.validator, field.value))
            field.validations.push_back(*validation);
    }

    bool onThisPart(const Quad& quad) const
    {
        if (m_first->parts.size() < 2)
            return true;
        const Region outer = boundsOf(m_prepared.quad), inner = boundsOf(quad);
        return intersected(outer, inner).area() > 0.5 * inner.area();
    }

    void addMarks(Document& document) const
    {
        for (const Mark& mark : m_first->marks)
            if (onThisPart(mark.quad))
                document.marks.push_back({m_part.file, m_part.page, mark});
    }

    Result<void> addCodes(Document& document)
    {
        const auto codes = m_reader.pass({.what = "codes", .page = m_part.page});
        if (!codes && codes.error().kind == ErrorKind::Unsupported)
            return {};
        if (!codes)
            return codes.error();
        for (std::size_t i = 0; i < (*codes)->zones.size(); ++i) {
            const Mrz& zone = (*codes)->zones[i];
            if (!onThisPart(zone.quad))
                continue;
            auto twice = readTwice(zone);
            if (!twice)
                return twice.error();
            addUnplaced(document, fieldsOfZone(zone, *twice), zone.quad, keyOf((*codes)->request));
        }
        for (const Code& code : (*codes)->codes)
            if (onThisPart(code.quad))
                addUnplaced(document, fieldsOfCode(code, m_profile), code.quad, keyOf((*codes)->request));
        return {};
    }

    /// What the packs' own field-readers find in the lines, where no label told it already.
    Result<void> addByFieldReaders(Document& document)
    {
        if (m_profile.fieldReaders.empty())
            return {};
        std::vector<Line> lines;
        for (const Line& line : m_first->lines)
            if (line.part == m_part.part)
                lines.push_back(line);
        for (const std::string& reader : m_profile.fieldReaders) {
            const auto found = m_services.readFields(reader, lines, {}, {});
            if (!found)
                return found.error();
            for (const FoundField& one : *found) {
                if (document.field(one.field.id, one.field.lang))
                    continue;
                Field field = one.field;
                setPlace(field, acquired(field.region));
                if (one.line < lines.size() && lines[one.line].origin == Origin::PdfText)
                    field.certainty = Certainty::Accepted;
                document.fields.push_back(std::move(field));
            }
        }
        return {};
    }

    /// Was this zone read alike by other means?
    Result<bool> readTwice(const Mrz& zone)
    {
        for (const char* variant : {"scaled", "binarised", "grey"}) {
            const auto again = m_reader.pass({.what = "codes", .page = m_part.page, .variant = variant});
            if (!again && again.error().kind == ErrorKind::Unsupported)
                continue;
            if (!again)
                return again.error();
            for (const Mrz& other : (*again)->zones)
                if (other.lines == zone.lines)
                    return true;
        }
        return false;
    }

    void addUnplaced(Document& document, std::vector<Field> fields, const Quad& quad, const std::string& pass) const
    {
        for (Field& field : fields) {
            setPlace(field, boundsOf(quad));
            field.pass = pass;
            for (const FieldSpec& spec : m_profile.fields)
                if (spec.id == field.id) {
                    validate(field, spec);
                    break;
                }
            document.fields.push_back(std::move(field));
        }
    }

    PassReader& m_reader;
    const DocumentPart& m_part;
    const Profile& m_profile;
    PluginServices& m_services;
    LabelBook m_labels;
    const Pass* m_first = nullptr;
    PreparedPage m_prepared;
    std::vector<std::unique_ptr<PageView>> m_views;
};

/// The kind of an identity number by its form; nothing where the form is shared.
std::string identityKind(const std::string& value)
{
    static const RE2 hkid(R"([A-Z]{1,2}\d{6}\([0-9A]\))"), resident(R"(\d{17}[0-9X]|\d{15})"),
        permit(R"(8[123]0000\d{11}[0-9X])"), macau(R"([157]\d{6}\(\d\))");
    if (RE2::FullMatch(value, hkid))
        return "hkid";
    if (RE2::FullMatch(value, permit))
        return "cn-residence-permit";
    if (RE2::FullMatch(value, resident))
        return "cn-resident-id";
    return RE2::FullMatch(value, macau) ? "mo-bir" : "";
}

void addIdentityKind(Document& document)
{
    const Field* number = document.field("holder.id-number");
    if (!number || document.field("holder.id-kind"))
        return;
    const std::string kind = identityKind(number->value);
    if (kind.empty())
        return;
    Field field = *number;
    field.id = "holder.id-kind";
    field.value = kind;
    field.alternatives.clear();
    field.validations.clear();
    document.fields.push_back(std::move(field));
}

} // namespace

Result<void> extractFields(
    Document& document, PassReader& reader, const profiles::ProfileSet& profiles, PluginServices& services)
{
    const Profile* profile = document.classification ? profiles.find(document.classification->profile) : nullptr;
    if (!profile)
        return {};
    for (const DocumentPart& part : document.parts)
        if (const auto extracted = PartExtractor(reader, part, *profile, services)(document); !extracted)
            return extracted.error();
    addIdentityKind(document);
    std::stable_sort(
        document.fields.begin(), document.fields.end(), [](const Field& a, const Field& b) { return a.id < b.id; });
    return {};
}

} // namespace vidimus::pipeline
