#pragma once
#include "pipeline/text/fuzzy.hpp"
#include "pipeline/text/page_text.hpp"
#include "profiles/profile.hpp"

#include <string>
#include <vector>

namespace vidimus::pipeline {

/// A comma or what else ends a value in running text.
bool stopsSentence(char32_t c);

/// A printed label found on the page.
struct Anchor {
    Slice where;
    std::vector<std::size_t> given; ///< of which fields it names the given names alone
    std::vector<std::size_t> fields; ///< which fields of the profile it names; none: it only ends other values
    int distance = 0; ///< misread characters
    std::size_t length = 0; ///< of the label, folded
    bool names(std::size_t field) const;
};

/// The labels of a profile, folded once.
class LabelBook {
public:
    explicit LabelBook(const profiles::Profile& profile);
    struct Entry {
        Phrase phrase;
        std::vector<std::size_t> fields, given;
    };
    const std::vector<Entry>& entries() const { return m_entries; }
    /// Is this text (folded) a piece of the design's own print: of a label, a title, the issuer's name?
    bool isWording(std::u32string_view folded) const;
    /// Does this text (folded) hold one of its titles or labels, of four characters at least?
    bool holdsWording(std::u32string_view folded) const;

private:
    Entry& entryFor(const std::string& label);
    std::vector<Entry> m_entries;
    std::vector<std::u32string> m_wordings;
};

/// All labels on the page, line by line, left to right; then those that are broken over two lines. Where two overlap
/// the longer and the more literal one stays: 资格证书编码 is not 编码.
std::vector<Anchor> findAnchors(const PageText& page, const LabelBook& labels);

} // namespace vidimus::pipeline
