#include "gui/views/field_rows.hpp"

#include <algorithm>

namespace vidimus::gui {

const Correction* correctionOf(const Case& shown, DocumentIndex document, const Field& field)
{
    const Correction* last = nullptr;
    for (const Correction& correction : shown.corrections)
        if (correction.document == document && correction.field == field.id && correction.lang == field.lang)
            last = &correction;
    return last && last->value.empty() ? nullptr : last; // an empty one takes the one before it back
}

std::string fieldNameOf(const ViewContext& ctx, const app::OpenCase& open, const std::string& id)
{
    const std::string ours = ctx.text.field(id);
    if (ours != id)
        return ours;
    const auto theirs = open.fieldNames.find(id);
    return theirs == open.fieldNames.end() ? id : theirs->second;
}

std::string textInWords(const Texts& text, const Field& field)
{
    const std::string key = "id-kind." + field.value;
    const std::string words = field.id == "holder.id-kind" ? text.shared(key) : key;
    return words == key ? field.text : words;
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
