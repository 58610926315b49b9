#include "pipeline/extract/normalise/normalise.hpp"

#include "pipeline/extract/normalise/dates.hpp"
#include "pipeline/extract/normalise/names.hpp"
#include "pipeline/extract/normalise/numbers.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/fuzzy.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace vidimus::pipeline {
namespace {

using profiles::FieldKind;
using profiles::FieldSpec;

/// Leaders, rules and punctuation around a printed value.
bool isAround(char32_t c)
{
    static constexpr std::u32string_view marks = U":：.。·…‥_-—–,，;；、*|/\\\"'“”‘’=~^<>《》[]【】";
    return isSpace(c) || marks.find(c) != std::u32string_view::npos;
}

std::string bare(std::string_view text)
{
    std::u32string all = decoded(tidied(halfWidth(text)));
    while (!all.empty() && isAround(all.front()))
        all.erase(all.begin());
    while (!all.empty() && (isAround(all.back()) || all.back() == U'('))
        all.pop_back();
    // Closing brackets without their opening ones are what is left of a label.
    if (all.find(U'(') == std::u32string::npos)
        while (!all.empty() && all.back() == U')')
            all.pop_back();
    return encoded(all);
}

std::optional<Normalised> plain(std::string_view text)
{
    std::string value = bare(text);
    if (value.empty())
        return std::nullopt;
    return Normalised{std::move(value)};
}

std::optional<Normalised> sex(std::string_view text)
{
    static const RE2 latin(R"((?i)(?:^|[^a-z])(male|female|masculino|feminino|m|f)(?:$|[^a-z]))");
    const std::u32string all = decoded(text);
    const auto han = std::find_if(all.begin(), all.end(), [](char32_t c) { return c == U'男' || c == U'女'; });
    if (han != all.end())
        return Normalised{*han == U'男' ? "M" : "F"};
    std::string found;
    if (!RE2::PartialMatch(halfWidth(text), latin, &found))
        return std::nullopt;
    return Normalised{found[0] == 'm' || found[0] == 'M' ? "M" : "F"};
}

std::optional<Normalised> choice(const FieldSpec& spec, std::string_view text)
{
    const std::u32string seen = folded(text);
    std::optional<Normalised> best;
    std::size_t longest = 0;
    double closest = 1;
    for (const auto& [printed, value] : spec.choices) {
        const Phrase phrase(printed);
        for (const FuzzyMatch& match : phrase.findIn(seen)) {
            const double distance = static_cast<double>(match.distance) / static_cast<double>(phrase.folded().size());
            // A longer choice holds the shorter ("助理医师" in "执业助理医师"); of equally long ones the closer counts.
            if (phrase.folded().size() < longest || (phrase.folded().size() == longest && distance >= closest))
                continue;
            longest = phrase.folded().size();
            closest = distance;
            best = Normalised{value, true, match.distance > 0};
        }
    }
    return best;
}

std::optional<Normalised> number(const FieldSpec& spec, std::string_view text)
{
    const auto found = numberIn(text, spec.pattern, spec.kind == FieldKind::IdentityNumber);
    if (!found)
        return std::nullopt;
    return Normalised{found->value, found->fits, found->assumed};
}

std::optional<Normalised> date(const FieldSpec& spec, std::string_view text)
{
    const std::vector<Date> dates = datesIn(text);
    if (dates.empty())
        return std::nullopt;
    return Normalised{(spec.last ? dates.back() : dates.front()).iso()};
}

std::optional<Normalised> wrapped(std::optional<std::string> value)
{
    if (!value)
        return std::nullopt;
    return Normalised{std::move(*value)};
}

std::optional<Normalised> byKind(const FieldSpec& spec, std::string_view text)
{
    switch (spec.kind) {
    case FieldKind::Text:
    case FieldKind::Place:
        return plain(text);
    case FieldKind::Number:
    case FieldKind::IdentityNumber:
        return number(spec, text);
    case FieldKind::Date:
        return date(spec, text);
    case FieldKind::Sex:
        return sex(text);
    case FieldKind::HanName:
        return wrapped(hanName(text));
    case FieldKind::LatinName:
        return wrapped(latinName(text));
    case FieldKind::Choice:
        return choice(spec, text);
    case FieldKind::Amount:
        return wrapped(amountIn(text));
    case FieldKind::CommercialCodes:
        return wrapped(commercialCodesIn(text));
    }
    return std::nullopt;
}

} // namespace

std::optional<Normalised> normalised(const FieldSpec& spec, std::string_view text)
{
    auto result = byKind(spec, text);
    if (result && result->fits && !spec.pattern.empty())
        result->fits = RE2::FullMatch(result->value, RE2(spec.pattern, RE2::Quiet));
    return result;
}

} // namespace vidimus::pipeline
