#include "gui/views/crop_image.hpp"

#include "gui/views/case_selection.hpp"
#include "gui/views/field_rows.hpp"

#include <cmath>

namespace vidimus::gui {

float drawCropImage(const ViewContext& ctx, const Case& shown, FileIndex file, PageIndex page, const Region& region,
    float width, float height)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({width, height});
    const Page* paper = pageAt(shown, {file, page});
    if (!paper)
        return 0;
    const CropView crop = cropOf(*paper, region, width, height);
    if (crop.size.x <= 0 || !ImGui::IsItemVisible())
        return crop.size.x;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const app::PictureState picture = ctx.workbench.picture(file, page, {150});
    const ImVec2 low{at.x, at.y + std::floor((height - crop.size.y) / 2)},
        high{low.x + crop.size.x, low.y + crop.size.y};
    if (const ImTextureID texture = picture.picture ? ctx.textures.of(picture.picture) : nullptr)
        draw->AddImageRounded(texture, low, high, crop.uvMin, crop.uvMax, IM_COL32_WHITE, px(3));
    else
        draw->AddRectFilled(low, high, palette().raised, px(3));
    draw->AddRect(low, high, palette().border, px(3));
    return crop.size.x;
}

} // namespace vidimus::gui
