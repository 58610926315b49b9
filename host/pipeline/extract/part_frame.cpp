#include "pipeline/extract/part_frame.hpp"
#include "profiles/form.hpp"

#include <algorithm>

namespace vidimus::pipeline {

void PartFrame::place(Field& field, const Region& region) const
{
    field.file = part.file;
    field.page = part.page;
    field.region = region;
}

Region PartFrame::acquired(const Region& region) const
{
    return boundsOf(prepared.toAcquired(quadOf(region)));
}

namespace {

/// The inverse up to a factor, which is all that a projective map needs: its adjugate.
Transform inverted(const Transform& map)
{
    const auto& m = map.m;
    return {{m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4], m[5] * m[6] - m[3] * m[8],
        m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5], m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7],
        m[0] * m[4] - m[1] * m[3]}};
}

} // namespace

Region PartFrame::onPrepared(const Region& region) const
{
    return boundsOf(inverted(prepared.toAcquired)(quadOf(region)));
}

bool PartFrame::holds(const Quad& quad) const
{
    const Region outer = boundsOf(prepared.quad), inner = boundsOf(quad);
    return onlyPart || intersected(outer, inner).area() > 0.5 * inner.area();
}

void validate(Field& field, const profiles::FieldSpec& spec, PluginServices& services)
{
    if (field.value.empty())
        return;
    if (const auto verdict = profiles::formVerdict(spec, field.value))
        field.validations.push_back(*verdict);
    if (spec.validator.empty())
        return;
    if (const auto validation = services.validate(spec.validator, field.value)) {
        field.validations.push_back(*validation);
        return;
    }
    field.validations.push_back({spec.validator, Validation::Verdict::NoVerdict, {}});
    field.certainty = std::max(field.certainty, Certainty::Uncertain);
}

} // namespace vidimus::pipeline
