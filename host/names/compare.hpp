#pragma once
#include "core/result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Personal names across scripts. Sets of possible spellings are made and intersected; nothing is converted once and
/// for all, since Hong Kong's and Macao's romanisations are habits, not rules.
namespace vidimus::names {

/// How two names relate. Only Conflict says that they are different names.
enum class Relation {
    Identical, ///< the same letters or characters; case, spacing, titles and punctuation do not count
    Variant, ///< the same name in Traditional and Simplified characters, in variant forms, or in another order
    Romanisation, ///< one may be a romanisation of the other, or both of one Chinese name
    Subset, ///< the same name with an English or married name more, or with initials
    Conflict, ///< clearly different
    Undecided, ///< neither can be said: unknown readings, a dialect, too little in common
};

/// identical, variant, romanisation, subset, conflict, undecided.
std::string_view nameOf(Relation relation);

struct NameRelation {
    Relation relation = Relation::Undecided;
    std::string explanation; ///< in no language: "陳≈陈", "文=MAN", "文≠MING", "+PETER"
};

class Readings;

/// What is known of names; immutable once loaded, so all threads may share it.
///
/// A missed forgery harms patients and a false flag harms an honest doctor, so Conflict needs evidence from both sides:
/// every character's reading is known, and what stands in its place is a known syllable that is none of its spellings,
/// nor near one. All else that does not agree is Undecided, which a check reports as "could not be told".
class NameKnowledge {
public:
    /// Loads OpenCC's dictionaries and indexes the readings (about 50 ms). Errors: NotFound naming the package.
    static Result<NameKnowledge> load();

    /// Deterministic and symmetric in its relation.
    NameRelation compare(std::string_view a, std::string_view b) const;

    /// `SURNAME, Given Names` of a Latin name whose words follow one another like the characters of the same person's
    /// Han name, surname first ("LAI SZE MAN" beside 黎思敏). Nothing where the two do not show it.
    std::optional<std::string> inParts(std::string_view latin, std::string_view han) const;

    /// The script-neutral form of a text: NFKC, then each Han character in its simplified form. For comparing only.
    std::string foldHan(std::string_view text) const;

    /// Digest of the tables behind the answers, for Dependencies.
    std::string version() const;

private:
    explicit NameKnowledge(std::shared_ptr<const Readings> readings)
        : m_readings(std::move(readings))
    {
    }
    std::shared_ptr<const Readings> m_readings;
};

} // namespace vidimus::names
