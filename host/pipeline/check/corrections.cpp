#include "pipeline/check/check.hpp"
#include "profiles/form.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

const profiles::FieldSpec* specOf(
    const Document& document, const Correction& correction, const profiles::ProfileSet& profiles)
{
    const auto* profile = document.classification ? profiles.find(document.classification->profile) : nullptr;
    if (!profile)
        return nullptr;
    const auto found = std::find_if(profile->fields.begin(), profile->fields.end(), [&](const auto& spec) {
        return spec.id == correction.field && (correction.lang.empty() || spec.lang == correction.lang);
    });
    return found == profile->fields.end() ? nullptr : &*found;
}

std::vector<Validation> validated(const std::string& value, const profiles::FieldSpec* spec, PluginServices& services)
{
    std::vector<Validation> validations;
    if (!spec)
        return validations;
    if (auto form = profiles::formVerdict(*spec, value))
        validations.push_back(std::move(*form));
    if (!spec->validator.empty()) {
        auto verdict = services.validate(spec->validator, value);
        validations.push_back(
            verdict ? std::move(*verdict) : Validation{spec->validator, Validation::Verdict::NoVerdict, {}});
    }
    return validations;
}

} // namespace

Evidence withCorrections(const Evidence& evidence, const std::vector<Correction>& corrections, PluginServices& services,
    const profiles::ProfileSet& profiles)
{
    Evidence corrected = evidence;
    for (const Correction& correction : corrections) {
        if (correction.document.value >= corrected.documents.size())
            continue;
        Document& document = corrected.documents[correction.document.value];
        auto& fields = document.fields;
        // A later correction takes the place of an earlier one; what was read always stays.
        std::erase_if(fields, [&](const Field& field) {
            return field.origin == Origin::Correction && field.id == correction.field && field.lang == correction.lang;
        });
        const auto at = std::find_if(fields.begin(), fields.end(),
            [&](const Field& field) { return field.id == correction.field && field.lang == correction.lang; });
        if (correction.value.empty())
            continue; // an empty correction takes the earlier one back
        Field field = at == fields.end() ? Field{} : *at;
        if (at == fields.end() && !document.parts.empty()) {
            field.file = document.parts.front().file;
            field.page = document.parts.front().page;
        }
        field.id = correction.field;
        field.lang = correction.lang;
        field.text = field.value = correction.value;
        field.origin = Origin::Correction;
        field.confidence = 1;
        field.certainty = Certainty::Accepted;
        field.readings = 1;
        field.alternatives.clear();
        field.validations = validated(correction.value, specOf(document, correction, profiles), services);
        fields.insert(at, std::move(field));
    }
    return corrected;
}

} // namespace vidimus::pipeline
