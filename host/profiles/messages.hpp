#pragma once
#include "core/finding.hpp"
#include "core/result.hpp"
#include "packs/pack.hpp"

#include <map>
#include <string>

namespace vidimus::profiles {

/// The packs' words: for each check a question, and an answer for each reason, in each language
/// (messages/<language>.toml).
class Messages {
public:
    static Messages load(const packs::PackList& packs);

    /// The check's question; English where the language lacks it; the check's id where all do.
    std::string question(std::string_view check, std::string_view language) const;
    /// The answer for this finding's outcome and reason with its values filled in: "{expected}" -> value.
    std::string answer(const Finding& finding, std::string_view language) const;
    /// The source of a check's rule, where it is prose and the pack has words for it in that language; else as given.
    std::string source(const Finding& finding, std::string_view language) const;
    /// The name of a field, in the words of the vocabulary.
    std::string fieldName(std::string_view field, std::string_view language) const;
    const std::vector<Error>& errors() const { return m_errors; }

private:
    const std::string* find(std::string_view table, std::string_view key, std::string_view language) const;
    std::map<std::string, std::map<std::string, std::string>> m_texts; ///< language -> "check.key" -> text
    std::vector<Error> m_errors;
};

} // namespace vidimus::profiles
