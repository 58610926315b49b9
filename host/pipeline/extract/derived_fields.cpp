#include "pipeline/extract/derived_fields.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace vidimus::pipeline {
namespace {

/// The kind of an identity number by its form; nothing where the form is shared.
std::string identityKind(const std::string& value)
{
    static const RE2 hkid(R"([A-Z]{1,2}\d{6}\([0-9A]\))"), resident(R"(\d{17}[0-9X]|\d{15})"),
        permit(R"(8[123]0000\d{11}[0-9X])"), macau(R"([157]\d{6}\(\d\))");
    if (RE2::FullMatch(value, hkid))
        return "hkid";
    if (RE2::FullMatch(value, permit))
        return "cn-residence-permit";
    if (RE2::FullMatch(value, resident))
        return "cn-resident-id";
    return RE2::FullMatch(value, macau) ? "mo-bir" : "";
}

} // namespace

void addIdentityKind(Document& document)
{
    const Field* number = document.field("holder.id-number");
    if (!number || document.field("holder.id-kind"))
        return;
    const std::string kind = identityKind(number->value);
    if (kind.empty())
        return;
    Field field = *number;
    field.id = "holder.id-kind";
    field.value = kind;
    field.alternatives.clear();
    field.validations.clear();
    document.fields.push_back(std::move(field));
}

void partLatinName(Document& document, PluginServices& services)
{
    const Field* han = document.field("holder.name.han");
    const auto latin = std::find_if(document.fields.begin(), document.fields.end(),
        [](const Field& field) { return field.id == "holder.name.latin"; });
    if (!han || latin == document.fields.end() || latin->value.find(',') != std::string::npos)
        return;
    if (const auto parts = services.nameInParts(latin->value, han->value))
        latin->value = *parts;
}

} // namespace vidimus::pipeline
