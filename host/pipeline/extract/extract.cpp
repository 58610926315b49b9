#include "pipeline/extract/extract.hpp"

#include "pipeline/extract/coded_fields.hpp"
#include "pipeline/extract/decide.hpp"
#include "pipeline/extract/derived_fields.hpp"
#include "pipeline/extract/page_views.hpp"
#include "pipeline/extract/registered_fields.hpp"
#include "pipeline/extract/registered_page.hpp"
#include "pipeline/extract/reread.hpp"
#include "pipeline/text/fold.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

using profiles::FieldSpec;
using profiles::Profile;

/// Reads the fields that stand on one part of a document.
class PartExtractor {
public:
    PartExtractor(
        PassReader& reader, const DocumentPart& part, const Profile& profile, PluginServices& services, Date asOf)
        : m_reader(reader)
        , m_part(part)
        , m_profile(profile)
        , m_services(services)
        , m_asOf(asOf)
        , m_labels(profile)
        , m_views(reader, part, profile, m_labels)
        , m_registered(reader, part, profile)
        , m_frame{part, {}}
    {
    }

    Result<void> operator()(Document& document)
    {
        if (const auto opened = m_views.open(); !opened)
            return opened.error();
        m_frame.prepared = m_views.prepared();
        m_frame.onlyPart = m_views.first().parts.size() < 2;
        for (std::size_t i = 0; i < m_profile.fields.size(); ++i) {
            const FieldSpec& spec = m_profile.fields[i];
            if (!spec.side.empty() && !m_part.side.empty() && spec.side != m_part.side)
                continue;
            // A field that is described twice is looked for in the second way where the first found nothing.
            const bool known
                = std::any_of(m_profile.fields.begin(), m_profile.fields.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const FieldSpec& other) { return other.id == spec.id && other.lang == spec.lang; });
            if (known && document.field(spec.id, spec.lang))
                continue;
            const auto added = addField(document, spec, i);
            if (!added)
                return added.error();
            if (*added && !spec.given.empty())
                if (const auto joined = addGivenNames(document, spec, i); !joined)
                    return joined.error();
        }
        compareWithExemplar(document);
        dropBorrowed(document);
        if (const auto added = addMarks(document); !added)
            return added.error();
        if (const auto added = addCodedFields(document, m_reader, m_frame, m_profile, m_services, m_asOf); !added)
            return added.error();
        return addByFieldReaders(document);
    }

