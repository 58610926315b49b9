#include "pipeline/extract/barcodes.hpp"

#include "pipeline/extract/normalise/normalise.hpp"
#include "pipeline/text/fold.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace vidimus::pipeline {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string percentDecoded(const std::string& text)
{
    static constexpr std::string_view figures = "0123456789ABCDEF";
    const auto hex = [](char c) { return figures.find(static_cast<char>(c >= 'a' && c <= 'f' ? c - 32 : c)); };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) != std::string_view::npos
            && hex(text[i + 2]) != std::string_view::npos;
        if (escape) {
            out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

void collect(const std::string& text, const RE2& form, bool encoded, Pairs& pairs)
{
    re2::StringPiece rest(text);
    std::string name, value;
    while (RE2::FindAndConsume(&rest, form, &name, &value))
        pairs.emplace_back(encoded ? percentDecoded(name) : name, encoded ? percentDecoded(value) : value);
}

Pairs pairsOf(const std::string& text)
{
    static const RE2 json(R"re("([^"\\]+)"\s*:\s*"?([^",}]+)"?)re"), url(R"([?&#]([^=&#]+)=([^&#]+))"),
        labelled("([^\\n\\r:：=;；,，|]+?)\\s*[:：=]\\s*([^\\n\\r;；|]+)");
    Pairs pairs;
    if (text.find("://") != std::string::npos)
        collect(text, url, true, pairs);
    else if (!text.empty() && text.front() == '{')
        collect(text, json, false, pairs);
    else
        collect(text, labelled, false, pairs);
    return pairs;
}

bool nameFits(const profiles::FieldSpec& spec, const std::string& name)
{
    if (name == spec.id)
        return true;
    const std::u32string seen = folded(name);
    return std::any_of(spec.labels.begin(), spec.labels.end(),
        [&](const std::string& label) { return !seen.empty() && folded(label) == seen; });
}

Field fieldOf(const profiles::FieldSpec& spec, const std::string& text, const Normalised& normal)
{
    Field field;
    field.id = spec.id;
    field.lang = spec.lang;
    field.text = text;
    field.value = normal.value;
    field.confidence = 1;
    field.certainty = Certainty::Accepted;
    field.origin = Origin::Barcode;
    return field;
}

} // namespace

std::vector<Field> fieldsOfCode(const Code& code, const profiles::Profile& profile)
{
    std::vector<Field> fields;
    for (const auto& [name, value] : pairsOf(code.text))
        for (const profiles::FieldSpec& spec : profile.fields)
            if (nameFits(spec, name))
                if (const auto normal = normalised(spec, value)) {
                    fields.push_back(fieldOf(spec, value, *normal));
                    break;
                }
    if (!fields.empty())
        return fields;
    // A number alone is a field's only where no other field's number looks like it.
    for (const profiles::FieldSpec& spec : profile.fields)
        if (!spec.pattern.empty() && RE2::FullMatch(code.text, RE2(spec.pattern, RE2::Quiet)))
            fields.push_back(fieldOf(spec, code.text, {code.text}));
    if (fields.size() > 1)
        fields.clear();
    return fields;
}

} // namespace vidimus::pipeline
