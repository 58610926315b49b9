#include "gui/views/field_rows.hpp"

#include <algorithm>

namespace vidimus::gui {

const Correction* correctionOf(const Case& shown, DocumentIndex document, const Field& field)
{
    const Correction* last = nullptr;
    for (const Correction& correction : shown.corrections)
        if (correction.document == document && correction.field == field.id && correction.lang == field.lang)
            last = &correction;
    return last;
}

bool valueDiffers(const Field& field)
{
    return !field.value.empty() && field.value != field.text;
}

CropView cropOf(const Page& page, const Region& region, float width, float height)
{
    const Region whole{{0}, {0}, page.width, page.height};
    const Millimetres around{1};
    const Region cut = intersected(
        {region.x - around, region.y - around, region.width + around * 2, region.height + around * 2}, whole);
    if (region.empty() || cut.empty())
        return {};
    const float scale
        = std::min(width / static_cast<float>(cut.width.value), height / static_cast<float>(cut.height.value));
    const auto part = [](Millimetres a, Millimetres of) { return static_cast<float>(a / of); };
    return {.uvMin = {part(cut.x, page.width), part(cut.y, page.height)},
        .uvMax = {part(cut.right(), page.width), part(cut.bottom(), page.height)},
        .size = {static_cast<float>(cut.width.value) * scale, static_cast<float>(cut.height.value) * scale}};
}

} // namespace vidimus::gui
