#pragma once
#include "core/reading.hpp"
#include "core/units.hpp"

#include <optional>
#include <string>
#include <vector>

/// What a case's documents say, normalised and pointing at its place. Evidence knows no policy.
namespace vidimus {

/// Another reading of the same field.
struct Alternative {
    std::string text, value;
    double confidence = 0;
    std::string engine;
};

/// What a validator said of a value. `expected` is what would have held, e.g. the right check digit.
struct Validation {
    std::string validator; ///< id, e.g. "hk.hkid"
    enum class Verdict {
        Holds,
        FormatWrong,
        CheckDigitWrong,
        NoVerdict, ///< the validator could not be asked, or failed: neither right nor wrong
    };
    Verdict verdict = Verdict::Holds;
    std::string expected;
};

/// How far a field's text may be relied on as a reading.
enum class Certainty {
    Accepted, ///< confident, or read the same by several means, and no validator left in doubt or without a verdict
    Uncertain, ///< read, but a check must not fail on it
    Unreadable, ///< a label or place was found, nothing legible there
};

/// A named value. Ids and normal forms: the field table of the contract.
struct Field {
    std::string id;
    std::string text; ///< as read
    std::string value; ///< normal form; empty where the text has none
    double confidence = 0; ///< that the value is exactly right, 0..1; calibrated where a table knows the group
    double rawConfidence = 0; ///< by the formula of readings and votes; means something only where there is a group
    /// Whose calibration holds: the engines that witness the value and the field's kind
    /// ("vidimus.ppocr+vidimus.tesseract/date"). Empty where no engine read it: text of a PDF, codes.
    std::string calibrationGroup;
    Certainty certainty = Certainty::Uncertain;
    std::string lang; ///< BCP 47, where it matters
    FileIndex file;
    PageIndex page;
    Region region; ///< on the page as acquired
    Origin origin = Origin::Ocr;
    std::string pass; ///< key of the pass it was read by
    int readings = 1; ///< by how many independent means the same value was read
    std::vector<Alternative> alternatives;
    std::vector<Validation> validations;
    std::vector<std::string> located; ///< what told its place: label, search, region, exemplar; all that point there
};

/// A piece of a file that belongs to one paper.
struct DocumentPart {
    FileIndex file;
    PageIndex page;
    std::uint32_t part = 0; ///< which PreparedPage
    std::optional<Quad> quad; ///< on the page as acquired, only where it is less than the page
    std::string side; ///< the profile's name for this side, e.g. front; empty where there is one side
};

/// Which profile fits, and how well.
struct Classification {
    std::string profile; ///< id
    double score = 0; ///< 0..1
    std::string jurisdiction; ///< ISO 3166-1 alpha-2
};

/// One paper: its parts, what it was recognised as, and what stands on it.
struct Document {
    std::vector<DocumentPart> parts;
    std::optional<Classification> classification;
    std::vector<Classification> candidates; ///< all that fit somewhat, best first
    std::vector<Field> fields; ///< sorted by id, then the order in which checks use them
    struct PlacedMark {
        FileIndex file;
        PageIndex page;
        Mark mark;
    };
    std::vector<PlacedMark> marks;

    /// The entry that checks use: the first with this id (and language, if asked for).
    const Field* field(std::string_view id, std::string_view lang = {}) const;
};

/// What the applicant says: field id -> value in its normal form. Several values of one id may be given.
struct Claim {
    std::string field, value;
};

/// A fact and the file that it was stated of.
struct FileFact {
    FileIndex file;
    Fact fact;
};

/// All evidence of a case; what checks see.
struct Evidence {
    std::vector<Document> documents;
    std::vector<Claim> claims;
    std::vector<FileFact> facts;
};

} // namespace vidimus
