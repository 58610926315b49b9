#pragma once
#include "pipeline/extract/candidates.hpp"
#include "pipeline/extract/normalise/normalise.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vidimus::pipeline {

/// One reading of one field: text, normal form and place, before anything is decided.
struct FieldReading {
    std::string text;
    std::string value; ///< empty: the text has no normal form
    bool fits = false; ///< has the form that the profile asks for
    bool assumed = false; ///< rests on an assumption about a character
    bool guessed = false; ///< that the value stands there, or where it ends, is a guess: no reading of it proves it
    bool incomplete = false; ///< print within or right behind it was passed over
    double confidence = 0; ///< of the characters, 0..1
    /// Of a Han name that the page engine read: the value with U+FFFC for each character that it could not tell. It
    /// writes every character that it lacks as another one, and is unsure of it.
    std::string told;
    Region region; ///< on the prepared page
    Region label; ///< of the label, where one told the place
    bool oneLine = true;
    /// In a line of Han print that goes on before or behind the value: where the neighbours begin.
    std::optional<Millimetres> leftLimit{}, rightLimit{};
    /// Of running text that goes on at another left edge: each line's own place. Empty where one rectangle holds it.
    std::vector<Region> lines;
    Place place = Place::AfterLabel;
    Origin origin = Origin::Ocr;
    std::string pass; ///< key
    std::string engine;
    std::string languages; ///< with which the engine read it
};

/// Beside a Chinese label stands its English: the value in Chinese is another one.
bool isOtherLanguage(const profiles::FieldSpec& spec, std::string_view text);

/// Is all of it a date in words ("6th December 2024"), printed where a number was looked for?
bool isDateNotNumber(const profiles::FieldSpec& spec, std::string_view text);

/// Is it somebody's name? Of one that was read in part nothing is known.
bool isName(const profiles::FieldSpec& spec);

/// What is left of a label, or a speck, where a number or a date ought to stand: nothing was read there, which is
/// another thing than something illegible.
bool isRemnant(const profiles::FieldSpec& spec, std::string_view text);

/// A piece of the field's own label, where the rest of the label was not read (册地址 of 註冊地址): no wording, no
/// place.
bool isPieceOfLabel(const profiles::FieldSpec& spec, std::string_view text);

/// What stands on the page in place of a value but is the design's own print: a name's place holds no label.
bool isWordingNotValue(const profiles::FieldSpec& spec, const std::string& value, const LabelBook& labels);

/// The design's own wording (its title, say) where a number ought to stand: another print.
bool isTitleNotNumber(const profiles::FieldSpec& spec, std::string_view text, const LabelBook& labels);

/// Does the field's validator hold on this value? Nothing where the field has none.
using Judge = std::function<std::optional<bool>(const std::string& value)>;

/// FieldReading::told of a Han name. \param cells what the value was taken from
std::string toldOf(const std::string& hanName, std::span<const Cell> cells);

/// The likeliest reading of a field on a page: of all places the one whose text has the field's form, and of those the
/// closest to its label. Nothing where no place has text.
/// \param illegible places where nothing of the field's kind was read: they are passed over
std::optional<FieldReading> bestReading(const PageText& page, const std::vector<Anchor>& anchors,
    const profiles::FieldSpec& spec, std::size_t field, const Judge& judge, const LabelBook& labels,
    std::span<const Region> illegible = {});
/// The same of the given places alone.
std::optional<FieldReading> bestReading(const std::vector<Candidate>& candidates, const PageText& page,
    const std::vector<Anchor>& anchors, const profiles::FieldSpec& spec, const Judge& judge, const LabelBook& labels,
    std::span<const Region> illegible = {});

} // namespace vidimus::pipeline
