#pragma once
#include "core/case.hpp"
#include "report/report.hpp"

#include <string>
#include <utility>
#include <vector>

/// What a report for a person says, in its language and in its order, before anybody decides how it looks. Text, HTML
/// and PDF draw the same outline, so that they cannot say different things.
namespace vidimus::report::detail {

/// How a finding meets the eye: word, symbol and colour always together.
enum class Look { Adverse, Caution, Unchecked, Note, Passed, NotAsked };

struct LabelledText {
    std::string label, text;
};

struct FindingItem {
    Look look = Look::Note;
    std::string word; ///< of the look
    std::string question, answer;
    std::string about; ///< which document and field, where the question held or was not asked; else empty
    std::vector<LabelledText> where; ///< place and the text that stands there
    std::string values; ///< "expected 3"; empty where there are none
    std::string source; ///< of the rule
    std::string origin; ///< check, reason, pack and version
    std::string disposition; ///< the last one, with its words and who recorded it
    std::vector<std::pair<const Crop*, std::string>> crops; ///< picture and what it shows
};

/// Question and what it was about, for lists that give each finding one line.
inline std::string inOneLine(const FindingItem& item)
{
    return item.about.empty() ? item.question : item.question + " — " + item.about;
}

struct FindingGroup {
    Look look;
    std::string title, lead;
    std::vector<FindingItem> items;
};

struct FieldRow {
    std::string name, id;
    std::string text, value, lang;
    std::string confidence; ///< "98 %"
    std::string origin, place;
    std::string correction; ///< "Corrected to … by …"
    bool uncertain = false;
    const Crop* crop = nullptr;
};

struct DocumentItem {
    std::string heading; ///< "Document 1"
    std::string title; ///< of its profile, or that none fits
    std::string profile; ///< id, score, jurisdiction
    std::string places;
    bool recognised = false;
    std::vector<FieldRow> fields;
    std::vector<LabelledText> marks;
};

struct FileItem {
    std::string source, sha256, type, pages;
    std::vector<std::string> signatures;
};

struct Outline {
    std::string language; ///< one of ours, as BCP 47
    bool full = false;
    std::string title, kind, caseName, header;
    std::string documentTitle; ///< for the window or tab that shows the report
    std::string madeAt; ///< ISO 8601; the deciding date where the moment is not told
    std::vector<LabelledText> facts; ///< of the case: subject, dates, people, state
    Proposal proposal = Proposal::Inconclusive;
    std::string proposalLabel, proposalText;
    struct Count {
        Look look;
        std::string label;
        std::size_t number;
    };
    std::vector<Count> counts;
    std::vector<FindingGroup> groups; ///< gravest first; groups of nothing are left out
    bool concluded = false;
    std::string conclusionTitle, conclusion, conclusionBy, fourEyes, returned;
    std::vector<DocumentItem> documents;
    std::vector<LabelledText> claims;
    std::vector<FileItem> files;
    std::vector<PluginUse> plugins;
    std::string confinement, toolConfinement, version, disclaimer;
    std::string textEngines; ///< empty where no picture was read
    std::string date; ///< the case's, for the head of each page
};

Outline outlineOf(const Case& checked, const Words& words, const Options& options);

/// "licence.png, page 1"
std::string placeOf(const Case& checked, FileIndex file, PageIndex page, const std::string& language);
std::vector<FindingGroup> groupsOf(const Case& checked, const Words& words, const Options& options);
/// The crop that shows just this region; null where none was kept.
const Crop* cropOf(const Case& checked, FileIndex file, PageIndex page, const Region& region);
/// A UI text of table [report].
std::string label(const std::string& language, const char* key);
/// ✖ ▲ ? • ✔ –
const char* symbolOf(Look look);
/// The one word of the look in the stylesheet: adverse, caution, unchecked, note, passed, not-asked.
const char* nameOf(Look look);
/// The last correction of a field that was not withdrawn; null where there is none.
const Correction* correctionOf(const Case& checked, std::size_t document, const Field& field);
/// "2026-11-22 14:03 UTC"
std::string readable(UtcTime time);

} // namespace vidimus::report::detail