private:
    /// Where a date or a number of this part stands.
    struct Placed {
        std::size_t field; ///< index in the document's fields
        Region region;
        Place place;
        bool fits; ///< it has the form that its field asks for, which is not any form
        /// Has it the better right to the print? A form tells more than a label, and any label more than none.
        bool before(const Placed& other) const
        {
            if (fits != other.fits)
                return fits;
            const bool searched = place == Place::Searched, otherSearched = other.place == Place::Searched;
            return searched != otherSearched ? otherSearched : place < other.place;
        }
    };

    /// Where a field of this part was read.
    struct Where {
        std::size_t field; ///< index in the document's fields
        const FieldSpec* spec; ///< of the profile
        Region region;
    };

    Judge judgeOf(const FieldSpec& spec) const
    {
        return [this, &spec](const std::string& value) -> std::optional<bool> {
            if (spec.validator.empty())
                return std::nullopt;
            const auto validation = m_services.validate(spec.validator, value);
            if (!validation)
                return std::nullopt; // says neither yes nor no; validate() makes the field doubtful
            const bool holds = validation->verdict == Validation::Verdict::Holds;
            // A number of the right form that has no check digit is not confirmed by it.
            if (holds && validation->expected.empty())
                return std::nullopt;
            return holds;
        };
    }

    std::string ownHan() const
    {
        return m_profile.languages.find("chi_tra") != std::string::npos ? "chi_tra" : "chi_sim";
    }

    /// The given names that stand under a label of their own, joined to the surname that was just added.
    Result<void> addGivenNames(Document& document, const FieldSpec& spec, std::size_t index)
    {
        FieldSpec given = spec;
        given.labels = spec.given;
        given.search.clear();
        // For this one field the labels of the given names are its labels.
        m_views.swapGivenNames();
        const auto added = addField(document, given, index);
        m_views.swapGivenNames();
        if (!added || !*added)
            return added ? Result<void>() : added.error();
        const Field second = document.fields.back();
        document.fields.pop_back();
        m_where.pop_back();
        Field& name = document.fields.back();
        if (name.value.find(", ") != std::string::npos || second.value.empty())
            return {};
        name.value += ", " + second.value;
        name.text += " " + second.text;
        name.region = united(name.region, second.region);
        if (second.confidence < name.confidence) {
            name.confidence = second.confidence;
            name.rawConfidence = second.rawConfidence;
            name.calibrationGroup = second.calibrationGroup;
        }
        name.certainty = std::max(name.certainty, second.certainty);
        name.readings = std::min(name.readings, second.readings);
        name.alternatives.clear();
        return {};
    }

    /// \return whether the field was found
    Result<bool> addField(Document& document, const FieldSpec& spec, std::size_t index)
    {
        auto found = readByLabel(spec, index);
        if (!found)
            return found.error();
        // Of a name in two places an exemplar has one box.
        const bool inOnePlace = m_profile.fields[index].given.empty();
        if (inOnePlace && (!*found || (*found)->field.certainty != Certainty::Accepted))
            found = withExemplar(spec, std::move(*found));
        if (!found)
            return found.error();
        if (!*found)
            return false;
        place(document, spec, (*found)->known, std::move((*found)->field));
        return true;
    }

    Ballot ballotFor(const FieldSpec& spec) const
    {
        return Ballot(judgeOf(spec), spec.kind, ownHan(), !m_views.pageEngine().empty());
    }

    /// The field where its labels, its expressions or its region say. Nothing where it was not found. Where nothing of
    /// its kind was legible in the likeliest place, the next ones are looked at.
    Result<std::optional<ReadField>> readByLabel(const FieldSpec& spec, std::size_t index)
    {
        constexpr std::size_t mostPlaces = 3;
        std::vector<Region> illegible;
        auto first = readAt(spec, index, illegible);
        if (!first || !*first || !(*first)->field.value.empty())
            return first;
        illegible.push_back((*first)->known.region);
        while (illegible.size() < mostPlaces) {
            auto next = readAt(spec, index, illegible);
            if (!next)
                return next;
            if (!*next)
                break;
            // A run of Han without a usual surname is no name where none was looked for.
            if ((*next)->field.value.empty() || (isName(spec) && !(*next)->known.fits)) {
                illegible.push_back((*next)->known.region);
                continue;
            }
            // Of the likeliest place nothing is known: what stands elsewhere proves itself by its form, or is doubtful.
            if (spec.kind != profiles::FieldKind::Choice && (spec.pattern.empty() || !(*next)->known.fits))
                (*next)->field.certainty = Certainty::Uncertain;
            return next;
        }
        return first;
    }

    Result<std::optional<ReadField>> readAt(
        const FieldSpec& spec, std::size_t index, const std::vector<Region>& illegible)
    {
        const auto look = [&, judge = judgeOf(spec)](const PageView& view) {
            return bestReading(view.text, view.anchors, spec, index, judge, m_labels, illegible);
        };
        Ballot ballot = ballotFor(spec);
        std::optional<FieldReading> known = seen(look, ballot, 0);
        if (!known && spec.required && illegible.empty()) {
            const std::size_t before = m_views.all().size();
            const auto more = m_views.addDesignView();
            if (!more)
                return more.error();
            if (*more)
                known = seen(look, ballot, before);
        }
        if (!known && illegible.empty())
            known = emptyPlace(index);
        if (!known)
            return std::optional<ReadField>();
        return decided(spec, std::move(*known), ballot);
    }

    /// The field where the exemplar says, if the page lies on one: instead of what was found by a label and is not
    /// sure, or beside it.
    Result<std::optional<ReadField>> withExemplar(const FieldSpec& spec, std::optional<ReadField> byLabel)
    {
        const auto box = m_registered.boxOf(spec, m_frame.prepared);
        if (!box)
            return box.error();
        const bool same
            = *box && byLabel && !byLabel->field.value.empty() && isWholePrint(byLabel->known.region, **box);
        if (!*box || same)
            return byLabel;
        auto byExemplar = readInBox(spec, **box);
        if (!byExemplar || !*byExemplar)
            return byExemplar ? Result<std::optional<ReadField>>(std::move(byLabel)) : byExemplar;
        if (!byLabel)
            return byExemplar;
        return std::optional(betterOf(spec, judgeOf(spec), std::move(*byLabel), std::move(**byExemplar)));
    }

    Result<std::optional<ReadField>> readInBox(const FieldSpec& spec, const Region& box)
    {
        Ballot ballot = ballotFor(spec);
        const auto look = [&, judge = judgeOf(spec)](const PageView& view) { return printIn(box, view, spec, judge); };
        std::optional<FieldReading> known = seen(look, ballot, 0);
        if (!known) {
            const PageView& view = *m_views.all().front();
            known.emplace();
            known->place = Place::Registered;
            known->region = roomAround(box, view.text, m_frame.prepared);
            known->oneLine = spec.lines < 2;
            known->pass = view.pass;
        }
        return decided(spec, std::move(*known), ballot);
    }

    /// What a view has in an exemplar's box.
    std::optional<FieldReading> printIn(
        const Region& box, const PageView& view, const FieldSpec& spec, const Judge& judge) const
    {
        return bestReading(candidatesIn(box, view.text, view.anchors), view.text, view.anchors, spec, judge, m_labels);
    }

    /// Reads the place again until it is settled, and says what follows. Nothing where nothing was legible.
    Result<std::optional<ReadField>> decided(const FieldSpec& spec, FieldReading known, Ballot& ballot)
    {
        if (const auto read = readAgain(spec, known, ballot); !read)
            return read.error();
        if (ballot.empty())
            return std::optional<ReadField>();
        Field field = ballot.decided();
        if (field.certainty == Certainty::Accepted && isSetWide(spec, known, field)) {
            const auto hidden = rereader().hasPrintAmid(known.region, ownHan());
            if (!hidden)
                return hidden.error();
            if (*hidden)
                field.certainty = Certainty::Uncertain;
        }
        return std::optional(ReadField{std::move(known), std::move(field)});
    }

    /// A Han name of two characters on the room of three: set apart, or between them stands one that no engine knows.
    static bool isSetWide(const FieldSpec& spec, const FieldReading& known, const Field& field)
    {
        constexpr double roomForAnother = 2.5; // heights
        return spec.kind == profiles::FieldKind::HanName && known.origin == Origin::Ocr
            && decoded(field.value).size() == 2 && known.region.width > known.region.height * roomForAnother;
    }

    /// The field as the views from that one on have it; each that says something of its own has a vote.
    /// \param look gives a view's reading, if it has one
    template <class Look>
    std::optional<FieldReading> seen(const Look& look, Ballot& ballot, std::size_t firstView) const
    {
        std::optional<FieldReading> known;
        for (std::size_t i = firstView; i < m_views.all().size(); ++i) {
            const auto& view = m_views.all()[i];
            auto reading = look(*view);
            if (!reading)
                continue;
            reading->pass = view->passAt(reading->region);
            // The same print under the same scale read in other languages is no independent means: it may only object.
            if (known && (reading->value.empty() || reading->value == known->value || (known->fits && !reading->fits)))
                continue;
            if (!known || (known->value.empty() && !reading->value.empty()))
                known = reading;
            ballot.add(std::move(*reading));
        }
        return known;
    }

    /// A label without any text where its value ought to stand.
    std::optional<FieldReading> emptyPlace(std::size_t index) const
    {
        for (const auto& view : m_views.all())
            if (const auto region = emptyPlaceOf(view->text, view->anchors, index)) {
                FieldReading reading;
                reading.guessed = true;
                reading.region
                    = intersected(*region, Region{{0}, {0}, m_frame.prepared.width, m_frame.prepared.height});
                reading.pass = view->pass;
                return reading;
            }
        return std::nullopt;
    }

    Rereader rereader()
    {
        return {m_reader, m_part.page, m_part.part, m_frame.prepared, m_profile, m_labels, m_views.pageEngine()};
    }

    Result<void> readAgain(const FieldSpec& spec, const FieldReading& known, Ballot& ballot)
    {
        if (known.origin != Origin::Ocr)
            return {};
        Rereader again = rereader();
        for (const RereadMeans& means : again.means()) {
            if (ballot.settled())
                break;
            auto reading = again.read(spec, known, means);
            if (!reading)
                return reading.error();
            if (*reading)
                ballot.add(std::move(**reading));
        }
        return {};
    }

    void place(Document& document, const FieldSpec& spec, const FieldReading& known, Field field)
    {
        field.id = spec.id;
        field.lang = spec.lang;
        m_frame.place(field, m_frame.acquired(known.region));
        validate(field, spec, m_services);
        field.located = {locatorOf(known.place)};
        document.fields.push_back(std::move(field));
        m_where.push_back({document.fields.size() - 1, &spec, known.region});
        using profiles::FieldKind;
        if (spec.kind == FieldKind::Date || spec.kind == FieldKind::Number || spec.kind == FieldKind::IdentityNumber)
            m_placed.push_back({document.fields.size() - 1, known.region, known.place,
                spec.kind != FieldKind::Date && !spec.pattern.empty() && known.fits});
    }

    /// Where the page was laid onto an exemplar: says of each field whether both point at the same print, and doubts
    /// those of which they do not.
    void compareWithExemplar(Document& document) const
    {
        for (const Where& mine : m_where) {
            const auto box = m_registered.knownBoxOf(*mine.spec, m_frame.prepared);
            Field& field = document.fields[mine.field];
            if (!box || field.located == std::vector<std::string>{"exemplar"})
                continue;
            if (isSamePrint(mine.region, *box))
                field.located.emplace_back("exemplar");
            else if (const auto elsewhere = unclaimedPrint(*box, mine);
                     elsewhere && field.certainty == Certainty::Accepted && elsewhere->value != field.value)
                contradict(field, *mine.spec, *elsewhere);
        }
    }

    /// A value of the field's kind in its box that is no other field's.
    std::optional<FieldReading> unclaimedPrint(const Region& box, const Where& mine) const
    {
        const auto print = printIn(box, *m_views.all().front(), *mine.spec, judgeOf(*mine.spec));
        const auto owns = [&](const Where& other) {
            return other.field != mine.field && intersected(other.region, print->region).area() > 0;
        };
        if (!print || print->value.empty() || print->guessed || std::any_of(m_where.begin(), m_where.end(), owns))
            return std::nullopt;
        return print;
    }

    /// One printed date or number is one fact: where two fields found the same print, it is the one's that has the
    /// better right to it. A label that heads both gives it to both.
    void dropBorrowed(Document& document) const
    {
        std::vector<std::size_t> borrowed;
        for (const Placed& mine : m_placed) {
            const std::string& value = document.fields[mine.field].value;
            const auto owns = [&](const Placed& other) {
                const double shared = intersected(mine.region, other.region).area();
                return other.field != mine.field && other.before(mine) && value == document.fields[other.field].value
                    && shared > 0.5 * std::min(mine.region.area(), other.region.area());
            };
            if (!value.empty() && std::any_of(m_placed.begin(), m_placed.end(), owns))
                borrowed.push_back(mine.field);
        }
        // m_placed follows document.fields: the last goes first.
        for (auto field = borrowed.rbegin(); field != borrowed.rend(); ++field)
            document.fields.erase(document.fields.begin() + static_cast<std::ptrdiff_t>(*field));
    }

    /// Seals with what they say: where there are any, and the reader can read them.
    Result<void> addMarks(Document& document)
    {
        std::vector<Mark> marks = m_views.first().marks;
        if (!marks.empty()) {
            const auto read = m_reader.pass({.what = "marks", .page = m_part.page});
            // What cannot be read of a seal leaves it a seal; that the reader is gone, or was told to stop, is another
            // thing.
            using enum ErrorKind;
            if (!read
                && (read.error().kind == Crashed || read.error().kind == TimedOut || read.error().kind == OutOfMemory
                    || read.error().kind == Cancelled))
                return read.error();
            if (read && !(*read)->marks.empty())
                marks = (*read)->marks;
        }
        for (const Mark& mark : marks)
            if (m_frame.holds(mark.quad))
                document.marks.push_back({m_part.file, m_part.page, mark});
        return {};
    }

    /// What the packs' own field-readers find in the lines, where no label told it already.
    Result<void> addByFieldReaders(Document& document)
    {
        if (m_profile.fieldReaders.empty())
            return {};
        std::vector<Line> lines;
        for (const Line& line : m_views.first().lines)
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
                m_frame.place(field, m_frame.acquired(field.region));
                if (one.line < lines.size() && lines[one.line].origin == Origin::PdfText)
                    field.certainty = Certainty::Accepted;
                document.fields.push_back(std::move(field));
            }
        }
        return {};
    }

    PassReader& m_reader;
    const DocumentPart& m_part;
    const Profile& m_profile;
    PluginServices& m_services;
    Date m_asOf;
    LabelBook m_labels;
    PageViews m_views;
    RegisteredPage m_registered;
    PartFrame m_frame;
    std::vector<Placed> m_placed;
    std::vector<Where> m_where;
};

} // namespace

Result<void> extractFields(
    Document& document, PassReader& reader, const profiles::ProfileSet& profiles, PluginServices& services, Date asOf)
{
    const Profile* profile = document.classification ? profiles.find(document.classification->profile) : nullptr;
    if (!profile)
        return {};
    for (const DocumentPart& part : document.parts)
        if (const auto extracted = PartExtractor(reader, part, *profile, services, asOf)(document); !extracted)
            return extracted.error();
    addIdentityKind(document);
    partLatinName(document, services);
    std::stable_sort(
        document.fields.begin(), document.fields.end(), [](const Field& a, const Field& b) { return a.id < b.id; });
    return {};
}

} // namespace vidimus::pipeline
