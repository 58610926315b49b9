#include "budget.hpp"

#include "reading_probe/scores.hpp"

#include <algorithm>

namespace vidimus::bench {

using nlohmann::json;

namespace {
using Rectangle = std::array<double, 4>; ///< left, top, width, height

double sharedArea(const Rectangle& a, const Rectangle& b)
{
    const double width = std::min(a[0] + a[2], b[0] + b[2]) - std::max(a[0], b[0]);
    const double height = std::min(a[1] + a[3], b[1] + b[3]) - std::max(a[1], b[1]);
    return width > 0 && height > 0 ? width * height : 0;
}

/// Is at least half of the field's print within the place that was read?
bool covers(const Rectangle& read, const Rectangle& wanted)
{
    return sharedArea(read, wanted) >= 0.5 * wanted[2] * wanted[3];
}

/// Is the point within the four corners? Even-odd rule; either direction of the corners.
bool isWithin(double x, double y, const std::vector<double>& quad)
{
    bool within = false;
    for (std::size_t i = 0, j = 3; i < 4; j = i++) {
        const double xi = quad[2 * i], yi = quad[2 * i + 1], xj = quad[2 * j], yj = quad[2 * j + 1];
        if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi)
            within = !within;
    }
    return within;
}

bool hasPlace(const json& document, const Rectangle& place)
{
    return std::ranges::any_of(document.at("parts"), [&](const json& part) {
        return !part.contains("quadMm")
            || isWithin(place[0] + place[2] / 2, place[1] + place[3] / 2, part.at("quadMm").get<std::vector<double>>());
    });
}

bool pageFound(const json& report, const Specimen& specimen, const Rectangle& place)
{
    return std::ranges::any_of(report.at("documents"), [&](const json& document) {
        return !document.at("profile").is_null()
            && document.at("profile").at("id").get<std::string>().starts_with(specimen.profile)
            && hasPlace(document, place);
    });
}

bool isPunctuation(char c)
{
    return std::string_view(".,:;'\"-()/").find(c) != std::string_view::npos;
}

/// Without blanks and marks, whose reading changes no value that is not made of them.
std::string bare(const std::string& text)
{
    std::string all = probe::withoutSpaces(text);
    std::erase_if(all, isPunctuation);
    return all;
}

bool anotherHadIt(const ReadField& read, const TrueField& wanted)
{
    return std::ranges::find(read.otherValues, wanted.value) != read.otherValues.end()
        || std::ranges::any_of(read.otherTexts, [&](const auto& text) { return bare(text) == bare(wanted.text); });
}

bool isOfPrint(const ReadField& read)
{
    return read.origin == "ocr" || read.origin == "pdf-text"; // the place of a code is not the field's
}
} // namespace

std::string nameOf(Fault fault)
{
    switch (fault) {
    case Fault::None:
        return "none";
    case Fault::Page:
        return "page";
    case Fault::Locating:
        return "locating";
    case Fault::Recognising:
        return "recognising";
    case Fault::Fusing:
        return "fusing";
    case Fault::Normalising:
        break;
    }
    return "normalising";
}

const std::vector<Fault>& faults()
{
    static const std::vector<Fault> all{
        Fault::Page, Fault::Locating, Fault::Recognising, Fault::Fusing, Fault::Normalising};
    return all;
}

Fault faultOf(const json& report, const Specimen& specimen, const TrueField& wanted)
{
    const ReadField read = readField(report, wanted, nullptr);
    if (read.value == wanted.value)
        return Fault::None;
    Rectangle place = wanted.regionMm;
    for (double& length : place)
        length *= scaleOf(report, specimen);
    if (!pageFound(report, specimen, place))
        return Fault::Page;
    if (anotherHadIt(read, wanted))
        return Fault::Fusing;
    if (!read.present || (read.text.empty() && read.value.empty()))
        return Fault::Locating;
    if (isOfPrint(read) && !covers(read.regionMm, place))
        return Fault::Locating;
    const std::string text = bare(read.text), print = bare(wanted.text);
    if (text == print)
        return Fault::Normalising;
    return text.find(print) != std::string::npos ? Fault::Locating : Fault::Recognising;
}

std::map<Fault, BudgetRow> budgetOf(const std::vector<Misread>& misreads)
{
    std::map<Fault, BudgetRow> budget;
    for (const Misread& misread : misreads) {
        ++budget[misread.fault].fields;
        budget[misread.fault].accepted += misread.certainty == "accepted";
    }
    return budget;
}

std::vector<Misread> worstOf(std::vector<Misread> misreads, std::size_t count)
{
    std::ranges::stable_sort(misreads, [](const Misread& a, const Misread& b) {
        const bool accepted = a.certainty == "accepted", otherAccepted = b.certainty == "accepted";
        return accepted != otherAccepted ? accepted : a.errors > b.errors;
    });
    misreads.resize(std::min(count, misreads.size()));
    return misreads;
}

} // namespace vidimus::bench
