#pragma once
#include "core/date.hpp"
#include "core/finding.hpp"
#include "core/region.hpp"
#include "profiles/exemplar.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The profile language: what one document design looks like and which rules it keeps. Data only.
namespace vidimus::profiles {

using LocalisedText = std::map<std::string, std::string>; ///< language tag -> text

/// A text whose presence speaks for this design.
struct Recogniser {
    std::vector<std::string> texts; ///< any of these spellings
    std::string mrz; ///< instead of a text: a machine-readable zone of this format, TD1, TD2 or TD3
    double weight = 0; ///< share of the score, 0..1; negative: speaks against
    std::string side; ///< counts for this side only; empty: for every side
};

/// How a field's text becomes its normal form.
enum class FieldKind {
    Text,
    Number,
    IdentityNumber,
    Date,
    Sex,
    HanName,
    LatinName,
    Place,
    Choice,
    Amount,
    CommercialCodes
};

struct FieldSpec {
    std::string id;
    std::string lang; ///< of the value; part of the field's identity where one fact is printed twice
    FieldKind kind = FieldKind::Text;
    std::vector<std::string> labels; ///< any spelling; value right of it, below it, or after it in the same line
    std::vector<std::string> given; ///< labels of the given names, where `labels` are those of the surname alone
    std::vector<std::string> untils; ///< texts that end the value in running text
    std::optional<Region> region; ///< where the design is fixed
    std::string pattern; ///< RE2, over the normal form
    std::vector<std::string> search; ///< RE2, each with one group, over the text of the page, where no label is printed
    std::string validator;
    std::string alphabet; ///< the characters that can occur
    std::string languages; ///< engine languages for this field, in order
    std::map<std::string, std::string> choices; ///< printed spelling -> normal form
    std::string side;
    int lines = 1; ///< at most so many printed lines
    bool last = false; ///< of several dates or numbers in the value the last counts (a period's end); else the first
    bool required = false;
};

struct Side {
    std::string id;
    bool required = true;
};

struct Profile {
    std::string id;
    LocalisedText title;
    std::string jurisdiction, pack, packVersion;
    std::string source;
    std::optional<Date> issuedFrom, issuedUntil;
    std::string languages; ///< engine languages for the whole design, e.g. "chi_sim+eng"
    std::vector<Recogniser> recognisers;
    double threshold = 0.5; ///< a score below this is no recognition
    std::vector<Side> sides;
    std::vector<std::string> stops; ///< printed labels that belong to no field but end the value before them
    std::vector<FieldSpec> fields;
    std::vector<std::string> fieldReaders;
    std::map<std::string, Level> levels; ///< check id -> level
    std::map<std::string, std::string> rules; ///< flattened parameters as checks see them
    std::vector<std::shared_ptr<const Exemplar>> exemplars; ///< pages of the design, to lay others onto
    std::string file; ///< the profile.toml, for messages
};

} // namespace vidimus::profiles
