#include "pipeline/classify/classify.hpp"

#include <algorithm>
#include <iterator>

namespace vidimus::pipeline {
namespace {

/// Fields that name one paper or one holder: where both sides show them the pairing is certain.
constexpr std::string_view identifying[] = {"document.number", "holder.id-number", "registration.number", "mrz.lines"};

bool isIdentifying(std::string_view id)
{
    return std::find(std::begin(identifying), std::end(identifying), id) != std::end(identifying);
}

/// Do both show this field, readable and relied on?
std::optional<bool> agreeOn(const Document& a, const Document& b, const Field& field)
{
    const Field* other = b.field(field.id, field.lang);
    if (!other || &field != a.field(field.id, field.lang) || field.value.empty() || other->value.empty())
        return std::nullopt;
    if (field.certainty != Certainty::Accepted || other->certainty != Certainty::Accepted)
        return std::nullopt;
    return field.value == other->value;
}

bool nothingDiffers(const Document& a, const Document& b)
{
    return std::none_of(a.fields.begin(), a.fields.end(), [&](const Field& field) {
        const auto agree = agreeOn(a, b, field);
        return agree && !*agree;
    });
}

bool sameIdentity(const Document& a, const Document& b)
{
    return std::any_of(a.fields.begin(), a.fields.end(),
        [&](const Field& field) { return isIdentifying(field.id) && agreeOn(a, b, field).value_or(false); });
}

bool shareNoField(const Document& a, const Document& b)
{
    return std::none_of(a.fields.begin(), a.fields.end(),
        [&](const Field& field) { return field.origin != Origin::Mrz && b.field(field.id) != nullptr; });
}

/// The sides that one more part may bring, for documents of designs with sides.
bool complements(const Document& a, const Document& b)
{
    for (const DocumentPart& one : a.parts)
        for (const DocumentPart& other : b.parts)
            if (one.side.empty() || other.side.empty() || one.side == other.side)
                return false;
    return true;
}

bool onOnePage(const Document& a, const Document& b)
{
    return a.parts.front().file == b.parts.front().file && a.parts.front().page == b.parts.front().page;
}

bool inOneFile(const Document& a, const Document& b)
{
    return a.parts.front().file == b.parts.front().file;
}

bool onNextPage(const Document& a, const Document& b)
{
    return inOneFile(a, b) && a.parts.back().page.value + 1 == b.parts.front().page.value;
}

bool anywhere(const Document&, const Document&)
{
    return true;
}

using Relation = bool (*)(const Document&, const Document&);

class Joiner {
public:
    Joiner(std::vector<Document> documents, const profiles::ProfileSet& profiles)
        : m_documents(std::move(documents))
        , m_profiles(profiles)
    {
    }

    std::vector<Document> operator()()
    {
        // The closer the tie, the earlier it binds.
        for (const Relation tie : {&sameIdentity, &onOnePage, &inOneFile, &anywhere})
            joinSides(tie);
        joinPages();
        return std::move(m_documents);
    }

private:
    const profiles::Profile* profileOf(const Document& document) const
    {
        return document.classification ? m_profiles.find(document.classification->profile) : nullptr;
    }

    bool mayPair(std::size_t a, std::size_t b, Relation tie) const
    {
        if (a == b || !m_documents[a].classification || !m_documents[b].classification
            || m_documents[a].classification->profile != m_documents[b].classification->profile)
            return false;
        return complements(m_documents[a], m_documents[b]) && tie(m_documents[a], m_documents[b])
            && nothingDiffers(m_documents[a], m_documents[b]);
    }

    /// The only partner under this tie, if there is just one, and it has no other either.
    std::optional<std::size_t> onlyPartner(std::size_t a, Relation tie) const
    {
        std::optional<std::size_t> partner;
        for (std::size_t b = 0; b < m_documents.size(); ++b)
            if (mayPair(a, b, tie)) {
                if (partner)
                    return std::nullopt;
                partner = b;
            }
        return partner;
    }

    void joinSides(Relation tie)
    {
        for (std::size_t a = 0; a < m_documents.size(); ++a) {
            const auto b = onlyPartner(a, tie);
            if (b && onlyPartner(*b, tie) == a)
                merge(std::min(a, *b), std::max(a, *b));
        }
    }

    /// Pages that follow each other in one file and tell different things of one paper.
    void joinPages()
    {
        for (std::size_t a = 0; a + 1 < m_documents.size();) {
            const profiles::Profile* profile = profileOf(m_documents[a]);
            const Document& next = m_documents[a + 1];
            if (profile && profile->sides.empty() && profileOf(next) == profile && onNextPage(m_documents[a], next)
                && !m_documents[a].fields.empty() && !next.fields.empty() && shareNoField(m_documents[a], next))
                merge(a, a + 1);
            else
                ++a;
        }
    }

    void merge(std::size_t into, std::size_t from)
    {
        Document& whole = m_documents[into];
        Document& part = m_documents[from];
        std::move(part.parts.begin(), part.parts.end(), std::back_inserter(whole.parts));
        std::move(part.fields.begin(), part.fields.end(), std::back_inserter(whole.fields));
        std::move(part.marks.begin(), part.marks.end(), std::back_inserter(whole.marks));
        if (part.classification->score > whole.classification->score)
            whole.classification->score = part.classification->score;
        const profiles::Profile* profile = profileOf(whole);
        const auto place = [&](const DocumentPart& one) {
            if (!profile)
                return std::size_t{0};
            const auto side = std::find_if(profile->sides.begin(), profile->sides.end(),
                [&](const profiles::Side& candidate) { return candidate.id == one.side; });
            return static_cast<std::size_t>(side - profile->sides.begin());
        };
        std::stable_sort(whole.parts.begin(), whole.parts.end(),
            [&](const DocumentPart& a, const DocumentPart& b) { return place(a) < place(b); });
        std::stable_sort(
            whole.fields.begin(), whole.fields.end(), [](const Field& a, const Field& b) { return a.id < b.id; });
        m_documents.erase(m_documents.begin() + static_cast<std::ptrdiff_t>(from));
    }

    std::vector<Document> m_documents;
    const profiles::ProfileSet& m_profiles;
};

} // namespace

std::vector<Document> joinDocuments(std::vector<Document> documents, const profiles::ProfileSet& profiles)
{
    return Joiner(std::move(documents), profiles)();
}

} // namespace vidimus::pipeline
